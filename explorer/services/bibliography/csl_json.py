"""CSL-JSON files."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from explorer.domain.errors import ReaderError
from explorer.domain.reference import BibliographyForm, ReadBibliography, Reference
from explorer.services.bibliography.records import from_csl, to_csl

_SHAPE = "A bibliography in CSL-JSON is a list of records."


def read(text: str, most: int) -> ReadBibliography:
    """Read at most ``most`` records of a CSL-JSON file: a list, one record, or {"items": list}.

    Raises:
        ReaderError: the text is no JSON, or holds no list of records.
    """
    try:
        found: Any = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReaderError(
            f"The file is no valid JSON: line {error.lineno}, column {error.colno}. Export it once more."
        ) from error
    except (RecursionError, ValueError) as error:
        raise ReaderError(f"The file is nested too deeply, or its numbers are too long. {_SHAPE}") from error
    if isinstance(found, Mapping):
        found = found["items"] if isinstance(found.get("items"), list) else [found]
    if not isinstance(found, list):
        raise ReaderError(f"The file holds no list of records. {_SHAPE}")
    records = [record for record in found[:most] if isinstance(record, Mapping)]
    if found and not any("type" in record or "title" in record for record in records):
        raise ReaderError(f"None of the records in the file has a type or a title. {_SHAPE}")
    problems = []
    if len(records) < len(found[:most]):
        problems.append("What is not a record in the list was left out.")
    if len(found) > most:
        problems.append(f"The file has more than {most:,} records; the rest was left out.")
    return ReadBibliography(BibliographyForm.CSL, tuple(map(from_csl, records)), tuple(problems))


def write(references: Iterable[Reference]) -> str:
    """References as the text of a CSL-JSON file."""
    return json.dumps([to_csl(one) for one in references], ensure_ascii=False, indent=2) + "\n"
