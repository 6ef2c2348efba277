"""Changes the bibliographic record of a source: its own fields and its CSL record together."""

from dataclasses import replace

from explorer.domain.change import ChangeSet, updated
from explorer.domain.errors import DateError, ReaderError
from explorer.domain.record import RecordDraft
from explorer.domain.reference import Name, Reference
from explorer.domain.source import Source
from explorer.services.bibliography.records import without_marks
from explorer.services.bibliography.sources import reference_of, source_of
from explorer.services.edits import Plan
from explorer.services.new_sources import label_of, name_of
from explorer.store import reads
from explorer.store.engine import Transaction
from explorer.store.filling import source_row
from explorer.store.records import fields_of

_SAME = ("kind", "publisher", "container", "volume", "issue", "pages", "doi", "url", "language")
"""Fields that a draft and a reference call the same."""
_KNOWN = ("author", "issued", "publisher")
"""Fields of which a record says when they are not known."""


def draft_of(source: Source) -> RecordDraft:
    """What the record of a source says now."""
    reference = reference_of(source)
    return RecordDraft(
        title=without_marks(reference.title),
        authors=tuple(map(_written, reference.authors)),
        date=reference.date or "",
        rights=source.rights,
        label=source.label,
        is_checked=not source.inferred,
        **{name: getattr(reference, name) for name in _SAME},
    )


def saving(source_id: int, draft: RecordDraft) -> Plan:
    """Writes a record. What was changed, or was checked as a whole, counts as confirmed from then on."""

    def plan(connection: Transaction) -> ChangeSet:
        source = reads.source_with_id(connection, source_id)
        before = fields_of(connection, "source", {"id": source_id})
        if source is None or before is None:
            raise ReaderError("This source is no longer in the library. Open the list of sources again.")
        after = source_row(_changed(source, draft))
        del after["id"]
        changes = updated("source", {"id": source_id}, before, after)
        return ChangeSet(f"Edit the record of “{source.label}”", changes)

    return plan


def problem_of(draft: RecordDraft) -> str:
    """What keeps a draft from being saved, as a sentence; "" if nothing does.

    Raises nothing: a date that is none is a problem like others.
    """
    from explorer.domain.edtf import parse

    if not draft.title and not draft.label:
        return "A source needs a title or at least a short name."
    if draft.date:
        try:
            parse(draft.date)
        except DateError:
            return f"“{draft.date}” is no date."
    return ""


def _changed(source: Source, draft: RecordDraft) -> Source:
    reference = _reference(reference_of(source), draft)
    made = source_of(reference, id=source.id, uuid=source.uuid, slug=source.slug)
    was = draft_of(source)
    values = {
        "title": (was.title, draft.title),
        "author": (was.authors, draft.authors),
        "issued": (was.date, draft.date),
        "publisher": (was.publisher, draft.publisher),
    }
    return replace(
        source,
        title=made.title,
        authors=made.authors,
        publisher=made.publisher,
        date=made.date,
        kind=made.kind,
        language=made.language,
        csl=made.csl,
        rights=draft.rights,
        label=draft.label or label_of(reference) or made.label,
        unknown=tuple(
            name
            for name in dict.fromkeys((*source.unknown, *_KNOWN))
            if name in values and not values[name][1] and (name in source.unknown or values[name][0])
        ),
        inferred=()
        if draft.is_checked
        else tuple(
            name
            for name in source.inferred
            if name not in values or (values[name][1] and values[name][0] == values[name][1])
        ),
    )


def _reference(was: Reference, draft: RecordDraft) -> Reference:
    named = {_written(name): name for name in was.authors}
    return replace(
        was,
        title=was.title if without_marks(was.title) == draft.title else draft.title,
        authors=tuple(named.get(text) or _name(text) for text in draft.authors if text),
        date=draft.date or None,
        **{name: getattr(draft, name) for name in _SAME},
    )


def _name(text: str) -> Name:
    """A name out of a field: a person's has a comma after the family name, a body's has none."""
    return name_of(text) if "," in text else Name(literal=text)


def _written(name: Name) -> str:
    """A name as it is written in a field: family name first, so that it can be taken apart again."""
    family = " ".join(part for part in (name.particle, name.family) if part)
    given = " ".join(part for part in (name.given, name.dropping, name.suffix) if part)
    return name.literal or (f"{family}, {given}" if given else family)
