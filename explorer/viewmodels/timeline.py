"""What the timeline shows: the library's events under the filter, and the way from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from explorer.domain.contents import Contents
from explorer.domain.detail import RelatedEvent
from explorer.domain.event import Era, Extent
from explorer.domain.series import Series
from explorer.services.libraries import OpenLibrary
from explorer.timeline.compose import FrameMemory, compose
from explorer.timeline.frame import Frame, LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Mask, Sieve
from explorer.timeline.rowset import RowSet
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from explorer.timeline.walking import counts_between, next_in_lane
from explorer.viewmodels.titles import Titles
from explorer.viewmodels.viewport import ViewportModel

BoolArray = NDArray[np.bool_]

DEFAULT_SERIES = ("us_synthetic_opioid_deaths", "us_overdose_deaths_all_drugs")


@dataclass(frozen=True, slots=True)
class LaneCount:
    """Events of a lane that pass the filter, of all in it."""

    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything on the canvas but the time in view and the selection.

    ``visible[rows]`` and ``lit[rows]`` tell which rows pass the filter and are not dimmed; None stands for
    all. ``bands`` names the rows of eras shown, ``series`` are those drawn, the first as an area. ``causes``
    and ``effects`` belong to the selected event.
    """

    contents: Contents
    index: EventIndex
    visible: Sieve | None
    lit: RowSet | None
    lanes: tuple[LaneCount, ...]
    bands: tuple[str, ...]
    series: tuple[Series, ...]
    causes: tuple[RelatedEvent, ...] = ()
    effects: tuple[RelatedEvent, ...] = ()

    @property
    def eras(self) -> tuple[Era, ...]:
        """The eras of the rows shown."""
        return tuple(era for era in self.contents.eras if era.band in self.bands)

    @property
    def shown(self) -> int:
        """Events that pass the filter."""
        return sum(lane.shown for lane in self.lanes)


