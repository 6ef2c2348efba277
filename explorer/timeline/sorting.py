"""In which order the events of an index stand, and where their marks do."""

from itertools import pairwise
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
    lane = columns["lane"]
    share = np.full(len(lane), 0.5)
    # Spans stand at their start. Lane by lane: arrays of that size come out of memory that is in use already.
    single = np.flatnonzero((columns["flags"] & DateFlag.SPAN) == 0)
    single = single[np.argsort(lane[single], kind="stable")]
    edges = lane[single].searchsorted(np.arange(lanes + 1, dtype=lane.dtype)).tolist()
    for low, high in pairwise(edges):
        mine = single[low:high]
        if len(mine):
            dates = [columns[name][mine] for name in ("earliest", "likely_start", "likely_end", "latest")]
            share[mine] = _shares(dates)
    start, length = likely_part(columns)
    length *= share
    length += start
    lasting = (columns["flags"] & DateFlag.SPAN) != 0
    length[lasting] = columns["likely_start"][lasting]
    return length


def likely_part(columns: dict[str, NDArray[Any]]) -> tuple[Floats, Floats]:
    """Start and length of the likely parts; an open side has none."""
    start, end = columns["likely_start"], columns["likely_end"]
    inner_start = np.where(start <= FIRST_DAY, end, start)
    length = np.where(end >= LAST_DAY, start, end)
    length -= inner_start
    return inner_start, length


def _shares(dates: list[Floats]) -> Floats:
    """How far within its dates each event of a lane stands: those with the same dates are spread evenly."""
    order = _by_date(dates[0])
    keys = [key[order] for key in dates]
    new, other = np.ones(len(order), np.bool_), np.zeros(len(order), np.bool_)
    new[1:] = keys[0][1:] != keys[0][:-1]
    for key in keys[1:]:
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
    share = np.empty(len(order))
    share[order] = (np.arange(len(order)) - np.repeat(first, many) + 0.5) / np.repeat(many, many)
    return share


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


def _by_date(earliest: Floats) -> Order:
    """A stable order; of whole minutes it is one sort of plain numbers."""
    size = len(earliest)
    minutes = np.rint(earliest * MINUTES)
    bits = size.bit_length()
    whole = np.abs(minutes / MINUTES - earliest).max() < EXACT
    minutes -= minutes.min()
    if not whole or minutes.max() >= 2.0 ** (64 - bits):
        return np.argsort(earliest, kind="stable")
    key = (minutes.astype(np.uint64) << np.uint64(bits)) | np.arange(size, dtype=np.uint64)
    key.sort()
    order: Order = (key & np.uint64((1 << bits) - 1)).astype(np.intp)
    return order


def _sorted_pairs(first: NDArray[np.uint64], second: Order) -> Order:
    """``second`` by (first, second); both are below 2**32."""
    pairs = (first << LOW) | second.astype(np.uint64)
    pairs.sort()
    return (pairs & np.uint64(2**32 - 1)).astype(np.intp)
