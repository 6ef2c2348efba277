"""Reads the reader's notes."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from explorer.domain.note import Note, NoteTarget
from explorer.store import schema
from explorer.store.reads.rows import among


def notes(connection: Connection, target: NoteTarget, ids: Iterable[int]) -> tuple[Note, ...]:
    """The notes on some records of a kind, the oldest first."""
    note = schema.note
    found = connection.execute(
        select(*note.c)
        .where(note.c.target_kind == target.value, note.c.target_id.in_(among(ids)))
        .order_by(note.c.id)
    )
    return tuple(
        Note(row.id, row.uuid, target, row.target_id, row.text, row.created, row.modified) for row in found
    )
