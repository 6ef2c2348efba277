"""Columns about a pixel wide: how many events stand in each, by differences of row numbers at their edges."""

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.timeline.cells import SHORTEST
from explorer.timeline.index import EventIndex
from explorer.timeline.ranges import ranges
from explorer.timeline.viewport import Viewport

MARGIN_CELLS = 4
"""Columns are counted so many cells beyond the plot, so that what an edge cuts does not regroup in a pan."""
FEW_EVENTS = 3000
"""So few events are looked up among the edges; of more the edges are looked up among them."""
LARGE = 50_000
"""From so many events on, wide views are counted with the index's cells."""
CELLS_A_PIXEL = 4
"""Only where a pixel has so many cells or more: an edge moves by an eighth of a pixel at most."""

Number = TypeVar("Number", np.int64, np.float64)
Days = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Columns of one length in days, numbered from day 0: at one zoom level they keep their events.

    The plot's own edges are edges too, so that what is in view can be counted exactly.
    """

    edges: Days
    """Shape (columns + 1,)."""
    pixel: NDArray[np.int64]
    """Number of each column, counted from day 0."""
    step: float
    """Days a column."""
    first: int
    """The first column in view: its left edge is that of the plot."""
    last: int
    """The column after the last one in view."""
    grid: Days
    """The edges without the two of the plot."""
    on_cells: bool
    """Whether the grid lies on the borders of the index's cells."""

    @property
    def middle(self) -> Days:
        """The day in the middle of each column."""
        return (self.pixel.astype(np.float64) + 0.5) * self.step


def columns_of(viewport: Viewport, cell: int, step: float, index: EventIndex | None = None) -> Columns:
    """The columns of ``step`` days for a viewport and some cells of ``cell`` columns beyond it.

    In a wide view of a large ``index`` the edges are moved to borders of its cells, by a fraction of a pixel.
    """
    margin = MARGIN_CELLS * cell
    low = int(np.floor(viewport.start / step)) - margin
    high = int(np.ceil(viewport.end / step)) + margin
    numbers = np.arange(low, high + 1)
    grid: Days = numbers * np.float64(step)
    on_cells = False
    if index is not None and index.size >= LARGE and step >= CELLS_A_PIXEL * SHORTEST:
        length = index.cells.length
        on_cells = bool(step >= CELLS_A_PIXEL * length and grid[0] > FIRST_DAY and grid[-1] < LAST_DAY)
        if on_cells:
            grid = np.rint(grid / length) * length
    first = int(grid.searchsorted(viewport.start, "right"))
    last = int(grid.searchsorted(viewport.end)) + 1
    edges = _with_ends(grid, np.array((viewport.start, viewport.end)), first, last)
    # A plot's edge cuts a column in two of the same number.
    pixel = _with_ends(numbers, numbers[[first - 1, last - 2]], first, last)
    return Columns(edges, pixel[:-1], step, first, last, grid, on_cells)


class EdgeRows:
    """Places at the edges of columns, kept from frame to frame: a pan looks up new edges only."""

    def __init__(self) -> None:
        self._index: EventIndex | None = None
        self._step = 0.0
        self._low = 0
        self._rows = np.empty((0, 0), np.int64)

    def of(self, index: EventIndex, columns: Columns) -> Counts:
        """The place at each edge, int64[lanes, columns + 1]: earlier events stand in lower ones."""
        first, *others = index.parts
        places = self._known(first, columns)
        ends = columns.edges[[columns.first, columns.last]]
        for part in others:
            places += _with_ends(*rows_at(part, columns.grid, ends), columns.first, columns.last)
        return places

    def _known(self, index: EventIndex, columns: Columns) -> Counts:
        """The rows of an index that was not edited, those known from the frame before among them."""
        grid, ends = columns.grid, columns.edges[[columns.first, columns.last]]
        if columns.on_cells:
            _, at_ends = rows_at(index, grid[:0], ends)
            return _with_ends(index.cells.rows_at(grid), at_ends, columns.first, columns.last)
        low, many, known = int(columns.pixel[0]), len(grid), self._rows.shape[1]
        same = index is self._index and columns.step == self._step
        # Places of the known edges among those asked for.
        shift = self._low - low if same else many
        begin, end = (min(max(place, 0), many) for place in (shift, shift + known))
        found, at_ends = rows_at(index, np.concatenate((grid[:begin], grid[end:])), ends)
        if begin < end:
            kept = self._rows[:, begin - shift : end - shift]
            found = np.concatenate((found[:, :begin], kept, found[:, begin:]), axis=1)
        self._index, self._step, self._low, self._rows = index, columns.step, low, found
        return _with_ends(found, at_ends, columns.first, columns.last)


def rows_at(index: EventIndex, days: Days, ends: Days) -> tuple[Counts, Counts]:
    """The first row of each lane that stands at or after each day, int64[lanes, days].

    Args:
        index: The events; of an edited index, one of its parts.
        days: In rising order.
        ends: Two more days; their rows are returned apart.
    """
    lanes = index.lanes
    borders = np.concatenate((ends, days[:1], days[-1:]))
    at = np.empty((lanes, len(borders)), np.int64)
    for lane, (start, end) in enumerate(pairwise(index.lane_offsets.tolist())):
        at[lane] = index.position[start:end].searchsorted(borders)
    at += index.lane_offsets[:-1, None]
    if not len(days):
        return np.empty((lanes, 0), np.int64), at
    low, high = at[:, 2], at[:, 3]
    if int((high - low).sum()) < FEW_EVENTS:
        place = days.searchsorted(index.position[ranges(low, high - low)], "right")
        place += np.repeat(np.arange(lanes) * len(days), high - low)
        rows = np.bincount(place, minlength=lanes * len(days)).reshape(lanes, -1).cumsum(axis=1)
    else:
        rows = np.empty((lanes, len(days)), np.int64)
        for lane, (start, end) in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
            rows[lane] = index.position[start:end].searchsorted(days)
    rows += low[:, None]
    return rows, at[:, :2]


def _with_ends(inner: NDArray[Number], ends: NDArray[Number], first: int, last: int) -> NDArray[Number]:
    """``inner`` with two more values in its last axis, which become those at ``first`` and ``last``."""
    whole = np.empty((*inner.shape[:-1], inner.shape[-1] + 2), inner.dtype)
    whole[..., :first] = inner[..., :first]
    whole[..., first] = ends[..., 0]
    whole[..., first + 1 : last] = inner[..., first : last - 1]
    whole[..., last] = ends[..., 1]
    whole[..., last + 1 :] = inner[..., last - 1 :]
    return whole
