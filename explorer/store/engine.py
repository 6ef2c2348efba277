"""Connections to a library file."""

import os
import sqlite3
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, StaticPool, create_engine, event

Mode = Literal["rw", "ro", "immutable", "draft"]
"""Read and write; read only; read only on media that cannot change; a new file, thrown away if it fails."""

Transaction = Connection
"""What those outside of the store hand on, and do not look into."""

BUSY_SECONDS = 2.0
"""How long to wait for another window or program to finish writing."""

LONGEST_VALUE = 64 * 1024 * 1024
"""Bytes of the longest text or blob that is read or written; a longer one is a damaged or hostile record."""

_ACCESS = {"rw": "mode=rw", "ro": "mode=ro", "immutable": "mode=ro&immutable=1", "draft": "mode=rw"}
_WRITES = "writes"


def connect(path: Path, mode: Mode, *, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection of Python's own kind, with every safety pragma set, in autocommit mode.

    Args:
        path: the file, which must exist.
        mode: what may be done with it.
        wait: seconds to wait for a lock before giving up.
    """
    connection = sqlite3.connect(
        f"{_uri(path)}?{_ACCESS[mode]}", uri=True, timeout=wait, isolation_level=None, check_same_thread=False
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.execute("PRAGMA foreign_keys = ON")
        if mode == "draft":
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA synchronous = OFF")
        else:
            connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def engine(path: Path, mode: Mode) -> Engine:
    """A pool of connections to one file; threads may share it.

    sqlite3 begins no transactions by itself here: each is begun by the hook, at once with the right to write
    when the connection is one for writing, so that it never fails half way for want of it.
    """
    made = create_engine(
        "sqlite+pysqlite://", creator=lambda: connect(path, mode), poolclass=QueuePool, pool_size=4
    )
    event.listen(made, "begin", _begin)
    return made


def engine_over(raw: sqlite3.Connection) -> Engine:
    """An engine with one connection only, which stays the caller's to close. For one thread at a time."""
    made = create_engine("sqlite+pysqlite://", creator=lambda: raw, poolclass=StaticPool)
    event.listen(made, "begin", _begin)
    return made


def for_writing(connection: Connection) -> Connection:
    """Have the next transaction of a connection take the right to write when it begins."""
    return connection.execution_options(**{_WRITES: True})


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _uri(path: Path) -> str:
    """The path as SQLite wants it: ``?``, ``#``, ``%``, spaces and umlauts escaped, a drive after a slash."""
    text = path.absolute().as_posix()
    return "file://" + quote(os.fsencode(text if text.startswith("/") else f"/{text}"))
