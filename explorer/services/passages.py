"""Makes change sets of passages: where they stand, what is said of them. Each function returns a plan."""

from collections.abc import Mapping

from explorer.domain.change import Change, ChangeSet, Value, updated
from explorer.domain.draft import PassageDraft
from explorer.domain.errors import ReaderError
from explorer.domain.note import NoteTarget
from explorer.domain.passage import Anchor, AnchorState, Candidate, Stance
from explorer.services.drafts import new_passage
from explorer.services.edits import Plan
from explorer.services.notes import changed_note, note_added
from explorer.services.tour_mentions import in_tours
from explorer.store.documents import changed_anchor
from explorer.store.engine import Transaction
from explorer.store.records import fields_of, keys_where
from explorer.store.removal import removal

CLIPPED = 40


def placed(passage_id: int, place: Candidate) -> Plan:
    """Say where a passage stands: a place that was found, confirmed or chosen by the reader."""
    state = AnchorState.EXACT if place.score == 1.0 else AnchorState.APPROXIMATE
    anchor = Anchor(passage_id, state, place.start, place.end, place.score, confirmed=True)

    def plan(connection: Transaction) -> ChangeSet:
        return ChangeSet(f"Place “{_words(connection, passage_id)}”", changed_anchor(connection, anchor))

    return plan


def all_confirmed(source_id: int, least: float) -> Plan:
    """Confirm the places of all approximate passages of a source whose letters agree by ``least`` or more."""

    def plan(connection: Transaction) -> ChangeSet:
        changes: tuple[Change, ...] = ()
        for key in keys_where(connection, "passage", source_id=source_id):
            at = {"passage_id": key["id"]}
            found = fields_of(connection, "anchor", at)
            if found and found["state"] == AnchorState.APPROXIMATE.value and found["score"] >= least:
                changes += updated("anchor", at, found, {"confirmed": 1})
        return ChangeSet("Confirm the places of passages", changes)

    return plan


def refused(passage_id: int) -> Plan:
    """Say that a passage stands at none of the places that were found."""
    anchor = Anchor(passage_id, AnchorState.LOST, None, None, 0.0, confirmed=True)

    def plan(connection: Transaction) -> ChangeSet:
        return ChangeSet(
            f"Do not place “{_words(connection, passage_id)}”", changed_anchor(connection, anchor)
        )

    return plan


def noted(passage: int | PassageDraft, text: str) -> Plan:
    """Write a note on a passage, which may be made with it."""

    def plan(connection: Transaction) -> ChangeSet:
        made = ChangeSet("", ())
        if isinstance(passage, int):
            words, passage_id = _words(connection, passage), passage
        else:
            made = new_passage(passage, "")(connection)
            words, passage_id = _clipped(passage.selector.exact), next(iter(made.ids("passage")))
        note = note_added(connection, NoteTarget.PASSAGE, passage_id, text)
        return ChangeSet(f"Note on “{words}”", (*made.changes, note))

    return plan


def described(
    passage_id: int, paraphrase: str, note: str, stances: Mapping[int, Stance] | None = None
) -> Plan:
    """Say in our words what a passage says, what the reader notes on it, and how it stands to its events.

    Args:
        passage_id: the passage.
        paraphrase: our words.
        note: the words of its first note; without any it is deleted.
        stances: by id of the events that rest on it; those that are not named stay as they are.
    """

    def plan(connection: Transaction) -> ChangeSet:
        before = _there(connection, "passage", {"id": passage_id})
        changes = updated("passage", {"id": passage_id}, before, {"paraphrase": paraphrase.strip()})
        for event_id, stance in (stances or {}).items():
            key = {"passage_id": passage_id, "event_id": event_id}
            stood = _there(connection, "evidence", key)
            changes += updated("evidence", key, stood, {"stance": stance.value})
        notes = keys_where(connection, "note", target_kind=NoteTarget.PASSAGE.value, target_id=passage_id)
        if notes:
            changes += changed_note(notes[0]["id"], note)(connection).changes
        elif note.strip():
            changes += (note_added(connection, NoteTarget.PASSAGE, passage_id, note),)
        return ChangeSet(f"Edit passage “{_words(connection, passage_id)}”", changes)

    return plan


def deleted(passage_id: int) -> Plan:
    """Take a passage out of the library, with what it says of events."""

    def plan(connection: Transaction) -> ChangeSet:
        shown = in_tours(connection, "passage", passage_id)
        title = f"Delete passage “{_words(connection, passage_id)}”{shown}"
        return ChangeSet(title, removal(connection, "passage", {"id": passage_id}))

    return plan


def _there(connection: Transaction, record: str, key: dict[str, int]) -> dict[str, Value]:
    fields = fields_of(connection, record, key)
    if fields is None:
        raise ReaderError("This is no longer in the library. Nothing was changed.")
    return fields


def _words(connection: Transaction, passage_id: int) -> str:
    return _clipped(str(_there(connection, "passage", {"id": passage_id})["exact"]))


def _clipped(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= CLIPPED else words[:CLIPPED].rstrip() + "…"
