"""Reads what is cited or travels: the sources on which events rest, passages with all they are linked to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from explorer.domain.annotation import AnnotatedPassage, EventLink
from explorer.domain.passage import Stance
from explorer.domain.reading import PageStart
from explorer.domain.source import Source
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.documents import pages
from explorer.store.reads.sources import RESTING


@dataclass(frozen=True, slots=True)
class RecordsKnown:
    """The records of a library by what they are known by outside of it.

    ``passages`` and ``events`` are ids by uuid, ``places`` ids of passages by (source, first code point,
    words), ``evidence`` pairs of passage and event, ``sums`` sources by the SHA-256 of the attached file.
    """

    passages: Mapping[str, int]
    places: Mapping[tuple[int, int, str], int]
    events: Mapping[str, int]
    evidence: frozenset[tuple[int, int]]
    sums: Mapping[str, int]


def pages_of(connection: Connection, source_ids: Iterable[int]) -> dict[int, tuple[PageStart, ...]]:
    """The pages of the documents attached to sources, by source; none for a document without pages.

    Raises:
        MalformedError: they cannot be read.
    """
    document = schema.document
    found = connection.execute(
        select(document.c.source_id, document.c.pages).where(document.c.source_id.in_(rows.among(source_ids)))
    )
    return {row.source_id: pages(row.pages) for row in found}


def sources_of(connection: Connection, event_ids: Iterable[int]) -> tuple[Source, ...]:
    """The sources on which events rest: those they cite, and those with a passage that speaks of them."""
    resting = select(RESTING.c.source_id).where(RESTING.c.event_id.in_(rows.among(event_ids)))
    found = connection.execute(
        select(*rows.SOURCE).where(schema.source.c.id.in_(resting)).order_by(schema.source.c.id)
    )
    return tuple(map(rows.source, found))


def annotated_passages(connection: Connection) -> tuple[AnnotatedPassage, ...]:
    """Every passage with its source and the events it speaks of, in the order of sources and texts."""
    passage, link, event = schema.passage, schema.evidence, schema.event
    sources = {row.id: rows.source(row) for row in connection.execute(select(*rows.SOURCE))}
    links = rows.grouped(
        connection.execute(
            select(
                link.c.passage_id,
                link.c.stance,
                link.c.note,
                link.c.example,
                event.c.uuid,
                event.c.title,
                event.c.start_edtf,
                event.c.end_edtf,
            )
            .join_from(link, event, event.c.id == link.c.event_id)
            .order_by(event.c.earliest, event.c.id)
        ),
        _link,
    )
    found = connection.execute(
        select(*rows.PASSAGE).order_by(passage.c.source_id, passage.c.start, passage.c.id)
    ).all()
    quantities = rows.quantities_of(connection, [row.id for row in found])
    return tuple(
        AnnotatedPassage(rows.passage(row, quantities[row.id]), sources[row.source_id], tuple(links[row.id]))
        for row in found
    )


def records_known(connection: Connection) -> RecordsKnown:
    """What annotations that come in are compared with."""
    passage, event, link, document = schema.passage, schema.event, schema.evidence, schema.document
    columns = (passage.c.id, passage.c.uuid, passage.c.source_id, passage.c.start, passage.c.exact)
    passages = connection.execute(select(*columns)).all()
    return RecordsKnown(
        passages={row.uuid: row.id for row in passages},
        places={(row.source_id, row.start, row.exact): row.id for row in passages},
        events={row.uuid: row.id for row in connection.execute(select(event.c.uuid, event.c.id))},
        evidence=frozenset(
            (row.passage_id, row.event_id)
            for row in connection.execute(select(link.c.passage_id, link.c.event_id))
        ),
        sums={
            row.sha256: row.source_id
            for row in connection.execute(select(document.c.sha256, document.c.source_id))
        },
    )


def _link(row: rows.AnyRow) -> EventLink:
    return EventLink(
        uuid=row.uuid,
        title=row.title,
        start=row.start_edtf,
        end=row.end_edtf,
        stance=rows.member(Stance, row.stance),
        note=row.note,
        example=bool(row.example),
    )
