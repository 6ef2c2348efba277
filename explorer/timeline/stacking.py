"""Rows for spans that overlap in one lane, computed once."""

from bisect import bisect_left, insort
from heapq import heappop, heappush
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

MOST_ROWS = 6
MOST_SPANS = 2000
"""Where there are more rows than that, so many of the most important spans are asked for a place."""
UNSTACKED = 255
"""Row of a span for which there is no room: it is drawn at its start only."""

Bytes = NDArray[np.uint8]


def stack(
    start: NDArray[np.float64], end: NDArray[np.float64], priority: NDArray[np.uint32]
) -> tuple[Bytes, int]:
    """Rows for the spans of one lane, uint8[n], and how many rows it would take to show all of them.

    As few rows as can be where :data:`MOST_ROWS` are enough; otherwise the most important spans get one of so
    many rows and the others are :data:`UNSTACKED`.
    """
    needed = _depth(start, end)
    if needed <= MOST_ROWS:
        in_time = np.lexsort((end, start))
        rows = _first_fit(start[in_time].tolist(), end[in_time].tolist())
        needed = max(rows, default=-1) + 1
        if needed <= MOST_ROWS:
            row = np.empty(len(start), np.uint8)
            row[in_time] = rows
            return row, needed
    row = np.full(len(start), UNSTACKED, np.uint8)
    chosen = np.argsort(priority, kind="stable")[::-1][:MOST_SPANS]
    row[chosen] = _by_priority(start[chosen].tolist(), end[chosen].tolist())
    return row, needed


def stack_lanes(
    spans: NDArray[np.intp],
    start: NDArray[np.float64],
    end: NDArray[np.float64],
    lane_offsets: NDArray[np.int32],
    priority: NDArray[np.uint32],
    given: Bytes | None = None,
) -> tuple[Bytes, NDArray[np.int32]]:
    """The rows of all spans of an index, and how many rows those of each lane need.

    ``spans`` are the rows of the index, sorted; ``start`` and ``end`` columns of all rows; ``priority`` is
    that of the spans, and ``given`` their rows if they have them already.
    """
    row = np.full(len(spans), UNSTACKED, np.uint8) if given is None else given
    needed = np.zeros(len(lane_offsets) - 1, np.int32)
    for lane, (low, high) in enumerate(pairwise(spans.searchsorted(lane_offsets).tolist())):
        mine = spans[low:high]
        if given is None:
            row[low:high], needed[lane] = stack(start[mine], end[mine], priority[low:high])
        else:
            needed[lane] = rows_taken(start[mine], end[mine], given[low:high])
    return row, needed


def rows_taken(start: NDArray[np.float64], end: NDArray[np.float64], row: Bytes) -> int:
    """How many rows it takes to show spans of a lane that have their rows, or :data:`UNSTACKED`."""
    highest = row[row != UNSTACKED].max(initial=0) + 1 if len(row) else 0
    return max(_depth(start, end), int(highest))


def _depth(start: NDArray[np.float64], end: NDArray[np.float64]) -> int:
    """At most so many spans overlap at any time; those without length are not counted."""
    begun = np.arange(1, len(start) + 1)
    ended = np.sort(end).searchsorted(np.sort(start), "right")
    return int((begun - ended).max(initial=0))


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
