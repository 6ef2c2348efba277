"""Keeps long texts and files of the reader under the hash of what is in them, once each and compressed."""

import hashlib
import zlib
from collections.abc import Iterable

from sqlalchemy import Connection, delete, func, insert, select

from explorer.domain.errors import ReaderError
from explorer.store import schema
from explorer.store.engine import LONGEST_VALUE
from explorer.store.faults import MalformedError

_LEVEL = 6


def sha256_of(data: bytes) -> str:
    """The name under which a content is kept: SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def keep(connection: Connection, contents: Iterable[bytes]) -> None:
    """Keep contents that are not there yet.

    Args:
        connection: one from ``Library.writing``, in the transaction that also makes something refer to them.
        contents: a text is given as UTF-8.

    Raises:
        ReaderError: one is larger than what is read again.
    """
    table = schema.content
    for data in contents:
        if len(data) > LONGEST_VALUE:
            raise ReaderError(
                "This is larger than 64 MB, which is the most that a library takes in. Divide it."
            )
        sha256 = sha256_of(data)
        if connection.scalar(select(table.c.sha256).where(table.c.sha256 == sha256)) is None:
            packed = zlib.compress(data, _LEVEL)
            connection.execute(insert(table), {"sha256": sha256, "size": len(data), "data": packed})


def content_of(connection: Connection, sha256: str) -> bytes:
    """A content that is kept.

    Raises:
        MalformedError: it is not there, or is not what was kept.
    """
    table = schema.content
    row = connection.execute(select(table.c.size, table.c.data).where(table.c.sha256 == sha256)).one_or_none()
    if row is None or not 0 <= row.size <= LONGEST_VALUE:
        raise MalformedError(f"no content {sha256}")
    unpacking = zlib.decompressobj()
    try:
        # One byte more than there should be tells that there is more, without unpacking all of it.
        data = unpacking.decompress(row.data, row.size + 1)
    except zlib.error as error:
        raise MalformedError(str(error)) from error
    if len(data) != row.size or sha256_of(data) != sha256:
        raise MalformedError(f"content {sha256} is not what was kept")
    return data


def forget_unnamed(connection: Connection) -> int:
    """Drop the contents that no record and no entry of the change log names; answers how many those were."""
    table, log = schema.content, schema.change_log
    named = [
        select(pair.parent).where(pair.parent == table.c.sha256).exists()
        for other in schema.metadata.tables.values()
        for constraint in other.foreign_key_constraints
        if constraint.referred_table is table
        for pair in constraint.elements
    ]
    logged = select(log.c.id).where(func.instr(log.c.changes, table.c.sha256) > 0).exists()
    # Most are named by a record: only for the others is the log, which may be long, read.
    return connection.execute(delete(table).where(*(~each for each in named), ~logged)).rowcount
