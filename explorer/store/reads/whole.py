"""Reads events whole, many at once: what goes out of a library, not what is clicked."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from explorer.domain.event import Event
from explorer.store import schema
from explorer.store.reads import rows


@dataclass(frozen=True, slots=True)
class WholeEvent:
    """An event with the ids of the entities that take part and of the records it cites, in their order."""

    event: Event
    entity_ids: tuple[int, ...]
    record_ids: tuple[int, ...]


def whole_events(connection: Connection, ids: Iterable[int]) -> tuple[WholeEvent, ...]:
    """Events by time; an id that is not there is left out."""
    event, part, cited, tag = schema.event, schema.participation, schema.event_source, schema.event_tag
    wanted = rows.among(ids)
    tags = rows.grouped(
        connection.execute(
            select(tag.c.event_id, tag.c.tag)
            .where(tag.c.event_id.in_(wanted))
            .order_by(tag.c.event_id, tag.c.position)
        ),
        lambda row: str(row.tag),
    )
    entities = rows.grouped(
        connection.execute(
            select(part.c.event_id, part.c.entity_id)
            .where(part.c.event_id.in_(wanted))
            .order_by(part.c.event_id, part.c.position)
        ),
        lambda row: int(row.entity_id),
    )
    records = rows.grouped(
        connection.execute(
            select(cited.c.event_id, cited.c.source_id)
            .where(cited.c.event_id.in_(wanted))
            .order_by(cited.c.event_id, cited.c.position)
        ),
        lambda row: int(row.source_id),
    )
    found = connection.execute(
        select(*rows.EVENT)
        .where(event.c.id.in_(wanted))
        .order_by(event.c.earliest, event.c.latest, event.c.id)
    )
    return tuple(
        WholeEvent(
            rows.event(row, tags[row.id]),
            tuple(dict.fromkeys(entities[row.id])),
            tuple(records[row.id]),
        )
        for row in found
    )
