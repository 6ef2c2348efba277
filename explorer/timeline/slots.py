"""Room for labels above one lane: rows of slots, each row one integer with a bit for every few pixels."""

import numpy as np
from numpy.typing import NDArray

PIXELS_A_BIT = 4


def bits(start: NDArray[np.floating], end: NDArray[np.floating]) -> list[int]:
    """Integers whose bits stand for the pixels from ``start`` to ``end``, rounded outwards; none before 0."""
    first = np.maximum(np.floor(start / PIXELS_A_BIT), 0).astype(np.int64)
    last = np.maximum(np.ceil(end / PIXELS_A_BIT).astype(np.int64), first)
    return [
        ((1 << many) - 1) << low for low, many in zip(first.tolist(), (last - first).tolist(), strict=True)
    ]


class Slots:
    """Which parts of the label rows of one lane are taken.

    Row 0 is the lowest. A label in an upper row also takes a thin line through the rows below it, for its
    leader; no text may cross that line. Slots and lines are integers made by :func:`bits`.
    """

    def __init__(self, rows: int) -> None:
        self._taken = [0] * rows
        self._kept_free = [0] * rows
        self._kept_below = [0] * rows
        self._text_below = [0] * rows
        # The middle row leaves room for neighbours on both sides; the upper of two shows its leader.
        self._order = sorted(range(rows), key=lambda row: (abs(row - (rows - 1) / 2), -row))

    def take(self, row: int, slot: int, line: int) -> None:
        """Take a slot without asking."""
        self._taken[row] |= slot
        for below in range(row):
            self._taken[below] |= line
        for above in range(row + 1, len(self._taken)):
            self._text_below[above] |= slot

    def keep_free(self, row: int, slot: int, line: int) -> None:
        """Somebody will ask for this slot: others get it only where there is no other room for them."""
        self._kept_free[row] |= slot
        for below in range(row):
            self._kept_free[below] |= line
        for above in range(row + 1, len(self._kept_below)):
            self._kept_below[above] |= slot

    def find(self, slot: int, line: int, wish: int | None = None) -> int | None:
        """Take a free slot in the row wished for, or else in any; its row, or None if there is no room."""
        found = None
        for row in self._order if wish is None else (wish,):
            if not (self._taken[row] & slot or self._text_below[row] & line):
                kept = self._kept_free[row] & slot or self._kept_below[row] & line
                if wish is not None or not kept:
                    found = row
                    break
                found = row if found is None else found
        if found is not None:
            self.take(found, slot, line)
        return found
