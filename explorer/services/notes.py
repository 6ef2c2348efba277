"""Makes change sets of the reader's notes. Each function returns a plan for ``Edits.apply``."""

from datetime import UTC, datetime
from uuid import uuid4

from explorer.domain.change import Change, ChangeSet, added, updated
from explorer.domain.errors import ReaderError
from explorer.domain.note import NOTE_LENGTH, NoteTarget
from explorer.services.edits import Plan
from explorer.store.engine import Transaction
from explorer.store.records import fields_of, next_id
from explorer.store.removal import removal


def new_note(target: NoteTarget, target_id: int, text: str) -> Plan:
    """Write a note on an event, a source or a passage; one without words changes nothing.

    The plan raises ReaderError if the text is too long or what it is on is gone.
    """

    def plan(connection: Transaction) -> ChangeSet:
        if not _fit(text):
            return ChangeSet("New note", ())
        if fields_of(connection, target.value, {"id": target_id}) is None:
            raise ReaderError("What the note is on is no longer in the library. Nothing was changed.")
        return ChangeSet("New note", (note_added(connection, target, target_id, text),))

    return plan


def note_added(connection: Transaction, target: NoteTarget, target_id: int, text: str) -> Change:
    """A new note on something that is there, or will be when the change is made.

    Raises:
        ReaderError: the text is too long.
    """
    now = _now()
    fields = {
        "uuid": str(uuid4()),
        "target_kind": target.value,
        "target_id": target_id,
        "text": _fit(text),
        "created": now,
        "modified": now,
    }
    return added("note", {"id": next_id(connection, "note")}, fields)


def changed_note(note_id: int, text: str) -> Plan:
    """Give a note other words; one that is left without words is deleted."""

    def plan(connection: Transaction) -> ChangeSet:
        words = _fit(text)
        key = {"id": note_id}
        if not words:
            return ChangeSet("Delete the note", removal(connection, "note", key))
        before = fields_of(connection, "note", key)
        if before is None:
            raise ReaderError("This note is no longer there. Nothing was changed.")
        if before["text"] == words:
            return ChangeSet("Edit the note", ())
        after = {"text": words, "modified": _now()}
        return ChangeSet("Edit the note", updated("note", key, before, after))

    return plan


def deleted_note(note_id: int) -> Plan:
    """Delete a note."""
    return changed_note(note_id, "")


def _fit(text: str) -> str:
    words = text.strip()
    if len(words) > NOTE_LENGTH:
        raise ReaderError(
            f"The note is {len(words) - NOTE_LENGTH:,} characters too long. Divide it into several."
        )
    return words


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
