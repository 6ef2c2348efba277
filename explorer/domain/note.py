"""The reader's own words on something in the library."""

from dataclasses import dataclass
from enum import StrEnum

NOTE_LENGTH = 50_000
"""Characters of the longest note."""


class NoteTarget(StrEnum):
    """What a note is on: a kind of record."""

    EVENT = "event"
    SOURCE = "source"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Note:
    """``text`` is Markdown. ``created`` and ``modified`` are ISO dates and times in UTC."""

    id: int
    uuid: str
    target: NoteTarget
    target_id: int
    text: str
    created: str
    modified: str
