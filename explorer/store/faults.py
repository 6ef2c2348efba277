"""What can go wrong with a file, in whole sentences. The only place that knows SQLite's codes."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from explorer.domain.errors import ReaderError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full: “{name}” could not be written. Free some space and try again.",
    sqlite3.SQLITE_IOERR: (
        "“{name}” could not be read or written: the disk is full, failing or was unplugged."
        " Check the disk, then open the library again."
    ),
    sqlite3.SQLITE_BUSY: (
        "“{name}” is locked by another program or window."
        " Close it there, or wait until it has finished, and try again."
    ),
    sqlite3.SQLITE_CORRUPT: "“{name}” is damaged. Open a backup copy of it.",
    sqlite3.SQLITE_NOTADB: (
        "“{name}” is not a Timeline Explorer library: it is no SQLite database, or it is encrypted."
        " Choose a file that ends in .tlx."
    ),
    sqlite3.SQLITE_READONLY: (
        "“{name}” cannot be written: the file, its folder or its disk is read-only, or you lack permission."
        " Use a folder of your own."
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "“{name}” cannot be opened: it was moved or deleted, or you may not read it."
        " Look for it with your file manager, then open it again."
    ),
    sqlite3.SQLITE_TOOBIG: (
        "“{name}” holds a text that is larger than the app reads (64 MB): it is damaged, or it was not"
        " made by Timeline Explorer. Open a backup copy of it."
    ),
    sqlite3.SQLITE_NOMEM: "There is not enough memory to read “{name}”. Close other programs and try again.",
}
_SAME_AS = {
    sqlite3.SQLITE_LOCKED: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PROTOCOL: sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_PERM: sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH: sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FORMAT: sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_SCHEMA: sqlite3.SQLITE_CORRUPT,
}
_OF_THE_FILE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG)
_OF_SYSTEM = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EROFS: sqlite3.SQLITE_READONLY,
    errno.EACCES: sqlite3.SQLITE_READONLY,
    errno.EPERM: sqlite3.SQLITE_READONLY,
    errno.ENOENT: sqlite3.SQLITE_CANTOPEN,
}


class UnfitError(ReaderError):
    """The file itself is no library that this version can read: neither waiting nor permission helps."""


class MalformedError(Exception):
    """A value in a library file that no version of the app has written."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the disk or another program does to a library file into a ``ReaderError`` with a sentence.

    Errors that only a mistake of ours can cause (a constraint, bad SQL) pass through unchanged.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        code = _class_of(error.orig if isinstance(error, DBAPIError) else error)
        if code not in _SENTENCES:
            raise
        kind = UnfitError if code in _OF_THE_FILE else ReaderError
        raise kind(_SENTENCES[code].format(name=path.name)) from error
    except MalformedError as error:
        raise UnfitError(_SENTENCES[sqlite3.SQLITE_CORRUPT].format(name=path.name)) from error


@contextmanager
def told_of_system(path: Path) -> Iterator[None]:
    """Turn an error of the file system at a library file into a ``ReaderError`` with a sentence."""
    try:
        yield
    except OSError as error:
        code = _OF_SYSTEM.get(error.errno or 0, sqlite3.SQLITE_IOERR)
        raise ReaderError(_SENTENCES[code].format(name=path.name)) from error


def result_code(error: BaseException | None) -> int:
    """SQLite's result code without its extended part; 0 if the error carries none."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF if isinstance(code, int) else 0


def _class_of(error: BaseException | None) -> int:
    code = result_code(error)
    said = str(error)
    # Our own SQL is fixed and tested: a table that is gone was taken away by someone else, and text that is
    # no UTF-8 was never written by us. Python gives the latter no code.
    if (code == sqlite3.SQLITE_ERROR and said.startswith("no such ")) or "Could not decode to UTF-8" in said:
        return sqlite3.SQLITE_CORRUPT
    return _SAME_AS.get(code, code)
