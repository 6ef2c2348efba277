"""Reads documents and their passages."""

from collections.abc import Sequence

from sqlalchemy import Connection, case, func, select, union

from explorer.domain.detail import DocumentPassage, SourceDetail, UndatedPassage
from explorer.domain.errors import ReaderError
from explorer.domain.note import NoteTarget
from explorer.domain.paragraphs import paragraphs
from explorer.domain.passage import AnchorState, Evidence, Passage, Stance
from explorer.domain.source import Source, SourceSummary
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.documents import document_of
from explorer.store.reads.notes import notes

_IN_ORDER = (schema.passage.c.source_id, schema.passage.c.start, schema.passage.c.id)


def passages(connection: Connection, source_id: int) -> tuple[Passage, ...]:
    """The passages of one source in the order of its text."""
    found = connection.execute(
        select(*rows.PASSAGE).where(schema.passage.c.source_id == source_id).order_by(*_IN_ORDER)
    ).all()
    return _with_quantities(connection, found)


def evidence(connection: Connection) -> tuple[Evidence, ...]:
    """Every link from a passage to an event."""
    table = schema.evidence
    found = connection.execute(select(*table.c).order_by(table.c.passage_id, table.c.event_id))
    return tuple(
        Evidence(row.passage_id, row.event_id, rows.member(Stance, row.stance), row.note, bool(row.example))
        for row in found
    )


def undated_passages(connection: Connection) -> tuple[UndatedPassage, ...]:
    """The passages whose time cannot be told, in the order of the sources and of their text."""
    found = connection.execute(
        select(*rows.PASSAGE).where(schema.passage.c.date_edtf.is_(None)).order_by(*_IN_ORDER)
    ).all()
    named = connection.execute(
        select(*rows.SOURCE).where(schema.source.c.id.in_(rows.among({row.source_id for row in found})))
    )
    sources = {row.id: rows.source(row) for row in named}
    return tuple(
        UndatedPassage(each, sources[each.source_id]) for each in _with_quantities(connection, found)
    )


def source_summaries(connection: Connection) -> tuple[SourceSummary, ...]:
    """Every source with what rests on it: articles first, then records, as the library lists them."""
    source, document = schema.source, schema.document
    found = connection.execute(
        select(
            *rows.SOURCE,
            document.c.attached,
            func.coalesce(_PASSAGES.c.passages, 0).label("passages"),
            func.coalesce(_EVENTS.c.events, 0).label("events"),
            *(func.coalesce(_PASSAGES.c[state.value], 0).label(state.value) for state in AnchorState),
        )
        .outerjoin(document, document.c.source_id == source.c.id)
        .outerjoin(_PASSAGES, _PASSAGES.c.source_id == source.c.id)
        .outerjoin(_EVENTS, _EVENTS.c.source_id == source.c.id)
        .order_by(source.c.role, source.c.id)
    )
    return tuple(
        SourceSummary(
            rows.source(row),
            row.passages,
            row.events,
            row.attached,
            row.exact,
            row.moved,
            row.lost,
            row.approximate,
            row.several,
        )
        for row in found
    )


def source_detail(connection: Connection, source_id: int) -> SourceDetail:
    """One source with its text, if attached, its passages, and the events that rest on it by time.

    Raises:
        ReaderError: the library has no such source (any more).
    """
    row = connection.execute(select(*rows.SOURCE).where(schema.source.c.id == source_id)).one_or_none()
    if row is None:
        raise ReaderError("This source is no longer in the library. Open the list of sources again.")
    headings = connection.execute(
        select(*rows.HEADING)
        .where(schema.event.c.id.in_(select(RESTING.c.event_id).where(RESTING.c.source_id == source_id)))
        .order_by(schema.event.c.earliest, schema.event.c.latest, schema.event.c.id)
    )
    document = document_of(connection, source_id)
    return SourceDetail(
        source=rows.source(row),
        document=document,
        passages=_document_passages(connection, source_id),
        events=tuple(map(rows.heading, headings)),
        paragraphs=paragraphs(document.text) if document is not None else (),
    )


