"""All events of a library as sorted columns: what every frame is computed from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.event import DateFlag
from explorer.timeline.cells import Cells
from explorer.timeline.reach import ReachOrder
from explorer.timeline.rowset import RowSet
from explorer.timeline.stacking import UNSTACKED, stack
from explorer.timeline.strata import Strata, priorities

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Bytes = NDArray[np.uint8]

LAYOUT = 2
"""The form of the arrays that the index and the facet table give; arrays of another are stale."""
FEW = 0.15
"""Events of importance 4 are bold too while they and those of 5 are not more than this share."""


@dataclass(frozen=True, eq=False)
class EventIndex:
    """Columns of shape (n,) in row order: by lane, then position.

    ``position`` is the likely start of a span and the middle of the likely part of any other date; events of
    one lane that share the same dates are spread evenly over their likely part, so that zooming in tells them
    apart. ``lane_offsets`` (lanes + 1) bounds the rows of each lane. Days are day numbers, see
    :mod:`explorer.domain.days`.
    """

    id: Ints
    lane: NDArray[np.int16]
    position: Floats
    earliest: Floats
    likely_start: Floats
    likely_end: Floats
    latest: Floats
    importance: Bytes
    precision: Bytes
    flags: Bytes
    layer: Bytes
    sources: Bytes
    disputed: NDArray[np.bool_]
    label_em: NDArray[np.float32]
    priority: NDArray[np.uint32]
    stack_row: Bytes
    """Row of a span among those it overlaps, or ``UNSTACKED``."""
    stack_rows: Bytes
    """Rows that its group of overlapping spans takes."""
    lane_offsets: Ints
    by_earliest: Ints
    """Rows in order of (lane, earliest)."""
    by_latest: Ints
    sorted_earliest: Floats
    sorted_latest: Floats
    strata: Strata
    reach: ReachOrder
    bold_from: int

    @property
    def size(self) -> int:
        """Number of events."""
        return len(self.id)

    @property
    def lanes(self) -> int:
        """Number of lanes, empty ones as well."""
        return len(self.lane_offsets) - 1

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
        disputed: ArrayLike,
        label_em: ArrayLike,
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
            disputed: Whether one of them disputes it.
            label_em: Width of the title in em of the regular face.

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
            "importance": np.asarray(importance, np.uint8),
            "precision": np.asarray(precision, np.uint8),
            "flags": np.asarray(flags, np.uint8),
            "layer": np.asarray(layer, np.uint8),
            "sources": np.asarray(sources, np.uint8),
            "disputed": np.asarray(disputed, np.bool_),
            "label_em": np.asarray(label_em, np.float32),
        }
        lane_column = columns["lane"]
        if len(lane_column) and not (lane_column.min() >= 0 and lane_column.max() < lanes):
            raise ValueError(f"a lane outside 0 to {lanes - 1}")
        columns["position"] = _positions(columns)
        order = np.lexsort((columns["id"], columns["position"], lane_column))
        columns = {name: column[order] for name, column in columns.items()}
        offsets = columns["lane"].searchsorted(np.arange(lanes + 1)).astype(np.int32)
        priority = priorities(columns["importance"], columns["id"])
        stack_row, stack_rows = _stacked(columns, offsets, priority)
        by_earliest, by_latest = (
            np.lexsort((columns[name], columns["lane"])).astype(np.int32) for name in ("earliest", "latest")
        )
        important = int(np.count_nonzero(columns["importance"] >= 4))
        return cls(
            **columns,
            priority=priority,
            stack_row=stack_row,
            stack_rows=stack_rows,
            lane_offsets=offsets,
            by_earliest=by_earliest,
            by_latest=by_latest,
            sorted_earliest=columns["earliest"][by_earliest],
            sorted_latest=columns["latest"][by_latest],
            strata=Strata.build(columns["importance"], priority),
            reach=ReachOrder.build(
                lanes,
                lane=columns["lane"],
                position=columns["position"],
                length=columns["latest"] - columns["earliest"],
                span=(columns["flags"] & DateFlag.SPAN) != 0,
                drawable=stack_row != UNSTACKED,
            ),
            bold_from=4 if important <= FEW * len(priority) else 5,
        )

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """All that building costs, as flat arrays by name, to be kept beside the events.

        They belong to one :data:`LAYOUT`.
        """
        arrays = {name: getattr(self, name) for name in _KEPT}
        arrays["bold_from"] = np.array([self.bold_from], np.uint8)
        parts = {"strata": self.strata.to_arrays(), "reach": self.reach.to_arrays()}
        arrays |= {f"{part}.{name}": array for part, some in parts.items() for name, array in some.items()}
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]], lanes: int) -> Self:
        """The index that :meth:`to_arrays` was asked for, without building it again.

        Raises:
            ValueError: The arrays belong to another number of lanes.
        """
        if len(arrays["lane_offsets"]) != lanes + 1:
            raise ValueError(f"the arrays are not those of {lanes} lanes")
        return cls(
            **{name: arrays[name] for name in _KEPT},
            bold_from=int(arrays["bold_from"][0]),
            strata=Strata.from_arrays(_part(arrays, "strata"), len(arrays["id"])),
            reach=ReachOrder.from_arrays(_part(arrays, "reach")),
        )

    def row_of(self, event_id: int) -> int | None:
        """Row of an event, or None if there is no such event."""
        rows = self.rows_of((event_id,))
        return int(rows[0]) if len(rows) else None

    def rows_of(self, ids: Iterable[int] | NDArray[np.integer]) -> Ints:
        """Rows of events, in the order of ``ids``; ids that do not exist are left out."""
        wanted = np.asarray(ids if isinstance(ids, np.ndarray) else tuple(ids))
        if not len(wanted) or not self.size:
            return np.empty(0, np.int32)
        # Of the type of the column: numpy would otherwise copy all of it into the type of the question.
        wanted = wanted[(wanted >= self._sorted_ids[0]) & (wanted <= self._sorted_ids[-1])].astype(np.int32)
        found = self._sorted_ids.searchsorted(wanted)
        rows: Ints = self._by_id[found[self._sorted_ids[found] == wanted]]
        return rows

    def set_of(self, ids: Iterable[int] | NDArray[np.integer]) -> RowSet:
        """Rows of events, as a set; linear in the size of the index."""
        return RowSet.of_rows(self.rows_of(ids), self.size)

    def extent(self) -> tuple[float, float]:
        """First and last day of all events; open sides do not count.

        Without any date at all it is the first day of 1970.
        """
        return self._extent

    @cached_property
    def cells(self) -> Cells:
        """Rows at evenly spread days; made when it is first asked for."""
        return Cells.build(self.position, self.lane_offsets, *self.extent())

    @cached_property
    def _extent(self) -> tuple[float, float]:
        ends = np.concatenate((self.earliest, self.likely_start, self.likely_end, self.latest))
        ends = ends[(ends > FIRST_DAY) & (ends < LAST_DAY)]
        return (float(ends.min()), float(ends.max())) if len(ends) else (0.0, 1.0)

    @cached_property
    def _by_id(self) -> Ints:
        return np.argsort(self.id, kind="stable").astype(np.int32)

    @cached_property
    def _sorted_ids(self) -> Ints:
        return self.id[self._by_id]


_KEPT = tuple(
    field.name for field in fields(EventIndex) if field.name not in ("strata", "reach", "bold_from")
)
"""The arrays among the fields."""


def _part(arrays: Mapping[str, NDArray[Any]], part: str) -> dict[str, NDArray[Any]]:
    start = f"{part}."
    return {name.removeprefix(start): array for name, array in arrays.items() if name.startswith(start)}


def _positions(columns: dict[str, NDArray[Any]]) -> Floats:
    """Where each event's mark stands; see :class:`EventIndex`."""
    start, end = columns["likely_start"], columns["likely_end"]
    span = (columns["flags"] & DateFlag.SPAN) != 0
    share = np.full(len(start), 0.5)
    keys = (columns["lane"], columns["earliest"], start, end, columns["latest"])
    order = np.lexsort((columns["id"], *reversed(keys)))
    if len(order):
        new = np.ones(len(order), np.bool_)
        new[1:] = np.any([key[order][1:] != key[order][:-1] for key in (*keys, span)], axis=0)
        first = np.flatnonzero(new)
        group = np.cumsum(new) - 1
        among = np.diff(np.append(first, len(order)))
        share[order] = (np.arange(len(order)) - first[group] + 0.5) / among[group]
    inner_start = np.where(start <= FIRST_DAY, end, start)
    inner_end = np.where(end >= LAST_DAY, start, end)
    return np.where(span, start, inner_start + share * (inner_end - inner_start))


def _stacked(
    columns: dict[str, NDArray[Any]], offsets: Ints, priority: NDArray[np.uint32]
) -> tuple[Bytes, Bytes]:
    row = np.full(len(priority), UNSTACKED, np.uint8)
    rows = np.ones(len(priority), np.uint8)
    spans = np.flatnonzero(columns["flags"] & DateFlag.SPAN)
    for low, high in pairwise(offsets.tolist()):
        mine = spans[slice(*spans.searchsorted((low, high)))]
        row[mine], rows[mine] = stack(columns["earliest"][mine], columns["latest"][mine], priority[mine])
    return row, rows
