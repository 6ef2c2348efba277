"""Which bars a lane shows where there are more than an eye can part: the foremost, each extent once."""

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.index import EventIndex
from explorer.timeline.rowset import RowSet

MOST_BARS = 32
"""A lane shows at most so many bars, and the selected one."""
MOST_SPANS = 24
"""So many of them are spans in their rows; the others lie on each other on the baseline."""

Rows = NDArray[np.int32]
Ranks = NDArray[np.int64]
BoolArray = NDArray[np.bool_]
Lit = RowSet | BoolArray | None


def ranks(index: EventIndex, rows: Rows, lit: Lit, focus: int | None = None) -> Ranks:
    """Order in which rows get a place: the selected event, what a search has lit, then importance."""
    rank = index.priority[rows].astype(np.int64)
    if lit is not None:
        rank[lit[rows]] += 1 << 33
    if focus is not None:
        rank[rows == focus] = 1 << 40
    return rank


def foremost(lane: NDArray[np.integer], rank: Ranks, most: NDArray[np.integer]) -> BoolArray:
    """The ``most[lane]`` highest ranks of each lane: bool of the shape of ``lane``."""
    count = np.bincount(lane, minlength=len(most))
    chosen = np.ones(len(lane), np.bool_)
    if (count <= most).all():
        return chosen
    order = np.lexsort((-rank, lane))
    first = np.cumsum(count) - count
    ordered = lane[order]
    chosen[order] = np.arange(len(lane)) - first[ordered] < most[ordered]
    return chosen


def foremost_spans(index: EventIndex, rows: Rows, lit: Lit, focus: int | None) -> Rows:
    """Spans that have a bar."""
    lane = index.lane[rows]
    most = np.full(index.lanes, MOST_SPANS)
    if (np.bincount(lane, minlength=index.lanes) <= most).all():
        return rows
    chosen: Rows = rows[foremost(lane, ranks(index, rows, lit, focus), most)]
    return chosen


def foremost_extents(index: EventIndex, rows: Rows, lit: Lit, spans: Rows) -> Rows:
    """Of other events those that have a bar beside ``spans``.

    Where there are too many, the foremost of neighbours that may have happened in the very same time has the
    bar of all: they would lie on each other.
    """
    room = np.maximum(MOST_BARS - np.bincount(index.lane[spans], minlength=index.lanes), 0)
    lane = index.lane[rows]
    crowded = (np.bincount(lane, minlength=index.lanes) > room)[lane]
    if not crowded.any():
        return rows
    many, lane = rows[crowded], lane[crowded]
    rank = ranks(index, many, lit)
    earliest, latest = index.earliest[many], index.latest[many]
    new = np.ones(len(many), np.bool_)
    for key in (lane, earliest, latest):
        new[1:] &= key[1:] == key[:-1]
    new[1:] = ~new[1:]
    first = np.flatnonzero(new)
    best = np.maximum.reduceat(rank, first)
    chosen = rank == best[np.cumsum(new) - 1]
    many, lane, rank = many[chosen], lane[chosen], rank[chosen]
    return np.concatenate((rows[~crowded], many[foremost(lane, rank, room)]))
