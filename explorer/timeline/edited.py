"""An index in which some events have changed since it was built, for a cost that does not grow with it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.cells import Cells
from explorer.timeline.dates import NO_DATES, extremes
from explorer.timeline.derived import Derived
from explorer.timeline.distinct import among
from explorer.timeline.freeing import free_positions, free_rows
from explorer.timeline.index import FEW, EventIndex
from explorer.timeline.rowset import RowSet
from explorer.timeline.splice import Splice, SplicedSet
from explorer.timeline.spliced import SplicedDates, SplicedReach, SplicedStrata
from explorer.timeline.stacking import MOST_ROWS, rows_taken

Columns = dict[str, NDArray[Any]]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Rows = NDArray[np.integer]

SMALL = 50_000
"""Up to so many events all dates are looked at where the first or the last one is gone."""
DATES = ("earliest", "likely_start", "likely_end", "latest")
_PLAIN = ("id", "position", "traits", "flags", "sources", "label_steps")


@dataclass(frozen=True, eq=False)
class EditedIndex(EventIndex):
    """The index ``base`` as it was built, and beside it another one, ``side``, of what has changed since.

    Rows of ``base`` keep their numbers; those of ``side`` follow. It answers as an index built of all events
    would, but for this: events of equal dates are not spread anew, and no span but a changed one gets another
    row. Of a large library two numbers may be those of before the change: the bounds, if the first or last
    event is gone, and how many rows the spans of a lane need where there is no room for all.
    """

    base: EventIndex
    side: EventIndex
    splice: Splice
    changed: Columns
    """The events of ``side``, in order of their ids: what it was built of."""
    touched: Ints
    """Ids of the events that are others than in the index of which this was made."""

    def follows(self, index: EventIndex) -> bool:
        """Whether it has the same first part as another index, so that the rows of that have not moved."""
        return self.base is index.parts[0]

    def keeps(self, rows: Rows) -> bool:
        """Whether rows, of this index or one before it that it follows, are those of events unchanged."""
        return not (np.any(rows >= self.splice.first) or np.any(self.splice.is_dead(rows)))

    @property
    def size(self) -> int:
        """Number of events."""
        return self.splice.space - len(self.splice.dead)

    @property
    def space(self) -> int:
        """One more than the greatest row number."""
        return self.splice.space

    @property
    def parts(self) -> tuple[EventIndex, ...]:
        """The two."""
        return (self.base, self.side)

    @cached_property
    def lane(self) -> Derived:
        """Lane, int16."""
        return _joint(self.splice, self.base.lane, self.side.lane)

    @cached_property
    def stack_row(self) -> Derived:
        """Row of a span among those it overlaps, or ``UNSTACKED``; uint8."""
        return _joint(self.splice, self.base.stack_row, self.side.stack_row)

    @property
    def all_rows(self) -> SplicedSet:
        """The rows of all events."""
        return SplicedSet(self.splice, None, None)

    @property
    def cells(self) -> Cells:
        """Those of ``base``."""
        return self.base.cells

    def as_set(self, among: NDArray[np.bool_]) -> RowSet:
        """The rows that are true in bool[space], as a set; dead ones are left out."""
        return SplicedSet.split(self.splice, among)

    def find(self, ids: Rows) -> Ints:
        """The row of each id, -1 for ids that do not exist."""
        rows = self.base.find(ids)
        rows[self.splice.is_dead(rows)] = -1
        new = self.side.find(ids)
        return np.where(new >= 0, new + np.int32(self.splice.first), rows)

    def places(self, days: Floats) -> Places:
        """How many events stand before each day, lane after lane, dead ones too: int64[lanes, days]."""
        return self.base.places(days) + self.side.places(days)

    def places_in(self, lane: int, days: ArrayLike, side: Literal["left", "right"] = "left") -> Places:
        """The same for one lane: int64[days]."""
        return self.base.places_in(lane, days, side) + self.side.places_in(lane, days, side)

    def place_of(self, rows: Rows) -> Rows:
        """The places of rows."""
        return self.splice.place_of(rows)

    def stacked_in(self, lane: int) -> Ints:
        """The rows of a lane's spans that have a row among those they overlap, sorted."""
        old, new = (part.stacked_in(lane) for part in self.parts)
        return np.concatenate((self.splice.live(old), new + np.int32(self.splice.first))).astype(np.int32)


def edited(index: EventIndex, events: Mapping[str, ArrayLike], gone: ArrayLike = ()) -> EditedIndex:
    """The index after a change of a few events; ``index`` itself stays as it is.

    Args:
        index: Built of all events, or edited before.
        events: Columns of events that are new, or others than before: those of :meth:`EventIndex.build`.
        gone: Ids of events that are no more.

    Raises:
        ValueError: An event lies in no lane.
    """
    columns = _columns(events)
    touched = np.concatenate((columns["id"], np.asarray(gone, np.int32)))
    base, changed, dead = index, _columns({}), np.empty(0, np.int32)
    if isinstance(index, EditedIndex):
        base, changed, dead = index.base, index.changed, index.splice.dead
    lanes = columns["lane"]
    if len(lanes) and not (lanes.min() >= 0 and lanes.max() < base.lanes):
        raise ValueError(f"a lane outside 0 to {base.lanes - 1}")
    columns["position"] = free_positions(index, columns)
    columns["stack_row"] = free_rows(index, columns, touched)
    columns["anchor"] = _anchors(base, columns)
    kept = ~among(changed["id"], touched)
    joined = {name: np.concatenate((changed[name][kept], columns[name])) for name in changed}
    order = np.argsort(joined["id"], kind="stable")
    joined = {name: column[order] for name, column in joined.items()}
    rows = base.find(touched)
    rows = rows[rows >= 0]
    dead = np.sort(np.concatenate((dead, rows[~among(rows, dead)])))
    side = EventIndex.build(base.lanes, **{name: joined[name] for name in joined if name != "anchor"})
    anchors = np.empty(side.size, np.int32)
    anchors[side.rows_of(joined["id"])] = joined["anchor"]
    splice = Splice(len(base.id), dead, anchors)
    before = index.rows_of(touched)
    spans = np.concatenate((index.lane[before[_lasts(index, before)]], lanes[_span(columns)]))
    found = _spliced(base, side, splice, joined, touched)
    needed = index.rows_needed.copy()
    for lane in set(spans.tolist()):
        needed[lane] = _rows_needed(found, lane, int(needed[lane]))
    return replace(found, rows_needed=needed)


