"""Pixel columns: how many events stand in each, by differences of row numbers at their edges."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.index import EventIndex
from explorer.timeline.viewport import Viewport

MARGIN_CELLS = 4
"""Columns are counted so many cells beyond the plot, so that what an edge cuts does not regroup in a pan."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Columns of one pixel, numbered from day 0: in a pan they keep their events.

    The plot's own edges are edges too, so that what is in view can be counted exactly.
    """

    edges: NDArray[np.float64]
    """Days, shape (columns + 1,)."""
    pixel: NDArray[np.int64]
    """Pixel number of each column, counted from day 0."""
    step: float
    """Days a pixel."""
    first: int
    """The first column in view."""
    last: int
    """The column after the last one in view."""

    @property
    def middle(self) -> NDArray[np.float64]:
        """The day in the middle of each column."""
        return (self.pixel.astype(np.float64) + 0.5) * self.step

    def rows(self, index: EventIndex) -> NDArray[np.int64]:
        """Row number at each edge, int64[lanes, columns + 1]: earlier events stand in lower rows."""
        rows = np.empty((index.lanes, len(self.edges)), np.int64)
        for lane in range(index.lanes):
            low, high = index.lane_offsets[lane : lane + 2]
            rows[lane] = index.position[low:high].searchsorted(self.edges)
            rows[lane] += low
        return rows


def columns_of(viewport: Viewport, cell: int) -> Columns:
    """The columns for a viewport and some cells of ``cell`` pixels beyond it."""
    # Seven digits: the difference of two day numbers wavers in the last ones while one pans.
    step = float(f"{viewport.days / viewport.width:.7g}")
    margin = MARGIN_CELLS * cell
    low = int(np.floor(viewport.start / step)) - margin
    high = int(np.ceil(viewport.end / step)) + margin
    numbers = np.arange(low, high + 1)
    days = numbers * step
    inner = slice(int(days.searchsorted(viewport.start, "right")), int(days.searchsorted(viewport.end)))
    left, right = slice(0, inner.start), slice(inner.stop, None)
    edges = np.concatenate((days[left], [viewport.start], days[inner], [viewport.end], days[right]))
    pixel = np.concatenate(
        (
            numbers[left],
            numbers[inner.start - 1 : inner.stop],
            numbers[inner.stop - 1 : inner.stop],
            numbers[right],
        )
    )
    return Columns(edges, pixel[:-1], step, inner.start, inner.stop + 1)
