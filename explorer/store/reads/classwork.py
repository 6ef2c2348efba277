"""Reads what a library has for the games of a class: tours with their events, and quotations."""

from sqlalchemy import Connection, func, select

from explorer.domain.classwork import TourDeck
from explorer.domain.passage import Stance
from explorer.store import schema
from explorer.store.reads import rows

MOST_QUOTATIONS = 2_000


def tour_decks(connection: Connection) -> tuple[TourDeck, ...]:
    """The tours with events in focus, in the order of their ids; those without any are left out."""
    step, tour = schema.step, schema.tour
    events = rows.grouped(
        connection.execute(
            select(step.c.tour_id, step.c.event_id)
            .where(step.c.event_id.is_not(None))
            .order_by(step.c.tour_id, step.c.position)
        ),
        _second,
    )
    return tuple(
        TourDeck(row.slug, row.title, tuple(dict.fromkeys(events[row.id])))
        for row in connection.execute(select(*tour.c).order_by(tour.c.id))
        if events[row.id]
    )


def quotations_count(connection: Connection) -> int:
    """How many passages do something for an event, as in :func:`quotations`."""
    return int(connection.scalar(select(func.count()).select_from(schema.passage).where(_SPEAKS)) or 0)


def quotations(connection: Connection) -> tuple[tuple[int, int, int, bool], ...]:
    """Passages that do something for an event: as (passage, its source, the event, whether it makes a claim).

    The first 2,000 at most, by id, each with the most important of its events. A mention is left out, unless
    a claim is made by it: nobody could tell what it does for the event.
    """
    passage, link, event = schema.passage, schema.evidence, schema.event
    found = connection.execute(
        select(passage.c.id, passage.c.source_id, event.c.id.label("event_id"), _CLAIMS.label("claims"))
        .join_from(passage, link, link.c.passage_id == passage.c.id)
        .join(event, event.c.id == link.c.event_id)
        .where(_TAKES_PART, func.trim(passage.c.exact) != "")
        .order_by(passage.c.id, event.c.importance.desc(), event.c.id)
    )
    best: dict[int, tuple[int, int, int, bool]] = {}
    for row in found:
        if row.id not in best and len(best) == MOST_QUOTATIONS:
            break
        best.setdefault(row.id, (row.id, row.source_id, row.event_id, bool(row.claims)))
    return tuple(best.values())


_CLAIMS = (
    select(schema.claim_passage.c.claim_id).where(schema.claim_passage.c.passage_id == schema.passage.c.id)
).exists()
_TAKES_PART = (schema.evidence.c.example == 0) & (
    (schema.evidence.c.stance != Stance.MENTIONS.value) | _CLAIMS
)
_SPEAKS = (
    select(schema.evidence.c.passage_id)
    .where(schema.evidence.c.passage_id == schema.passage.c.id, _TAKES_PART)
    .exists()
) & (func.trim(schema.passage.c.exact) != "")


def _second(row: rows.AnyRow) -> int:
    _, second = row
    return int(second)
