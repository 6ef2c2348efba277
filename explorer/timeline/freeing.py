"""Where events stand that come into an index which is there already: nothing else moves for them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.distinct import among
from explorer.timeline.index import EventIndex
from explorer.timeline.sorting import likely_part, positions
from explorer.timeline.stacking import MOST_ROWS, UNSTACKED

Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Columns = dict[str, NDArray[Any]]

TRIES = 16
"""So many places are looked at for an event whose own is taken; then marks lie on each other."""


def free_positions(index: EventIndex, columns: Columns) -> Floats:
    """Where the marks of events stand, whose ``columns`` come in order of their ids.

    An event whose lane and dates are those it has, or had when the index was built, stands where it stood.
    Any other one stands in the middle of its likely part; if there is a mark already, half-way to either end,
    and so on.
    """
    found = positions(columns, index.lanes)
    to_place = (columns["flags"] & DateFlag.SPAN) == 0
    for part in (index.parts[0], index):
        rows = part.find(columns["id"])
        there = np.flatnonzero(rows >= 0)
        rows = rows[there]
        dates = [columns[name][there] for name in ("earliest", "likely_start", "likely_end", "latest")]
        same = (part.lane[rows] == columns["lane"][there]) & np.all(part.dates.four(rows) == dates, axis=0)
        same &= (part.flags[rows] & DateFlag.SPAN) == (columns["flags"][there] & DateFlag.SPAN)
        found[there[same]] = part.position[rows[same]]
        to_place[there[same]] = False
    start, length = likely_part(columns)
    left = np.flatnonzero(to_place)
    for attempt in range(TRIES):
        left = left[_taken(index, columns["lane"][left], found[left])]
        if not len(left):
            break
        numbers = attempt * len(left) + np.arange(len(left)) + 1
        found[left] = start[left] + length[left] * _shares(numbers)
    return found


def _taken(index: EventIndex, lane: NDArray[np.int16], position: Floats) -> Bools:
    """Where a mark stands already."""
    taken = np.zeros(len(lane), np.bool_)
    for one in set(lane.tolist()):
        mine = lane == one
        first, last = (index.places_in(one, position[mine], side) for side in ("left", "right"))
        taken[mine] = first < last
    return taken


def _shares(numbers: NDArray[np.int64]) -> Floats:
    """1/2, 1/4, 3/4, 1/8, 5/8 and so on: the digits of the numbers, mirrored at the point."""
    shares, digit, left = np.zeros(len(numbers)), 0.5, numbers.copy()
    while left.any():
        shares += digit * (left & 1)
        left >>= 1
        digit /= 2
    return shares


def free_rows(index: EventIndex, columns: Columns, touched: Ints) -> Bytes:
    """The rows of spans among those they overlap: their own if it is free, or the lowest that is.

    Spans that are among those ``touched`` are in nobody's way. Events that do not last have no row.
    """
    found = np.full(len(columns["id"]), UNSTACKED, np.uint8)
    spans = np.flatnonzero((columns["flags"] & DateFlag.SPAN) != 0)
    others: dict[int, tuple[Floats, Floats, Bytes]] = {}
    rows = index.find(columns["id"])
    for at in spans.tolist():
        lane, start, end = int(columns["lane"][at]), columns["earliest"][at], columns["latest"][at]
        if lane not in others:
            others[lane] = _stacked(index, lane, touched)
        starts, ends, taken = others[lane]
        busy = set(taken[(starts < end) & (ends > start)].tolist())
        own = int(index.stack_row[rows[at]]) if rows[at] >= 0 else UNSTACKED
        wishes = (own, *range(MOST_ROWS)) if own != UNSTACKED else range(MOST_ROWS)
        row = next((row for row in wishes if row not in busy), UNSTACKED)
        found[at] = row
        if row != UNSTACKED:
            others[lane] = np.append(starts, start), np.append(ends, end), np.append(taken, np.uint8(row))
    return found


def _stacked(index: EventIndex, lane: int, touched: Ints) -> tuple[Floats, Floats, Bytes]:
    """Start, end and row of the spans of a lane that have a row and are not among those touched."""
    rows = index.stacked_in(lane)
    rows = rows[~among(index.id[rows], touched)]
    return index.earliest[rows], index.latest[rows], index.stack_row[rows]
