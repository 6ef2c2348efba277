"""Keeps named arrays in a library, and tells whether they still belong to its rows.

The arrays hold for one state of the file. SQLite counts the changes of a file that is at rest in its header
(bytes 24 to 27); the count under which the arrays hold stands beside them. A file with another count, or in
WAL mode, was changed by somebody who did not care for the arrays, and they are stale. Nothing else need be
compared, and reading changes neither. The pen (``pen.py``) carries them over the changes of the app itself.
"""

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, func, insert, select, update

from explorer.store import schema
from explorer.store.faults import MalformedError
from explorer.store.inspection import read_header

PART = 8 * 1024 * 1024
"""Bytes of a blob: one larger would be in memory twice while it is read, smaller ones are slower to read."""
_PIECE = 1024 * 1024
"""Bytes that are read at a time."""
_KINDS = frozenset({"bool", "int8", "int16", "int32", "int64"}) | frozenset(
    {"uint8", "uint16", "uint32", "uint64", "float32", "float64"}
)

Arrays = dict[str, NDArray[Any]]
Progress = Callable[[float], None]
"""Is told the share that is done, from 0 to 1; may raise to end the work."""


IN_A_NEW_FILE = 1
"""The count of changes of a file that was made in one transaction."""


@dataclass(frozen=True, slots=True)
class State:
    """The form of the arrays of a file, and the count of changes for which they hold."""

    layout: int
    changes: int


def write(connection: Connection, layout: int, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Keep arrays that belong to the rows as they are now, in place of earlier ones; to be stamped.

    Args:
        connection: one that writes.
        layout: the form of the arrays; whoever reads them asks for one form.
        arrays: of plain numbers, by name.
    """
    for table in (schema.kept_state, schema.kept_part, schema.kept_array):
        connection.execute(delete(table))
    for name, array in arrays.items():
        flat = np.ascontiguousarray(array)
        kind = {"name": name, "kind": flat.dtype.name, "shape": json.dumps(array.shape)}
        connection.execute(insert(schema.kept_array), kind)
        octets = flat.reshape(-1).view(np.uint8).data
        for part, at in enumerate(range(0, len(octets), PART)):
            data = octets[at : at + PART]
            row = {"array": name, "part": part, "crc32": crc32(data), "data": data}
            connection.execute(insert(schema.kept_part), row)
    connection.execute(insert(schema.kept_state), {"id": 1, "layout": layout, "changes": 0})


def stamp(connection: Connection, changes: int) -> None:
    """Say that the arrays hold while the header of the file counts so many changes.

    Outside of WAL mode every transaction that changes something raises the count by one, this one too.
    """
    connection.execute(update(schema.kept_state), {"changes": changes})


def outdate(connection: Connection) -> None:
    """Say that the rows have changed. The arrays stay where they are: to free their pages takes a while."""
    connection.execute(delete(schema.kept_state))


def sound(raw: sqlite3.Connection, path: Path) -> State | None:
    """What the arrays of a file hold for, if they belong to its rows; else None.

    The file is opened and closed here beside SQLite, which loses the locks that this process has on it: the
    connection must not be in a transaction. Should another program change the file meanwhile, SQLite tells.
    """
    version = data_version(raw)
    header = read_header(path)
    found = raw.execute("SELECT layout, changes FROM kept_state").fetchone()
    if found is None or header.write_ahead or data_version(raw) != version:
        return None
    state = State(*found)
    return state if state.changes == header.changes else None


def data_version(raw: sqlite3.Connection) -> int:
    """A number that another one follows when others than this connection have changed the file."""
    return int(raw.execute("PRAGMA data_version").fetchone()[0])


def read(connection: Connection, state: State, progress: Progress) -> Arrays | None:
    """The arrays, each in memory of its own; None if they are no longer those of this state.

    Raises:
        MalformedError: what is there is not what was written.
    """
    kept = schema.kept_state.c
    if connection.execute(select(kept.layout, kept.changes)).one_or_none() != (state.layout, state.changes):
        return None
    array, part = schema.kept_array.c, schema.kept_part.c
    places = {}
    for row in connection.execute(
        select(array.name, array.kind, array.shape, func.coalesce(func.sum(func.length(part.data)), 0))
        .join_from(schema.kept_array, schema.kept_part, isouter=True)
        .group_by(array.name)
    ).all():
        places[row[0]] = _empty(*row[1:])
    total = max(sum(each.nbytes for each in places.values()), 1)
    done, name, at = 0, "", 0
    for row in connection.execute(
        select(part.id, part.array, part.crc32, func.length(part.data)).order_by(part.array, part.part)
    ).all():
        if row.array != name:
            name, at = row.array, 0
        octets = places[name].reshape(-1).view(np.uint8).data
        _fill(connection, row.id, octets[at : at + row[3]], row.crc32)
        at += row[3]
        done += row[3]
        progress(done / total)
    # The pages that have passed through: nobody asks for them again.
    connection.exec_driver_sql("PRAGMA shrink_memory")
    return places


def _empty(kind: str, shape: str, octets: int) -> NDArray[Any]:
    """Room for an array of which so many bytes are there."""
    try:
        sizes = tuple(json.loads(shape))
    except (ValueError, TypeError) as error:
        raise MalformedError(f"no array: {kind}, {shape}") from error
    fits = kind in _KINDS and all(type(size) is int and size >= 0 for size in sizes)
    if not fits or prod(sizes) * np.dtype(kind).itemsize != octets:
        raise MalformedError(f"no array of {octets} bytes: {kind}, {shape}")
    return np.empty(sizes, kind)


def _fill(connection: Connection, row: int, place: memoryview, expected: int) -> None:
    """Read one part straight into its place, a piece at a time."""
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise TypeError("the store does not stand on sqlite3")
    check = 0
    with raw.blobopen(schema.kept_part.name, "data", row, readonly=True) as blob:
        for at in range(0, len(place), _PIECE):
            piece = blob.read(min(_PIECE, len(place) - at))
            check = crc32(piece, check)
            place[at : at + len(piece)] = piece
    if check != expected:
        raise MalformedError("an array is not what was written")
