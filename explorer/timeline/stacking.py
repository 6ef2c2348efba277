"""Rows for spans that overlap in one lane, computed once."""

from bisect import bisect_left, insort
from heapq import heappop, heappush

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
    if len(in_time):
        reach = np.maximum.accumulate(end[in_time])
        opens = np.concatenate(([True], start[in_time][1:] >= reach[:-1]))
        deepest = np.maximum.reduceat(row[in_time], np.flatnonzero(opens)) + 1
        depth[in_time] = deepest[np.cumsum(opens) - 1]
    return row, depth


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
