"""A library file that is open."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Self

from numpy.typing import NDArray
from sqlalchemy import Connection

from explorer.domain.errors import ReaderError
from explorer.store import arrays
from explorer.store.engine import Mode, connect, engine
from explorer.store.faults import result_code, told
from explorer.store.inspection import check_header, examine, examine_whole, read_header
from explorer.store.interruption import Interruption
from explorer.store.pen import Pen, unless_in_use

_READ_ONLY = (
    "Opened read-only: the file, its folder or its disk cannot be written to."
    " To attach documents, copy the library to a folder of your own and open the copy."
)
_NOT_THIS_WAY = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


class Library:
    """One library file. Threads may share it: each call of ``reading`` or ``writing`` has its own connection.

    Opening and reading change nothing in the file. With the first change it goes over to WAL, so that several
    windows can read while one writes; the last to close it folds the log back in. What lies on the disk
    afterwards is one file, readable anywhere.
    """

    def __init__(self, path: Path, mode: Mode, raw: sqlite3.Connection, *, examined: bool) -> None:
        """``raw`` is a connection of this mode that becomes the library's own."""
        self.path = path
        self.read_only = mode != "rw"
        self.notice = _READ_ONLY if self.read_only else ""
        self.examined = examined
        """Whether all of the file was read through and found sound; else ``examine`` does it."""
        self._mode = mode
        self._engine = engine(path, mode)
        self._identity = _identity(path)
        self._closed = False
        self._lock = Lock()
        self._examining: sqlite3.Connection | None = None
        self._leave_unexamined = False
        self._pen: Pen | None = None
        self.edition = 0
        """Counts the changes of this window that touch what is computed from the rows."""
        if self.read_only:
            self._kept = arrays.sound(raw, path)
            raw.close()
        else:
            self._pen = Pen(raw, path)
            self._kept = self._pen.kept

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a file after looking through it; of a file that cannot be opened not a byte is changed.

        What is looked at depends on its size: see :func:`explorer.store.inspection.examine`.

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
                    return cls._opened(path, mode)
                except sqlite3.OperationalError as error:
                    if result_code(error) not in _NOT_THIS_WAY or (mode == modes[-1] and _alone(path)):
                        raise
        log = "-wal" if header.write_ahead else "-journal"
        raise ReaderError(
            f"“{path.name}” was not closed properly and cannot be repaired where it is."
            f" Copy it together with “{path.name}{log}” to a folder of your own and open the copy."
        )

    @classmethod
    def _opened(cls, path: Path, mode: Mode) -> Self:
        raw = connect(path, mode)
        try:
            examined = examine(raw, path)
            if mode == "rw":
                _make_sure_of_writing(raw)
            return cls(path, mode, raw, examined=examined)
        except BaseException:
            raw.close()
            raise

    def examine(self) -> bool:
        """Read the whole file through, if opening it has not; answers whether that came to its end.

        It ends before that when the library is closed or written to: it would be in the way of both.

        Raises:
            UnfitError: something is damaged.
        """
        if self.examined:
            return True
        with told(self.path):
            connection = connect(self.path, self._mode)
            try:
                # The file is read from end to end: with two megabytes of pages it is no faster.
                connection.execute("PRAGMA cache_size = -256")
                with self._lock:
                    if self._leave_unexamined:
                        return False
                    self._examining = connection
                examine_whole(connection, self.path)
                self.examined = True
            except sqlite3.OperationalError as error:
                if result_code(error) != sqlite3.SQLITE_INTERRUPT:
                    raise
            finally:
                with self._lock:
                    self._examining = None
                connection.close()
        return self.examined

    def stop_examining(self) -> None:
        """Have ``examine`` end at once, wherever it is, and not begin again."""
        with self._lock:
            self._leave_unexamined = True
            if self._examining is not None:
                self._examining.interrupt()

    def arrays(self, layout: int, progress: arrays.Progress) -> arrays.Arrays | None:
        """The arrays that were kept with the rows; None if there are none of this layout that still hold.

        Raises:
            ReaderError: the file cannot be read, or they are damaged.
        """
        if self._kept is None or self._kept.layout != layout:
            return None
        with self.reading() as connection:
            return arrays.read(connection, self._kept, progress)

    def keep(self, layout: int, given: Mapping[str, NDArray[Any]]) -> None:
        """Keep arrays of the rows as they are known to this window, if nobody else has changed them.

        Raises:
            ReaderError: the library cannot be written.
        """
        with told(self.path):
            self._its_pen().keep(layout, given)

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
    def writing(self, *, keeps_arrays: bool = False) -> Iterator[Connection]:
        """A connection whose changes are kept together when the block ends, or not at all if it raises.

        Args:
            keeps_arrays: what is changed is nothing that the arrays are computed from; else they are stale.

        Raises:
            ReaderError: the library is read-only, locked, gone, or the disk is full.
        """
        with told(self.path), self._its_pen().writing(keeps_arrays=keeps_arrays) as connection:
            yield connection
        if not keeps_arrays:
            self.edition += 1

    def close(self) -> None:
        """Close the file. Blocks that are still reading end in peace; new ones are refused."""
        if self._closed:
            return
        self._closed = True
        self.stop_examining()
        self._engine.dispose()
        if self._pen is not None:
            self._pen.close(there=_identity(self.path) == self._identity)

    def _its_pen(self) -> Pen:
        self._refuse_if_closed()
        if self._pen is None:
            raise ReaderError(
                f"“{self.path.name}” is open read-only and cannot be changed."
                " Copy it to a folder of your own and open the copy."
            )
        if _identity(self.path) != self._identity:
            raise ReaderError(
                f"“{self.path.name}” was moved, deleted or replaced while it was open."
                " Open it again; nothing was changed."
            )
        self.stop_examining()
        return self._pen

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


def _make_sure_of_writing(raw: sqlite3.Connection) -> None:
    """Ask the system whether it lets us write, without writing."""
    with unless_in_use():
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("ROLLBACK")


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
