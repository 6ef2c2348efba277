"""A reading as bytes and back: what comes from another process is believed only as far as it holds."""

import json
from dataclasses import asdict, replace
from typing import Any

from explorer.domain.edtf import parse
from explorer.domain.errors import DateError
from explorer.domain.reading import Found, Kind, PageStart, Reading, UnreadableError
from explorer.domain.reference import BibliographyForm, ReadBibliography, ReadReference
from explorer.services.reading.maker import MOST_AUTHORS, MOST_LETTERS, field
from explorer.services.reading.sketch import SIZE

MOST_ANSWER = 4 * MOST_LETTERS + 10_000_000
"""Bytes of the longest answer that is listened to."""
MOST_PAGES = 100_000
MOST_RECORDS = 20_000
MOST_NOTICES = 20
LONGEST_SENTENCE = 600


class WireError(Exception):
    """An answer that does not hold: the process that gave it went wrong, or was made to."""


def packed(answer: Reading | ReadBibliography | UnreadableError) -> bytes:
    """The bytes of an answer."""
    if isinstance(answer, UnreadableError):
        return json.dumps({"refused": str(answer), "no_text": answer.no_text}).encode()
    if isinstance(answer, ReadBibliography):
        from explorer.services.bibliography.records import to_csl

        records = [[each.reference.key, to_csl(each.reference), each.problems] for each in answer.records]
        return json.dumps({"form": answer.form, "records": records, "problems": answer.problems}).encode()
    fields = asdict(answer) | {"pages": [[page.start, page.label] for page in answer.pages]}
    return json.dumps(fields, ensure_ascii=False).encode()


def unpacked(data: bytes) -> Reading | ReadBibliography:
    """What bytes stand for: a document, or a bibliography.

    Raises:
        UnreadableError: the answer is that the file cannot be read.
        WireError: it is no answer.
    """
    try:
        fields = json.loads(data)
        if "refused" in fields:
            refusal = UnreadableError(
                _text(fields["refused"])[:LONGEST_SENTENCE], no_text=bool(fields["no_text"])
            )
        else:
            return _bibliography(fields) if "records" in fields else _reading(fields)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise WireError(str(error)[:200]) from error
    raise refusal


def _reading(fields: dict[str, Any]) -> Reading:
    text = _text(fields["text"])
    if not 0 < len(text) <= MOST_LETTERS or "\x00" in text or "\r" in text:
        raise WireError("not a canonical text")
    return Reading(
        kind=Kind(fields["kind"]),
        text=text,
        pages=_pages(fields["pages"], len(text)),
        found=_found(fields["found"]),
        encoding=field(fields["encoding"]),
        extractor=field(fields["extractor"]),
        sketch=tuple(int(number) for number in fields["sketch"][:SIZE]),
        notices=tuple(field(notice) for notice in fields["notices"][:MOST_NOTICES]),
    )


def _bibliography(fields: dict[str, Any]) -> ReadBibliography:
    from explorer.services.bibliography.records import from_csl

    return ReadBibliography(
        BibliographyForm(fields["form"]),
        tuple(
            ReadReference(replace(from_csl(record).reference, key=field(key)), tuple(map(field, problems)))
            for key, record, problems in fields["records"][:MOST_RECORDS]
        ),
        tuple(map(field, fields["problems"][:MOST_NOTICES])),
    )


def _pages(pages: list[Any], length: int) -> tuple[PageStart, ...]:
    made = tuple(
        PageStart(int(start), number, field(label))
        for number, (start, label) in enumerate(pages[:MOST_PAGES], 1)
    )
    places = [page.start for page in made]
    if places != sorted(places) or (places and not 0 <= places[0] <= places[-1] <= length):
        raise WireError("pages out of order")
    return made


def _found(fields: dict[str, Any]) -> Found:
    date = field(fields["date"])
    try:
        date = date if parse(date) else ""
    except DateError:
        date = ""
    return Found(
        title=field(fields["title"]),
        authors=tuple(filter(None, map(field, fields["authors"][:MOST_AUTHORS]))),
        date=date,
        publisher=field(fields["publisher"]),
        container=field(fields["container"]),
        language=field(fields["language"]),
        url=field(fields["url"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise WireError("no text")
    value.encode()
    return value
