"""What the reader has chosen to see: the state of the filters, as plain values."""

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Self


class FacetGroup(StrEnum):
    """Groups of facet values. Values of one group are alternatives (or); groups narrow each other (and)."""

    THEME = "theme"
    SOURCE = "source"
    PEOPLE = "people"
    PLACE = "place"
    IMPORTANCE = "importance"
    EXACTNESS = "exactness"
    LAYER = "layer"
    EVIDENCE = "evidence"


CONTEXT_ONLY = 0
"""The value of group SOURCE for events of the context layer without a passage. Source ids begin at 1."""


IMPORTANCES = (1, 2, 3, 4, 5)
"""From a detail to what the story fails without."""


class Exactness(IntEnum):
    """Values of group EXACTNESS: the finest unit to which a date is known, all guesses apart."""

    DAY = 0
    MONTH = 1
    YEAR = 2
    ABOUT = 3


class LayerValue(IntEnum):
    """Values of group LAYER."""

    ARTICLES = 0
    CONTEXT = 1


class EvidenceValue(IntEnum):
    """Values of group EVIDENCE: events without a passage of an article; those on which the sources differ."""

    NO_PASSAGE = 0
    CONTESTED = 1


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of day numbers, ``end`` exclusive; an infinite side is open.

    ``certain``: only events all of whose possible time lies in the range ("certainly in"). Otherwise events
    of which any possible time lies in it ("possibly in").
    """

    start: float
    end: float
    certain: bool


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """All that is chosen. ``values`` holds (group, value) pairs; a group without any is not restricted.

    A value is a theme id, a source id (or ``CONTEXT_ONLY``), an entity id, or a member of an enumeration.
    ``importance`` is the least importance shown, 1 for all; group IMPORTANCE has no values of its own.
    """

    values: frozenset[tuple[FacetGroup, int]] = frozenset()
    importance: int = 1
    dates: DateRange | None = None

    @property
    def restricts(self) -> bool:
        """Whether anything is chosen at all."""
        return bool(self.values) or self.importance > 1 or self.dates is not None

    def of(self, group: FacetGroup) -> frozenset[int]:
        """The values chosen in a group."""
        return frozenset(value for owner, value in self.values if owner is group)

    def with_group(self, group: FacetGroup, values: frozenset[int]) -> Self:
        """The same choice with these values in a group, and no others."""
        kept = {pair for pair in self.values if pair[0] is not group}
        return replace(self, values=frozenset(kept | {(group, value) for value in values}))

    def toggled(self, group: FacetGroup, value: int) -> Self:
        """The same choice with one value taken or given back."""
        return replace(self, values=self.values ^ {(group, value)})
