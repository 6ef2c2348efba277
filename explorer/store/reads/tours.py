"""Reads the tours of a library, and what their steps have in focus."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from explorer.domain.detail import EventHeading, PlacedPassage
from explorer.domain.event import Status
from explorer.domain.tour import Show, Step, Tour
from explorer.store import schema
from explorer.store.reads import rows


def tours(connection: Connection) -> tuple[Tour, ...]:
    """All tours with their steps, each in their order."""
    step, lane = schema.step, schema.step_lane
    lanes = rows.grouped(
        connection.execute(select(lane.c.step_id, lane.c.theme_id).order_by(lane.c.step_id, lane.c.position)),
        lambda row: int(row.theme_id),
    )
    steps = rows.grouped(
        connection.execute(
            select(step.c.tour_id, *(each for each in step.c if each is not step.c.tour_id)).order_by(
                step.c.tour_id, step.c.position, step.c.id
            )
        ),
        lambda row: Step(
            id=row.id,
            title=row.title,
            view_start=row.view_start,
            view_end=row.view_end,
            lanes=tuple(lanes[row.id]),
            filters=row.filters,
            series=rows.texts(row.series),
            event_id=row.event_id,
            passage_id=row.passage_id,
            claim_id=row.claim_id,
            show=rows.member(Show, row.show),
            say=row.say,
            speaker_note=row.speaker_note,
        ),
    )
    found = connection.execute(select(*schema.tour.c).order_by(schema.tour.c.id))
    return tuple(
        Tour(row.id, row.uuid, row.slug, row.title, row.audience, row.minutes, tuple(steps[row.id]))
        for row in found
    )


def standing_headings(connection: Connection, ids: Iterable[int]) -> dict[int, tuple[EventHeading, bool]]:
    """Events in short by id, each with whether its date and its citation were checked."""
    event = schema.event
    found = connection.execute(
        select(*rows.HEADING, event.c.date_status, event.c.citation_status).where(
            event.c.id.in_(rows.among(ids))
        )
    )
    return {
        row.id: (rows.heading(row), row.date_status == row.citation_status == Status.CHECKED) for row in found
    }


def placed_passages(connection: Connection, ids: Iterable[int]) -> dict[int, PlacedPassage]:
    """Passages by id, each with its source."""
    passage, source = schema.passage, schema.source
    found = connection.execute(select(*rows.PASSAGE).where(passage.c.id.in_(rows.among(ids)))).all()
    quantities = rows.quantities_of(connection, [row.id for row in found])
    of = rows.among({row.source_id for row in found})
    sources = {
        row.id: rows.source(row)
        for row in connection.execute(select(*rows.SOURCE).where(source.c.id.in_(of)))
    }
    return {
        row.id: PlacedPassage(rows.passage(row, quantities[row.id]), sources[row.source_id]) for row in found
    }
