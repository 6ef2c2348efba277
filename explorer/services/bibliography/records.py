"""Records of CSL-JSON to references and back, checking whatever somebody else wrote."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from explorer.domain.reference import Name, ReadReference, Reference
from explorer.services.bibliography import kinds
from explorer.services.bibliography.dates import csl_from_edtf, edtf_from_csl

LONGEST = 10_000
"""Characters of a field; what goes beyond is cut, and said."""
MOST_NAMES = 1_000
MOST_FIELDS = 200

TEXTS = {
    "title": "title",
    "publisher": "publisher",
    "publisher-place": "place",
    "container-title": "container",
    "collection-title": "collection",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "page": "pages",
    "edition": "edition",
    "genre": "genre",
    "authority": "authority",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "language": "language",
    "abstract": "abstract",
    "note": "note",
}
"""Variables of CSL by the fields of :class:`Reference` that hold them."""
_DATES = {"issued": "date", "accessed": "accessed"}
_NAMES = {"author": "authors", "editor": "editors"}
_OTHER_DATES = frozenset(("available-date", "event-date", "original-date", "submitted"))
_ROLES = frozenset(
    (
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    )
)
_PARTS = {
    "family": "family",
    "given": "given",
    "non-dropping-particle": "particle",
    "dropping-particle": "dropping",
    "suffix": "suffix",
    "literal": "literal",
}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_MARKS = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?: [^<>]{0,100})?>", re.IGNORECASE)


def clean(text: str) -> str:
    """A text of one line, composed (NFC), without control characters and repeated spaces."""
    return unicodedata.normalize("NFC", " ".join(_CONTROLS.sub(" ", text).split()))


def without_marks(text: str) -> str:
    """A title without the marks of CSL-JSON."""
    return _MARKS.sub("", text)


def from_csl(record: Mapping[str, Any]) -> ReadReference:
    """Read one record of CSL-JSON; what is wrong in it is left out and said."""
    problems: list[str] = []
    given: dict[str, Any] = {}
    more: list[tuple[str, str]] = []
    others: list[tuple[str, tuple[Name, ...]]] = []
    for name, value in list(record.items())[:MOST_FIELDS]:
        if value is None or value == "" or name in {"id", "type"}:
            continue
        if name in TEXTS:
            given[TEXTS[name]] = _text(name, value, problems)
        elif name in _DATES:
            given[_DATES[name]] = _date(name, value, problems)
        elif name in _NAMES:
            given[_NAMES[name]] = _names(name, value, problems)
        elif name in _ROLES:
            others.append((name, _names(name, value, problems)))
        elif name in _OTHER_DATES:
            more.append((name, _date(name, value, problems) or ""))
        elif isinstance(value, str | int | float):
            more.append((str(name)[:100], _text(name, value, problems)))
    if len(record) > MOST_FIELDS:
        problems.append(f"The record has more than {MOST_FIELDS} fields; the rest was left out.")
    kind = record.get("type")
    if not isinstance(kind, str) or kind not in kinds.CSL:
        said = f"The type “{str(kind)[:40]}” is not one of CSL" if kind else "The record names no type"
        problems.append(f"{said}; it is kept as a document.")
        kind = "document"
    reference = Reference(
        key=clean(str(record.get("id", "")))[:200],
        kind=kind,
        more=tuple(sorted(pair for pair in more if pair[1])),
        others=tuple(sorted((role, names) for role, names in others if names)),
        **given,
    )
    return ReadReference(reference, tuple(problems))


def to_csl(reference: Reference) -> dict[str, Any]:
    """A reference as a record of CSL-JSON."""
    record: dict[str, Any] = {"id": reference.key, "type": reference.kind}
    record |= {name: value for name, field in TEXTS.items() if (value := getattr(reference, field))}
    for name, field in _DATES.items():
        if date := getattr(reference, field):
            record[name] = csl_from_edtf(date)
    for name, field in _NAMES.items():
        if names := getattr(reference, field):
            record[name] = [_to_csl_name(one) for one in names]
    for role, names in reference.others:
        record[role] = [_to_csl_name(one) for one in names]
    for name, text in reference.more:
        record[name] = csl_from_edtf(text) if name in _OTHER_DATES else text
    return record


def _to_csl_name(name: Name) -> dict[str, str]:
    return {part: text for part, field in _PARTS.items() if (text := getattr(name, field))}


def _text(name: str, value: Any, problems: list[str]) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        problems.append(f"The field “{name}” holds no text; it was left out.")
        return ""
    text = str(value)
    if len(text) > LONGEST:
        problems.append(f"The field “{name}” is longer than {LONGEST:,} characters and was cut.")
    return clean(text[:LONGEST])


def _date(name: str, value: Any, problems: list[str]) -> str | None:
    date = edtf_from_csl(value)
    if date is None:
        problems.append(f"The date in “{name}” ({_shown(value)}) cannot be read; it was left out.")
    return date


def _shown(value: Any) -> str:
    if isinstance(value, Mapping):
        value = value.get("literal") or value.get("raw") or value.get("date-parts") or value
    text = clean(str(value)[:200])
    return text if len(text) <= 40 else text[:40] + "…"


def _names(name: str, value: Any, problems: list[str]) -> tuple[Name, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        value = [value]
    if len(value) > MOST_NAMES:
        problems.append(f"The field “{name}” has more than {MOST_NAMES:,} names; the rest was left out.")
    found = [_name(one) for one in value[:MOST_NAMES]]
    if None in found:
        problems.append(f"A name in “{name}” cannot be read; it was left out.")
    return tuple(one for one in found if one is not None)


def _name(value: Any) -> Name | None:
    if isinstance(value, str):
        value = {"literal": value}
    if not isinstance(value, Mapping):
        return None
    parts = {
        field: clean(text[:LONGEST])
        for part, field in _PARTS.items()
        if isinstance(text := value.get(part), str) and text.strip()
    }
    if not parts.keys() & {"family", "given", "literal"}:
        return None
    if "literal" in parts:
        return Name(literal=parts["literal"])
    if "family" not in parts:
        parts["family"] = parts.pop("given")
    return Name(**parts)
