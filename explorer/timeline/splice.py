"""Two indexes read as one: the rows that were there, and beside them those that have changed since.

The rows of the first keep their numbers; those of the second follow. Rows that changed or are gone are dead:
no set holds them. Where rows stand in time is told by *places*: in a lane, in order of position, live, dead
and new ones alike. A single index needs no such distinction: its rows are its places.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.rowset import RowSet

Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]
Rows = NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class Splice:
    """How the rows of two indexes stand in one order of time."""

    first: int
    """Rows of the first index, dead ones as well."""
    dead: Ints
    """Those of them that are dead, sorted."""
    anchors: Ints
    """For each row of the second index, the row of the first before which it stands; rising."""

    @cached_property
    def places(self) -> NDArray[np.int64]:
        """The place of each row of the second index."""
        return self.anchors + np.arange(len(self.anchors), dtype=np.int64)

    @property
    def space(self) -> int:
        """One more than the greatest row number."""
        return self.first + len(self.anchors)

    def parted(self, places: Rows) -> tuple[Rows, Rows]:
        """How many rows of the first and of the second index stand before some places."""
        if not len(self.anchors):
            return places, np.zeros_like(places)
        second = self.places.searchsorted(places)
        return places - second, second

    def place_of(self, rows: Rows) -> Rows:
        """The places of rows."""
        new = rows >= self.first
        places = rows + self.anchors.searchsorted(rows, "right")
        places[new] = self.places[rows[new] - self.first]
        return places

    def is_dead(self, rows: Rows) -> Bools:
        """Which rows of the first index are dead."""
        if not len(self.dead):
            return np.zeros(np.shape(rows), np.bool_)
        at = np.minimum(self.dead.searchsorted(rows), len(self.dead) - 1)
        dead: Bools = self.dead[at] == rows
        return dead

    def live(self, rows: Rows) -> Rows:
        """Those of some rows of the first index that are not dead."""
        return rows[~self.is_dead(rows)] if len(self.dead) else rows

    def gather(self, one: Any, other: Any, rows: Rows) -> NDArray[Any]:
        """``one[row]`` for rows of the first index, ``other[...]`` for those of the second."""
        new = rows >= self.first
        if not new.any():
            first: NDArray[Any] = one[rows]
            return first
        if new.all():
            second: NDArray[Any] = other[rows - self.first]
            return second
        values: NDArray[Any] = one[np.where(new, 0, rows)]
        values[..., new] = other[rows[new] - self.first]
        return values


class SplicedSet(RowSet):
    """A set of rows of both indexes, asked like that of a single one; it has no words of its own.

    What is counted before places, and found by number, is counted in their common order of time.
    """

    __slots__ = ("__dict__", "one", "other", "splice")

    def __init__(self, splice: Splice, one: RowSet | None, other: RowSet | None) -> None:
        """``one`` and ``other`` are sets of rows of the two indexes, None for all of them."""
        self.splice = splice
        self.size = splice.space
        self.one = one
        self.other = other

    @classmethod
    def split(cls, splice: Splice, mask: Bools) -> "SplicedSet":
        """The rows that are true in bool[space]."""
        return cls(splice, RowSet.of(mask[: splice.first]), RowSet.of(mask[splice.first :]))

    def __getitem__(self, rows: Rows | slice | int) -> Bools:
        """Whether rows are in the set: bool of the shape of ``rows``."""
        if isinstance(rows, slice):
            rows = np.arange(*rows.indices(self.size))
        asked = np.asarray(rows)
        flat = asked.ravel()
        held = self.splice.gather(_Asked(self.one), _Asked(self.other), flat) & ~self.splice.is_dead(flat)
        found: Bools = held.reshape(asked.shape)[()]
        return found

    def __and__(self, other: RowSet) -> "SplicedSet":
        one, two = parts_of(other)
        return SplicedSet(self.splice, _both(self.one, one), _both(self.other, two))

    def __sub__(self, other: RowSet) -> "SplicedSet":
        sizes = self.splice.first, self.size - self.splice.first
        parts = zip(sizes, (self.one, self.other), parts_of(other), strict=True)
        return SplicedSet(
            self.splice,
            *((mine or RowSet.every(size)) - (theirs or RowSet.every(size)) for size, mine, theirs in parts),
        )

    @cached_property
    def gone(self) -> Ints:
        """The dead rows that ``one`` holds, sorted."""
        dead = self.splice.dead
        return dead if self.one is None else dead[self.one[dead]]

    @property
    def count(self) -> int:
        """Rows in the set."""
        other = self.size - self.splice.first if self.other is None else self.other.count
        return (self.splice.first if self.one is None else self.one.count) - len(self.gone) + other

    def before(self, places: Rows) -> Rows:
        """How many rows of the set come before each place."""
        first, second = self.splice.parted(places)
        before = self._live_before(first)
        if len(self.splice.anchors):
            before = before + (second if self.other is None else self.other.before(second))
        return before

    def nth(self, numbers: Rows) -> Ints:
        """The rows of the set by their number: the inverse of :meth:`before`."""
        asked = np.asarray(numbers)
        new, at = self._new
        later = at.searchsorted(asked, "right")
        rows = np.empty(asked.shape, np.int32)
        mine = later > 0
        mine[mine] = at[later[mine] - 1] == asked[mine]
        rows[mine] = self.splice.first + new[later[mine] - 1]
        left = asked[~mine] - later[~mine]
        if len(self.gone):
            left = left + self._skipped.searchsorted(left, "right")
        rows[~mine] = left if self.one is None else self.one.nth(left)
        return rows

    def rows(self) -> Ints:
        """All rows of the set by their number; linear in the size of the indexes."""
        sizes = self.splice.first, self.size - self.splice.first
        one, other = (
            np.arange(size, dtype=np.int32) if part is None else part.rows()
            for size, part in zip(sizes, (self.one, self.other), strict=True)
        )
        return np.concatenate((self.splice.live(one), other + np.int32(self.splice.first))).astype(np.int32)

    def _live_before(self, places: Rows) -> Rows:
        before = places if self.one is None else self.one.before(places)
        return before - self.gone.searchsorted(places) if len(self.gone) else before

    @cached_property
    def _new(self) -> tuple[Ints, NDArray[np.int64]]:
        """Rows of the second index that are in the set, and their numbers in it."""
        anchors = self.splice.anchors
        rows = np.arange(len(anchors), dtype=np.int32) if self.other is None else self.other.rows()
        return rows, self._live_before(anchors[rows]) + np.arange(len(rows))

    @cached_property
    def _skipped(self) -> NDArray[np.int64]:
        """For each dead row, how many live ones of the set stand before it."""
        before = self.gone if self.one is None else self.one.before(self.gone)
        return before.astype(np.int64) - np.arange(len(self.gone))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Whether rows are in a set, None for all."""

    held: RowSet | None

    def __getitem__(self, rows: Rows) -> Bools:
        return np.ones(len(rows), np.bool_) if self.held is None else self.held[rows]


def parts_of(rows: RowSet) -> tuple[RowSet | None, RowSet | None]:
    """The sets of rows of both indexes that a spliced one is made of.

    Raises:
        TypeError: it is the set of a single index.
    """
    if not isinstance(rows, SplicedSet):
        raise TypeError("the set belongs to another index")
    return rows.one, rows.other


def _both(one: RowSet | None, other: RowSet | None) -> RowSet | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other
