"""In which order the events of an index stand, and where their marks do."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.event import DateFlag
from explorer.timeline.dates import EXACT, MINUTES

Floats = NDArray[np.float64]
Order = NDArray[np.intp]
LOW = np.uint64(32)


def positions(columns: dict[str, NDArray[Any]], lanes: int) -> Floats:
    """Where each event's mark stands; see :class:`explorer.timeline.index.EventIndex`.

    The columns come in the order of the ids.
    """
    start, end = columns["likely_start"], columns["likely_end"]
    span = (columns["flags"] & DateFlag.SPAN) != 0
    share = np.full(len(start), 0.5)
    order = _by_lane_and_date(columns["lane"], columns["earliest"], lanes)
    if len(order):
        keys = [columns[name][order] for name in ("lane", "earliest", "likely_start", "likely_end", "latest")]
        keys.append(span[order])
        new, other = np.ones(len(order), np.bool_), np.zeros(len(order), np.bool_)
        new[1:] = (keys[0][1:] != keys[0][:-1]) | (keys[1][1:] != keys[1][:-1])
        for key in keys[2:]:
            other[1:] |= key[1:] != key[:-1]
        group = np.cumsum(new) - 1
        # Where dates of several shapes begin together, all that tells them apart sorts them once more.
        mixed = np.zeros(group[-1] + 1, np.bool_)
        mixed[group[other & ~new]] = True
        among = np.flatnonzero(mixed[group])
        again = among[np.lexsort((order[among], *(key[among] for key in reversed(keys))))]
        order[among] = order[again]
        for key in keys:
            key[among] = key[again]
            new[1:] |= key[1:] != key[:-1]
        first = np.flatnonzero(new)
        many = np.diff(first, append=len(order))
        share[order] = (np.arange(len(order)) - np.repeat(first, many) + 0.5) / np.repeat(many, many)
    inner_start = np.where(start <= FIRST_DAY, end, start)
    inner_end = np.where(end >= LAST_DAY, start, end)
    return np.where(span, start, inner_start + share * (inner_end - inner_start))


def by_position(lane: NDArray[np.int16], position: Floats, offsets: NDArray[np.int32]) -> Order:
    """The order of the rows: by lane, position, and place in these columns."""
    order: Order = np.argsort(lane, kind="stable")
    for low, high in zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True):
        mine = order[low:high]
        days = position[mine]
        by_day = np.argsort(days)
        days = days[by_day]
        equal = days[1:] == days[:-1]
        tied = np.zeros(high - low, np.bool_)
        tied[1:] |= equal
        tied[:-1] |= equal
        again = np.flatnonzero(tied)
        if len(again):
            run = np.cumsum(np.append(True, ~equal), dtype=np.uint64)[again]
            by_day[again] = _sorted_pairs(run, by_day[again])
        order[low:high] = mine[by_day]
    return order


def _by_lane_and_date(lane: NDArray[np.int16], earliest: Floats, lanes: int) -> Order:
    """A stable order; of whole minutes it is one sort of plain numbers."""
    size = len(lane)
    if size:
        minutes = np.rint(earliest * MINUTES)
        origin = minutes.min()
        bits, room = size.bit_length(), lanes.bit_length()
        whole = np.abs(minutes / MINUTES - earliest).max() < EXACT
        if whole and minutes.max() - origin < 2.0 ** (64 - bits - room):
            key = (lane.astype(np.uint64) << np.uint64(64 - room)) | (
                (minutes - origin).astype(np.uint64) << np.uint64(bits)
            )
            key |= np.arange(size, dtype=np.uint64)
            key.sort()
            packed: Order = (key & np.uint64((1 << bits) - 1)).astype(np.intp)
            return packed
    return np.lexsort((earliest, lane))


def _sorted_pairs(first: NDArray[np.uint64], second: Order) -> Order:
    """``second`` by (first, second); both are below 2**32."""
    pairs = (first << LOW) | second.astype(np.uint64)
    pairs.sort()
    return (pairs & np.uint64(2**32 - 1)).astype(np.intp)
