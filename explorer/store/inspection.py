"""Whether a file is a library that this version can read; if not, why, in one sentence."""

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.errors import ReaderError
from explorer.store.faults import UnfitError
from explorer.store.schema import APPLICATION_ID, SEARCH_NAMES, VERSION, metadata

SHAPE = "919ee14570a9ce1d5884250542921d50b2d8d5a393cb48ce8eb3f2b2cf176c52"
"""SHA-256 of the definitions of all tables of version 1, as ``shape_of`` computes it."""

WHOLE = 64 * 1024 * 1024
"""Bytes of the largest file that is read through before it is opened: a tenth of a second in memory."""

FRAME = (
    "library",
    "theme",
    "era",
    "entity",
    "source",
    "series",
    "series_break",
    "observation",
    "tour",
    "step",
    "step_lane",
    "kept_state",
    "kept_array",
)
"""Tables that are read whole at every opening, and so checked whole before it, however large the file is."""

_HEADER_BYTES = 100
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a file tell without SQLite.

    ``write_ahead``: the file is in WAL mode. ``changes`` counts the transactions that changed it otherwise.
    """

    application_id: int
    version: int
    write_ahead: bool
    changes: int


def read_header(path: Path) -> Header:
    """Read the first bytes of a file.

    Raises:
        ReaderError: there is no such file, or it may not be read.
        UnfitError: it is no SQLite file, or a part of one.
    """
    name = path.name
    if path.is_dir():
        raise ReaderError(f"“{name}” is a folder. Choose a library file, which ends in .tlx.")
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEADER_BYTES)
    except FileNotFoundError:
        raise ReaderError(
            f"There is no file “{name}” in {path.parent}. It may have been moved, renamed or deleted:"
            " look for it with your file manager, then open it again."
        ) from None
    except PermissionError:
        raise ReaderError(
            f"You may not read “{name}”. Ask its owner for permission, or open a copy of your own."
        ) from None
    except OSError as error:
        raise ReaderError(
            f"“{name}” cannot be read ({error.strerror}). Check the disk, then open it again."
        ) from error
    if not head:
        raise UnfitError(f"“{name}” is empty. Open a backup copy of it, or another library file.")
    if not head.startswith(_MAGIC):
        raise UnfitError(
            f"“{name}” is not a Timeline Explorer library: it is no SQLite database."
            " Choose a file that ends in .tlx."
        )
    if len(head) < _HEADER_BYTES or size < _promised_size(head):
        raise UnfitError(
            f"“{name}” is cut off: only {size:,} bytes of it are there."
            " Copy it again from where it came from."
        )
    return Header(
        application_id=int.from_bytes(head[68:72], "big"),
        version=int.from_bytes(head[60:64], "big"),
        write_ahead=head[18] == 2,
        changes=int.from_bytes(head[24:28], "big"),
    )


def check_header(header: Header, path: Path) -> None:
    """Refuse databases of other programs and of later versions.

    Raises:
        UnfitError: the file is no library, or one of a version that this app does not know.
    """
    if header.application_id != APPLICATION_ID:
        raise UnfitError(
            f"“{path.name}” is a SQLite database of another program, not a Timeline Explorer library."
            " Choose a file that ends in .tlx."
        )
    if header.version > VERSION:
        raise UnfitError(
            f"“{path.name}” was made by a newer version of Timeline Explorer (library version"
            f" {header.version}; this app reads version {VERSION}). Install the newest version to open it."
        )
    if header.version < VERSION:
        raise UnfitError(
            f"“{path.name}” is a library that was never finished (version {header.version})."
            " Open a backup copy of it, or another library file."
        )


def examine(connection: sqlite3.Connection, path: Path) -> bool:
    """Look through a file before it is opened; answers whether all of it was read.

    Of a file of no more than ``WHOLE`` bytes everything is: its tables, pages, values and references; after
    this every text is text, every number lies in its range, and every reference leads somewhere. A larger one
    would keep its reader waiting: there the definitions of all tables are compared, and those read whole that
    say what the library is (:data:`FRAME`). The rest waits for :func:`examine_whole`.

    Raises:
        UnfitError: the tables are not ours, or something in them is damaged.
        sqlite3.Error: SQLite cannot read the file at all.
    """
    name = path.name
    tables = dict(connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").fetchall())
    missing = sorted((metadata.tables.keys() | SEARCH_NAMES) - tables.keys())
    if missing:
        raise UnfitError(
            f"“{name}” lacks a part of a library (the table “{missing[0]}”): another program has changed it,"
            " or it was never finished. Open a backup copy of it."
        )
    triggers = connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'").fetchone()[0]
    if triggers or shape_of(tables) != SHAPE:
        raise UnfitError(
            f"The tables of “{name}” are not as Timeline Explorer makes them: another program has changed"
            " them. Open a backup copy of it."
        )
    whole = path.stat().st_size <= WHOLE
    if whole:
        examine_whole(connection, path)
    else:
        for table in FRAME:
            _examine_table(connection, name, table)
    if connection.execute("SELECT count(*) FROM library").fetchone()[0] != 1:
        raise UnfitError(f"“{name}” is a library without a title: it was never finished. Open another file.")
    return whole


def examine_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Read every page, value and reference of a library: about a second for a gigabyte that is in memory.

    Raises:
        UnfitError: something is damaged.
        sqlite3.Error: SQLite cannot read the file at all.
    """
    _refuse(path.name, connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    _refuse_dangling(path.name, connection.execute("PRAGMA foreign_key_check").fetchone())


def _examine_table(connection: sqlite3.Connection, name: str, table: str) -> None:
    _refuse(name, connection.execute("SELECT * FROM pragma_quick_check(?)", (table,)).fetchone()[0])
    dangling = connection.execute("SELECT * FROM pragma_foreign_key_check(?)", (table,)).fetchone()
    _refuse_dangling(name, dangling)


def _refuse(name: str, trouble: str) -> None:
    if trouble != "ok":
        raise UnfitError(f"“{name}” is damaged ({_first_line(trouble)}). Open a backup copy of it.")


def _refuse_dangling(name: str, dangling: tuple[str, ...] | None) -> None:
    if dangling is not None:
        raise UnfitError(
            f"“{name}” is damaged: records in the table “{dangling[0]}” refer to records that are missing."
            " Open a backup copy of it."
        )


def shape_of(tables: dict[str, str]) -> str:
    """A hash of the definitions of our tables among ``tables`` (name to SQL), blind to white space."""
    ours = sorted(metadata.tables.keys() | SEARCH_NAMES)
    text = "\n".join(f"{name}: {' '.join(tables[name].split())}" for name in ours)
    return hashlib.sha256(text.encode()).hexdigest()


def _promised_size(head: bytes) -> int:
    """Bytes the file should have by its own header, as far as that count is kept up."""
    page = int.from_bytes(head[16:18], "big")
    kept_up = head[24:28] == head[92:96]
    return (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big") if kept_up else 0


def _first_line(trouble: str) -> str:
    return trouble.strip().splitlines()[-1][:120].removeprefix("*** ").strip()
