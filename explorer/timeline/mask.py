"""Which events pass the filter and which the search lights, ready to be counted in any range."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.index import EventIndex
from explorer.timeline.reaching import Passing
from explorer.timeline.rowset import RowSet
from explorer.timeline.strata import Strata

BoolArray = NDArray[np.bool_]
Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Sieve:
    """A filter with its running counts: how many events pass before any place.

    Counts in a range are differences of these, whatever the range holds. None stands for "all pass". Making
    one is linear in the number of events: for a filter it is done on a worker.
    """

    passing: RowSet | None
    reach: Passing | None
    strata: Strata

    @classmethod
    def build(cls, index: EventIndex, visible: RowSet | BoolArray | None) -> Self:
        """Count once. ``visible`` may be bool[events] in row order."""
        rows = index.as_set(visible) if isinstance(visible, np.ndarray) else visible or index.all_rows
        if rows is None:
            return cls(None, None, index.strata)
        return cls(rows, index.reach.under(rows), index.strata.under(rows))

    @property
    def choice(self) -> object:
        """What it was counted for: the same object for the same choice, also after an edit of the index."""
        return getattr(self.passing, "one", self.passing)

    def __getitem__(self, rows: NDArray[np.integer] | slice | int) -> BoolArray:
        """Which of ``rows`` pass, as from bool[events] in row order."""
        if self.passing is not None:
            return self.passing[rows]
        size = self.strata.classes[0].size
        return np.ones(
            len(range(*rows.indices(size))) if isinstance(rows, slice) else np.shape(rows), np.bool_
        )

    def passes(self, rows: NDArray[np.integer]) -> BoolArray:
        """Which of ``rows`` pass."""
        return np.ones(len(rows), np.bool_) if self.passing is None else self.passing[rows]

    def before(self, places: NDArray[np.integer]) -> NDArray[np.integer]:
        """How many rows pass before each row number."""
        return places if self.passing is None else self.passing.before(places)

    def nth(self, numbers: NDArray[np.integer]) -> NDArray[np.integer]:
        """The rows that pass, by their number: the inverse of :meth:`before`."""
        return numbers if self.passing is None else self.passing.nth(numbers)

    def reaching(self, index: EventIndex, start: float, end: float) -> NDArray[np.integer]:
        """Events a lane that reach into [start, end) but have their position outside it; int[lanes]."""
        return index.reach.counts(start, end, self.reach)


@dataclass(frozen=True, slots=True, eq=False)
class Mask:
    """Which events pass the filter and which are not dimmed; None for all.

    Both may be bool[events] in row order; a frame then has to count them first, which is linear.
    """

    visible: Sieve | BoolArray | None = None
    lit: RowSet | BoolArray | None = None
