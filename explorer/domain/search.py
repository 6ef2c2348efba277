"""What a search asks and what it answers."""

from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    """Groups of the result list, in the order in which they are shown."""

    DATE = "date"
    EVENT = "event"
    PASSAGE = "passage"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Hit:
    """One result.

    ``title`` and ``detail`` are plain text; ``marks`` are (start, length) in ``title`` and ``detail_marks``
    in ``detail``, in code points. ``date`` is in words. A DATE hit has id 0 and carries ``start`` and ``end``
    (day numbers); a PASSAGE hit carries its source.
    """

    kind: HitKind
    id: int
    title: str
    detail: str
    marks: tuple[tuple[int, int], ...] = ()
    detail_marks: tuple[tuple[int, int], ...] = ()
    date: str = ""
    start: float = 0.0
    end: float = 0.0
    source_id: int = 0


@dataclass(frozen=True, slots=True)
class HitGroup:
    """Hits of one kind; ``total`` counts those not listed as well, and is None while they are counted."""

    kind: HitKind
    hits: tuple[Hit, ...]
    total: int | None


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The groups found for ``query``.

    ``events`` counts all events that match, which are lit on the timeline; it is None while they are counted.
    """

    query: str
    groups: tuple[HitGroup, ...]
    events: int | None
