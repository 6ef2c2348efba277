"""What the timeline shows: the library's events under the filter, and the way from one to the next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from explorer.domain.contents import Contents
from explorer.domain.days import day_number
from explorer.domain.detail import RelatedEvent
from explorer.domain.event import Era, Extent
from explorer.domain.series import Series
from explorer.services.libraries import OpenLibrary
from explorer.timeline.carrying import carried
from explorer.timeline.compose import FrameMemory, compose
from explorer.timeline.frame import Frame, LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Mask, Sieve
from explorer.timeline.rowset import RowSet
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from explorer.timeline.walking import counts_between, nearest_in_lane, neighbour, next_in_lane
from explorer.viewmodels import series_choice
from explorer.viewmodels.titles import Titles
from explorer.viewmodels.viewport import ViewportModel

if TYPE_CHECKING:
    from explorer.domain.judgement import Judgement
    from explorer.timeline.drawn_check import DrawnCheck

BoolArray = NDArray[np.bool_]

UNWRITTEN = (float(day_number(1900)), float(day_number(2030)))
"""What a library without events shows, in days."""


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
    and ``effects`` belong to the selected event. ``check`` is a claim drawn on the series that test it.
    ``lanes_shown`` are the lanes that are there at all, by their number; None for all of them.
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
    check: "DrawnCheck | None" = None
    lanes_shown: frozenset[int] | None = None

    @property
    def eras(self) -> tuple[Era, ...]:
        """The eras of the rows shown."""
        return tuple(era for era in self.contents.eras if era.band in self.bands)

    def differs_in_events_only(self, other: "Stage") -> bool:
        """Whether nothing but events, filter, search and arcs differ: all boxes stay where they are."""
        return (
            self.contents is other.contents
            and self.bands == other.bands
            and self.lanes_shown == other.lanes_shown
            and len(self.series) == len(other.series)
            and all(one is another for one, another in zip(self.series, other.series, strict=True))
            and np.array_equal(self.index.rows_needed, other.index.rows_needed)
        )

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
        self._usual: tuple[Series, ...] | None = None

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
            series=series_choice.usual(contents.series),
        )
        self._memory = FrameMemory()
        self._frame = None
        self._usual = None
        self._viewport.set_bounds(*(index.extent() if index.size else UNWRITTEN))
        self._viewport.show(*self._viewport.bounds)
        self.began.emit(self._stage)
        self.changed.emit(self._stage)

    def renew(self, library: OpenLibrary) -> None:
        """Go on with the library as it is after a change: bands, series and the time in view stay.

        Filter and search are about the rows of an index. Where that was edited they are carried over, events
        that have changed passing as before; where there is quite another they are taken off, to be set again.
        """
        stage = self._stage
        if stage is None:
            return
        contents, index = library.contents, library.index
        same = index is stage.index
        visible, lit = stage.visible, stage.lit
        if not same:
            visible, lit = carried(visible, lit, stage.index, index)
        # A claim that is drawn may be another one now: it goes, and the series chosen before it come back.
        shown = [series.slug for series in (stage.series if self._usual is None else self._usual)]
        self._usual = None
        self._stage = replace(
            stage,
            check=None,
            contents=contents,
            index=index,
            visible=visible,
            lit=lit,
            lanes=stage.lanes if same else _counts(index, visible),
            bands=tuple(name for name in _bands(contents) if name in stage.bands),
            series=series_choice.chosen(contents.series, shown),
        )
        if not same:
            self._memory.renewed(stage.index, index)
        if index.size and not same:
            self._viewport.widen(*index.extent())
        self.changed.emit(self._stage)

    def set_visible(self, visible: Sieve | BoolArray | None) -> None:
        """Filter by what a worker has counted, or by bool[events] in row order; None for no filter."""
        stage = self._stage
        if stage is not None:
            sieve = Sieve.build(stage.index, visible) if isinstance(visible, np.ndarray) else visible
            if sieve is None and stage.visible is None:
                return
            self._change(replace(stage, visible=sieve, lanes=_counts(stage.index, sieve)))

    def set_lit(self, lit: RowSet | None) -> None:
        """Light the events found by a search and dim the rest; None ends it."""
        stage = self._stage
        if stage is not None:
            self._change(replace(stage, lit=lit))

    def show_lanes(self, lanes: frozenset[int] | None) -> None:
        """Leave room for these lanes only, by their number; None for all."""
        stage = self._stage
        if stage is not None and lanes != stage.lanes_shown:
            self._change(replace(stage, lanes_shown=lanes))

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
        """Draw these series, each unit on a scale of its own; a claim that is drawn goes."""
        stage = self._stage
        if stage is None:
            return
        chosen = series_choice.chosen(stage.contents.series, slugs)
        self._usual = None
        if chosen != stage.series or stage.check is not None:
            self._change(replace(stage, series=chosen, check=None))
            self.series_chosen.emit(tuple(series.slug for series in chosen))

    def show_check(self, judgement: "Judgement", series: Sequence[Series]) -> "DrawnCheck | None":
        """Draw a tested claim on the series it reads, which take the place of those chosen for a while."""
        from explorer.timeline.drawn_check import drawn_check

        stage, check = self._stage, drawn_check(judgement, series[0].unit)
        if stage is None or check is None:
            return None
        if self._usual is None:
            self._usual = stage.series
        self._change(replace(stage, series=tuple(series), check=check))
        return check

    def end_check(self) -> None:
        """Take the claim away, if there is one, and bring the chosen series back."""
        stage, usual = self._stage, self._usual
        if stage is not None and usual is not None:
            self._usual = None
            self._change(replace(stage, series=usual, check=None))

    def toggle_series(self, slug: str) -> None:
        """Add or take away a series; the last one stays, as the lane is where others are chosen."""
        stage = self._stage
        if stage is not None:
            now = [series.slug for series in stage.series]
            then = [one for one in now if one != slug] if slug in now else [*now, slug]
            self.choose_series(then or now)

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

    @property
    def waiting(self) -> bool:
        """Whether there is something for ``advance`` to do."""
        return self._memory.tiles.waiting

    def advance(self) -> bool:
        """Take a small step that later frames want, when nothing else is to be done.

        Answers whether the frame is another one now.
        """
        return self._frame is not None and self._memory.tiles.advance(self._frame.viewport)

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
        index = stage.index
        bounds = [int(index.places_in(lane, first)), int(index.places_in(lane, last, "right"))]
        sieve = self.sieve
        start, end = sieve.before(np.array(bounds)).tolist()
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
            edge, beyond = (view.start, -1) if step > 0 else (view.end, stage.index.space)
            found = neighbour(stage.index, self.sieve, edge, beyond, step)
        if row is not None and (found is None or not view.start <= position[found] <= view.end):
            place = int(stage.index.place_of(np.array([row]))[0])
            found = neighbour(stage.index, self.sieve, float(position[row]), place, step)
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
            found = nearest_in_lane(stage.index, self.sieve, lane, day, (view.start, view.end))
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
    every = index.all_rows
    totals = np.diff(edges if every is None else every.before(edges))
    shown = totals if visible is None else np.diff(visible.before(edges))
    return tuple(LaneCount(int(some), int(every)) for some, every in zip(shown, totals, strict=True))


def _bands(contents: Contents) -> tuple[str, ...]:
    return tuple(dict.fromkeys(era.band for era in contents.eras))
