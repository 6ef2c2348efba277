"""Reads the frame of a library, and its events in short."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from explorer.domain.contents import Contents
from explorer.domain.detail import EventHeading
from explorer.domain.event import Status
from explorer.domain.series import Break, Observation, Series
from explorer.store import schema
from explorer.store.reads import rows
from explorer.store.reads.tours import tours

IN_CONTENTS = frozenset(
    one.name
    for one in (
        schema.library,
        schema.theme,
        schema.era,
        schema.entity,
        schema.source,
        schema.series,
        schema.series_break,
        schema.observation,
        schema.tour,
        schema.step,
        schema.step_lane,
    )
)
"""The records that :func:`contents` reads."""


def contents(connection: Connection) -> Contents:
    """Title, lanes in their order, bands, actors, documents, figures and tours."""
    title = connection.execute(
        select(
            schema.library.c.title,
            schema.library.c.subtitle,
            schema.library.c.version,
            schema.library.c.start_event_id,
        )
    ).one()
    themes = connection.execute(select(*schema.theme.c).order_by(schema.theme.c.position, schema.theme.c.id))
    eras = connection.execute(select(*schema.era.c).order_by(schema.era.c.id))
    entities = connection.execute(select(*rows.ENTITY).order_by(schema.entity.c.id))
    sources = connection.execute(select(*rows.SOURCE).order_by(schema.source.c.id))
    return Contents(
        title=title.title,
        subtitle=title.subtitle,
        version=title.version,
        start_event_id=title.start_event_id,
        themes=tuple(map(rows.theme, themes)),
        eras=tuple(map(rows.era, eras)),
        entities=tuple(map(rows.entity, entities)),
        sources=tuple(map(rows.source, sources)),
        series=_series(connection),
        tours=tours(connection),
    )


def identity(connection: Connection) -> tuple[str, str]:
    """The UUID of the library and the fingerprint of the files it was built from, empty if from none."""
    row = connection.execute(select(schema.library.c.uuid, schema.library.c.fingerprint)).one()
    return row.uuid, row.fingerprint


def labels(connection: Connection, ids: Iterable[int] | None = None, top: int = 2000) -> dict[int, str]:
    """Short names of events by id: of those asked for, or else of the ``top`` most important."""
    event = schema.event
    query = select(event.c.id, event.c.label)
    if ids is None:
        query = query.order_by(event.c.importance.desc(), event.c.id).limit(top)
    else:
        query = query.where(event.c.id.in_(rows.among(ids)))
    return {row.id: row.label for row in connection.execute(query)}


def headings(connection: Connection, ids: Iterable[int] | None = None) -> tuple[EventHeading, ...]:
    """Events in short, by time: those asked for, or all. An id that is not there is left out."""
    event = schema.event
    query = select(*rows.HEADING).order_by(event.c.earliest, event.c.latest, event.c.id)
    if ids is not None:
        query = query.where(event.c.id.in_(rows.among(ids)))
    return tuple(map(rows.heading, connection.execute(query)))


def event_id(connection: Connection, slug: str) -> int | None:
    """The id of an event by its readable name."""
    found: int | None = connection.scalar(select(schema.event.c.id).where(schema.event.c.slug == slug))
    return found


def _series(connection: Connection) -> tuple[Series, ...]:
    point = schema.observation
    observations = rows.grouped(
        connection.execute(select(*point.c).order_by(point.c.series_id, point.c.line, point.c.start)),
        lambda row: Observation(
            period=row.period,
            start=row.start,
            end=row.stop,
            line=row.line,
            value=row.value,
            status=rows.member(Status, row.status),
            remark=row.remark,
            source=row.source,
            provenance=row.provenance,
        ),
    )
    cut = schema.series_break
    breaks = rows.grouped(
        connection.execute(select(*cut.c).order_by(cut.c.series_id, cut.c.day)),
        lambda row: Break(row.period, row.day, row.note),
    )
    return tuple(
        Series(
            row.id,
            row.uuid,
            row.slug,
            row.title,
            row.unit,
            row.source,
            row.note,
            tuple(observations[row.id]),
            tuple(breaks[row.id]),
        )
        for row in connection.execute(select(*schema.series.c).order_by(schema.series.c.id))
    )
