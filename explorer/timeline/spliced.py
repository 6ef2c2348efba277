"""The parts of two indexes that are read as one: dates, strata, and what reaches into a view."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.dates import Dates
from explorer.timeline.index import EventIndex
from explorer.timeline.reach import NEAREST
from explorer.timeline.reaching import EARLIEST, LATEST, Passing, Reach
from explorer.timeline.rowset import RowSet
from explorer.timeline.splice import Splice, SplicedSet, parts_of
from explorer.timeline.strata import Strata

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Rows = NDArray[np.integer]


@dataclass(frozen=True, slots=True, eq=False)
class SplicedDates:
    """Asked like :class:`explorer.timeline.dates.Dates`."""

    splice: Splice
    one: Dates
    other: Dates

    def of(self, which: int, rows: Rows) -> Floats:
        """One of the four (0 to 3) for some rows."""
        return self._gather("of", rows, which)

    def four(self, rows: Rows) -> Floats:
        """All four for some rows, [4, rows]."""
        return self._gather("four", rows)

    def ends(self, rows: Rows) -> tuple[Floats, Floats]:
        """Earliest and latest of some rows."""
        earliest, latest = self._gather("ends", rows)
        return earliest, latest

    def length(self, rows: Rows) -> Floats:
        """Days from the earliest to the latest of some rows."""
        return self._gather("length", rows)

    def _gather(self, name: str, rows: Rows, *how: int) -> NDArray[Any]:
        one, other = (_Answers(getattr(part, name), how) for part in (self.one, self.other))
        return self.splice.gather(one, other, rows)


@dataclass(frozen=True, slots=True)
class _Answers:
    """A method that takes rows, asked like a column."""

    ask: Any
    how: tuple[int, ...]

    def __getitem__(self, rows: Rows) -> NDArray[Any]:
        return np.asarray(self.ask(*self.how, rows))


@dataclass(frozen=True, eq=False)
class SplicedStrata:
    """Asked like :class:`explorer.timeline.strata.Strata`."""

    splice: Splice
    one: Strata
    other: Strata

    @cached_property
    def classes(self) -> tuple[SplicedSet, ...]:
        """For each importance from 5 down: its rows, those that pass the filter."""
        pairs = zip(self.one.classes, self.other.classes, strict=True)
        return tuple(SplicedSet(self.splice, one, other) for one, other in pairs)

    def under(self, visible: RowSet) -> "SplicedStrata":
        """The strata of the rows that pass a filter."""
        one, other = parts_of(visible)
        return SplicedStrata(
            self.splice,
            self.one if one is None else self.one.under(one),
            self.other if other is None else self.other.under(other),
        )

    def best_of_each(self, low: Rows, high: Rows, need: int) -> Ints:
        """The ``need`` foremost rows between places, of each range, in no order and with a few more."""
        (first, second), (last, end) = self.splice.parted(low), self.splice.parted(high)
        dead = self.splice.dead
        some = need
        if len(dead):
            some += int((dead.searchsorted(last) - dead.searchsorted(first)).max(initial=0))
        found = self.splice.live(self.one.best_of_each(first, last, some))
        if not np.any(second < end):
            return found.astype(np.int32)
        new = self.other.best_of_each(second, end, need) + self.splice.first
        return np.concatenate((found, new)).astype(np.int32)


@dataclass(frozen=True, slots=True, eq=False)
class SplicedPassing:
    """What a filter leaves of a :class:`SplicedReach`; None for all of an index."""

    one: Passing | None
    other: Passing | None


@dataclass(frozen=True, eq=False)
class SplicedReach:
    """Asked like :class:`explorer.timeline.reaching.Reach`."""

    splice: Splice
    one: Reach
    other: Reach
    base: EventIndex
    """The first index."""

    def near(self, first: float, last: float, shortest: float, most: int = NEAREST) -> Ints:
        """Rows of events longer than about ``shortest`` days that may reach into [first, last)."""
        one = self.splice.live(self.one.near(first, last, shortest, most + len(self.splice.dead)))
        new = self.other.near(first, last, shortest, most)
        return np.concatenate((one, new + self.splice.first)).astype(np.int32)

    def counts(self, start: float, end: float, passing: SplicedPassing | None) -> Rows:
        """Events a lane that reach into [start, end) but have their position outside it; int[lanes]."""
        held = passing or SplicedPassing(None, None)
        counts = self.one.counts(start, end, held.one) + self.other.counts(start, end, held.other)
        dead = self.splice.dead
        if not len(dead):
            return counts
        lane, position, earliest, latest = self._dead
        outside = (position < start) | (position >= end)
        meets = outside & (earliest < end) & (latest > start)
        if held.one is not None:
            meets &= held.one.visible[dead]
        return counts - np.bincount(lane[meets], minlength=len(counts))

    def meeting(self, start: float, end: float, *, certain: bool) -> Bools:
        """Which rows lie in [start, end), certainly or possibly: bool[space]."""
        one = self.one.meeting(start, end, certain=certain)
        one[self.splice.dead] = False
        return np.concatenate((one, self.other.meeting(start, end, certain=certain)))

    def under(self, visible: RowSet) -> SplicedPassing:
        """What a filter leaves."""
        parts = zip((self.one, self.other), parts_of(visible), strict=True)
        return SplicedPassing(*(None if held is None else reach.under(held) for reach, held in parts))

    @cached_property
    def _dead(self) -> tuple[NDArray[Any], Floats, Floats, Floats]:
        """Lane, position, earliest and latest of the dead rows."""
        base, dead = self.base, self.splice.dead
        dates = base.dates.of(EARLIEST, dead), base.dates.of(LATEST, dead)
        return base.lane[dead], base.position[dead], *dates
