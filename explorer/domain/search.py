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
    """Hits of one kind; ``total`` counts those not listed as well."""

    kind: HitKind
    hits: tuple[Hit, ...]
    total: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The groups found for ``query``, and the ids of all events that match, to be lit on the timeline."""

    query: str
    groups: tuple[HitGroup, ...]
    event_ids: tuple[int, ...]
