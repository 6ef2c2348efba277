"""All events of a library as sorted columns: what every frame is computed from."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import pairwise
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.cells import Cells
from explorer.timeline.dates import Dates, bounds_of
from explorer.timeline.derived import Derived
from explorer.timeline.lookup import find, rows_by_id
from explorer.timeline.reaching import Reach
from explorer.timeline.rowset import RowSet
from explorer.timeline.sorting import by_position, positions
from explorer.timeline.stacking import UNSTACKED, stack_lanes
from explorer.timeline.strata import Strata, priorities

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]

LAYOUT = 5
"""The form of the arrays that the index and the facet table give; arrays of another are stale."""
FEW = 0.15
"""Events of importance 4 are bold too while they and those of 5 are not more than this share."""
EM_STEPS = 6
"""Widths of titles are kept in sixths of an em up to 42 em, where any label is cut."""


@dataclass(frozen=True, eq=False)
class EventIndex:
    """Columns of shape (n,) in row order: by lane, then position.

    ``position`` is the likely start of a span and the middle of the likely part of any other date; events of
    one lane that share the same dates are spread evenly over their likely part, so that zooming in tells them
    apart. ``lane_offsets`` (lanes + 1) bounds the rows of each lane. Days are day numbers, see
    :mod:`explorer.domain.days`. What is asked for few rows only is :class:`Derived` from less.
    """

    id: Ints
    position: Floats
    traits: Bytes
    """Importance in the bits 0 to 2, precision in 3 to 5, layer in 6, contested in 7."""
    flags: Bytes
    sources: Bytes
    label_steps: Bytes
    """Width of the title in sixths of an em."""
    lane_offsets: Ints
    rows_by_id: Ints
    """Row of each id from the first one on, -1 for none; or, if ids are sparse, rows in order of the ids."""
    stacked: Ints
    """Rows, sorted, of the spans that have a row among those they overlap."""
    stacked_at: Bytes
    """That row."""
    rows_needed: Ints
    """How many rows it would take to show all spans of each lane."""
    dates: Dates
    strata: Strata
    reach: Reach
    bold_from: int
    bounds: tuple[float, float]
    """First and last day of all dates that are not open."""

    @property
    def size(self) -> int:
        """Number of events."""
        return len(self.id)

    @property
    def space(self) -> int:
        """One more than the greatest row number."""
        return len(self.id)

    @property
    def parts(self) -> tuple["EventIndex", ...]:
        """The indexes that it is made of: itself, unless it was edited."""
        return (self,)

    @property
    def lanes(self) -> int:
        """Number of lanes, empty ones as well."""
        return len(self.lane_offsets) - 1

    @cached_property
    def lane(self) -> Derived:
        """Lane, int16."""
        return self._derived(
            lambda rows: (self.lane_offsets.searchsorted(rows, "right") - 1).astype(np.int16)
        )

    @cached_property
    def earliest(self) -> Derived:
        """First day of the time that the event may cover."""
        return self._derived(partial(self.dates.of, 0))

    @cached_property
    def likely_start(self) -> Derived:
        """First day of the likely part."""
        return self._derived(partial(self.dates.of, 1))

    @cached_property
    def likely_end(self) -> Derived:
        """End of the likely part."""
        return self._derived(partial(self.dates.of, 2))

    @cached_property
    def latest(self) -> Derived:
        """End of the time that it may cover."""
        return self._derived(partial(self.dates.of, 3))

    @cached_property
    def length(self) -> Derived:
        """Days from the earliest to the latest."""
        return self._derived(self.dates.length)

    @cached_property
    def importance(self) -> Derived:
        """1 to 5, uint8."""
        return self._derived(lambda rows: self.traits[rows] & 7)

    @cached_property
    def precision(self) -> Derived:
        """:class:`explorer.domain.event.Precision`, uint8."""
        return self._derived(lambda rows: self.traits[rows] >> 3 & 7)

    @cached_property
    def layer(self) -> Derived:
        """0 for the articles, 1 for the context, uint8."""
        return self._derived(lambda rows: self.traits[rows] >> 6 & 1)

    @cached_property
    def contested(self) -> Derived:
        """Whether the sources differ on it."""
        return self._derived(lambda rows: self.traits[rows] >= 128)

    @cached_property
    def label_em(self) -> Derived:
        """Width of the title in em of the regular face, float32, up to 42."""
        return self._derived(lambda rows: self.label_steps[rows] / np.float32(EM_STEPS))

    @cached_property
    def priority(self) -> Derived:
        """Total order of importance, uint32: see :func:`explorer.timeline.strata.priorities`."""
        return self._derived(lambda rows: priorities(self.traits[rows] & np.uint8(7), self.id[rows]))

    @cached_property
    def stack_row(self) -> Derived:
        """Row of a span among those it overlaps, or ``UNSTACKED``; uint8."""
        return self._derived(self._stacking)

    @cached_property
    def in_rows(self) -> Derived:
        """Whether spans of its lane overlap, so that they have rows of their own below the marks."""
        return self._derived(lambda rows: self.rows_needed[self.lane[rows]] > 1)

    @classmethod
    def build(
        cls,
        lanes: int,
        *,
        id: ArrayLike,  # noqa: A002
        lane: ArrayLike,
        earliest: ArrayLike,
        likely_start: ArrayLike,
        likely_end: ArrayLike,
        latest: ArrayLike,
        importance: ArrayLike,
        precision: ArrayLike,
        flags: ArrayLike,
        layer: ArrayLike,
        sources: ArrayLike,
        contested: ArrayLike,
        label_em: ArrayLike,
        position: ArrayLike | None = None,
        stack_row: ArrayLike | None = None,
    ) -> Self:
        """Sort columns (each of shape (n,), in any order) into an index.

        Args:
            lanes: Number of lanes; ``lane`` runs from 0 to ``lanes - 1``.
            id: Event ids, each once.
            lane: Lane of each event.
            earliest: First day of the time that the event may cover.
            likely_start: First day of the likely part.
            likely_end: End of the likely part.
            latest: End of the time that it may cover.
            importance: 1 to 5.
            precision: :class:`explorer.domain.event.Precision`.
            flags: :class:`explorer.domain.event.DateFlag`.
            layer: 0 for the articles, 1 for the context.
            sources: Number of independent sources with evidence for it.
            contested: Whether they differ on it.
            label_em: Width of the title in em of the regular face.
            position: Where the marks stand, if that is decided; else events of the same dates are spread.
            stack_row: The rows of spans among those they overlap, if they have them.

        Raises:
            ValueError: An event lies in no lane.
        """
        columns: dict[str, NDArray[Any]] = {
            "id": np.asarray(id, np.int32),
            "lane": np.asarray(lane, np.int16),
            "earliest": np.asarray(earliest, np.float64),
            "likely_start": np.asarray(likely_start, np.float64),
            "likely_end": np.asarray(likely_end, np.float64),
            "latest": np.asarray(latest, np.float64),
            "flags": np.asarray(flags, np.uint8),
            "sources": np.asarray(sources, np.uint8),
            "label_steps": np.rint(np.asarray(label_em) * EM_STEPS).clip(0, 255).astype(np.uint8),
            "traits": np.asarray(importance, np.uint8)
            | np.asarray(precision, np.uint8) << 3
            | np.asarray(layer, np.uint8) << 6
            | np.asarray(contested, np.uint8) << 7,
        }
        decided = (("position", position, np.float64), ("stack_row", stack_row, np.uint8))
        columns |= {name: np.asarray(some, kind) for name, some, kind in decided if some is not None}
        lane_column = columns["lane"]
        if len(lane_column) and not (lane_column.min() >= 0 and lane_column.max() < lanes):
            raise ValueError(f"a lane outside 0 to {lanes - 1}")
        if np.any(columns["id"][1:] < columns["id"][:-1]):
            order = np.argsort(columns["id"], kind="stable")
            columns = {name: column[order] for name, column in columns.items()}
        if position is None:
            columns["position"] = positions(columns, lanes)
        counts = np.bincount(columns["lane"], minlength=lanes)
        offsets = np.append(0, np.cumsum(counts)).astype(np.int32)
        order = by_position(columns["lane"], columns["position"], offsets)
        del columns["lane"]
        for name in list(columns):
            columns[name] = columns[name][order]
        four = [columns.pop(name) for name in ("earliest", "likely_start", "likely_end", "latest")]
        traits, ids = columns["traits"], columns["id"]
        span = (columns["flags"] & DateFlag.SPAN) != 0
        spans = np.flatnonzero(span)
        given = None if stack_row is None else columns.pop("stack_row")[spans]
        ranking = priorities(traits[spans] & np.uint8(7), ids[spans])
        stack_rows, rows_needed = stack_lanes(spans, four[0], four[3], offsets, ranking, given)
        shown = stack_rows != UNSTACKED
        stacked, stacked_at = spans[shown].astype(np.int32), stack_rows[shown]
        dates = Dates.build(four, span)
        rating: Bytes = traits & np.uint8(7)
        important = int(np.count_nonzero(rating >= 4))
        return cls(
            **columns,
            lane_offsets=offsets,
            rows_by_id=rows_by_id(ids),
            stacked=stacked,
            stacked_at=stacked_at,
            rows_needed=rows_needed,
            dates=dates,
            strata=Strata.build(rating, priorities(rating, ids)),
            reach=Reach.build(columns["position"], columns["flags"], dates, offsets, stacked),
            bold_from=4 if important <= FEW * len(ids) else 5,
            bounds=bounds_of(four),
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """All that building costs, as flat arrays by name, to be kept beside the events.

        They belong to one :data:`LAYOUT`.
        """
        arrays = {name: getattr(self, name) for name in _KEPT}
        arrays["bold_from"] = np.array([self.bold_from], np.uint8)
        arrays["bounds"] = np.array(self.bounds)
        parts = {name: getattr(self, name).to_arrays() for name in ("dates", "strata", "reach")}
        return arrays | {
            f"{part}.{name}": array for part, some in parts.items() for name, array in some.items()
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], lanes: int) -> Self:
        """The index that :meth:`to_arrays` was asked for, without building it again.

        Raises:
            ValueError: The arrays belong to another number of lanes.
        """
        offsets = arrays["lane_offsets"]
        if len(offsets) != lanes + 1:
            raise ValueError(f"the arrays are not those of {lanes} lanes")
        kept = {name: arrays[name] for name in _KEPT}
        dates = Dates.from_arrays(_part(arrays, "dates"))
        return cls(
            **kept,
            dates=dates,
            strata=Strata.from_arrays(_part(arrays, "strata"), len(arrays["id"])),
            reach=Reach.from_arrays(
                _part(arrays, "reach"),
                position=arrays["position"],
                flags=arrays["flags"],
                dates=dates,
                lane_offsets=offsets,
            ),
            bold_from=int(arrays["bold_from"][0]),
            bounds=tuple(arrays["bounds"].tolist()),
        )

    def places(self, days: Floats) -> Places:
        """How many events stand before each day, lane after lane: int64[lanes, days].

        Places count in the order of (lane, position); here they are the rows.
        """
        bounds = pairwise(self.lane_offsets.tolist())
        return np.array([low + self.position[low:high].searchsorted(days) for low, high in bounds], np.int64)

    def places_in(self, lane: int, days: ArrayLike, side: Literal["left", "right"] = "left") -> Places:
        """The same for one lane: int64[days]; on the right side, what stands on the day itself counts too."""
        low, high = self.lane_offsets[lane : lane + 2].tolist()
        places: Places = low + np.asarray(self.position[low:high].searchsorted(days, side), np.int64)
        return places

    def place_of(self, rows: NDArray[np.integer]) -> NDArray[np.integer]:
        """The places of rows."""
        return rows

    def row_of(self, event_id: int) -> int | None:
        """Row of an event, or None if there is no such event."""
        return next(iter(self.rows_of((event_id,)).tolist()), None)

    def rows_of(self, ids: Iterable[int] | NDArray[np.integer]) -> Ints:
        """Rows of events, in the order of ``ids``; ids that do not exist are left out."""
        rows = self.find(np.asarray(ids if isinstance(ids, np.ndarray) else tuple(ids), np.int64))
        found: Ints = rows[rows >= 0]
        return found

    def find(self, ids: NDArray[np.integer]) -> Ints:
        """The row of each id, -1 for ids that do not exist."""
        return find(ids, self.id, self.rows_by_id, self._id_range)

    def stacked_in(self, lane: int) -> Ints:
        """The rows of a lane's spans that have a row among those they overlap, sorted."""
        low, high = self.stacked.searchsorted(self.lane_offsets[lane : lane + 2]).tolist()
        return self.stacked[low:high]

    def set_of(self, ids: Iterable[int] | NDArray[np.integer]) -> RowSet:
        """Rows of events, as a set; linear in the size of the index."""
        return self.as_set(RowSet.of_rows(self.rows_of(ids), self.space)[:])

    def as_set(self, among: NDArray[np.bool_]) -> RowSet:
        """The rows that are true in bool[space], as a set."""
        return RowSet.of(among)

    @property
    def all_rows(self) -> RowSet | None:
        """The rows of all events, None if no row number is without one."""
        return None

    def extent(self) -> tuple[float, float]:
        """First and last day of all events, open sides apart; without any, the first day of 1970."""
        return self.bounds

    @cached_property
    def cells(self) -> Cells:
        """Rows at evenly spread days; made when it is first asked for."""
        return Cells.build(self.position, self.lane_offsets, *self.extent())

    @cached_property
    def _id_range(self) -> tuple[int, int]:
        return (int(self.id.min()), int(self.id.max())) if self.size else (0, 0)

    def _derived(self, take: Callable[[NDArray[np.integer]], NDArray[Any]]) -> Derived:
        return Derived(self.space, take)

    def _stacking(self, rows: NDArray[np.integer]) -> Bytes:
        found = np.full(len(rows), UNSTACKED, np.uint8)
        if len(self.stacked):
            at = np.minimum(self.stacked.searchsorted(rows.astype(np.int32)), len(self.stacked) - 1)
            there = self.stacked[at] == rows
            found[there] = self.stacked_at[at[there]]
        return found


_KEPT = (
    "id",
    "position",
    "traits",
    "flags",
    "sources",
    "label_steps",
    "lane_offsets",
    "rows_by_id",
    "stacked",
    "stacked_at",
    "rows_needed",
)
"""The arrays among the fields."""


def _part(arrays: Mapping[str, NDArray[Any]], part: str) -> dict[str, NDArray[Any]]:
    start = f"{part}."
    return {name.removeprefix(start): array for name, array in arrays.items() if name.startswith(start)}
