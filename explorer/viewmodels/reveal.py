"""Reveal: titles, dates or all later events are hidden, and uncovered one by one or up to a "now" line."""

import math
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QObject, Signal

from explorer.domain.detail import EventHeading
from explorer.domain.masking import without_dates
from explorer.domain.words import in_short_words
from explorer.services.reveal import Sieves
from explorer.timeline.mask import Sieve
from explorer.timeline.until import until
from explorer.timeline.walking import neighbour
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import Stage, TimelineModel
from explorer.viewmodels.viewport import ViewportModel

CHANNEL = "reveal"
AT_ONCE = 20_000
"""Up to so many events are masked within the frame; more on a worker."""
COVERED = "?"
BEFORE_ALL = float("-inf")


class Hidden(StrEnum):
    """What is hidden."""

    TITLES = "titles"
    DATES = "dates"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Reveal:
    """The state: what is hidden (None: nothing), up to which day all is uncovered, and which events besides.

    ``last`` is the event that was uncovered last.
    """

    hidden: Hidden | None = None
    now: float = BEFORE_ALL
    opened: tuple[int, ...] = ()
    last: int | None = None


class RevealModel(QObject):
    """Hides what a class is to find out. ``changed`` carries the :class:`Reveal`.

    What is covered, and how:

    * *Titles*: whatever asks the titles of the timeline (labels on the canvas, the card at the pointer, the
      list of a cluster, the ruler, screen readers) gets "?" for an event that is not uncovered.
    * *Dates*: the same get no date, and titles with the dates in them blanked out;
      ``widgets/classwork/curtain.py`` lies over axis, era bands and figures right of the line, the status
      line tells no span, and marked times and rulers are taken away.
    * *Later*: events that begin after the line do not pass the filter, so they are neither drawn nor counted
      in lanes nor reached by key; the curtain covers eras and figures after the line.

    All commands and pages that would tell more are closed meanwhile, and the details tell of an uncovered
    event only what is its own (``widgets/classwork/reveal_host.py``). The filters at the left stay: they
    count, and name no event. So do title and range of the whole library in the header.

    ``uncover_next`` goes on by one event in time (in *later* the line goes there), ``cover_last`` back by
    one. Ending shows everything again, under the filters as they are then; view and selection stay. Another
    library ends it. A stage of its own may have a model of its own, of its timeline, view and filters.
    """

    changed = Signal(object)

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        facets: FacetsModel,
        selection: SelectionModel,
        sieves: Sieves,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._viewport = viewport
        self._facets = facets
        self._selection = selection
        self._sieves = sieves
        self._courier = courier
        self._state = Reveal()
        self._passing: Sieve | None = None
        timeline.began.connect(self._forget)

    @property
    def state(self) -> Reveal:
        """What is hidden now."""
        return self._state

    @property
    def active(self) -> bool:
        """Whether anything is hidden."""
        return self._state.hidden is not None

    # What is asked for

    def hide(self, hidden: Hidden) -> None:
        """Begin to hide, or hide something else."""
        stage = self._timeline.stage
        if stage is None or not stage.index.size or hidden is self._state.hidden:
            return
        self._lift()
        self._timeline.end_check()
        if hidden is Hidden.LATER:
            self._passing = stage.visible
            self._facets.filtered.disconnect(self._timeline.set_visible)
            self._facets.filtered.connect(self._take_filter)
            self._put(Reveal(hidden, self._first_line()))
        else:
            self._put(Reveal(hidden))

    def end(self) -> None:
        """Show everything again."""
        if self.active:
            self._lift()
            self._put(Reveal())

    def draw_line(self, day: float) -> None:
        """Uncover all up to a day, and cover what comes after it."""
        if self.active and day != self._state.now:
            self._put(replace(self._state, now=day, opened=(), last=None))

    def move_line(self, share: float) -> None:
        """Move the line by a share of the view; from before all it comes in at the left edge."""
        view = self._viewport.viewport
        self.draw_line(min(max(self._state.now, view.start) + share * view.days, view.end))

    def uncover_next(self) -> None:
        """Uncover the next event in time; in *later* the line goes on to it."""
        state = self._state
        if state.hidden is None:
            return
        if state.hidden is Hidden.LATER:
            found = self._after(state.now)
            if found is not None:
                self._put(replace(state, now=self._day(found), last=found))
                self._lead_to(found)
            return
        begin = max(state.now, self._viewport.goal.start)
        found = self._after(begin)
        found = self._after(state.now) if found is None else found
        if found is not None:
            self.uncover(found)
            self._lead_to(found)

    def uncover(self, event_id: int) -> None:
        """Uncover this event, whatever comes before it (titles and dates only)."""
        state = self._state
        if state.hidden in {Hidden.TITLES, Hidden.DATES} and self.covers(event_id):
            self._put(replace(state, opened=(*state.opened, event_id), last=event_id))

    def cover_last(self) -> None:
        """Cover again what was uncovered last; in *later* the line goes back to the event before."""
        state = self._state
        if state.hidden is Hidden.LATER:
            last = self._before(math.nextafter(state.now, math.inf))
            earlier = None if last is None else self._before(self._day(last))
            if last is not None:
                day = math.nextafter(self._day(last), BEFORE_ALL) if earlier is None else self._day(earlier)
                self._put(replace(state, now=day, last=earlier))
        elif state.opened:
            opened = state.opened[:-1]
            self._put(replace(state, opened=opened, last=opened[-1] if opened else None))

    # What the titles of the timeline ask (see Veil)

    def covers(self, event_id: int) -> bool:
        """Whether an event is still covered."""
        if not self.active or event_id in self._state.opened:
            return False
        row = self._timeline.row_of(event_id)
        stage = self._timeline.stage
        return row is not None and stage is not None and float(stage.index.position[row]) > self._state.now

    def veiled_label(self, event_id: int, label: str, heading: EventHeading | None) -> str:
        """A "?" for a title that is hidden; the date before it where one by one was uncovered."""
        hidden = self._state.hidden
        if hidden is Hidden.DATES and event_id in self._state.opened and heading is not None:
            return f"{in_short_words(heading.start, heading.end)} · {label}"
        return self.veiled_title(event_id, label)

    def veiled_title(self, event_id: int, title: str) -> str:
        """A "?" for a title that is hidden; a title without the dates that it names where those are."""
        if not self.covers(event_id):
            return title
        return COVERED if self._state.hidden is Hidden.TITLES else without_dates(title)

    def veiled_heading(self, heading: EventHeading) -> EventHeading | None:
        """Title and date as far as they may be told; None where the date may not."""
        if not self.covers(heading.id):
            return heading
        if self._state.hidden is Hidden.DATES:
            return None
        return replace(heading, title=COVERED, label=COVERED)

    # How

    def _put(self, state: Reveal) -> None:
        self._state = state
        if state.hidden is Hidden.LATER:
            self._mask()
        elif state.hidden is not None:
            self._timeline.titles.set_veil(self)
        self.changed.emit(state)

    def _lift(self) -> None:
        """Take away what hides now."""
        if self._state.hidden is Hidden.LATER:
            self._courier.void(CHANNEL)
            self._facets.filtered.disconnect(self._take_filter)
            self._facets.filtered.connect(self._timeline.set_visible)
            self._timeline.set_visible(self._passing)
            self._passing = None
        elif self._state.hidden is not None:
            self._timeline.titles.set_veil(None)

    def _forget(self, _stage: Stage) -> None:
        """Another library is shown, unfiltered."""
        self._passing = None
        self.end()

    def _take_filter(self, sieve: Sieve | None) -> None:
        self._passing = sieve
        self._mask()

    def _mask(self) -> None:
        stage = self._timeline.stage
        if stage is None:
            return
        self._courier.void(CHANNEL)
        if stage.index.size <= AT_ONCE:
            self._timeline.set_visible(until(stage.index, self._passing, self._state.now))
        else:
            made = self._sieves.until(stage.index, self._passing, self._state.now)
            self._courier.ask(CHANNEL, made, self._timeline.set_visible)

    def _first_line(self) -> float:
        """Where the line begins: at the selected event if it is in view, else at the first in view."""
        view, stage = self._viewport.goal, self._timeline.stage
        row = self._timeline.row_of(self._selection.current)
        if row is not None and stage is not None:
            day = float(stage.index.position[row])
            if view.start <= day <= view.end:
                return day
        found = self._after(view.start)
        return view.start if found is None else self._day(found)

    def _after(self, day: float) -> int | None:
        """The first event after a day that passes the filter and is still covered."""
        return self._walk(day, 1)

    def _before(self, day: float) -> int | None:
        """The last event before a day that passes the filter."""
        return self._walk(day, -1)

    def _walk(self, day: float, step: int) -> int | None:
        stage = self._timeline.stage
        if stage is None:
            return None
        index = stage.index
        sieve = self._passing if self._state.hidden is Hidden.LATER else stage.visible
        passing = sieve or Sieve.build(index, None)
        place = index.space if step > 0 else -1
        while True:
            row = neighbour(index, passing, day, place, step)
            if row is None:
                return None
            event_id = self._timeline.id_of(row)
            if event_id not in self._state.opened:
                return event_id
            day, place = float(index.position[row]), int(index.place_of(np.array([row]))[0])

    def _day(self, event_id: int) -> float:
        row, stage = self._timeline.row_of(event_id), self._timeline.stage
        return BEFORE_ALL if row is None or stage is None else float(stage.index.position[row])

    def _lead_to(self, event_id: int) -> None:
        extent = self._timeline.extent_of(event_id)
        if extent is not None:
            self._selection.select(event_id)
            self._viewport.fly_to_extent(extent)
