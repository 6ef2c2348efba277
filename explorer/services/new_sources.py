"""Makes sources of files and of bibliographies: the records that are to be added, as a change set."""

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, added
from explorer.domain.reading import Found, Kind, Reading
from explorer.domain.reference import Name, ReadBibliography, Reference
from explorer.domain.source import Source, SourceRole
from explorer.services.bibliography.sources import source_of
from explorer.services.documents import document_of
from explorer.services.reading.files import FileBytes
from explorer.store.documents import new_document
from explorer.store.engine import Transaction
from explorer.store.filling import source_row
from explorer.store.reads import slugs_like, source_keys
from explorer.store.records import next_id

KINDS = {
    Kind.HTML: "webpage",
    Kind.EPUB: "book",
}
"""What sources of some kinds of file are in the terms of CSL; others are documents."""
LONGEST_LABEL = 60
LONGEST_SLUG = 40
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def entering(connection: Transaction, file: FileBytes, reading: Reading, *, keep: bool) -> ChangeSet:
    """What has a file be a new source with its text.

    What the file says of itself is marked as inferred until a reader confirms it, what it does not say as
    unknown.

    Args:
        connection: shows the library as it is.
        file: the file.
        reading: what was read from it.
        keep: whether the file itself is to lie in the library, too.
    """
    source = _source(connection, file, reading)
    document = document_of(source.id, file, reading, keep=keep)
    return ChangeSet(f"Add “{source.label}”", (_new(source), new_document(document)))


def listing(connection: Transaction, name: str, found: ReadBibliography) -> tuple[ChangeSet, int]:
    """What has the records of a bibliography be new sources without text; and how many are there already.

    A record is there already if a source has its DOI, ISBN or address, or its title and year.
    """
    known = {key for csl in source_keys(connection) for key in _keys(*csl)}
    changes: list[Change] = []
    taken: set[str] = set()
    number = next_id(connection, "source")
    doubles = 0
    for read in found.records:
        reference = read.reference
        keys = _keys_of(reference)
        if keys & known:
            doubles += 1
            continue
        known |= keys
        title = reference.title or (reference.authors[0].text if reference.authors else "") or reference.key
        slug = _slug(connection, f"{reference.key} {title}", taken)
        taken.add(slug)
        source = source_of(reference, id=number, uuid=str(uuid4()), slug=slug)
        changes.append(_new(replace(source, label=label_of(reference) or source.label)))
        number += 1
    return ChangeSet(f"Add the records of “{name}”", tuple(changes)), doubles


def label_of(reference: Reference) -> str:
    """A short name: who, and when ("Lindqvist 1976"); "" if that is not known."""
    names = [name.family or name.literal for name in reference.authors or reference.editors]
    if not names or len(names[0]) > LONGEST_LABEL // 2:
        return ""
    who = names[0]
    if len(names) > 1:
        who = f"{names[0]} and {names[1]}" if len(names) == 2 else f"{names[0]} and others"
    year = re.search(r"\d{4}", reference.date or "")
    return f"{who} {year[0]}" if year else who


def name_of(text: str) -> Name:
    """A name as a file writes it: "Ada Lindqvist" or "Lindqvist, Ada"; a single word is a body."""
    family, comma, given = text.partition(",")
    if comma:
        return Name(family=family.strip(), given=given.strip())
    given, _, family = text.rpartition(" ")
    return Name(family=family, given=given) if given else Name(literal=family)


def _source(connection: Transaction, file: FileBytes, reading: Reading) -> Source:
    found = reading.found
    title = found.title or file.name.rpartition(".")[0] or file.name
    slug = _slug(connection, title, ())
    reference = Reference(
        key=slug,
        kind=KINDS.get(reading.kind, "document"),
        title=title,
        authors=tuple(map(name_of, found.authors)),
        date=found.date or None,
        publisher=found.publisher,
        container=found.container,
        language=found.language,
        url=found.url,
    )
    source = source_of(reference, id=next_id(connection, "source"), uuid=str(uuid4()), slug=slug)
    return replace(
        source,
        role=SourceRole.ARTICLE,
        label=label_of(reference) or source.label,
        sha256=file.sha256,
        characters=len(reading.text),
        unknown=tuple(name for name, value in _fields(found) if not value),
        inferred=("title", *(name for name, value in _fields(found) if value)),
    )


def _fields(found: Found) -> Sequence[tuple[str, object]]:
    return (
        ("author", found.authors),
        ("issued", found.date),
        ("publisher", found.publisher or found.container),
    )


def _new(source: Source) -> Change:
    fields = source_row(source)
    del fields["id"]
    return added("source", {"id": source.id}, fields)


def _slug(connection: Transaction, text: str, taken: Sequence[str] | set[str]) -> str:
    """A readable name that no other source has."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    stem = _NOT_PLAIN.sub("-", plain).strip("-")[:LONGEST_SLUG].strip("-") or "source"
    used = {*slugs_like(connection, stem), *taken}
    number = 2
    slug = stem
    while slug in used:
        slug = f"{stem}-{number}"
        number += 1
    return slug


def _keys_of(reference: Reference) -> set[str]:
    record = {"DOI": reference.doi, "ISBN": reference.isbn, "URL": reference.url}
    return _keys(reference.title, reference.date, json.dumps(record))


def _keys(title: str, date: str | None, csl: str) -> set[str]:
    """By what a record is known again."""
    try:
        record = json.loads(csl or "{}")
    except ValueError:
        record = {}
    record = record if isinstance(record, dict) else {}
    keys = {
        f"{name} {_NOT_PLAIN.sub('', str(record[name]).casefold())}"
        for name in ("DOI", "ISBN", "URL")
        if record.get(name)
    }
    plain = "".join(filter(str.isalnum, title.casefold()))
    return keys | {f"title {plain} {(date or '')[:4]}"} if plain else keys
