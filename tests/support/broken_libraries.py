"""Library files that must be refused, each made from a good one, and words of the sentence that says why."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

Break = Callable[[Path], None]


def _sql(*statements: str) -> Break:
    def apply(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return apply


def _bytes(change: Callable[[bytes], bytes]) -> Break:
    def apply(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return apply


def _as_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _of_another_program(path: Path) -> None:
    path.unlink()
    _sql("CREATE TABLE places (url TEXT)")(path)


def _all_data_overwritten(data: bytes) -> bytes:
    """Everything after the first page, which holds the beginning of the schema."""
    return data[:4096] + b"\xa5" * (len(data) - 4096)


def _rows_overwritten(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'passage'").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 + 8 : page * 4096] = b"\xff" * 4088
    path.write_bytes(data)


def _other_types(path: Path) -> None:
    """Text where numbers belong, behind the back of STRICT."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'observation'").fetchone()
        change = "UPDATE sqlite_schema SET sql = ? WHERE name = 'observation'"
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(change, (sql.replace("STRICT", "").replace("REAL", "TEXT"),))
        connection.execute("PRAGMA writable_schema = RESET")
        connection.execute("UPDATE observation SET value = 'many'")
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(change, (sql,))


def _enormous_text(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("UPDATE source SET note = ? WHERE id = 1", ("x" * (65 * 1024 * 1024),))


BROKEN: dict[str, tuple[Break, str]] = {
    "a text": (lambda path: path.write_text("1971, war on drugs\n" * 500) and None, "no SQLite database"),
    "random bytes": (lambda path: path.write_bytes(os.urandom(5000)) and None, "no SQLite database"),
    "empty": (_bytes(lambda _: b""), "is empty"),
    "of another program": (_of_another_program, "another program"),
    "of a newer version": (_sql("PRAGMA user_version = 99"), "newer version"),
    "never finished": (_sql("PRAGMA user_version = 0"), "never finished"),
    "cut in half": (_bytes(lambda data: data[: len(data) // 2]), "cut off"),
    "cut in the header": (_bytes(lambda data: data[:60]), "cut off"),
    "overwritten": (_bytes(_all_data_overwritten), "damaged"),
    "some rows overwritten": (_rows_overwritten, "damaged"),
    "without a table": (_sql("DROP TABLE quantity"), "lacks a part of a library (the table “quantity”)"),
    "without the index": (_sql("DROP TABLE search_event"), "the table “search_event”"),
    "a view for a table": (
        _sql("DROP TABLE quantity", "CREATE VIEW quantity AS SELECT * FROM passage"),
        "the table “quantity”",
    ),
    "a trigger": (
        _sql("CREATE TRIGGER t AFTER INSERT ON document BEGIN DELETE FROM event; END"),
        "not as Timeline Explorer makes them",
    ),
    "another column": (
        _sql("ALTER TABLE event ADD COLUMN secret TEXT"),
        "not as Timeline Explorer makes them",
    ),
    "text for numbers": (_other_types, "damaged"),
    "values out of range": (
        _sql("PRAGMA ignore_check_constraints = ON", "UPDATE event SET importance = 9 WHERE id = 3"),
        "damaged",
    ),
    "unknown words": (
        _sql("PRAGMA ignore_check_constraints = ON", "UPDATE evidence SET stance = 'shrugs'"),
        "damaged",
    ),
    "references to nothing": (_sql("DELETE FROM theme WHERE id = 2"), "refer to records that are missing"),
    "without a title": (_sql("DELETE FROM library"), "without a title"),
    "no text in a text": (
        _sql("UPDATE entity SET name = CAST(x'ff41fe' AS TEXT) WHERE id = 1"),
        "damaged",
    ),
    "no list in a list": (_sql("UPDATE entity SET aliases = '{}' WHERE id = 1"), "damaged"),
    "an enormous text": (_enormous_text, "larger than the app reads"),
    "a folder": (_as_folder, "is a folder"),
    "vanished": (lambda path: path.unlink(), "There is no file"),
}
"""By name: what is done to a good library, and words of the sentence that must come."""
