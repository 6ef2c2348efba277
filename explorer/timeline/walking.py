"""The next event of a lane, and what lies between two days: a few ranks each, however many there are."""

from itertools import pairwise

import numpy as np

from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve


def next_in_lane(index: EventIndex, sieve: Sieve, row: int, step: int) -> int | None:
    """The row that passes the filter next to ``row`` in its lane, later (step 1) or earlier (-1), or None.

    ``row`` itself need not pass. Rows of a lane are in order of time: this is one rank and its inverse.
    """
    lane = int(index.lane[row])
    place = int(index.place_of(np.array((row,)))[0])
    edges = np.array((place, place + 1, *index.lane_offsets[lane : lane + 2]), np.int64)
    here, past, first, last = (int(number) for number in sieve.before(edges))
    number = past if step > 0 else here - 1
    if not first <= number < last:
        return None
    return int(sieve.nth(np.array((number,), np.int64))[0])


def nth_in_lane(index: EventIndex, sieve: Sieve, lane: int, number: int) -> int | None:
    """The row of the event with a number (from 0, in order of time) among those of a lane that pass."""
    first, last = (int(before) for before in sieve.before(index.lane_offsets[lane : lane + 2]))
    if not 0 <= number < last - first:
        return None
    return int(sieve.nth(np.array((first + number,), np.int64))[0])


def place_in_lane(index: EventIndex, sieve: Sieve, row: int) -> int | None:
    """The inverse of :func:`nth_in_lane`; None for a row that does not pass."""
    low = index.lane_offsets[int(index.lane[row])]
    place = int(index.place_of(np.array((row,)))[0])
    first, here, past = (int(before) for before in sieve.before(np.array((low, place, place + 1), np.int64)))
    return here - first if past > here else None


def neighbour(index: EventIndex, sieve: Sieve, day: float, place: int, step: int) -> int | None:
    """The row that passes next to (day, place) in any lane, later (step 1) or earlier (-1)."""
    best: tuple[float, int, int] | None = None
    for lane, (low, high) in enumerate(pairwise(index.lane_offsets.tolist())):
        first, last = int(index.places_in(lane, day)), int(index.places_in(lane, day, "right"))
        # What stands on the same day on this side of ``place`` is behind us already.
        split = min(max(place + 1 if step > 0 else place, first), last)
        found = _first(sieve, split, high) if step > 0 else _last(sieve, low, split)
        if found is not None:
            key = (float(index.position[found]), int(index.place_of(np.array([found]))[0]), found)
            if best is None or (key < best if step > 0 else key > best):
                best = key
    return None if best is None else best[2]


def nearest_in_lane(
    index: EventIndex, sieve: Sieve, lane: int, day: float, within: tuple[float, float]
) -> int | None:
    """The row of a lane that passes the filter next to a day, and stands between two days; or None."""
    low, high = (int(edge) for edge in index.lane_offsets[lane : lane + 2])
    at = int(index.places_in(lane, day))
    near = [
        row
        for row in (_last(sieve, low, at), _first(sieve, at, high))
        if row is not None and within[0] <= index.position[row] <= within[1]
    ]
    return min(near, key=lambda row: abs(float(index.position[row]) - day), default=None)


def counts_between(index: EventIndex, sieve: Sieve, start: float, end: float) -> tuple[int, ...]:
    """How many events of each lane pass the filter and touch the days from ``start`` to ``end``.

    Counted is what a view of these days counts as in view: an event that has its position, or any part of the
    time it may cover, in [start, end).
    """
    before = sieve.before(index.places(np.array((start, end))))
    return tuple((before[:, 1] - before[:, 0] + sieve.reaching(index, start, end)).tolist())


def _first(sieve: Sieve, low: int, high: int) -> int | None:
    """The first row in the places [low, high) that passes."""
    return _only(sieve, low, high, 0)


def _last(sieve: Sieve, low: int, high: int) -> int | None:
    """The last row in the places [low, high) that passes."""
    return _only(sieve, low, high, -1)


def _only(sieve: Sieve, low: int, high: int, at: int) -> int | None:
    bounds = np.array((low, high), np.int64)
    first, last = sieve.before(bounds).tolist()
    if first >= last:
        return None
    number = np.array([first if at == 0 else last - 1], np.int64)
    return int(sieve.nth(number)[0])
