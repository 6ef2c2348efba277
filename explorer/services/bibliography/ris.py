"""RIS files, read and written through rispy record by record: one broken record spoils no other."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from explorer.domain.reference import BibliographyForm, Name, ReadBibliography, ReadReference, Reference
from explorer.services.bibliography import kinds
from explorer.services.bibliography.dates import edtf_from_ris, first_year, ris_from_edtf
from explorer.services.bibliography.records import LONGEST, MOST_NAMES, clean

_LINE = re.compile(r"^\ufeff?\s?([A-Z][A-Z0-9]) {1,2}- ?(.*)$")
_MOST_LINES = 5_000
"""Lines of one record."""
_PLAIN = {
    "title": ("title", "primary_title"),
    "container": ("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
    "collection": ("tertiary_title",),
    "volume": ("volume",),
    "issue": ("number",),
    "number": ("note",),
    "publisher": ("publisher",),
    "place": ("place_published",),
    "edition": ("edition",),
    "doi": ("doi",),
    "language": ("language",),
    "abstract": ("abstract", "notes_abstract"),
}
"""Fields of a reference by rispy's names for the tags (M1 is "note", N1 "notes"), the one we write first."""
_MORE = {"short_title": "title-short", "call_number": "call-number", "name_of_database": "archive"}
_AUTHORS = ("authors", "first_authors")
_EDITORS = ("secondary_authors", "tertiary_authors")
_WITH_ISBN = frozenset(("book", "chapter", "report", "paper-conference", "thesis", "pamphlet", "collection"))


def read(text: str, most: int) -> ReadBibliography:
    """Read at most ``most`` records of a RIS file."""
    import rispy

    records: list[ReadReference] = []
    problems: list[str] = []
    for line, block, problem in _blocks(text):
        if len(records) >= most:
            problems.append(f"The file has more than {most:,} records; the rest was left out.")
            break
        said = [problem] if problem else []
        # Addresses hold semicolons, which rispy would take for a list.
        found = rispy.loads(block, delimiter_tags_mapping={})
        if found:
            records.append(_reference(found[0], f"line-{line}", said))
    return ReadBibliography(BibliographyForm.RIS, tuple(records), tuple(problems))


def write(references: Iterable[Reference]) -> str:
    """References as the text of a RIS file. What RIS has no tag for stays behind."""
    import rispy

    class Writer(rispy.RisWriter):  # type: ignore[misc]
        """Without the number before each record, which is no part of the format."""

        def set_header(self, count: int) -> str:  # noqa: ARG002
            return ""

    written: str = rispy.dumps(
        [_written(one) for one in references], implementation=Writer, delimiter_tags_mapping={}
    )
    return written


def _blocks(text: str) -> Iterable[tuple[int, str, str]]:
    """Records as (line, text from TY to ER, what was wrong with its frame)."""
    block: list[str] = []
    start = 0
    for number, raw in enumerate([*text.split("\n"), "TY  - "], 1):
        found = _LINE.match(raw.rstrip("\r"))
        tag = found[1] if found else ""
        if tag == "TY" and block:
            yield start, "\n".join([*block, "ER  - "]), f"Line {start:,}: the record has no end (ER)."
            block = []
        if tag == "TY":
            start = number
        if found and (tag == "TY" or block):
            block.append(f"{tag}  - {clean(found[2][:LONGEST])}")
        elif block and raw.strip():
            block.append(clean(raw[:LONGEST]))
        if tag == "ER" and block:
            yield start, "\n".join(block), ""
            block = []
        if len(block) > _MOST_LINES:
            said = f"Line {start:,}: the record has more than {_MOST_LINES:,} lines; the rest was left out."
            yield start, "\n".join([*block, "ER  - "]), said
            block = []