class TimelineModel(QObject):
    """Holds the :class:`Stage`, composes frames of it, and knows the next event in each direction.

    ``began`` carries the stage when another library was put on it, ``changed`` the stage, ``framed`` each
    :class:`Frame` composed (the status line counts by it), ``bands_chosen`` and ``series_chosen`` a tuple of
    names when the reader chose others.
    """

    began = Signal(object)
    changed = Signal(object)
    framed = Signal(object)
    bands_chosen = Signal(object)
    series_chosen = Signal(object)

    def __init__(self, titles: Titles, viewport: ViewportModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.titles = titles
        self._viewport = viewport
        self._stage: Stage | None = None
        self._memory = FrameMemory()
        self._frame: Frame | None = None

    @property
    def stage(self) -> Stage | None:
        """What is shown; None before a library is open."""
        return self._stage

    @property
    def frame(self) -> Frame | None:
        """The last frame composed."""
        return self._frame

    def show_library(self, library: OpenLibrary) -> None:
        """Put a library on the stage, unfiltered, and bring all of it into view."""
        self.titles.show_library(library)
        contents, index = library.contents, library.index
        self._stage = Stage(
            contents,
            index,
            visible=None,
            lit=None,
            lanes=_counts(index, None),
            bands=_bands(contents)[:1],
            series=_default_series(contents.series),
        )
        self._memory = FrameMemory()
        self._frame = None
        if index.size:
            self._viewport.set_bounds(*index.extent())
            self._viewport.show(*self._viewport.bounds)
        self.began.emit(self._stage)
        self.changed.emit(self._stage)

    def renew(self, library: OpenLibrary) -> None:
        """Go on with the library as it is after a change: bands, series and the time in view stay.

        Filter and search are about the rows of an index: they are taken off where there is another one, to be
        set again.
        """
        stage = self._stage
        if stage is None:
            return
        contents, index = library.contents, library.index
        same = index is stage.index
        by_slug = {series.slug: series for series in contents.series}
        self._stage = replace(
            stage,
            contents=contents,
            index=index,
            visible=stage.visible if same else None,
            lit=stage.lit if same else None,
            lanes=stage.lanes if same else _counts(index, None),
            bands=tuple(name for name in _bands(contents) if name in stage.bands),
            series=tuple(by_slug[one.slug] for one in stage.series if one.slug in by_slug),
        )
        if index.size and not same:
            self._viewport.widen(*index.extent())
        self.changed.emit(self._stage)

    def set_visible(self, visible: Sieve | BoolArray | None) -> None:
        """Filter by what a worker has counted, or by bool[events] in row order; None for no filter."""
        stage = self._stage
        if stage is not None:
            sieve = Sieve.build(stage.index, visible) if isinstance(visible, np.ndarray) else visible
            self._change(replace(stage, visible=sieve, lanes=_counts(stage.index, sieve)))

    def set_lit(self, lit: RowSet | None) -> None:
        """Light the events found by a search and dim the rest; None ends it."""
        stage = self._stage
        if stage is not None:
            self._change(replace(stage, lit=lit))

    def set_related(self, causes: Sequence[RelatedEvent], effects: Sequence[RelatedEvent]) -> None:
        """What led to the selected event and what followed, to be joined to it by arcs."""
        stage = self._stage
        if stage is not None and (tuple(causes), tuple(effects)) != (stage.causes, stage.effects):
            self._change(replace(stage, causes=tuple(causes), effects=tuple(effects)))

    @property
    def bands(self) -> tuple[str, ...]:
        """Names of all rows of eras that the library has."""
        return () if self._stage is None else _bands(self._stage.contents)

    def choose_bands(self, names: Sequence[str]) -> None:
        """Show these rows of eras, in the library's order; names it does not have are left out."""
        stage = self._stage
        chosen = tuple(name for name in self.bands if name in names)
        if stage is not None and chosen != stage.bands:
            self._change(replace(stage, bands=chosen))
            self.bands_chosen.emit(chosen)

    def choose_series(self, slugs: Sequence[str]) -> None:
        """Draw these series. One axis has one unit: those with another unit than the first are left out."""
        stage = self._stage
        if stage is None:
            return
        by_slug = {series.slug: series for series in stage.contents.series}
        found = [by_slug[slug] for slug in slugs if slug in by_slug]
        chosen = tuple(series for series in found if series.unit == found[0].unit)
        if chosen != stage.series:
            self._change(replace(stage, series=chosen))
            self.series_chosen.emit(tuple(series.slug for series in chosen))

    def toggle_series(self, slug: str) -> None:
        """Add or take away a series; one of another unit takes the place of those shown."""
        stage = self._stage
        if stage is None:
            return
        now = [series.slug for series in stage.series]
        if slug in now:
            self.choose_series([one for one in now if one != slug])
            return
        unit = next((series.unit for series in stage.contents.series if series.slug == slug), None)
        same = bool(stage.series) and stage.series[0].unit == unit
        self.choose_series([*now, slug] if same else [slug])

    def compose(self, viewport: Viewport, layout: LaneLayout, scale: Scale, selected: int | None) -> Frame:
        """The frame for a viewport; the selected event (its row) has a mark of its own. Needs a stage."""
        stage = self._stage
        if stage is None:
            raise ValueError("no library is shown")
        mask = Mask(stage.visible, stage.lit)
        frame = compose(stage.index, viewport, layout, scale, mask, self._memory, selected)
        self._frame = frame
        self.framed.emit(frame)
        return frame

    def row_of(self, event_id: int | None) -> int | None:
        """The row of an event in the index, or None."""
        if event_id is None or self._stage is None:
            return None
        return self._stage.index.row_of(event_id)

    def id_of(self, row: int) -> int:
        """The event in a row of the index."""
        return int(self._index.id[row])

    def extent_of(self, event_id: int) -> Extent | None:
        """The time that an event may cover."""
        row = self.row_of(event_id)
        if row is None:
            return None
        index = self._index
        return Extent(
            *(
                float(column[row])
                for column in (index.earliest, index.likely_start, index.likely_end, index.latest)
            )
        )

    def events_between(self, lane: int, first: float, last: float, most: int) -> tuple[int, ...]:
        """The first ``most`` events of a lane that pass the filter and stand from one day to another."""
        stage = self._stage
        if stage is None:
            return ()
        low, high = (int(edge) for edge in stage.index.lane_offsets[lane : lane + 2])
        days = stage.index.position[low:high]
        bounds = low + days.searchsorted((first, last))
        bounds[1] = low + days.searchsorted(last, "right")
        sieve = stage.visible or Sieve.build(stage.index, None)
        start, end = sieve.before(bounds).tolist()
        return tuple(stage.index.id[sieve.nth(np.arange(start, min(end, start + most)))].tolist())

    def next_event(self, current: int | None, step: int) -> int | None:
        """The event after (step 1) or before (step -1) this one in time, in any lane, that passes the filter.

        Without one in hand, or with one out of view, it is the first or last in view.
        """
        stage, view = self._stage, self._viewport.goal
        if stage is None:
            return None
        row = self.row_of(current)
        position = stage.index.position
        found = None
        if row is None or not view.start <= position[row] <= view.end:
            edge, beyond = (view.start, -1) if step > 0 else (view.end, stage.index.size)
            found = _neighbour(stage, edge, beyond, step)
        if row is not None and (found is None or not view.start <= position[found] <= view.end):
            found = _neighbour(stage, float(position[row]), row, step)
        return None if found is None else self.id_of(found)

    def event_in_next_lane(self, current: int | None, step: int) -> int | None:
        """The event in view nearest in time, in the next lane below (step 1) or above (-1) that has one."""
        stage, view = self._stage, self._viewport.goal
        if stage is None:
            return None
        row = self.row_of(current)
        lanes = len(stage.lanes)
        if row is None:
            lane, day = (-1 if step > 0 else lanes), (view.start + view.end) / 2
        else:
            lane = int(stage.index.lane[row])
            day = min(max(float(stage.index.position[row]), view.start), view.end)
        lane += step
        while 0 <= lane < lanes:
            found = _nearest(stage, lane, day, view)
            if found is not None:
                return self.id_of(found)
            lane += step
        return None

    def next_in_lane(self, current: int | None, step: int) -> int | None:
        """The event after (step 1) or before (step -1) this one in its lane that passes the filter.

        It may be out of view. Without one in hand it is the first or last in view, in any lane.
        """
        row = self.row_of(current)
        if row is None:
            return self.next_event(None, step)
        found = next_in_lane(self._index, self.sieve, row, step)
        return None if found is None else self.id_of(found)

    def counts_between(self, start: float, end: float) -> tuple[int, ...]:
        """Events a lane that pass the filter and touch these days, as a view of them counts."""
        return () if self._stage is None else counts_between(self._index, self.sieve, start, end)

    @property
    def sieve(self) -> Sieve:
        """The filter with its counts. Needs a stage."""
        stage = self._stage
        if stage is None:
            raise ValueError("no library is shown")
        return self._memory.sieve(stage.index, Mask(stage.visible, stage.lit))[0]

    @property
    def _index(self) -> EventIndex:
        if self._stage is None:
            raise ValueError("no library is shown")
        return self._stage.index

    def _change(self, stage: Stage) -> None:
        self._stage = stage
        self.changed.emit(stage)


def _counts(index: EventIndex, visible: Sieve | None) -> tuple[LaneCount, ...]:
    edges = index.lane_offsets
    totals = np.diff(edges)
    shown = totals if visible is None else np.diff(visible.before(edges))
    return tuple(LaneCount(int(some), int(every)) for some, every in zip(shown, totals, strict=True))


def _bands(contents: Contents) -> tuple[str, ...]:
    return tuple(dict.fromkeys(era.band for era in contents.eras))


def _default_series(series: Sequence[Series]) -> tuple[Series, ...]:
    by_slug = {one.slug: one for one in series}
    return tuple(by_slug[slug] for slug in DEFAULT_SERIES if slug in by_slug) or tuple(series[:1])


def _neighbour(stage: Stage, day: float, row: int, step: int) -> int | None:
    """The visible row next to (day, row) in the order of (position, row): one search a lane."""
    index = stage.index
    best: tuple[float, int] | None = None
    for low, high in zip(index.lane_offsets[:-1], index.lane_offsets[1:], strict=True):
        days = index.position[low:high]
        first = int(low + np.searchsorted(days, day, "left"))
        last = int(low + np.searchsorted(days, day, "right"))
        # Rows of the same day on this side of ``row`` are behind us already.
        split = min(max(row + 1 if step > 0 else row, first), last)
        found = _first(stage.visible, split, int(high)) if step > 0 else _last(stage.visible, int(low), split)
        if found is not None:
            key = (float(index.position[found]), found)
            if best is None or (key < best if step > 0 else key > best):
                best = key
    return None if best is None else best[1]


def _nearest(stage: Stage, lane: int, day: float, view: Viewport) -> int | None:
    index = stage.index
    low, high = (int(edge) for edge in index.lane_offsets[lane : lane + 2])
    at = low + int(np.searchsorted(index.position[low:high], day))
    near = [
        row
        for row in (_last(stage.visible, low, at), _first(stage.visible, at, high))
        if row is not None and view.start <= index.position[row] <= view.end
    ]
    return min(near, key=lambda row: abs(float(index.position[row]) - day), default=None)


def _first(visible: Sieve | None, low: int, high: int) -> int | None:
    """The first row in [low, high) that passes."""
    return _only(visible, low, high, 0)


def _last(visible: Sieve | None, low: int, high: int) -> int | None:
    """The last row in [low, high) that passes."""
    return _only(visible, low, high, -1)


def _only(visible: Sieve | None, low: int, high: int, at: int) -> int | None:
    bounds = np.array((low, high), np.int64)
    first, last = (bounds if visible is None else visible.before(bounds)).tolist()
    if first >= last:
        return None
    number = np.array([first if at == 0 else last - 1], np.int64)
    return int((number if visible is None else visible.nth(number))[0])
