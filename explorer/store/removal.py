"""What has to go with a record, so that taking it out can be taken back."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, ForeignKeyConstraint, Table, select, true

from explorer.domain.change import Change, Key, removed
from explorer.domain.errors import ReaderError
from explorer.store import schema
from explorer.store.records import fields_of, key_columns, table_of

Row = dict[str, Any]
Changes = dict[tuple[str, tuple[Any, ...]], Change]
"""By kind of record and key, in the order in which they are to be made."""


def removal(connection: Connection, record: str, key: Key) -> tuple[Change, ...]:
    """The changes that take a record out with all that belongs to it, in the order in which they can be made.

    Rows that belong to it and its notes go too; where another record only names it and need not, it no longer
    does.

    Raises:
        ReaderError: it is not there, or another record needs it.
    """
    fields = fields_of(connection, record, key)
    if fields is None:
        raise ReaderError("This is no longer there. Nothing was done.")
    gone: Changes = {}
    cleared: Changes = {}
    _take(connection, record, {**key, **fields}, gone, cleared)
    # What goes anyway need not forget anything before.
    return (*(change for at, change in cleared.items() if at not in gone), *gone.values())


def _take(connection: Connection, record: str, row: Row, gone: Changes, cleared: Changes) -> None:
    at = (record, tuple(row[name] for name in key_columns(record)))
    if at in gone:
        return
    for constraint, other, found in _naming(connection, table_of(record), row):
        at_other = (other, tuple(found[name] for name in key_columns(other)))
        names = [column.name for column in constraint.columns]
        if constraint.ondelete == "CASCADE":
            _take(connection, other, found, gone, cleared)
        elif all(column.nullable for column in constraint.columns) and at_other not in gone:
            earlier = cleared.get(at_other)
            before = dict((earlier.before or {}) if earlier else {}) | {name: found[name] for name in names}
            cleared[at_other] = Change(other, _key(other, found), before, dict.fromkeys(before))
        elif at_other not in gone:
            raise ReaderError(f"This is still needed by a record of the kind “{other}”. Take that out first.")
    if isinstance(row.get("id"), int):
        note = schema.note
        for each in _rows(connection, note, {"target_kind": record, "target_id": row["id"]}):
            _take(connection, note.name, each, gone, cleared)
    key = _key(record, row)
    gone[at] = removed(record, key, {name: value for name, value in row.items() if name not in key})


def _naming(
    connection: Connection, table: Table, row: Row
) -> Iterator[tuple[ForeignKeyConstraint, str, Row]]:
    """The rows that refer to one, with the kind of record; those that go with it first."""
    naming = [
        (constraint, other)
        for other in schema.metadata.sorted_tables
        for constraint in other.foreign_key_constraints
        if constraint.referred_table is table
    ]
    for constraint, other in sorted(naming, key=lambda each: each[0].ondelete != "CASCADE"):
        named = {element.parent.name: row[element.column.name] for element in constraint.elements}
        for found in _rows(connection, other, named):
            yield constraint, other.name, found


def _rows(connection: Connection, table: Table, values: Row) -> list[Row]:
    where = (table.c[name] == value for name, value in values.items())
    query = select(*table.c).where(true(), *where).order_by(*table.primary_key)
    return [dict(row._mapping) for row in connection.execute(query)]


def _key(record: str, row: Row) -> Key:
    return {name: row[name] for name in key_columns(record)}
