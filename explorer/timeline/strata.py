"""The most important rows of any range, without reading the range."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice, pairwise
from math import log
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

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
        found = [np.empty(0, np.int32)]
        # Of the type of the rows: numpy would otherwise copy all of them into the type of the question.
        bounds = np.array((low, high), np.int32)
        for levels in self.classes:
            first, last = levels[0].searchsorted(bounds)
            count = int(last - first)
            height = 0 if count <= 2 * need else min(int(log(count / need, 4)), len(levels) - 1)
            chosen = levels[0][first:last]
            while height > 0:
                first, last = levels[height].searchsorted(bounds)
                if last - first >= need:
                    chosen = levels[height][first:last]
                    break
                height -= 1
            found.append(chosen)
            need -= len(chosen)
            if need <= 0:
                break
        return np.concatenate(found)
