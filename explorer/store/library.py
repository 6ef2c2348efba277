"""A library file that is open."""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Connection

from explorer.domain.errors import ReaderError
from explorer.store.engine import Mode, connect, engine, for_writing
from explorer.store.faults import result_code, told
from explorer.store.inspection import check_header, examine, read_header
from explorer.store.interruption import Interruption

_READ_ONLY = (
    "Opened read-only: the file, its folder or its disk cannot be written to."
    " To attach documents, copy the library to a folder of your own and open the copy."
)
_IN_USE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_NOT_THIS_WAY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


class Library:
    """One library file. Threads may share it: each call of ``reading`` or ``writing`` has its own connection.

    Opening and reading change nothing in the file. With the first change it goes over to WAL, so that several
    windows can read while one writes; the last to close it folds the log back in. What lies on the disk
    afterwards is one file, readable anywhere.
    """

    def __init__(self, path: Path, mode: Mode) -> None:
        self.path = path
        self.read_only = mode != "rw"
        self.notice = _READ_ONLY if self.read_only else ""
        self._engine = engine(path, mode)
        self._identity = _identity(path)
        self._closed = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file after reading it through once; of a file that cannot be opened not a byte is changed.

        Raises:
            ReaderError: the file is not there, locked, or may not be read.
            UnfitError: it is no library, damaged, or of a newer version.
        """
        path = path.absolute()
        check_header(header := read_header(path), path)
        modes = _modes(path)
        with told(path):
            for mode in modes:
                try:
                    _try(path, mode)
                except sqlite3.OperationalError as error:
                    if result_code(error) not in _NOT_THIS_WAY or (mode == modes[-1] and _alone(path)):
                        raise
                else:
                    return cls(path, mode)
        log = "-wal" if header.write_ahead else "-journal"
        raise ReaderError(
            f"“{path.name}” was not closed properly and cannot be repaired where it is."
            f" Copy it together with “{path.name}{log}” to a folder of your own and open the copy."
        )

    @contextmanager
    def reading(self, interruption: Interruption | None = None) -> Iterator[Connection]:
        """A connection that sees one state of the library until the block ends.

        Args:
            interruption: what may end the reading before.

        Raises:
            ReaderError: the file cannot be read.
            CancelledError: the reading was interrupted.
        """
        self._refuse_if_closed()
        ending = Interruption() if interruption is None else interruption
        with (
            told(self.path),
            self._engine.connect() as connection,
            connection.begin(),
            ending.guarding(connection),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends, or not at all if it raises.

        Raises:
            ReaderError: the library is read-only, locked, gone, or the disk is full.
        """
        self._refuse_if_closed()
        if self.read_only:
            raise ReaderError(
                f"“{self.path.name}” is open read-only and cannot be changed."
                " Copy it to a folder of your own and open the copy."
            )
        if _identity(self.path) != self._identity:
            raise ReaderError(
                f"“{self.path.name}” was moved, deleted or replaced while it was open."
                " Open it again; nothing was changed."
            )
        with told(self.path):
            _go_over_to_log(self.path)
            with self._engine.connect() as connection, for_writing(connection).begin():
                yield connection

    def close(self) -> None:
        """Close the file. Blocks that are still reading end in peace; new ones are refused."""
        if self._closed:
            return
        self._closed = True
        self._engine.dispose()
        if not self.read_only and _identity(self.path) == self._identity:
            _fold(self.path)

    def _refuse_if_closed(self) -> None:
        if self._closed:
            raise ReaderError(f"“{self.path.name}” is closed. Open it again.")


def _modes(path: Path) -> tuple[Mode, ...]:
    """Ways to open a file, the best first.

    The last one reads the file without regard to others, so it is for media that nobody can write to.
    """
    if not _may_write(path.parent):
        return ("ro", "immutable") if _alone(path) else ("ro",)
    return ("rw", "ro") if _may_write(path) else ("ro",)


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _alone(path: Path) -> bool:
    """Whether no log with unfinished changes lies beside the file."""
    return not any(_size(path.with_name(path.name + end)) for end in ("-wal", "-journal"))


def _try(path: Path, mode: Mode) -> None:
    """Read the file through; of one to be written to, make sure that the system agrees."""
    connection = connect(path, mode)
    try:
        examine(connection, path)
        if mode == "rw":
            with _unless_in_use():
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
    finally:
        connection.close()


def _go_over_to_log(path: Path) -> None:
    """Go over to WAL; while others are busy with the file it stays as it is, which is as safe."""
    connection = connect(path, "rw")
    try:
        with _unless_in_use():
            connection.execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _fold(path: Path) -> None:
    """Make one file of a library and its log, unless another window still has them open."""
    with contextlib.suppress(sqlite3.OperationalError, OSError, ReaderError):
        if read_header(path).write_ahead:
            connection = connect(path, "rw", wait=0)
            try:
                connection.execute("PRAGMA journal_mode = DELETE")
            finally:
                connection.close()


@contextmanager
def _unless_in_use() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if result_code(error) not in _IN_USE:
            raise


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that took its name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
