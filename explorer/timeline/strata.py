"""The most important rows of any range, without reading the range."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.ranges import ranges

HASH_BITS = 29
LEAST_ROWS = 256
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


@dataclass(frozen=True, slots=True)
class Strata:
    """Sorted row numbers by importance and height; a row has height h or more with a chance of 1 in 4**h.

    A level of height h is a sample of its class that holds exactly those of highest priority within any range
    of rows, so a range with too many rows is asked at a height at which few remain.
    """

    classes: tuple[tuple[NDArray[np.int32], ...], ...]
    """For each importance from 5 down: rows of height 0, 1, 2 ..."""

    @classmethod
    def build(cls, priority: NDArray[np.uint32], rows: NDArray[np.int32] | None = None) -> Self:
        """Strata of all rows, or of ``rows`` (sorted) only."""
        every = np.arange(len(priority), dtype=np.int32) if rows is None else rows
        mine = priority[every]
        importance = mine >> np.uint32(HASH_BITS)
        tail = mine & np.uint32((1 << HASH_BITS) - 1)
        classes = []
        for level in IMPORTANCES:
            among = importance == level
            current, hashes = every[among], tail[among]
            levels = [current]
            bound = 1 << HASH_BITS
            while len(current) > LEAST_ROWS:
                bound //= 4
                high = hashes >= (1 << HASH_BITS) - bound
                current, hashes = current[high], hashes[high]
                levels.append(current)
            classes.append(tuple(levels))
        return cls(tuple(classes))

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Flat: all rows one after the other, and the number of heights and the length of each."""
        lengths = [len(level) for levels in self.classes for level in levels]
        return {
            "rows": np.concatenate([level for levels in self.classes for level in levels]),
            "lengths": np.array(lengths, np.int32),
            "heights": np.array([len(levels) for levels in self.classes], np.int32),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """What :meth:`to_arrays` was asked for; the levels are parts of its array."""
        ends = np.cumsum(arrays["lengths"]).tolist()
        levels = iter([arrays["rows"][low:high] for low, high in pairwise([0, *ends])])
        return cls(tuple(tuple(islice(levels, height)) for height in arrays["heights"].tolist()))

    def best(self, low: int, high: int, need: int) -> NDArray[np.int32]:
        """The ``need`` rows of highest priority in [low, high), in no order and with a few more."""
        return self.best_of_each(np.array([low]), np.array([high]), need)[0]

    def best_of_each(
        self, low: NDArray[np.integer], high: NDArray[np.integer], need: int
    ) -> tuple[NDArray[np.int32], NDArray[np.intp]]:
        """The same for many ranges at once: rows, and the number of the range of each."""
        numbers = np.arange(len(low))
        rows, range_of = [np.empty(0, np.int32)], [numbers[:0]]
        # Of the type of the rows: numpy would otherwise copy all of them into the type of the question.
        bounds = np.concatenate((low, high)).astype(np.int32)
        left = np.full(len(low), need)
        for levels in self.classes:
            first, last = levels[0].searchsorted(bounds).reshape(2, -1)
            count = np.where(left > 0, last - first, 0)
            for one in np.flatnonzero(count > 2 * np.maximum(left, 0)).tolist():
                ends = bounds[[one, one + len(low)]]
                chosen = _highest(levels, ends, int(left[one]), int(count[one]))
                rows.append(chosen)
                range_of.append(np.full(len(chosen), one))
                left[one] -= len(chosen)
                count[one] = 0
            rows.append(levels[0][ranges(first, count)])
            range_of.append(np.repeat(numbers, count))
            left -= count
            if np.all(left <= 0):
                break
        return np.concatenate(rows), np.concatenate(range_of)


def _highest(
    levels: tuple[NDArray[np.int32], ...], bounds: NDArray[np.int32], need: int, count: int
) -> NDArray[np.int32]:
    """At least ``need`` of the ``count`` rows of a class within bounds: from as high a level as has them."""
    height = min(int(log(count / need, 4)), len(levels) - 1)
    while True:
        first, last = levels[height].searchsorted(bounds)
        if last - first >= need or height == 0:
            return levels[height][first:last]
        height -= 1