def _spliced(
    base: EventIndex,
    side: EventIndex,
    splice: Splice,
    changed: Columns,
    touched: Ints,
) -> EditedIndex:
    parts: dict[str, Any] = {
        name: _joint(splice, getattr(base, name), getattr(side, name)) for name in _PLAIN
    }
    parts |= {
        "dates": SplicedDates(splice, base.dates, side.dates),
        "strata": SplicedStrata(splice, base.strata, side.strata),
        "reach": SplicedReach(splice, base.reach, side.reach, base),
    }
    return EditedIndex(
        **parts,
        lane_offsets=base.lane_offsets + side.lane_offsets,
        rows_by_id=base.rows_by_id,
        stacked=base.stacked,
        stacked_at=base.stacked_at,
        bold_from=_bold_from(base, side, splice),
        bounds=_bounds(base, side, splice),
        base=base,
        side=side,
        splice=splice,
        changed=changed,
        touched=touched,
        rows_needed=base.rows_needed,
    )


def _columns(events: Mapping[str, ArrayLike]) -> Columns:
    """Columns with the types that they are kept in; empty where there are none."""
    columns = {name: np.asarray(events.get(name, ()), kind) for name, kind in _KINDS.items()}
    order = np.argsort(columns["id"], kind="stable")
    return {name: column[order] if len(column) else column for name, column in columns.items()}


_KINDS: Mapping[str, type[np.generic]] = {
    "id": np.int32,
    "lane": np.int16,
    **dict.fromkeys(DATES, np.float64),
    "importance": np.uint8,
    "precision": np.uint8,
    "flags": np.uint8,
    "layer": np.uint8,
    "sources": np.uint8,
    "contested": np.bool_,
    "label_em": np.float32,
    "position": np.float64,
    "stack_row": np.uint8,
    "anchor": np.int32,
}


def _joint(splice: Splice, one: Any, other: Any) -> Derived:
    return Derived(splice.space, lambda rows: splice.gather(one, other, rows))


def _anchors(base: EventIndex, columns: Columns) -> Ints:
    """For each event the row of ``base`` before which it stands, by (lane, position, id)."""
    anchors = np.empty(len(columns["id"]), np.int64)
    for lane in set(columns["lane"].tolist()):
        mine = np.flatnonzero(columns["lane"] == lane)
        first, last = (base.places_in(lane, columns["position"][mine], side) for side in ("left", "right"))
        for at in np.flatnonzero(first < last).tolist():
            ids = base.id[first[at] : last[at]]
            first[at] += ids.searchsorted(columns["id"][mine[at]])
        anchors[mine] = first
    return anchors.astype(np.int32)


def _span(columns: Columns) -> NDArray[np.bool_]:
    span: NDArray[np.bool_] = (columns["flags"] & DateFlag.SPAN) != 0
    return span


def _lasts(index: EventIndex, rows: Ints) -> NDArray[np.bool_]:
    lasts: NDArray[np.bool_] = (index.flags[rows] & DateFlag.SPAN) != 0
    return lasts


def _rows_needed(index: EditedIndex, lane: int, before: int) -> int:
    """How many rows it would take to show all spans of a lane.

    In a large library where some had no row ``before``, nothing is known of those: it stays as it was.
    """
    base, splice = index.base, index.splice
    if before <= MOST_ROWS:
        rows = index.stacked_in(lane)
    elif base.size <= SMALL:
        rows = np.arange(*base.lane_offsets[lane : lane + 2], dtype=np.int32)
        rows = rows[~splice.is_dead(rows)]
    else:
        return before
    new = np.arange(*index.side.lane_offsets[lane : lane + 2], dtype=np.int32) + np.int32(splice.first)
    rows = np.concatenate((rows[rows < splice.first], new)).astype(np.int32)
    rows = rows[_lasts(index, rows)]
    return rows_taken(index.earliest[rows], index.latest[rows], index.stack_row[rows])


def _bold_from(base: EventIndex, side: EventIndex, splice: Splice) -> int:
    """As :meth:`EventIndex.build` finds it."""
    parts = zip(base.strata.classes[:2], side.strata.classes[:2], strict=True)
    important = sum(SplicedSet(splice, *pair).count for pair in parts)
    return 4 if important <= FEW * (splice.space - len(splice.dead)) else 5


def _bounds(base: EventIndex, side: EventIndex, splice: Splice) -> tuple[float, float]:
    """First and last day of all dates that are not open."""
    low, high = base.bounds
    four = base.dates.four(splice.dead)
    if base.size <= SMALL and (
        not base.size or (low, high) == NO_DATES or np.any((four == low) | (four == high))
    ):
        left = np.delete(np.arange(base.size, dtype=np.int32), splice.dead)
        low, high = extremes(base.dates.four(left))
    first, last = extremes(side.dates.four(np.arange(side.size)))
    low, high = min(low, first), max(high, last)
    return (low, high) if low <= high else NO_DATES
