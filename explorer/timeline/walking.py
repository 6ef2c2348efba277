"""The next event of a lane, and what lies between two days: a few ranks each, however many there are."""

import numpy as np

from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve


def next_in_lane(index: EventIndex, sieve: Sieve, row: int, step: int) -> int | None:
    """The row that passes the filter next to ``row`` in its lane, later (step 1) or earlier (-1), or None.

    ``row`` itself need not pass. Rows of a lane are in order of time: this is one rank and its inverse.
    """
    lane = int(index.lane[row])
    edges = np.array((row, row + 1, *index.lane_offsets[lane : lane + 2]), np.int64)
    here, past, first, last = (int(number) for number in sieve.before(edges))
    number = past if step > 0 else here - 1
    if not first <= number < last:
        return None
    return int(sieve.nth(np.array((number,), np.int64))[0])


def counts_between(index: EventIndex, sieve: Sieve, start: float, end: float) -> tuple[int, ...]:
    """How many events of each lane pass the filter and touch the days from ``start`` to ``end``.

    Counted is what a view of these days counts as in view: an event that has its position, or any part of the
    time it may cover, in [start, end).
    """
    edges = np.empty((index.lanes, 2), np.int64)
    for lane in range(index.lanes):
        low, high = index.lane_offsets[lane : lane + 2]
        edges[lane] = low + index.position[low:high].searchsorted((start, end))
    before = sieve.before(edges)
    return tuple((before[:, 1] - before[:, 0] + sieve.reaching(index, start, end)).tolist())
