"""Reads what is cited: the sources on which events rest."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from explorer.domain.source import Source
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.sources import RESTING


def sources_of(connection: Connection, event_ids: Iterable[int]) -> tuple[Source, ...]:
    """The sources on which events rest: those they cite, and those with a passage that speaks of them."""
    resting = select(RESTING.c.source_id).where(RESTING.c.event_id.in_(rows.among(event_ids)))
    found = connection.execute(
        select(*rows.SOURCE).where(schema.source.c.id.in_(resting)).order_by(schema.source.c.id)
    )
    return tuple(map(rows.source, found))
