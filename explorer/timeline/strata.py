"""The most important rows of any range, without reading the range."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from math import log
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.ranges import ranges
from explorer.timeline.rowset import RowSet

Ints = NDArray[np.int32]

HASH_BITS = 29
LEAST_ROWS = 256
FEW_HITS = 3000
"""So many rows that pass a filter are taken one and all: cheaper than to look for the best of them."""
IMPORTANCES = range(5, 0, -1)


def priorities(importance: NDArray[np.uint8], ids: NDArray[np.int32]) -> NDArray[np.uint32]:
    """Total order of importance, uint32[n]: importance first, then a hash of the id.

    The order does not depend on the view, so that the same events win wherever one looks.
    """
    mixed = ids.astype(np.uint64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    tail = (mixed >> np.uint64(64 - HASH_BITS)).astype(np.uint32)
    return (importance.astype(np.uint32) << np.uint32(HASH_BITS)) | tail


@dataclass(frozen=True, slots=True, eq=False)
class Strata:
    """Rows by importance and height; a row has height h or more with a chance of 1 in 4**h.

    A level of height h is a sample of its class that holds exactly those of highest priority within any range
    of rows, so a range with too many rows is asked at a height at which few remain. Under a filter the levels
    stay as they are; only the classes are narrowed, and what is found is held against them.
    """

    classes: tuple[RowSet, ...]
    """For each importance from 5 down: its rows, those that pass the filter."""
    levels: tuple[tuple[Ints, ...], ...]
    """For each importance from 5 down: rows of height 1, 2, ..., sorted, whether or not they pass."""
    filtered: bool = False

    @classmethod
    def build(cls, importance: NDArray[np.uint8], priority: NDArray[np.uint32]) -> Self:
        """Strata of all rows; both columns in row order."""
        classes, levels = [], []
        for level in IMPORTANCES:
            among = importance == level
            classes.append(RowSet.of(among))
            heights = []
            current = np.flatnonzero(among).astype(np.int32)
            tail = priority[current] & np.uint32((1 << HASH_BITS) - 1)
            bound = 1 << HASH_BITS
            while len(current) > LEAST_ROWS:
                bound //= 4
                high = tail >= (1 << HASH_BITS) - bound
                current, tail = current[high], tail[high]
                heights.append(current)
            levels.append(tuple(heights))
        return cls(tuple(classes), tuple(levels))

    def under(self, visible: RowSet) -> Self:
        """The strata of the rows that pass a filter."""
        return replace(self, classes=tuple(rows & visible for rows in self.classes), filtered=True)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Flat: the classes' words and ranks, all levels one after the other, and how many and how long."""
        every = [level for levels in self.levels for level in levels]
        return {
            "words": np.concatenate([rows.words for rows in self.classes]),
            "ranks": np.concatenate([rows.ranks for rows in self.classes]),
            "rows": np.concatenate([np.empty(0, np.int32), *every]),
            "lengths": np.array([len(level) for level in every], np.int32),
            "heights": np.array([len(levels) for levels in self.levels], np.int32),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], size: int) -> Self:
        """What :meth:`to_arrays` was asked for, over ``size`` rows; the levels are parts of its array."""
        many = len(arrays["heights"])
        words, ranks = (arrays[name].reshape(many, -1) for name in ("words", "ranks"))
        ends = np.cumsum(arrays["lengths"]).tolist()
        levels = iter([arrays["rows"][low:high] for low, high in pairwise([0, *ends])])
        return cls(
            tuple(RowSet(bits, size, before) for bits, before in zip(words, ranks, strict=True)),
            tuple(tuple(islice(levels, height)) for height in arrays["heights"].tolist()),
        )

    def best(self, low: int, high: int, need: int) -> Ints:
        """The ``need`` rows of highest priority in [low, high), in no order and with a few more."""
        return self.best_of_each(np.array([low]), np.array([high]), need)

    def best_of_each(self, low: NDArray[np.integer], high: NDArray[np.integer], need: int) -> Ints:
        """The same for many ranges at once, the rows of all of them in one array."""
        found = [np.empty(0, np.int32)]
        bounds = np.concatenate((low, high)).astype(np.int64)
        left = np.full(len(low), need)
        for rows, levels in zip(self.classes, self.levels, strict=True):
            first, last = rows.before(bounds).reshape(2, -1)
            count = np.where(left > 0, last - first, 0)
            few = np.maximum(2 * left, FEW_HITS if self.filtered else 0)
            for one in np.flatnonzero(count > few).tolist():
                wanted, ends = int(left[one]), bounds[[one, one + len(low)]]
                height = min(int(log(count[one] / wanted, 4)), len(levels))
                chosen = self._sample(rows, levels, ends, wanted, height)
                if chosen is not None:
                    found.append(chosen)
                    left[one] -= len(chosen)
                    count[one] = 0
            if count.any():
                found.append(rows.nth(ranges(first, count)))
                left -= count
            if np.all(left <= 0):
                break
        return np.concatenate(found)

    def _sample(
        self, rows: RowSet, levels: tuple[Ints, ...], bounds: NDArray[np.int64], need: int, height: int
    ) -> Ints | None:
        """The rows of the greatest height up to ``height`` at which there are enough; None if nowhere."""
        # Of the type of the rows: numpy would otherwise copy all of them into the type of the question.
        ends = bounds.astype(np.int32)
        for level in reversed(levels[:height]):
            first, last = level.searchsorted(ends)
            if last - first >= need:
                sample = level[first:last]
                chosen = sample[rows[sample]] if self.filtered else sample
                if len(chosen) >= need:
                    return chosen
        return None
