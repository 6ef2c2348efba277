"""The reader's own: notes and saved views."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """The reader's words (Markdown) on anything; ``target_kind`` names the entity, ``target_id`` its row."""

    id: int
    uuid: str
    target_kind: str
    target_id: int
    text: str
    created: str
    modified: str


@dataclass(frozen=True, slots=True)
class SavedView:
    """A view to come back to. ``filters`` and ``lanes`` are JSON text."""

    id: int
    uuid: str
    name: str
    start: float
    end: float
    filters: str
    lanes: str
