"""Reads the tours of a library."""

from sqlalchemy import Connection, select

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
