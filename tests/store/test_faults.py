import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from explorer.domain.errors import ReaderError
from explorer.store.faults import MalformedError, UnfitError, result_code, told, told_of_system

PATH = Path("a folder", "a {library}.tlx")


def sqlite_error(code: int, said: str = "") -> sqlite3.OperationalError:
    error = sqlite3.OperationalError(said)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "The disk is full"),
        (sqlite3.SQLITE_IOERR_WRITE, "unplugged"),
        (sqlite3.SQLITE_IOERR_READ, "unplugged"),
        (sqlite3.SQLITE_BUSY, "locked"),
        (sqlite3.SQLITE_LOCKED, "locked"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "damaged"),
        (sqlite3.SQLITE_NOTADB, "not a Timeline Explorer library"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written"),
        (sqlite3.SQLITE_CANTOPEN_ISDIR, "cannot be opened"),
        (sqlite3.SQLITE_TOOBIG, "larger than the app reads"),
        (sqlite3.SQLITE_NOMEM, "memory"),
    ],
)
def test_what_the_world_does_is_said_in_a_sentence(code, words):
    for error in (sqlite_error(code), OperationalError("SELECT 1", {}, sqlite_error(code))):
        with pytest.raises(ReaderError, match=words) as told_, told(PATH):
            raise error
        assert "a {library}.tlx" in str(told_.value)
        assert "SELECT" not in str(told_.value)
        assert "folder" not in str(told_.value).split("“")[0]
        assert str(told_.value).endswith(".")


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_ERROR]
)
def test_what_we_do_wrong_is_not(code):
    error = OperationalError("SELECT 1", {}, sqlite_error(code, "near SELECT: syntax error"))
    with pytest.raises(OperationalError), told(PATH):
        raise error


def test_what_is_wrong_with_the_file_itself_is_told_apart():
    for error in (
        sqlite_error(sqlite3.SQLITE_CORRUPT),
        sqlite_error(sqlite3.SQLITE_ERROR, "no such table: main.event"),
        MalformedError("no list"),
    ):
        with pytest.raises(UnfitError, match="damaged"), told(PATH):
            raise error
    with pytest.raises(ReaderError) as locked, told(PATH):
        raise sqlite_error(sqlite3.SQLITE_BUSY)
    assert not isinstance(locked.value, UnfitError)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission"),
        (errno.ENOENT, "moved or deleted"),
        (errno.EIO, "failing"),
    ],
)
def test_what_the_system_does_is_said_too(number, words):
    with pytest.raises(ReaderError, match=words), told_of_system(PATH):
        raise OSError(number, "no")


def test_the_result_code_is_the_primary_one():
    assert result_code(sqlite_error(sqlite3.SQLITE_IOERR_WRITE)) == sqlite3.SQLITE_IOERR
    assert result_code(ValueError()) == 0
    assert result_code(None) == 0
