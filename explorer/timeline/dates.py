"""The four dates of every event in seven bytes: few kinds of date make up nearly all of a library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.timeline.rowset import RowSet

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]

MINUTES = 1440
"""A day."""
NO_DATES = (0.0, 1.0)
"""The bounds of a library in which nothing is dated."""
SPAN, ODD = 254, 255
"""Shapes of dates that are not in the table: from a begin to an end of its own, and any other."""
EXACT = 1e-9
"""Days within which a date counts as a whole number of minutes."""
REACH = 2**31 - 1
KEY_BITS = 21
"""Offsets of a shape are below so many bits of minutes: four years."""
CHUNK = 1 << 18
"""Rows looked at in one go while building: few enough to stay in the processor's cache."""


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """Earliest, likely start, likely end and latest, in days, of rows of the index.

    ``begun`` is the earliest in minutes, ``shape`` the number of a row of ``offsets``: how many days after it
    each of the four is. Spans of shape :data:`SPAN` have an end of their own, ``ended``, in minutes; for the
    few of shape :data:`ODD` all four are kept.
    """

    begun: Ints
    shape: Bytes
    offsets: Floats
    """[4, 256]; 0 for shapes that are not in the table."""
    spans: RowSet
    ended: Ints
    odd: RowSet
    others: Floats
    """[4, odd]."""

    @classmethod
    def build(cls, four: list[Floats], span: NDArray[np.bool_]) -> Self:
        """From the four columns, in row order, and which events last."""
        size = len(span)
        begun, shape = np.zeros(size, np.int32), np.full(size, ODD, np.uint8)
        key, ended = np.full(size, -1, np.int64), np.zeros(size, np.int32)
        for low in range(0, size, CHUNK):
            part = slice(low, low + CHUNK)
            _sort_out(
                [column[part] for column in four],
                span[part],
                begun[part],
                shape[part],
                key[part],
                ended[part],
            )
        offsets = np.zeros((4, 256))
        table = _commonest(key)
        for place, name in enumerate(table.tolist()):
            shape[key == name] = place
            for column in (1, 2, 3):
                offsets[column, place] = (name >> KEY_BITS * (column - 1) & (1 << KEY_BITS) - 1) / MINUTES
        odd = shape == ODD
        lasting = shape == SPAN
        return cls(
            begun,
            shape,
            offsets,
            RowSet.of(lasting),
            ended[lasting],
            RowSet.of(odd),
            np.array([column[odd] for column in four]),
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Its fields; the two sets follow from ``shape``."""
        return {name: getattr(self, name) for name in ("begun", "shape", "offsets", "ended", "others")}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> Self:
        """What :meth:`to_arrays` was asked for."""
        begun, shape, offsets, ended, others = (
            arrays[name] for name in ("begun", "shape", "offsets", "ended", "others")
        )
        spans, odd = RowSet.of(shape == SPAN), RowSet.of(shape == ODD)
        return cls(begun, shape, offsets.reshape(4, 256), spans, ended, odd, others.reshape(4, odd.count))

    def of(self, which: int, rows: NDArray[np.integer]) -> Floats:
        """One of the four (0 to 3) for some rows."""
        shape = self.shape[rows]
        days: Floats = self.begun[rows] / MINUTES
        if which:
            days += self.offsets[which][shape]
        special = np.flatnonzero(shape >= SPAN)
        if len(special):
            odd = shape[special] == ODD
            if which > 1:
                at = special[~odd]
                days[at] = self.ended[self.spans.before(rows[at])] / MINUTES
            at = special[odd]
            if len(at):
                days[at] = self.others[which][self.odd.before(rows[at])]
        return days

    def four(self, rows: NDArray[np.integer]) -> Floats:
        """All four for some rows, [4, rows]: for less than asking for them one by one."""
        shape = self.shape[rows]
        days: Floats = self.offsets.take(shape, axis=1)
        days += self.begun[rows] / MINUTES
        special = np.flatnonzero(shape >= SPAN)
        if len(special):
            odd = shape[special] == ODD
            at = special[~odd]
            days[2:, at] = self.ended[self.spans.before(rows[at])] / MINUTES
            at = special[odd]
            if len(at):
                days[:, at] = self.others[:, self.odd.before(rows[at])]
        return days

    def ends(self, rows: NDArray[np.integer]) -> tuple[Floats, Floats]:
        """Earliest and latest of some rows: for less than asking for them one by one."""
        shape = self.shape[rows]
        earliest: Floats = self.begun[rows] / MINUTES
        latest: Floats = earliest + self.offsets[3].take(shape)
        special = (shape >= SPAN).nonzero()[0]
        if len(special):
            odd = shape[special] == ODD
            at = special[~odd]
            latest[at] = self.ended[self.spans.before(rows[at])] / MINUTES
            at = special[odd]
            if len(at):
                own = self.odd.before(rows[at])
                earliest[at], latest[at] = self.others[0][own], self.others[3][own]
        return earliest, latest

    def length(self, rows: NDArray[np.integer]) -> Floats:
        """Days from the earliest to the latest of some rows."""
        shape = self.shape[rows]
        days: Floats = self.offsets[3].take(shape)
        special = np.flatnonzero(shape >= SPAN)
        if len(special):
            odd = shape[special] == ODD
            at = special[~odd]
            # Each in days first, as the two dates are: so it is their difference to the last digit.
            days[at] = self.ended[self.spans.before(rows[at])] / MINUTES - self.begun[rows[at]] / MINUTES
            at = special[odd]
            if len(at):
                own = self.odd.before(rows[at])
                days[at] = self.others[3][own] - self.others[0][own]
        return days


def extremes(four: Iterable[Floats]) -> tuple[float, float]:
    """First and last day of some dates; open sides do not count. Without any, the first is the later one."""
    low, high = np.inf, -np.inf
    for days in four:
        inside = days
        if days.min(initial=0) <= FIRST_DAY or days.max(initial=0) >= LAST_DAY:
            inside = days[(days > FIRST_DAY) & (days < LAST_DAY)]
        low, high = min(low, float(inside.min(initial=np.inf))), max(high, float(inside.max(initial=-np.inf)))
    return low, high


def bounds_of(four: Iterable[Floats]) -> tuple[float, float]:
    """The same; without any dates the first day of 1970."""
    low, high = extremes(four)
    return (low, high) if low <= high else NO_DATES


def _sort_out(
    four: list[Floats],
    span: NDArray[np.bool_],
    begun: Ints,
    shape: Bytes,
    key: NDArray[np.int64],
    ended: Ints,
) -> None:
    """Fill in what holds for some rows: the begin, the end of spans, and keys of shapes for the rest."""
    minutes = [np.rint(column * MINUTES) for column in four]
    regular = np.abs(minutes[0]) <= REACH
    for whole, column in zip(minutes, four, strict=True):
        regular &= np.abs(whole / MINUTES - column) < EXACT
    lasting = regular & span & (minutes[0] == minutes[1]) & (minutes[2] == minutes[3])
    lasting &= minutes[3] <= REACH
    later = [whole - minutes[0] for whole in minutes[1:]]
    short = regular & ~span
    for offset in later:
        short &= (offset >= 0) & (offset < 1 << KEY_BITS)
    begun[regular] = minutes[0][regular].astype(np.int32)
    ended[lasting] = minutes[3][lasting].astype(np.int32)
    shape[lasting] = SPAN
    packed = sum(offset[short].astype(np.int64) << KEY_BITS * place for place, offset in enumerate(later))
    key[short] = packed


def _commonest(key: NDArray[np.int64]) -> NDArray[np.int64]:
    """The keys that most events have, as many as there are shapes; -1 is none."""
    ordered = np.sort(key)
    ordered = ordered[ordered.searchsorted(0) :]
    first = np.flatnonzero(np.diff(ordered, prepend=-1))
    count = np.diff(first, append=len(ordered))
    most = np.argsort(-count, kind="stable")[:SPAN]
    found: NDArray[np.int64] = ordered[first[most]]
    return found
