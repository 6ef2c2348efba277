"""Reads what of many events was checked, and the passages that speak of them."""

from collections.abc import Iterable

from sqlalchemy import Connection, or_, select

from explorer.domain.detail import PassageCard
from explorer.domain.event import Status
from explorer.domain.passage import Stance
from explorer.domain.reading import in_figures, pages_between
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.documents import pages_of


def unchecked_ids(connection: Connection) -> list[int]:
    """The ids of all events of which date or citation was not checked."""
    event = schema.event
    doubtful = or_(event.c.date_status != Status.CHECKED, event.c.citation_status != Status.CHECKED)
    return list(connection.scalars(select(event.c.id).where(doubtful)))


def cards_of(connection: Connection, event_ids: Iterable[int]) -> dict[int, tuple[PassageCard, ...]]:
    """The passages that speak of events, by event, in the order of sources and texts."""
    link, passage, source = schema.evidence, schema.passage, schema.source
    found = connection.execute(
        select(
            link.c.event_id,
            *rows.PASSAGE,
            *rows.ANCHOR,
            link.c.stance,
            link.c.note.label("evidence_note"),
            link.c.example,
        )
        .join_from(link, passage, passage.c.id == link.c.passage_id)
        .outerjoin(schema.anchor, schema.anchor.c.passage_id == passage.c.id)
        .where(link.c.event_id.in_(rows.among(event_ids)))
        .order_by(passage.c.source_id, passage.c.start, passage.c.id)
    ).all()
    quantities = rows.quantities_of(connection, {row.id for row in found})
    named = {row.source_id for row in found}
    sources = {
        row.id: rows.source(row)
        for row in connection.execute(select(*rows.SOURCE).where(source.c.id.in_(rows.among(named))))
    }
    pages = pages_of(connection, sources)
    cards: dict[int, list[PassageCard]] = {}
    for row in found:
        anchor = rows.anchor(row)
        page = ""
        if anchor is not None and anchor.start is not None and anchor.end is not None:
            page = in_figures(pages_between(pages.get(row.source_id, ()), anchor.start, anchor.end))
        card = PassageCard(
            passage=rows.passage(row, quantities[row.id]),
            source=sources[row.source_id],
            stance=rows.member(Stance, row.stance),
            note=row.evidence_note,
            example=bool(row.example),
            anchor=anchor,
            page=page,
        )
        cards.setdefault(row.event_id, []).append(card)
    return {event_id: tuple(found_) for event_id, found_ in cards.items()}
