"""What a check of a library asks: whether the file is sound, and what each event rests on."""

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select, text

from explorer.domain.event import Layer, Status
from explorer.store import common, schema
from explorer.store.ranking import record_id
from explorer.store.reads import rows

_SEARCHED: tuple[tuple[Table, Table], ...] = (
    (schema.search_event, schema.event),
    (schema.search_passage, schema.passage),
    (schema.search_source, schema.source),
    (schema.search_entity, schema.entity),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """An event with what says how far to rely on it. ``records`` counts the documents of record it cites."""

    id: int
    slug: str
    title: str
    start: str
    layer: Layer
    citation: str
    records: int
    date_status: Status
    citation_status: Status


def standings(connection: Connection) -> tuple[Standing, ...]:
    """All events by time."""
    event, cited = schema.event, schema.event_source
    records = (
        select(cited.c.event_id, func.count().label("total")).group_by(cited.c.event_id).subquery("records")
    )
    found = connection.execute(
        select(
            event.c.id,
            event.c.slug,
            event.c.title,
            event.c.start_edtf,
            event.c.layer,
            event.c.citation,
            func.coalesce(records.c.total, 0).label("records"),
            event.c.date_status,
            event.c.citation_status,
        )
        .outerjoin(records, records.c.event_id == event.c.id)
        .order_by(event.c.earliest, event.c.latest, event.c.id)
    )
    return tuple(
        Standing(
            row.id,
            row.slug,
            row.title,
            row.start_edtf,
            rows.member(Layer, row.layer),
            row.citation,
            row.records,
            rows.member(Status, row.date_status),
            rows.member(Status, row.citation_status),
        )
        for row in found
    )


def troubles(connection: Connection, most: int = 20) -> tuple[str, ...]:
    """What is wrong with the file, as sentences; at most ``most`` of each kind. Empty if it is sound."""
    said = []
    for (line,) in connection.execute(text("PRAGMA integrity_check")).fetchmany(most):
        if line != "ok":
            said.append(f"SQLite finds damage: {line}.")
    dangling = connection.execute(text("PRAGMA foreign_key_check")).fetchmany(most)
    said += [
        f"Row {row[1]} of the table {row[0]} refers to a row of {row[2]} that is gone." for row in dangling
    ]
    for search, table in _SEARCHED:
        said.extend(_out_of_step(connection, search, table))
    if terms := common.out_of_step(connection):
        said.append(f"Lists of common words that the search index contradicts: {len(terms)} (“{terms[0]}”).")
    return tuple(said)


def _out_of_step(connection: Connection, search: Table, table: Table) -> list[str]:
    listed = {record_id(row) for row in connection.scalars(select(search.c.rowid))}
    there = set(connection.scalars(select(table.c.id)))
    said = []
    if missing := len(there - listed):
        said.append(
            f"Records of the table {table.name} that the search index lacks: {missing} of {len(there)}."
        )
    if surplus := len(listed - there):
        said.append(f"Entries of the search index without a record in the table {table.name}: {surplus}.")
    return said