def _reference(record: Mapping[str, Any], spare_key: str, problems: list[str]) -> ReadReference:
    def text(*names: str) -> str:
        values = (record.get(name, "") for name in names)
        return next((clean(str(value))[:LONGEST] for value in values if isinstance(value, str) and value), "")

    kind_of_work, said = text("type_of_work"), text("type_of_reference")
    kind = kinds.from_ris(said, kind_of_work)
    if kind is None:
        problems.append(f"The type “{said[:40]}” is not known; it is kept as a document.")
        kind = "document"
    given: dict[str, Any] = {field: text(*names) for field, names in _PLAIN.items()}
    given["genre"] = "" if kind_of_work in kinds.CSL else kind_of_work
    if kind == "legal_case":
        given["authority"], given["publisher"] = given["publisher"], ""
    first, last = text("start_page"), text("end_page")
    given["pages"] = f"{first}-{last}" if first and last and last != first else first
    given["isbn" if kind in _WITH_ISBN else "issn"] = text("issn")
    given["url"] = next((clean(url) for url in record.get("urls", ())), "")
    given["note"] = clean(" ".join(record.get("notes", ())))
    date = text("date") or text("year", "publication_year")
    for field, value in (("date", date), ("accessed", text("access_date"))):
        given[field] = edtf_from_ris(value) if value else None
        if value and given[field] is None:
            problems.append(f"The date “{value[:40]}” cannot be read; it was left out.")
    more = {csl: text(name) for name, csl in _MORE.items()} | {
        "keyword": ", ".join(clean(word) for word in record.get("keywords", ()))
    }
    return ReadReference(
        Reference(
            key=text("id", "label", "accession_number")[:200] or spare_key,
            kind=kind,
            authors=_names(record, _AUTHORS, problems),
            editors=_names(record, _EDITORS, problems),
            more=tuple(sorted((name, value) for name, value in more.items() if value)),
            **given,
        ),
        tuple(problems),
    )


def _names(record: Mapping[str, Any], tags: tuple[str, ...], problems: list[str]) -> tuple[Name, ...]:
    found = [name for tag in tags for name in record.get(tag, ()) if name.strip(" ,")]
    if len(found) > MOST_NAMES:
        problems.append(f"A record has more than {MOST_NAMES:,} names; the rest was left out.")
    return tuple(map(_name, found[:MOST_NAMES]))


def _name(text: str) -> Name:
    """A person as "Family, Given, Suffix"; a body without a comma, or with one at its end."""
    text = clean(text)
    if text.endswith(",") or "," not in text:
        return Name(literal=text.rstrip(", "))
    family, given, suffix = ([part.strip() for part in text.split(",", 2)] + ["", ""])[:3]
    return Name(family, given, suffix=suffix) if family and given else Name(literal=text.strip(" ,"))


def _written(reference: Reference) -> dict[str, Any]:
    kind, work = kinds.to_ris(reference.kind)
    first, dash, last = reference.pages.partition("-")
    is_case = reference.kind == "legal_case"
    record: dict[str, Any] = {
        "type_of_reference": kind,
        "id": reference.key,
        "authors": [_person(name) for name in reference.authors],
        "secondary_authors": [_person(name) for name in reference.editors],
        **{names[0]: getattr(reference, field) for field, names in _PLAIN.items()},
        "publisher": (is_case and reference.authority) or reference.publisher,
        "type_of_work": work or reference.genre,
        "start_page": first.strip(),
        "end_page": last.strip() if dash else "",
        "issn": reference.isbn if reference.kind in _WITH_ISBN else reference.issn,
        "urls": [reference.url] if reference.url else [],
        "notes": [reference.note] if reference.note else [],
        "keywords": [
            word.strip() for word in dict(reference.more).get("keyword", "").split(",") if word.strip()
        ],
        **{name: dict(reference.more).get(csl, "") for name, csl in _MORE.items()},
    }
    if reference.date:
        record |= {"year": first_year(reference.date), "date": ris_from_edtf(reference.date)}
    if reference.accessed:
        record["access_date"] = ris_from_edtf(reference.accessed)
    return {name: value for name, value in record.items() if value}


def _person(name: Name) -> str:
    if name.literal or not name.given:
        text = name.literal or name.family
        return f"{text}," if "," in text else text
    family = " ".join(part for part in (name.dropping, name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.given, name.suffix) if part)
