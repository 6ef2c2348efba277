"""Makes change sets of passages: where they stand, what is said of them. Each function returns a plan."""

from collections.abc import Mapping
from uuid import UUID

from explorer.domain.change import ChangeSet, Value, updated
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Anchor, AnchorState, Candidate, Passage, Stance
from explorer.services.edits import Plan
from explorer.store.documents import changed_anchor
from explorer.store.engine import Transaction
from explorer.store.records import fields_of
from explorer.store.removal import removal

CLIPPED = 40
READERS_OWN = 4
"""The version of the UUID of what a reader made; those of the story are made of its slugs."""


def is_own(passage: Passage) -> bool:
    """Whether a passage was made by a reader, and not shipped with the story."""
    try:
        return UUID(passage.uuid).version == READERS_OWN
    except ValueError:
        return False


def placed(passage_id: int, place: Candidate) -> Plan:
    """Say where a passage stands: a place that was found, confirmed or chosen by the reader."""
    state = AnchorState.EXACT if place.score == 1.0 else AnchorState.APPROXIMATE
    anchor = Anchor(passage_id, state, place.start, place.end, place.score, confirmed=True)

    def plan(connection: Transaction) -> ChangeSet:
        return ChangeSet(_title("Place", connection, passage_id), changed_anchor(connection, anchor))

    return plan


def refused(passage_id: int) -> Plan:
    """Say that a passage stands at none of the places that were found."""
    anchor = Anchor(passage_id, AnchorState.LOST, None, None, 0.0, confirmed=True)

    def plan(connection: Transaction) -> ChangeSet:
        return ChangeSet(_title("Do not place", connection, passage_id), changed_anchor(connection, anchor))

    return plan


def described(
    passage_id: int, paraphrase: str, note: str, stances: Mapping[int, Stance] | None = None
) -> Plan:
    """Say in our words what a passage says, what else is to be said of it, and how it stands to its events.

    Args:
        passage_id: the passage.
        paraphrase: our words.
        note: what else there is to say.
        stances: by id of the events that rest on it; those that are not named stay as they are.
    """

    def plan(connection: Transaction) -> ChangeSet:
        fields: dict[str, Value] = {"paraphrase": paraphrase.strip(), "note": note.strip()}
        before = _there(connection, "passage", {"id": passage_id})
        changes = updated("passage", {"id": passage_id}, before, fields)
        for event_id, stance in (stances or {}).items():
            key = {"passage_id": passage_id, "event_id": event_id}
            stood = _there(connection, "evidence", key)
            changes += updated("evidence", key, stood, {"stance": stance.value})
        return ChangeSet(_title("Edit passage", connection, passage_id), changes)

    return plan


def deleted(passage_id: int) -> Plan:
    """Take a passage out of the library, with what it says of events."""

    def plan(connection: Transaction) -> ChangeSet:
        title = _title("Delete passage", connection, passage_id)
        return ChangeSet(title, removal(connection, "passage", {"id": passage_id}))

    return plan


def _there(connection: Transaction, record: str, key: dict[str, int]) -> dict[str, Value]:
    fields = fields_of(connection, record, key)
    if fields is None:
        raise ReaderError("This is no longer in the library. Nothing was changed.")
    return fields


def _title(what: str, connection: Transaction, passage_id: int) -> str:
    words = " ".join(str(_there(connection, "passage", {"id": passage_id})["exact"]).split())
    return f"{what} “{words if len(words) <= CLIPPED else words[:CLIPPED].rstrip() + '…'}”"
