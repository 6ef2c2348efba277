"""Which bars a lane shows where there are more than an eye can part: the foremost, each extent once."""

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.index import EventIndex

MOST_BARS = 32
"""A lane shows at most so many bars, and the selected one."""
MOST_SPANS = 24
"""So many of them are spans in their rows; the others lie on each other on the baseline."""

Rows = NDArray[np.int32]
Ranks = NDArray[np.int64]


def ranks(index: EventIndex, rows: Rows, lit: NDArray[np.bool_] | None, focus: int | None) -> Ranks:
    """Order in which rows get a place: the selected event, what a search has lit, then importance."""
    rank = index.priority[rows].astype(np.int64)
    if lit is not None:
        rank[lit[rows]] += 1 << 33
    if focus is not None:
        rank[rows == focus] = 1 << 40
    return rank


def foremost(lane: NDArray[np.integer], rank: Ranks, most: NDArray[np.integer]) -> NDArray[np.bool_]:
    """The ``most[lane]`` highest ranks of each lane: bool of the shape of ``lane``."""
    count = np.bincount(lane, minlength=len(most))
    chosen = np.ones(len(lane), np.bool_)
    if np.all(count <= most):
        return chosen
    order = np.lexsort((-rank, lane))
    first = np.cumsum(count) - count
    ordered = lane[order]
    chosen[order] = np.arange(len(lane)) - first[ordered] < most[ordered]
    return chosen


def foremost_spans(index: EventIndex, rows: Rows, rank: Ranks) -> Rows:
    """Spans that have a bar."""
    most = np.full(index.lanes, MOST_SPANS)
    chosen: Rows = rows[foremost(index.lane[rows], rank, most)]
    return chosen


def foremost_extents(index: EventIndex, rows: Rows, rank: Ranks, spans: Rows) -> Rows:
    """Of other events those that have a bar beside ``spans``.

    Where there are too many, of those that may have happened in the very same time the first has the bar of
    all: they would lie on each other.
    """
    room = np.maximum(MOST_BARS - np.bincount(index.lane[spans], minlength=index.lanes), 0)
    lane = index.lane[rows]
    crowded = (np.bincount(lane, minlength=index.lanes) > room)[lane]
    if not crowded.any():
        return rows
    many, single = rows[crowded], rows[~crowded]
    earliest, latest, lanes = index.earliest[many], index.latest[many], lane[crowded]
    order = np.lexsort((-rank[crowded], latest, earliest, lanes))
    new = np.ones(len(many), np.bool_)
    new[1:] = False
    for key in (lanes, earliest, latest):
        new[1:] |= np.diff(key[order]) != 0
    kept = order[new]
    kept = kept[foremost(lanes[kept], rank[crowded][kept], room)]
    return np.concatenate((single, many[kept]))