RESTING = union(
    select(schema.event_source.c.source_id, schema.event_source.c.event_id),
    select(schema.passage.c.source_id, schema.evidence.c.event_id)
    .join_from(schema.passage, schema.evidence)
    .where(schema.evidence.c.example == 0),
).subquery("resting")
"""Which event rests on which source: by citing it, or because one of its passages speaks of the event."""

_EVENTS = (
    select(RESTING.c.source_id, func.count().label("events")).group_by(RESTING.c.source_id).subquery("events")
)

_PASSAGES = (
    select(
        schema.passage.c.source_id,
        func.count().label("passages"),
        *(
            func.count(case((schema.anchor.c.state == state.value, 1))).label(state.value)
            for state in AnchorState
        ),
    )
    .outerjoin(schema.anchor, schema.anchor.c.passage_id == schema.passage.c.id)
    .group_by(schema.passage.c.source_id)
    .subquery("passages")
)


def source_with_id(connection: Connection, source_id: int) -> Source | None:
    """One source without what rests on it; None if there is no such."""
    row = connection.execute(select(*rows.SOURCE).where(schema.source.c.id == source_id)).one_or_none()
    return None if row is None else rows.source(row)


def slugs_like(connection: Connection, stem: str) -> tuple[str, ...]:
    """The readable names of sources that begin with ``stem``."""
    slug = schema.source.c.slug
    return tuple(connection.scalars(select(slug).where(slug.startswith(stem, autoescape=True))))


def source_keys(connection: Connection) -> tuple[tuple[str, str | None, str], ...]:
    """Title, date and CSL record of every source: what it is known again by."""
    source = schema.source
    found = connection.execute(select(source.c.title, source.c.date_edtf, source.c.csl))
    return tuple((row.title, row.date_edtf, row.csl) for row in found)


def rejected_dates(connection: Connection, source_id: int) -> frozenset[str]:
    """What tells apart the dates of a source that are not to be offered again."""
    rejected = schema.rejected_date
    return frozenset(connection.scalars(select(rejected.c.digest).where(rejected.c.source_id == source_id)))


def _document_passages(connection: Connection, source_id: int) -> tuple[DocumentPassage, ...]:
    passage, link, event = schema.passage, schema.evidence, schema.event
    found = connection.execute(
        select(*rows.PASSAGE, *rows.ANCHOR)
        .outerjoin(schema.anchor, schema.anchor.c.passage_id == passage.c.id)
        .where(passage.c.source_id == source_id)
        .order_by(*_IN_ORDER)
    ).all()
    events, examples = (
        rows.grouped(
            connection.execute(
                select(link.c.passage_id, *rows.HEADING)
                .join_from(link, event, event.c.id == link.c.event_id)
                .join(passage, passage.c.id == link.c.passage_id)
                .where(passage.c.source_id == source_id, link.c.example == example)
                .order_by(event.c.importance.desc(), event.c.earliest, event.c.id)
            ),
            rows.heading,
        )
        for example in (0, 1)
    )
    stances = rows.grouped(
        connection.execute(
            select(link.c.passage_id, link.c.event_id, link.c.stance)
            .join(passage, passage.c.id == link.c.passage_id)
            .where(passage.c.source_id == source_id)
        ),
        _stance,
    )
    written = notes(connection, NoteTarget.PASSAGE, [row.id for row in found])
    return tuple(
        DocumentPassage(
            made,
            rows.anchor(row),
            tuple(events[row.id]),
            tuple(examples[row.id]),
            dict(stances[row.id]),
            tuple(each for each in written if each.target_id == row.id),
        )
        for made, row in zip(_with_quantities(connection, found), found, strict=True)
    )


def _stance(row: rows.AnyRow) -> tuple[int, Stance]:
    return row.event_id, rows.member(Stance, row.stance)


def _with_quantities(connection: Connection, found: Sequence[rows.AnyRow]) -> tuple[Passage, ...]:
    quantities = rows.quantities_of(connection, [row.id for row in found])
    return tuple(rows.passage(row, quantities[row.id]) for row in found)
