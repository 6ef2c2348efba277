"""Records as plain rows, whatever their kind: read for a change, and changed."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, Table, and_, delete, func, insert, select, true, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.elements import ColumnElement

from explorer.domain.change import Change, Key, Value
from explorer.domain.errors import ReaderError
from explorer.store import schema

Fields = dict[str, Any]
"""Values by column."""

_TAKEN_OR_GONE = (
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY,
    sqlite3.SQLITE_CONSTRAINT_UNIQUE,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY,
)

_OURS = {
    schema.change_log.name,
    schema.content.name,
    schema.search_common.name,
    schema.kept_state.name,
    schema.kept_array.name,
    schema.kept_part.name,
}
"""Tables that no change set names: what is in them follows from the others."""


def table_of(record: str) -> Table:
    """The table of a kind of record.

    Raises:
        KeyError: there is no such kind, or it is none that can be changed.
    """
    if record in _OURS:
        raise KeyError(record)
    return schema.metadata.tables[record]


def key_columns(record: str) -> tuple[str, ...]:
    """The names of the columns that tell a record from all others of its kind."""
    return tuple(column.name for column in table_of(record).primary_key)


def next_id(connection: Connection, record: str) -> int:
    """The first id that no record of a kind has."""
    table = table_of(record)
    highest: int | None = connection.scalar(select(func.max(table.c.id)))
    return (highest or 0) + 1


def fields_of(connection: Connection, record: str, key: Key) -> Fields | None:
    """All fields of a record but those of its key; None if it is not there."""
    table = table_of(record)
    found = connection.execute(select(*table.c).where(_is(table, key))).one_or_none()
    if found is None:
        return None
    return {name: value for name, value in found._mapping.items() if name not in key}


def keys_where(connection: Connection, record: str, **values: Value) -> list[Fields]:
    """The keys of all records of a kind with these values, in their order."""
    table = table_of(record)
    columns = list(table.primary_key)
    query = select(*columns).where(_is(table, values)).order_by(*columns)
    return [dict(row._mapping) for row in connection.execute(query)]


def make(connection: Connection, change: Change) -> None:
    """Make one change.

    Raises:
        ReaderError: what is there is not what the change starts from.
    """
    table = table_of(change.record)
    if set(change.key) != set(key_columns(change.record)):
        raise ValueError(f"not the key of {change.record}: {sorted(change.key)}")
    there = fields_of(connection, change.record, change.key)
    if change.before is None:
        if there is not None or change.after is None:
            raise _otherwise()
        with _unless_refused():
            connection.execute(insert(table), {**change.key, **change.after})
        return
    if there is None or any(there[name] != value for name, value in change.before.items()):
        raise _otherwise()
    if change.after is None:
        if len(change.before) != len(there) or _has_dependants(connection, table, {**change.key, **there}):
            raise _otherwise()
        connection.execute(delete(table).where(_is(table, change.key)))
    else:
        with _unless_refused():
            connection.execute(update(table).where(_is(table, change.key)).values(dict(change.after)))


@contextmanager
def _unless_refused() -> Iterator[None]:
    """A record that this one refers to is gone, or its name is taken: somebody was faster."""
    try:
        yield
    except IntegrityError as error:
        if getattr(error.orig, "sqlite_errorcode", 0) not in _TAKEN_OR_GONE:
            raise
        raise _otherwise() from error


def _otherwise() -> ReaderError:
    return ReaderError(
        "This was changed elsewhere in the meantime, so nothing was done."
        " Look at it as it is now and try again."
    )


def _is(table: Table, values: Mapping[str, Value]) -> ColumnElement[bool]:
    return and_(true(), *(table.c[name] == value for name, value in values.items()))


@cache
def _references(table: Table) -> tuple[tuple[Table, tuple[tuple[Column[object], str], ...]], ...]:
    """Every reference to a table: which table has it, and its columns with those they name."""
    return tuple(
        (other, tuple((pair.parent, pair.column.name) for pair in constraint.elements))
        for other in schema.metadata.tables.values()
        for constraint in other.foreign_key_constraints
        if constraint.referred_table is table
    )


def _has_dependants(connection: Connection, table: Table, row: Mapping[str, Value]) -> bool:
    """Whether records refer to a row. SQLite would take some of them along, and no log would know them."""
    return any(
        connection.scalar(
            select(select(other).where(*(column == row[name] for column, name in pairs)).exists())
        )
        for other, pairs in _references(table)
    )
