"""Which events pass the filter and which the search lights, ready to be counted in any range."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.index import EventIndex
from explorer.timeline.strata import Strata

BoolArray = NDArray[np.bool_]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Which events pass the filter and which are not dimmed: bool[events] in row order, or None for all."""

    visible: BoolArray | None = None
    lit: BoolArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Sieve:
    """A filter with its running counts: how many events pass before any place, in three orders.

    Counts in a range are differences of these, whatever the range holds. None stands for "all pass".
    """

    visible: BoolArray | None
    rows: Ints | None
    """The rows that pass."""
    rank: Ints | None
    rank_earliest: Ints | None
    rank_latest: Ints | None
    strata: Strata

    @classmethod
    def build(cls, index: EventIndex, visible: BoolArray | None) -> Self:
        """Count once; linear in the number of events."""
        if visible is None:
            return cls(None, None, None, None, None, index.strata)
        rows = np.flatnonzero(visible).astype(np.int32)
        return cls(
            visible,
            rows,
            running(visible),
            running(visible[index.by_earliest]),
            running(visible[index.by_latest]),
            Strata.build(index.priority, rows),
        )

    def passes(self, rows: NDArray[np.integer]) -> BoolArray:
        """Which of ``rows`` pass."""
        return np.ones(len(rows), np.bool_) if self.visible is None else self.visible[rows]

    def before(self, places: NDArray[np.integer]) -> NDArray[np.integer]:
        """How many rows pass before each row number."""
        return places if self.rank is None else self.rank[places]

    def nth(self, numbers: NDArray[np.integer]) -> NDArray[np.integer]:
        """The rows that pass, by their number: the inverse of :meth:`before`."""
        return numbers if self.rows is None else self.rows[numbers]

    def reaching(self, index: EventIndex, start: float, end: float) -> NDArray[np.integer]:
        """Events a lane that reach into [start, end) but have their position outside it; int[lanes]."""
        counts = np.zeros(index.lanes, np.int64)
        for lane in range(index.lanes):
            low, high = index.lane_offsets[lane : lane + 2]
            before, after = low + index.position[low:high].searchsorted((start, end))
            ended = low + index.sorted_latest[low:high].searchsorted(start, "right")
            begun = low + index.sorted_earliest[low:high].searchsorted(end)
            if self.rank is None or self.rank_earliest is None or self.rank_latest is None:
                counts[lane] = before - ended + begun - after
            else:
                counts[lane] = (
                    self.rank[before] - self.rank_latest[ended] + self.rank_earliest[begun] - self.rank[after]
                )
        return counts


def running(passes: BoolArray) -> Ints:
    """int32[n + 1]: how many are true before each place."""
    counts = np.zeros(len(passes) + 1, np.int32)
    np.cumsum(passes, out=counts[1:])
    return counts
