"""The keyboard on the timeline."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from explorer.domain.event import DateFlag
from explorer.viewmodels.area import AreaModel
from explorer.viewmodels.ruler import RulerModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel

ZOOM_FACTOR = 1.6
PAN_SHARE = 0.25
PAGE = 0.8
SPAN_ROOM = 1.6
"""How long a view that fits an event is beside it: one that lasts, and one at a day or within a month."""
MOMENT_ROOM = 5.0


class Keys:
    """Turns keys into requests; what it does not know it leaves to others."""

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        area: AreaModel,
        ruler: RulerModel,
        scroll_pages: Callable[[float], None],
        open_source: Callable[[int], None],
        tell_area: Callable[[], None],
    ) -> None:
        self._timeline = timeline
        self._viewport = viewport
        self._selection = selection
        self._area = area
        self._ruler = ruler
        self._open_source = open_source
        self._tell_area = tell_area
        key = Qt.Key
        self._plain: dict[int, Callable[[], None]] = {
            key.Key_Right: partial(self._step, 1),
            key.Key_Left: partial(self._step, -1),
            key.Key_Down: partial(self._step_lane, 1),
            key.Key_Up: partial(self._step_lane, -1),
            key.Key_Period: partial(self._step_in_lane, 1),
            key.Key_Comma: partial(self._step_in_lane, -1),
            key.Key_Plus: partial(self._zoom, ZOOM_FACTOR),
            key.Key_Equal: partial(self._zoom, ZOOM_FACTOR),
            key.Key_Minus: partial(self._zoom, 1 / ZOOM_FACTOR),
            key.Key_Home: viewport.show_all,
            key.Key_F: self.fit,
            key.Key_M: ruler.begin,
            key.Key_PageDown: partial(scroll_pages, PAGE),
            key.Key_PageUp: partial(scroll_pages, -PAGE),
            key.Key_BracketLeft: partial(self._bound, -1),
            key.Key_BracketRight: partial(self._bound, 1),
            key.Key_Return: self._open,
            key.Key_Enter: self._open,
        }
        self._shifted: dict[int, Callable[[], None]] = {
            key.Key_Right: partial(self._pan, PAN_SHARE),
            key.Key_Left: partial(self._pan, -PAN_SHARE),
            key.Key_Plus: partial(self._zoom, ZOOM_FACTOR),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks; False if it asks nothing here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape:
            action = self._way_out()
        elif modifiers == Qt.KeyboardModifier.NoModifier:
            action = self._plain.get(event.key())
        elif modifiers == Qt.KeyboardModifier.ShiftModifier:
            action = self._shifted.get(event.key())
        else:
            action = None
        if action is None:
            return False
        action()
        return True

    def fit(self) -> None:
        """Have the marked area in view, or all the time that the selected event may cover, with room."""
        if self._area.current is not None:
            self._area.fly_to()
            return
        row = self._timeline.row_of(self._selection.current)
        if row is None or self._timeline.stage is None:
            return
        index = self._timeline.stage.index
        lasts = int(index.flags[row]) & DateFlag.SPAN
        start, end = float(index.earliest[row]), float(index.latest[row])
        self._viewport.fly_to_fit(start, end, SPAN_ROOM if lasts else MOMENT_ROOM)

    def _step(self, step: int) -> None:
        self._select(self._timeline.next_event(self._selection.current, step))

    def _step_lane(self, step: int) -> None:
        self._select(self._timeline.event_in_next_lane(self._selection.current, step))

    def _step_in_lane(self, step: int) -> None:
        self._select(self._timeline.next_in_lane(self._selection.current, step))

    def _select(self, event_id: int | None) -> None:
        extent = None if event_id is None else self._timeline.extent_of(event_id)
        if extent is not None:
            self._selection.select(event_id)
            self._viewport.fly_to_extent(extent)

    def _zoom(self, factor: float) -> None:
        """About the selected event while it is in view, else about the middle."""
        view = self._viewport.goal
        about = (view.start + view.end) / 2
        row = self._timeline.row_of(self._selection.current)
        if row is not None and self._timeline.stage is not None:
            day = float(self._timeline.stage.index.position[row])
            about = day if view.start <= day <= view.end else about
        self._viewport.fly_zoom(factor, about)

    def _pan(self, share: float) -> None:
        view = self._viewport.goal
        self._viewport.fly_to(view.start + share * view.days, view.end + share * view.days)

    def _bound(self, side: int) -> None:
        """Begin (-1) or end (1) the area at the selected event, or at the edge of the view without one."""
        view, area = self._viewport.goal, self._area.current
        event_id = self._selection.current
        extent = None if event_id is None else self._timeline.extent_of(event_id)
        first, last = (view.start, view.end) if area is None else (area.start, area.end)
        if side < 0:
            first = view.start if extent is None else extent.likely_start
            # Without an end after it, the area is the event itself.
            last = last if last > first or extent is None else extent.likely_end
        else:
            last = view.end if extent is None else extent.likely_end
            first = first if first < last or extent is None else extent.likely_start
        self._area.mark(first, last)
        self._tell_area()

    def _way_out(self) -> Callable[[], None] | None:
        """What Esc takes away first."""
        if self._ruler.current is not None:
            return self._ruler.clear
        if self._area.current is not None:
            return self._area.clear
        stage = self._timeline.stage
        return self._timeline.end_check if stage is not None and stage.check is not None else None

    def _open(self) -> None:
        if self._ruler.measuring:
            self._ruler.take_selected()
            return
        if self._area.current is not None:
            self._area.fly_to()
            return
        if self._selection.current is not None:
            self._open_source(self._selection.current)
