"""Which events reach into a range of time from outside it, and how many: without looking at the rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.dates import CHUNK, Dates
from explorer.timeline.ranges import ranges
from explorer.timeline.reach import NEAREST, ReachOrder
from explorer.timeline.rowset import RowSet, unpack

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
Places = NDArray[np.integer]

EARLIEST, LATEST = 0, 3
SLACK = 1e-6
"""Days; a length is not so exact as the dates that it lies between."""


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """Some rows in the order of (lane, one of their dates); ``days`` are the dates, ``offsets`` the lanes."""

    rows: Ints
    days: Floats
    offsets: Ints

    @classmethod
    def build(cls, rows: Ints, days: Floats, lane_offsets: Ints) -> Self:
        """``rows`` are sorted, ``days`` theirs."""
        offsets = rows.searchsorted(lane_offsets).astype(np.int32)
        order = np.empty(len(rows), np.intp)
        for low, high in pairwise(offsets.tolist()):
            order[low:high] = low + np.argsort(days[low:high])
        return cls(rows[order], days[order], offsets)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Its fields."""
        return {"rows": self.rows, "days": self.days, "offsets": self.offsets}

    def before(self, day: float, side: Literal["left", "right"]) -> Places:
        """Places before which the dates of each lane are before a day, or on the right at most that."""
        lanes = pairwise(self.offsets.tolist())
        return np.array([low + self.days[low:high].searchsorted(day, side) for low, high in lanes], np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Passing:
    """What a filter leaves of the sets of :class:`Reach`; those by a date are in its order."""

    visible: RowSet
    daily: RowSet
    long: RowSet
    adrift: RowSet
    by_earliest: RowSet
    by_latest: RowSet


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Events sorted by how far from their position they may have happened.

    Those of ``daily`` may have happened at any time of one day, those of ``long`` on more days than one; the
    others are brief: they lie within ``brief`` days of one day. ``adrift`` are those of ``long`` that stand
    elsewhere than at their earliest date.
    """

    daily: RowSet
    long: RowSet
    adrift: RowSet
    by_earliest: Ends
    """Of the events adrift."""
    by_latest: Ends
    """Of the long ones."""
    bars: ReachOrder
    """What may be drawn as a bar: spans that have a row, and the long ones that are no spans."""
    brief: float
    position: Floats
    flags: Bytes
    dates: Dates
    lane_offsets: Ints

    @classmethod
    def build(cls, position: Floats, flags: Bytes, dates: Dates, lane_offsets: Ints, stacked: Ints) -> Self:
        """From columns in row order and the rows (sorted) of the spans that can be drawn as bars."""
        size = len(position)
        daily, long, brief = np.zeros(size, np.bool_), np.zeros(size, np.bool_), 0.0
        for low in range(0, size, CHUNK):
            rows = np.arange(low, min(low + CHUNK, size))
            part = slice(low, low + CHUNK)
            earliest, latest = dates.of(EARLIEST, rows), dates.of(LATEST, rows)
            day = np.floor(earliest)
            long[part] = latest > day + 1
            daily[part] = (earliest == day) & (latest == day + 1) & (np.floor(position[part]) == day)
            brief = max(brief, float((latest - earliest)[~long[part] & ~daily[part]].max(initial=0)))
        lasting = np.flatnonzero(long).astype(np.int32)
        earliest, latest = dates.of(EARLIEST, lasting), dates.of(LATEST, lasting)
        loose = earliest != position[lasting]
        single = (flags[lasting] & DateFlag.SPAN) == 0
        barred = np.sort(np.concatenate((stacked, lasting[single])))
        length = dates.of(LATEST, barred) - dates.of(EARLIEST, barred)
        barred, length = barred[length > 0], length[length > 0]
        bars = ReachOrder.build(
            len(lane_offsets) - 1,
            lane=lane_offsets.searchsorted(barred, "right") - 1,
            position=position[barred],
            length=length,
            span=(flags[barred] & DateFlag.SPAN) != 0,
            rows=barred,
        )
        by_earliest = Ends.build(lasting[loose], earliest[loose], lane_offsets)
        by_latest = Ends.build(lasting, latest, lane_offsets)
        sets = (RowSet.of(daily), RowSet.of(long), RowSet.of_rows(by_earliest.rows, size))
        return cls(*sets, by_earliest, by_latest, bars, brief, position, flags, dates, lane_offsets)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """What is costly to build, flat."""
        parts = {
            "bars": self.bars.to_arrays(),
            "earliest": self.by_earliest.to_arrays(),
            "latest": self.by_latest.to_arrays(),
        }
        arrays = {f"{name}_{key}": array for name, part in parts.items() for key, array in part.items()}
        return arrays | {"daily": self.daily.words, "brief": np.array([self.brief])}

    @classmethod
    def from_arrays(
        cls,
        arrays: Mapping[str, NDArray[Any]],
        *,
        position: Floats,
        flags: Bytes,
        dates: Dates,
        lane_offsets: Ints,
    ) -> Self:
        """What :meth:`to_arrays` was asked for; the columns are those of the same index."""
        size = len(position)
        earliest, latest = (
            Ends(*(arrays[f"{name}_{key}"] for key in ("rows", "days", "offsets")))
            for name in ("earliest", "latest")
        )
        bars = {
            name.removeprefix("bars_"): array for name, array in arrays.items() if name.startswith("bars_")
        }
        return cls(
            RowSet(arrays["daily"], size),
            RowSet.of_rows(latest.rows, size),
            RowSet.of_rows(earliest.rows, size),
            earliest,
            latest,
            ReachOrder.from_arrays(bars),
            float(arrays["brief"][0]),
            position,
            flags,
            dates,
            lane_offsets,
        )

    def under(self, visible: RowSet) -> Passing:
        """What a filter leaves of the sets; linear in the number of long events."""
        return Passing(
            visible,
            self.daily & visible,
            self.long & visible,
            self.adrift & visible,
            RowSet.of(visible[self.by_earliest.rows]),
            RowSet.of(visible[self.by_latest.rows]),
        )

    def near(self, first: float, last: float, shortest: float, most: int = NEAREST) -> Ints:
        """Rows, each once, of events longer than about ``shortest`` days that may reach into [first, last).

        Spans wherever they begin; others only if their position lies outside, and of each length and lane the
        ``most`` nearest on either side. Some of them may not reach it.
        """
        found = [self.bars.near(first, last, shortest, most)]
        if shortest <= 1:
            before, after, day, next_day = self._places(first, last, np.floor(first), np.ceil(last))
            edges = self.daily.before(np.stack((day, before, after, next_day)))
            found.append(self.daily.nth(_nearest(edges[0], edges[1], edges[2], edges[3], most)))
        if shortest <= self.brief:
            before, after, low, high = self._brief_places(first, last)
            rows = _nearest(low, before, after, high, most).astype(np.int32)
            found.append(rows[~self.daily[rows] & ~self.long[rows]])
        outside: Ints = np.concatenate(found[1:]) if len(found) > 1 else np.empty(0, np.int32)
        # Spans that have a row are among the bars.
        return np.concatenate((found[0], outside[(self.flags[outside] & DateFlag.SPAN) == 0]))

    def counts(self, start: float, end: float, passing: Passing | None) -> Places:
        """Events a lane that reach into [start, end) but have their position outside it; int[lanes]."""
        before, after, day, next_day = self._places(start, end, np.floor(start), np.ceil(end))
        daily, long, adrift = (
            (self.daily, self.long, self.adrift)
            if passing is None
            else (passing.daily, passing.long, passing.adrift)
        )
        low, begin, end_, high = daily.before(np.stack((day, before, after, next_day)))
        counts = begin - low + (high - end_)
        ended, begun = self.by_latest.before(start, "right"), self.by_earliest.before(end, "left")
        if passing is not None:
            ended, begun = passing.by_latest.before(ended), passing.by_earliest.before(begun)
        counts = counts + (long.before(before) - ended) + (begun - adrift.before(after))
        brief = self._brief_counts(start, end, None if passing is None else passing.visible)
        total: Places = counts + brief
        return total

    def meeting(self, start: float, end: float, *, certain: bool) -> NDArray[np.bool_]:
        """Which events lie in [start, end), certainly or possibly: bool[n]; see :func:`lies_in`.

        Days are counted in and out by their place, long events by their ends; only what is brief and near a
        border is looked at.
        """
        inner, outer = (np.floor(start) + 1, np.floor(end)), (np.floor(start) - 1, np.ceil(end) + 1)
        first, last, low, high = self._places(*inner, *outer)
        last = np.maximum(first, last)
        found = np.zeros(len(self.position), np.bool_)
        for one, other in zip(first.tolist(), last.tolist(), strict=True):
            found[one:other] = True
        near = _between(np.concatenate((low, last)), np.concatenate((first, high)))
        found[near] = lies_in(
            self.dates.of(EARLIEST, near), self.dates.of(LATEST, near), start, end, certain=certain
        )
        found &= ~unpack(self.long.words, len(found))
        return found | self._long_meeting(start, end, certain=certain)

    def _long_meeting(self, start: float, end: float, *, certain: bool) -> NDArray[np.bool_]:
        """The same of long ones: certainly, if begun from the start on; possibly, if begun before the end."""
        found = unpack(self.long.words & ~self.adrift.words, len(self.position))
        edge = start if certain else end
        begun = self._places(edge, edge, edge, edge)[0]
        adrift = self.by_earliest.before(edge, "left")
        over = self.by_latest.before(end if certain else start, "right")
        bounds = (self.lane_offsets, self.by_earliest.offsets, self.by_latest.offsets)
        for lane in range(len(begun)):
            (low, high), (first, last), (ended, final) = (some[lane : lane + 2].tolist() for some in bounds)
            at, loose, out = int(begun[lane]), int(adrift[lane]), int(over[lane])
            found[low:at] &= not certain
            found[at:high] &= certain
            found[self.by_earliest.rows[loose:last] if certain else self.by_earliest.rows[first:loose]] = True
            found[self.by_latest.rows[out:final] if certain else self.by_latest.rows[ended:out]] = False
        return found

    def _brief_counts(self, start: float, end: float, visible: RowSet | None) -> Places:
        lanes = len(self.lane_offsets) - 1
        if not self.brief:
            return np.zeros(lanes, np.int64)
        before, after, low, high = self._brief_places(start, end)
        rows = _between(np.concatenate((low, after)), np.concatenate((before, high)))
        if not len(rows):
            return np.zeros(lanes, np.int64)
        meets = (self.dates.of(EARLIEST, rows) < end) & (self.dates.of(LATEST, rows) > start)
        meets &= ~self.daily[rows] & ~self.long[rows]
        if visible is not None:
            meets &= visible[rows]
        lane = self.lane_offsets.searchsorted(rows[meets].astype(np.int32), "right") - 1
        return np.bincount(lane, minlength=lanes)

    def _brief_places(self, start: float, end: float) -> tuple[Places, Places, Places, Places]:
        return self._places(start, end, start - self.brief - SLACK, end + self.brief + SLACK)

    def _places(self, *days: float) -> tuple[Places, Places, Places, Places]:
        """Row numbers before which the positions in a lane are earlier than each of four days."""
        places = np.empty((4, len(self.lane_offsets) - 1), np.int64)
        for lane, (low, high) in enumerate(pairwise(self.lane_offsets.tolist())):
            places[:, lane] = self.position[low:high].searchsorted(days)
            places[:, lane] += low
        one, two, three, four = places
        return one, two, three, four


def lies_in(
    earliest: Floats, latest: Floats, start: float, end: float, *, certain: bool
) -> NDArray[np.bool_]:
    """Which dates lie in a range, certainly or possibly. A date without length lies where it begins."""
    if certain:
        return (earliest >= start) & (latest <= end) & (earliest < end)
    return (earliest < end) & ((latest > start) | (earliest >= start))


def _nearest(first: Places, start: Places, end: Places, last: Places, most: int) -> Places:
    """Of the numbers [first, start) and [end, last) of each lane ``most`` nearest to what is between them."""
    low = np.concatenate((np.maximum(first, start - most), end))
    return _between(low, np.concatenate((start, np.minimum(last, end + most))))


def _between(low: Places, high: Places) -> NDArray[np.int64]:
    """All numbers of the ranges [low, high), one after the other."""
    return ranges(low, np.maximum(high - low, 0))
