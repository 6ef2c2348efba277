"""BibTeX files (and biblatex's), read entry by entry: one that is broken spoils no other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from explorer.domain.reference import BibliographyForm, Name, ReadBibliography, ReadReference, Reference
from explorer.services.bibliography import kinds
from explorer.services.bibliography.dates import edtf_from_bibtex, first_year, month_and_day
from explorer.services.bibliography.latex import decode, encode
from explorer.services.bibliography.records import LONGEST, MOST_NAMES, clean

_START = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_PLAIN = {
    "title": "title",
    "place": "address",
    "collection": "series",
    "volume": "volume",
    "edition": "edition",
    "genre": "type",
    "authority": "organization",
    "isbn": "isbn",
    "issn": "issn",
    "language": "language",
    "abstract": "abstract",
    "note": "note",
}
"""Fields of a reference that BibTeX calls by one name whatever the entry."""
_SYNONYMS = {
    "location": "address",
    "langid": "language",
    "annote": "note",
    "institution": "publisher",
    "school": "publisher",
    "journaltitle": "journal",
    "institutiontitle": "publisher",
}
_MORE = {
    "keywords": "keyword",
    "shorttitle": "title-short",
    "eventtitle": "event-title",
    "version": "version",
}
_PUBLISHER = {"techreport": "institution", "phdthesis": "school"}
_IN_BOOKS = frozenset(("incollection", "inproceedings", "inreference"))
_ADDRESS_OUT = str.maketrans({"{": "%7B", "}": "%7D", " ": "%20", "\\": "%5C"})


def read(text: str, most: int) -> ReadBibliography:
    """Read at most ``most`` entries of a BibTeX file."""
    from pybtex.database.input.bibtex import month_names
    from pybtex.utils import CaseInsensitiveDict

    macros = CaseInsensitiveDict(month_names)
    records: list[ReadReference] = []
    problems: list[str] = []
    starts = [found.start() for found in _START.finditer(text)] or [0]
    line = text.count("\n", 0, starts[0]) + 1
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        block = text[start:end]
        for record in _entries(block, line, macros, problems):
            if len(records) >= most:
                problems.append(f"The file has more than {most:,} records; the rest was left out.")
                return ReadBibliography(BibliographyForm.BIBTEX, tuple(records), tuple(problems))
            records.append(record)
        line += block.count("\n")
    return ReadBibliography(BibliographyForm.BIBTEX, tuple(records), tuple(problems))


def write(references: Iterable[Reference]) -> str:
    """References as the text of a BibTeX file in UTF-8.

    Dates stand as ``year`` and ``month`` for BibTeX and, where that is not all, as EDTF in biblatex's
    ``date``. What BibTeX has no field for stays behind.
    """
    taken: set[str] = set()
    return "\n".join(_written(one, taken) for one in references)


def _entries(block: str, line: int, macros: Any, problems: list[str]) -> Iterator[ReadReference]:
    from pybtex.database.input.bibtex import LowLevelParser
    from pybtex.scanner import PybtexSyntaxError

    errors: list[PybtexSyntaxError] = []
    for entry, content in LowLevelParser(block, macros=macros, handle_error=errors.append):
        if entry.lower() in {"string", "preamble"} or len(content) != 2:
            continue
        key, fields = content
        said = [_told(error, line) for error in errors]
        errors.clear()
        if key is None:
            continue
        yield _reference(entry, key, {name.lower(): "".join(parts) for name, parts in reversed(fields)}, said)
    problems.extend(_told(error, line) for error in errors)


def _told(error: Any, line: int) -> str:
    where = line - 1 + error.lineno
    what = str(error).partition(": ")[2] or str(error)
    return f"Line {where:,}: {clean(what)[:200]}."


def _reference(entry: str, key: str, raw: Mapping[str, str], problems: list[str]) -> ReadReference:
    fields: dict[str, str] = {}
    for name, value in raw.items():
        if len(value) > LONGEST:
            problems.append(f"The field “{name[:40]}” is longer than {LONGEST:,} characters and was cut.")
        fields.setdefault(_SYNONYMS.get(name, name), value[:LONGEST])
    kind = kinds.from_bibtex(entry, fields.get("entrysubtype", ""))
    if kind is None:
        problems.append(f"The type “@{entry[:40]}” is not known; it is kept as a document.")
        kind = "document"
    given: dict[str, Any] = {
        field: clean(decode(fields[name])) for field, name in _PLAIN.items() if name in fields
    }
    container = fields.get("booktitle" if kinds.to_bibtex(kind)[0] in _IN_BOOKS else "journal", "")
    given["container"] = clean(decode(container or fields.get("booktitle", "") or fields.get("journal", "")))
    publisher = fields.get("publisher", "") or fields.get("howpublished", "")
    given["publisher"] = "" if "\\url" in publisher else clean(decode(publisher))
    number, issue = (clean(decode(fields.get(name, ""))) for name in ("number", "issue"))
    if kind.startswith("article-"):
        given |= {"issue": number or issue, "number": clean(decode(fields.get("eid", "")))}
    else:
        given |= {"issue": issue, "number": number}
    given["pages"] = clean(decode(fields.get("pages", "")).replace("–", "-").replace("—", "-"))
    given["doi"] = _address(fields.get("doi", ""))
    given["url"] = _address(fields.get("url", "") or fields.get("howpublished", "") * ("\\url" in publisher))
    translators = _names(fields.get("translator", ""), problems)
    given["date"] = _date(fields, ("date", "year", "month", "day"), problems)
    given["accessed"] = _date(fields, ("urldate", "urlyear", "urlmonth", "urlday"), problems)
    return ReadReference(
        Reference(
            key=clean(key)[:200],
            kind=kind,
            authors=_names(fields.get("author", ""), problems),
            editors=_names(fields.get("editor", ""), problems),
            more=tuple(
                sorted((csl, clean(decode(fields[name]))) for name, csl in _MORE.items() if fields.get(name))
            ),
            others=(("translator", translators),) if translators else (),
            **given,
        ),
        tuple(problems),
    )


def _date(fields: Mapping[str, str], names: tuple[str, str, str, str], problems: list[str]) -> str | None:
    date = clean(fields.get(names[0], ""))  # EDTF: here a tilde is no space
    year, month, day = (clean(decode(fields.get(name, ""))) for name in names[1:])
    found = edtf_from_bibtex(date, year, month, day)
    if found is None and (said := date or year or month):
        problems.append(f"The date “{said[:40]}” cannot be read; it was left out.")
    return found


def _address(text: str) -> str:
    text = re.sub(r"\\url\s*|[{}]", "", text.strip())
    return clean(re.sub(r"\\([_%&#~$])", r"\1", text))


def _names(text: str, problems: list[str]) -> tuple[Name, ...]:
    from pybtex.bibtex.utils import split_name_list

    names = [one.strip() for one in split_name_list(" ".join(text.split())) if one.strip()]
    if len(names) > MOST_NAMES:
        problems.append(f"An entry has more than {MOST_NAMES:,} names; the rest was left out.")
    found = [_name(one) for one in names[:MOST_NAMES] if one.lower() != "others"]
    if None in found:
        problems.append("A name cannot be read: it has too many commas. It was left out.")
    return tuple(one for one in found if one is not None)


def _name(text: str) -> Name | None:
    from pybtex.database import InvalidNameString, Person

    if text.startswith("{") and _closes(text) == len(text) - 1:
        return Name(literal=clean(decode(text)))
    try:
        person = Person(text)
    except InvalidNameString:
        return None

    def part(*words: list[str]) -> str:
        return clean(decode(" ".join(word for some in words for word in some)))

    family = part(person.last_names)
    given = part(person.first_names, person.middle_names)
    name = Name(family, given, particle=part(person.prelast_names), suffix=part(person.lineage_names))
    if not family:
        return None
    return name if given or name.particle or name.suffix else Name(literal=family)


def _closes(text: str) -> int:
    """Where the brace that opens a text is closed; -1 if it is not."""
    depth = 0
    for at, letter in enumerate(text):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return at
    return -1


def _written(reference: Reference, taken: set[str]) -> str:
    entry, subtype = kinds.to_bibtex(reference.kind)
    fields = {"author": _people(reference.authors), "editor": _people(reference.editors)}
    fields |= {name: encode(getattr(reference, field)) for field, name in _PLAIN.items()}
    # In two pairs of braces no style changes the case of what they hold.
    fields["title"] = f"{{{fields['title']}}}" if fields["title"] else ""
    fields["booktitle" if entry in _IN_BOOKS else "journal"] = encode(reference.container)
    fields[_PUBLISHER.get(entry, "publisher")] = encode(reference.publisher)
    is_article = reference.kind.startswith("article-")
    fields["number"] = encode(reference.issue if is_article else reference.number)
    fields["eid" if is_article else "issue"] = encode(reference.number if is_article else reference.issue)
    fields["pages"] = encode(reference.pages).replace("-{}-", "-").replace("-", "--")
    if reference.date:
        month, day = month_and_day(reference.date)
        fields |= {"year": first_year(reference.date), "month": month, "day": day}
        if reference.date != "-".join(part.zfill(2) for part in (fields["year"], month, day) if part):
            fields["date"] = reference.date
    fields["urldate"] = reference.accessed or ""
    fields["doi"], fields["url"] = (text.translate(_ADDRESS_OUT) for text in (reference.doi, reference.url))
    fields["entrysubtype"] = subtype
    fields |= {name: encode(dict(reference.more).get(csl, "")) for name, csl in _MORE.items()}
    fields["translator"] = _people(dict(reference.others).get("translator", ()))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{entry}{{{_key(reference.key, taken)},\n{lines}}}\n"


def _key(key: str, taken: set[str]) -> str:
    """A key that BibTeX can read and that no other entry has."""
    base = re.sub(r"[^A-Za-z0-9_:./+-]+", "-", key).strip("-") or "entry"
    wanted, number = base, 1
    while wanted.lower() in taken:
        number += 1
        wanted = f"{base}-{number}"
    taken.add(wanted.lower())
    return wanted


def _people(names: Iterable[Name]) -> str:
    return " and ".join(map(_person, names))


def _person(name: Name) -> str:
    if name.literal or not (name.given or name.suffix or name.particle):
        return f"{{{encode(name.literal or name.family)}}}"
    particle = " ".join(part for part in (name.dropping, name.particle) if part)
    family = name.family
    if particle and not all(word[:1].islower() for word in particle.split()):
        particle, family = "", f"{particle} {family}"
    needs_braces = "," in family or " " in family or not family[:1].isupper()
    last = f"{{{encode(family)}}}" if needs_braces else encode(family)
    given = encode(name.given)
    given = f"{{{given}}}" if "," in given or re.search(r"\band\b", given) else given
    return ", ".join(
        part for part in (f"{encode(particle)} {last}".strip(), encode(name.suffix), given) if part
    )
