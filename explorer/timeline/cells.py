"""Row numbers at evenly spread days, looked up beforehand: what wide views are counted with."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Self

import numpy as np
from numpy.typing import NDArray

SHORTEST = 1 / 32
"""Days."""
MOST_CELLS = 750_000
EVENTS_A_CELL = 6
"""There are at least so many events for each cell of a lane: the table is small beside the columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """How many events stand before each border between cells of one length, in all lanes.

    Borders are the multiples of ``length``, a power of two, so that they are exact as days.
    """

    length: float
    """Days."""
    first: int
    """Number of the first border."""
    rows: NDArray[np.int32]
    """The first row of each lane at or after each border, [lanes, borders]."""

    @classmethod
    def build(
        cls, position: NDArray[np.float64], lane_offsets: NDArray[np.int32], start: float, end: float
    ) -> Self:
        """Cells from ``start`` to ``end``; there are events beyond only where a side is open."""
        most = max(min(len(position) // EVENTS_A_CELL, MOST_CELLS), 1)
        length = SHORTEST
        while end - start > most * length:
            length *= 2
        first, last = int(np.floor(start / length)), int(np.ceil(end / length)) + 1
        days = np.arange(first, last + 1) * length
        bounds = pairwise(lane_offsets.tolist())
        rows = [low + position[low:high].searchsorted(days) for low, high in bounds]
        return cls(length, first, np.array(rows, np.int32))

    def rows_at(self, days: NDArray[np.float64]) -> NDArray[np.int64]:
        """The first row of each lane that stands at or after days that are borders, int64[lanes, days].

        Days before or after all cells count as the first or the last border.
        """
        number = np.rint(days / self.length).astype(np.int64) - self.first
        return self.rows.take(number, axis=1, mode="clip").astype(np.int64)
