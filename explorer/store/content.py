"""Writes a whole library into a new file."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection

from explorer.domain.errors import ReaderError
from explorer.domain.whole import WholeLibrary
from explorer.store import filling, schema
from explorer.store.engine import connect, engine, for_writing
from explorer.store.faults import result_code, told, told_of_system
from explorer.store.inspection import check_header, read_header

Finish = Callable[[Connection], None]
"""Is given the connection once every record is written, in the same transaction."""


def write(path: Path, whole: WholeLibrary, finish: Finish | None = None) -> None:
    """Write a library file: built beside its place and moved there when it is whole, or not at all.

    A file that stands there already is replaced only if it is another state of the same library (the same
    UUID) and no window has it open. ``finish`` adds what is computed from the records.

    Raises:
        ReaderError: the folder cannot be written to, the disk is full, or something else stands there.
    """
    path = path.absolute()
    with told_of_system(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _draft(path) as draft:
            with told(path):
                _fill(draft, whole, finish)
            _to_disk(draft)
            with _yielding(path, whole.uuid):
                draft.replace(path)
        if os.name == "posix":
            _to_disk(path.parent)


def _fill(draft: Path, whole: WholeLibrary, finish: Finish | None) -> None:
    made = engine(draft, "draft")
    try:
        with made.connect() as connection, for_writing(connection).begin():
            schema.create(connection)
            filling.fill(connection, whole)
            if finish is not None:
                finish(connection)
    finally:
        made.dispose()


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """An empty file beside ``path`` that is gone afterwards, unless it was moved into place."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk and not only on their way to it."""
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _yielding(path: Path, uuid: UUID) -> Iterator[None]:
    """Keep everyone off the file at ``path``, if there is one, while it is replaced.

    A log that belongs to the old file must not outlive it: SQLite would replay it into the new one.
    """
    if not path.exists():
        yield
        return
    with told(path):
        check_header(read_header(path), path)
        connection = connect(path, "rw", wait=0)
        try:
            _take_for_us(connection, path, uuid)
            if os.name != "posix":
                connection.close()  # Windows does not replace a file that is open, so nobody slips in here
            yield
        finally:
            connection.close()


def _take_for_us(connection: sqlite3.Connection, path: Path, uuid: UUID) -> None:
    try:
        found = connection.execute("SELECT uuid FROM library").fetchone()
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if result_code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise ReaderError(
                f"“{path.name}” is open in another window. Close it there and try again."
            ) from error
        raise
    if found is None or found[0] != str(uuid):
        raise ReaderError(
            f"“{path.name}” in {path.parent} is another library and was not replaced. Choose another name."
        )
