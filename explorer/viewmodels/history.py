"""The one way back: through the views, events and pages that the reader has looked at."""

import math
from collections.abc import Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from explorer.timeline.viewport import Viewport
from explorer.viewmodels.pages import Page
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.viewport import ViewportModel

HISTORY = 200
REST_MS = 700
"""A view that stands for so long has been looked at; what moves on before is one way."""
ALIKE_SHIFT = 0.25
"""Share of the view by which it may have moved, and factor of its scale, to be taken for the same."""
ALIKE_SCALE = 1.25


@dataclass(frozen=True, slots=True)
class Place:
    """What the reader looked at: a page, the days in view, the event in hand."""

    page: Page
    start: float
    end: float
    event: int | None


@dataclass(frozen=True, slots=True)
class Ways:
    """Whether there is a way back, and one forward again."""

    back: bool
    forward: bool


class HistoryModel(QObject):
    """Remembers where the reader was, as a browser does: view, event and page together.

    Each event taken in hand and each page turned to is a step, and so is each view in which the reader came
    to rest, if it is not nearly the one before. Following a link, which takes an event and moves the view, is
    one step. ``changed`` carries the :class:`Ways`.
    """

    changed = Signal(object)

    def __init__(
        self,
        selection: SelectionModel,
        viewport: ViewportModel,
        pages: PlaceModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._viewport = viewport
        self._pages = pages
        self._places: list[Place] = []
        self._at = -1
        self._told = Ways(back=False, forward=False)
        self._fresh = False
        """The view of the last step may still be on its way."""
        self._together: set[str] = set()
        """What has changed in this turn of the event loop: one request may change an event and a page."""
        self._returning = False
        self._seen = viewport.goal
        self._clock = QElapsedTimer()
        """Since when ``_seen`` is in view."""
        selection.changed.connect(self._note_event)
        pages.page_changed.connect(self._note_page)
        viewport.changed.connect(self._note_view)

    @property
    def ways(self) -> Ways:
        """Where one can go now."""
        if not self._places:
            return Ways(back=False, forward=False)
        moved = not self._fresh and not alike(self._places[self._at], self._with(self._viewport.goal))
        return Ways(self._at > 0 or moved, self._at + 1 < len(self._places) and not moved)

    def begin(self, _library: object = None) -> None:
        """Start anew with what is in view: another library was opened."""
        self._together.clear()
        self._fresh = False
        self._places = [self._here()]
        self._at = 0
        self._look()
        self._tell()

    def forget(self, events: Collection[int]) -> None:
        """These events are no more: the steps to them lead to what was in view beside them."""
        self._places = [
            replace(place, event=None) if place.event in events else place for place in self._places
        ]

    def go_back(self) -> None:
        """Return to what was looked at before."""
        self._go(-1)

    def go_forward(self) -> None:
        """Take back a step back."""
        self._go(1)

    def _go(self, step: int) -> None:
        if not self._places:
            return
        self._arrive(self._viewport.goal)
        if 0 <= self._at + step < len(self._places):
            self._at += step
            self._fresh = False
            self._returning = True
            try:
                self._return_to(self._places[self._at])
            finally:
                self._returning = False
            self._look()
        self._tell()

    def _return_to(self, place: Place) -> None:
        self._pages.turn_to(place.page)
        self._selection.select(place.event)
        self._viewport.fly_to(place.start, place.end)

    def _here(self) -> Place:
        view = self._viewport.goal
        return Place(self._pages.page, view.start, view.end, self._selection.current)

    def _with(self, view: Viewport) -> Place:
        """The last step with another view."""
        return replace(self._places[self._at], start=view.start, end=view.end)

    def _look(self) -> None:
        self._seen = self._viewport.goal
        self._clock.start()

    def _note_event(self, event_id: int | None) -> None:
        if event_id is not None:
            self._note("event")

    def _note_page(self, _page: Page) -> None:
        self._note("page")

    def _note_view(self, _viewport: Viewport) -> None:
        if self._places:
            if self._clock.elapsed() >= REST_MS and not self._returning:
                self._arrive(self._seen)
                self._fresh = False
            self._look()
            self._tell()

    def _note(self, what: str) -> None:
        if self._returning or not self._places:
            return
        if self._together and what not in self._together:
            self._places[self._at] = self._here()
        else:
            self._arrive(self._viewport.goal)
            self._append(self._here())
            QTimer.singleShot(0, self, self._together.clear)
        self._together.add(what)
        self._fresh = True
        self._look()
        self._tell()

    def _arrive(self, view: Viewport) -> None:
        """Take note of where the view has gone since the last step."""
        here = self._with(view)
        if self._fresh:
            self._places[self._at] = here
        elif not alike(self._places[self._at], here):
            self._append(here)

    def _append(self, place: Place) -> None:
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-HISTORY]
        self._at = len(self._places) - 1

    def _tell(self) -> None:
        ways = self.ways
        if ways != self._told:
            self._told = ways
            self.changed.emit(ways)


def alike(first: Place, second: Place) -> bool:
    """Whether two views show nearly the same time."""
    lengths = first.end - first.start, second.end - second.start
    shift = (second.start + second.end - first.start - first.end) / 2
    scale = abs(math.log(lengths[1] / lengths[0]))
    return scale < math.log(ALIKE_SCALE) and abs(shift) < ALIKE_SHIFT * min(lengths)
