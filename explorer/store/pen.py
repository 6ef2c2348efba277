"""The one connection through which a window changes its library."""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from numpy.typing import NDArray
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from explorer.domain.errors import ReaderError
from explorer.store import arrays
from explorer.store.arrays import State, data_version, sound
from explorer.store.engine import engine_over, for_writing
from explorer.store.faults import result_code
from explorer.store.inspection import read_header

_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class Pen:
    """Writes from the opening of a library to its end, and knows whether anybody else has written meanwhile.

    SQLite tells a connection of the changes of all others, so one is held from before the rows are read. If
    there were none, the arrays beside the rows hold on over our own changes, unless these touch what they are
    computed from; when the file is at rest again they are stamped anew.
    """

    def __init__(self, raw: sqlite3.Connection, path: Path) -> None:
        """``raw`` is a connection to the library at ``path`` that may write and is in no transaction."""
        self._raw = raw
        self._path = path
        self._turn = Lock()
        self._version = data_version(raw)
        self.kept: State | None = sound(raw, path)
        """What the arrays in the file hold for; None if there are none that do."""
        self._unstamped = self._fresh = False
        self._wrote = False
        self._to_end = self._there = self._ended = False

    @contextmanager
    def writing(self, *, keeps_arrays: bool) -> Iterator[Connection]:
        """A transaction; unless it ``keeps_arrays``, those in the file are out of date with it."""
        try:
            with self._turn:
                if self._ended:
                    raise ReaderError(f"“{self._path.name}” is closed. Open it again.")
                with self._transaction(keeps_arrays=keeps_arrays) as connection:
                    yield connection
        finally:
            self._end_if_free()

    def keep(self, layout: int, given: Mapping[str, NDArray[Any]]) -> None:
        """Write arrays of the rows as they were read; nothing if others have changed rows since."""
        with self.writing(keeps_arrays=True) as connection:
            if data_version(self._raw) == self._version:
                arrays.write(connection, layout, given)
                self._fresh = True

    def close(self, *, there: bool) -> None:
        """Make one file of the library and its log, unless another window still has them open.

        Waits for nobody: a write that goes on comes to its end, and then does it. ``there``: the file is
        still in its place.
        """
        self._to_end = True
        self._there = there
        self._end_if_free()

    def _end_if_free(self) -> None:
        if not self._to_end or not self._turn.acquire(blocking=False):
            return
        try:
            if not self._ended:
                self._end()
        finally:
            self._turn.release()

    def _end(self) -> None:
        self._ended = True
        try:
            with contextlib.suppress(sqlite3.OperationalError, OSError, ReaderError):
                self._raw.execute("PRAGMA busy_timeout = 0")
                if self._there and (self._wrote or read_header(self._path).write_ahead):
                    self._tidy()
                    self._fold()
        finally:
            self._raw.close()

    def _tidy(self) -> None:
        """Drop what was kept for records that are gone for good, unless others keep us from it."""
        if self._wrote:
            from explorer.store.changes import shorten
            from explorer.store.contents_kept import forget_unnamed

            with contextlib.suppress(DBAPIError), self._transaction(keeps_arrays=True) as connection:
                shorten(connection)
                forget_unnamed(connection)

    @contextmanager
    def _transaction(self, *, keeps_arrays: bool) -> Iterator[Connection]:
        self._fresh = False
        switched = self._go_over_to_log()
        with self._engine.connect() as connection, for_writing(connection).begin():
            # To SQLite our own going over is a change as well. Now that nobody else can write, an empty log
            # tells that nobody has since.
            if switched and not _size(self._path.with_name(f"{self._path.name}-wal")):
                self._version = data_version(self._raw)
            yield connection
            if not keeps_arrays:
                arrays.outdate(connection)
        self._wrote = True
        if not keeps_arrays:
            self.kept, self._unstamped = None, False
        self._unstamped |= self._fresh

    @cached_property
    def _engine(self) -> Engine:
        return engine_over(self._raw)

    def _go_over_to_log(self) -> bool:
        """Go over to WAL; while others are busy with the file it stays as it is, which is as safe.

        Answers whether this was done now, in a file that nobody else had changed.
        """
        alone = data_version(self._raw) == self._version
        (before,) = self._raw.execute("PRAGMA journal_mode").fetchone()
        after = before
        with unless_in_use():
            (after,) = self._raw.execute("PRAGMA journal_mode = WAL").fetchone()
        return alone and before != after

    def _fold(self) -> None:
        alone = data_version(self._raw) == self._version
        (mode,) = self._raw.execute("PRAGMA journal_mode = DELETE").fetchone()
        # That only the last one to have the file open can do, and to SQLite it is another change.
        version = data_version(self._raw)
        if mode != "delete" or not alone or not (self.kept or self._unstamped):
            return
        changes = read_header(self._path).changes
        with self._engine.connect() as connection, for_writing(connection).begin():
            if data_version(self._raw) == version:
                arrays.stamp(connection, changes + 1)


@contextmanager
def unless_in_use() -> Iterator[None]:
    """Pass over what cannot be done because others have the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if result_code(error) not in _IN_USE:
            raise


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
