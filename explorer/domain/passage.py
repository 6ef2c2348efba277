"""Passages of sources, where they stand, and what they say of which event."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

READERS_OWN = 4
"""The version of the UUID of a record that a reader made."""


class Stance(StrEnum):
    """How a passage stands to an event."""

    REPORTS = "reports"
    SUPPORTS = "supports"
    DISPUTES = "disputes"
    QUESTIONS = "questions"
    MENTIONS = "mentions"


class AnchorState(StrEnum):
    """How a passage was found again in a copy of its document.

    *exact*: every letter and number, at its place among the words and passages around it. *moved*: the same
    words, elsewhere. *approximate*: words nearly the same, for the reader to confirm. *several*: more than
    one place may be meant, the reader is asked. *lost*: not found; there may be a best guess.
    """

    EXACT = "exact"
    MOVED = "moved"
    APPROXIMATE = "approximate"
    SEVERAL = "several"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a passage stands: the W3C TextQuoteSelector and TextPositionSelector in one.

    ``start`` and ``end`` count code points of the canonical text; ``paragraph`` counts non-empty paragraphs
    from 1.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a passage states."""

    value: float
    unit: str
    what: str
    period: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one source: its words in quotation, ours in paraphrase.

    ``kind`` is event, policy, statistic, actor, opinion or forecast. ``date`` is EDTF or None for what
    cannot be dated. ``note`` adds what the record says where passage and record part.
    """

    id: int
    uuid: str
    slug: str
    source_id: int
    selector: Selector
    paraphrase: str
    kind: str
    date: str | None
    date_note: str
    note: str
    quantities: tuple[Quantity, ...]

    @property
    def is_own(self) -> bool:
        """Whether a reader made it: the UUIDs of a shipped story are made of its slugs (version 5)."""
        try:
            return UUID(self.uuid).version == READERS_OWN
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Where a passage may stand, in code points; ``score`` is the likeness of the letters, 0 to 1."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a passage in the attached document.

    ``start`` and ``end`` are None where it has no place: several may be meant, or it is lost; ``candidates``
    are then the places to choose from, or the best guess. ``score`` is the likeness of its letters, or of the
    best candidate's, 0 to 1. ``confirmed`` tells that the reader has said so.
    """

    passage_id: int
    state: AnchorState
    start: int | None
    end: int | None
    score: float = 1.0
    candidates: tuple[Candidate, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a passage does for an event. ``note`` says why the stance was read so, where it needs saying.

    ``example`` marks an event that is our example of what the passage says in general: the passage does
    not speak of it, so the event does not rest on it.
    """

    passage_id: int
    event_id: int
    stance: Stance
    note: str
    example: bool
