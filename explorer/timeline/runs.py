"""Which columns become marks, which clusters, which density: decided from counts, never from events."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.columns import Columns
from explorer.timeline.ranges import ranges
from explorer.timeline.scale import Scale

DENSE = 12
"""From so many events on, a cell of a long run is drawn as density."""

Ints = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Neighbouring occupied columns of one lane, ``first`` to ``last`` inclusive, drawn in one way."""

    lane: Ints
    first: Ints
    last: Ints
    count: Ints
    middle: NDArray[np.float64]
    """Mean day of its events."""

    def __getitem__(self, chosen: NDArray[np.bool_]) -> "Groups":
        return Groups(
            self.lane[chosen], self.first[chosen], self.last[chosen], self.count[chosen], self.middle[chosen]
        )


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """All occupied columns, sorted into marks, clusters and density."""

    marks: Groups
    clusters: Groups
    dense: Groups


def sort_columns(counts: NDArray[np.integer], columns: Columns, scale: Scale) -> Runs:
    """Group the occupied columns of ``counts`` (int[lanes, columns]).

    A run ends where the next occupied column is further than ``scale.join``. A run wider than a cell is cut
    at cell borders, which are fixed in time. A group with room for all its marks is drawn as marks, another
    one as a cluster; crowded cells of long runs become density.
    """
    lanes, many = counts.shape
    # Of booleans numpy finds those that are not 0 four times as fast.
    occupied = (counts != 0).ravel().nonzero()[0]
    if not len(occupied):
        nothing = Groups(occupied, occupied, occupied, occupied, np.empty(0))
        return Runs(nothing, nothing, nothing)
    number = counts.ravel()[occupied]
    # All lanes in one row, too far apart to join, their cells still at multiples of a cell.
    base = columns.pixel[0] // scale.cell * scale.cell
    apiece = int((columns.pixel[-1] - base + scale.join) // scale.cell + 2) * scale.cell
    shifts = np.arange(lanes, dtype=np.int32) * np.int32(apiece)
    pixel = np.add.outer(shifts, (columns.pixel - base).astype(np.int32)).ravel()[occupied]
    opens = np.ones(len(occupied), np.bool_)
    opens[1:] = pixel[1:] - pixel[:-1] > scale.join
    starts, ends = _ends(opens)
    long = np.repeat(pixel[ends] - pixel[starts] >= scale.cell, ends - starts + 1)
    cell = pixel // scale.cell
    opens[1:] |= long[1:] & (cell[1:] != cell[:-1])
    starts, ends = _ends(opens)
    count = np.add.reduceat(number, starts)
    lane = occupied[starts] // many
    mean = np.add.reduceat(number * pixel, starts) / count - lane * apiece
    groups = Groups(
        lane,
        occupied[starts] - lane * many,
        occupied[ends] - lane * many,
        count,
        (mean + base + 0.5) * columns.step,
    )
    single = count == ends - starts + 1
    apart = single & ((count - 1) * scale.mark_gap <= pixel[ends] - pixel[starts])
    dense = ~apart & long[starts] & (count >= DENSE)
    return Runs(groups[apart], groups[~apart & ~dense], groups[dense])


def _ends(opens: NDArray[np.bool_]) -> tuple[Ints, Ints]:
    """Places of the first and the last of each group; ``opens`` are true at the first ones."""
    starts = np.flatnonzero(opens)
    ends = np.empty_like(starts)
    ends[:-1] = starts[1:] - 1
    ends[-1] = len(opens) - 1
    return starts, ends


def taken(groups: Groups, rows: NDArray[np.integer]) -> NDArray[np.int64]:
    """Numbers of the events in groups, from the running count at each edge, int[lanes, columns + 1]."""
    low = rows[groups.lane, groups.first]
    return ranges(low, rows[groups.lane, groups.last + 1] - low)
