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
    lane, column = np.nonzero(counts)
    if not len(lane):
        nothing = Groups(lane, lane, lane, lane, np.empty(0))
        return Runs(nothing, nothing, nothing)
    number = counts[lane, column]
    pixel = columns.pixel[column]
    opens = np.ones(len(lane), np.bool_)
    opens[1:] = (lane[1:] != lane[:-1]) | (np.diff(pixel) > scale.join)
    run = np.cumsum(opens) - 1
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(lane)) - 1
    long = (pixel[ends] - pixel[starts] >= scale.cell)[run]
    cut = np.zeros(len(lane), np.bool_)
    cut[1:] = np.diff(pixel // scale.cell) != 0
    opens |= long & cut
    starts = np.flatnonzero(opens)
    ends = np.append(starts[1:], len(lane)) - 1
    count = np.add.reduceat(number, starts)
    groups = Groups(
        lane[starts],
        column[starts],
        column[ends],
        count,
        np.add.reduceat(number * columns.middle[column], starts) / count,
    )
    width = pixel[ends] - pixel[starts]
    apart = (np.maximum.reduceat(number, starts) == 1) & ((count - 1) * scale.mark_gap <= width)
    dense = ~apart & long[starts] & (count >= DENSE)
    return Runs(groups[apart], groups[~apart & ~dense], groups[dense])


def taken(groups: Groups, rows: NDArray[np.integer]) -> NDArray[np.int64]:
    """Numbers of the events in groups, from the running count at each edge, int[lanes, columns + 1]."""
    low = rows[groups.lane, groups.first]
    return ranges(low, rows[groups.lane, groups.last + 1] - low)
