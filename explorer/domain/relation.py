"""What led to what."""

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """Read as "from kind to": the earlier event caused the later one, the later one part of the other."""

    CAUSED = "caused"
    LED_TO = "led-to"
    RESPONDED_TO = "responded-to"
    REVERSED = "reversed"
    REPEATED = "repeated"
    PART_OF = "part-of"
    ENABLED = "enabled"


@dataclass(frozen=True, slots=True)
class Relation:
    """A directed link between two events; ``reading`` where it is our interpretation, open to dispute."""

    id: int
    uuid: str
    from_id: int
    to_id: int
    kind: RelationKind
    note: str
    passage_id: int | None
    reading: bool
