"""Rows for spans that overlap in one lane, computed once."""

from bisect import bisect_left, insort
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

MOST_ROWS = 6
MOST_SPANS = 2000
UNSTACKED = 255
"""Row of a span for which there is no room: it is drawn at its start only."""

Bytes = NDArray[np.uint8]


def stack(
    start: NDArray[np.float64], end: NDArray[np.float64], priority: NDArray[np.uint32]
) -> tuple[Bytes, Bytes]:
    """Rows for the spans of one lane: row, and rows of the group of overlapping spans, each uint8[n].

    As few rows as can be where :data:`MOST_ROWS` are enough; otherwise the most important spans get a row and
    the others are :data:`UNSTACKED`. Only the :data:`MOST_SPANS` most important are looked at.
    """
    row = np.full(len(start), UNSTACKED, np.uint8)
    depth = np.ones(len(start), np.uint8)
    chosen = np.argsort(priority, kind="stable")[::-1][:MOST_SPANS]
    in_time = chosen[np.lexsort((end[chosen], start[chosen]))]
    rows = _first_fit(start[in_time].tolist(), end[in_time].tolist())
    if max(rows, default=0) < MOST_ROWS:
        row[in_time] = rows
    else:
        row[chosen] = _by_priority(start[chosen].tolist(), end[chosen].tolist())
        in_time = in_time[row[in_time] != UNSTACKED]
    depth[in_time] = depths(np.zeros(len(in_time), np.int8), start[in_time], end[in_time], row[in_time])
    return row, depth


def stack_lanes(
    spans: NDArray[np.intp],
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    lane_offsets: NDArray[np.int32],
    priority: NDArray[np.uint32],
) -> tuple[NDArray[np.int32], Bytes]:
    """Those of ``spans`` (sorted rows of an index) that are stacked; [2, rows]: their row and depth.

    ``start`` and ``end`` are columns of all rows, ``priority`` is that of the spans.
    """
    at = np.full((2, len(spans)), UNSTACKED, np.uint8)
    for low, high in pairwise(spans.searchsorted(lane_offsets).tolist()):
        mine = spans[low:high]
        at[:, low:high] = stack(start[mine], end[mine], priority[low:high])
    some = at[0] != UNSTACKED
    return spans[some].astype(np.int32), at[:, some]


def depths(
    lane: NDArray[np.integer], start: NDArray[np.float64], end: NDArray[np.float64], row: Bytes
) -> Bytes:
    """How many rows the group takes to which each span belongs: those that overlap, one by way of another."""
    depth = np.ones(len(row), np.uint8)
    if not len(row):
        return depth
    order = np.lexsort((end, start, lane))
    lane, start, end = lane[order], start[order], end[order]
    opens = np.ones(len(row), np.bool_)
    edges = [*np.flatnonzero(np.diff(lane, prepend=lane[0] - 1)).tolist(), len(row)]
    for low, high in pairwise(edges):
        reach = np.maximum.accumulate(end[low:high])
        opens[low + 1 : high] = start[low + 1 : high] >= reach[:-1]
    deepest = np.maximum.reduceat(row[order], np.flatnonzero(opens)) + 1
    depth[order] = deepest[np.cumsum(opens) - 1]
    return depth


def _first_fit(starts: list[float], ends: list[float]) -> list[int]:
    """Interval partitioning in order of start: the lowest row that is free."""
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    rows = []
    opened = 0
    for start, end in zip(starts, ends, strict=True):
        while busy and busy[0][0] <= start:
            heappush(free, heappop(busy)[1])
        if free:
            row = heappop(free)
        else:
            row, opened = opened, opened + 1
        heappush(busy, (end, row))
        rows.append(row)
    return rows


def _by_priority(starts: list[float], ends: list[float]) -> list[int]:
    """The lowest of MOST_ROWS rows in which nothing more important is in the way, else UNSTACKED."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(MOST_ROWS)]
    rows = []
    for span in zip(starts, ends, strict=True):
        for row, others in enumerate(taken):
            at = bisect_left(others, span)
            if (at == 0 or others[at - 1][1] <= span[0]) and (at == len(others) or span[1] <= others[at][0]):
                insort(others, span)
                rows.append(row)
                break
        else:
            rows.append(UNSTACKED)
    return rows
