"""What the pointer does: hovering, clicking, dragging."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu

from explorer.domain.words import exactness, in_words
from explorer.timeline.hit import Hit, HitKind
from explorer.viewmodels.ruler import RulerEnd
from explorer.widgets.timeline.eras import era_at
from explorer.widgets.timeline.gestures import (
    DOUBLE_CLICK_FACTOR,
    GRIP,
    AreaGesture,
    FrameGesture,
    Gesture,
    Grip,
    PanGesture,
    ScrollGesture,
    grip_at,
)

if TYPE_CHECKING:
    from explorer.widgets.timeline.view import TimelineView

SAME_TIME = 1.0
"""A cluster shorter than so many days is not torn apart by zooming: it opens a list."""
CLUSTER_AIR = 0.25
DENSITY_FACTOR = 8.0
MOST_LISTED = 30
REACH = 5


class Pointer:
    """Holds the gesture under way and the event below the pointer."""

    def __init__(self, view: "TimelineView") -> None:
        self._view = view
        self._pressed: QPointF | None = None
        self._marks_area = False
        self._gesture: Gesture | None = None
        self._menu: QMenu | None = None

    def press(self, event: QMouseEvent) -> None:
        """A press in the overview or on the scroll bar takes hold at once; elsewhere it may become a drag."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self._view.device_point(event.position())
        self._view.card.hide()
        self._view.viewport_model.stop()
        self._pressed = place
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._marks_area = shifted and self._view.picture.in_plot(place.x(), place.y())
        overview = self._view.picture.geometry.overview
        if overview.contains(place.x(), place.y()):
            self._gesture = self._hold_frame(place)
        elif self._view.picture.on_scroll_bar(place.x(), place.y()):
            self._gesture = ScrollGesture(self._view, *self._view.picture.thumb, place)

    def move(self, event: QMouseEvent) -> None:
        """Drag, or look at what lies here."""
        place = self._view.device_point(event.position())
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self.hover(place)
            return
        if self._gesture is None and self._pressed is not None:
            far = (place - self._pressed).manhattanLength() / self._view.picture.geometry.ratio
            if far >= QApplication.startDragDistance():
                self._gesture = self._begin_drag(self._pressed)
        if self._gesture is not None:
            self._gesture.move(place)

    def release(self, event: QMouseEvent) -> None:
        """End the drag, or click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        gesture, self._gesture = self._gesture, None
        pressed, self._pressed = self._pressed, None
        place = self._view.device_point(event.position())
        if gesture is not None:
            gesture.end()
            if isinstance(gesture, AreaGesture):
                self._view.tell_area()
        elif pressed is not None:
            self._click(place, event.globalPosition().toPoint())
        self.hover(place)

    def end_here(self, place: QPointF) -> RulerEnd | None:
        """The end of a ruler that the pointer means: an event, else a day; None beside the plot."""
        view = self._view
        if not view.picture.in_plot(place.x(), place.y()):
            return None
        day = view.day_at(place.x())
        hit = view.picture.hit(place.x(), place.y(), REACH)
        if hit is not None and hit.row is not None:
            return view.ruler.end_at_event(view.timeline.id_of(hit.row), day)
        return view.ruler.end_at_day(day)

    def double_click(self, event: QMouseEvent) -> None:
        """Zoom in on what is here; the first of the two clicks has selected it already."""
        place = self._view.device_point(event.position())
        picture = self._view.picture
        if event.button() != Qt.MouseButton.LeftButton or not picture.in_plot(place.x(), place.y()):
            return
        if self._view.ruler.measuring:
            return
        hit = picture.hit(place.x(), place.y(), REACH)
        day = self._view.day_at(place.x())
        stage = self._view.timeline.stage
        if hit is not None and hit.row is not None and stage is not None:
            day = float(stage.index.position[hit.row])
        self._view.viewport_model.fly_zoom(DOUBLE_CLICK_FACTOR, day)

    def leave(self) -> None:
        """The pointer has left the canvas."""
        self._view.card.hide()
        self._view.point_out_values(None)
        self._view.set_hovered(None)

    def hover(self, place: QPointF) -> None:
        """Say what lies under the pointer."""
        view = self._view
        picture = view.picture
        geometry = picture.geometry
        shape = Qt.CursorShape.ArrowCursor
        row: int | None = None
        shown = False
        if geometry.overview.contains(place.x(), place.y()):
            shape = self._overview_cursor(place.x())
        elif geometry.bands.contains(place.x(), place.y()):
            shown = self._describe_era(place)
        elif geometry.series.contains(place.x(), place.y()):
            shown = view.point_out_values(place)
        elif geometry.lanes.contains(place.x(), place.y()):
            hit = picture.hit(place.x(), place.y(), REACH)
            if hit is not None:
                shape = Qt.CursorShape.PointingHandCursor
                row = hit.row
                shown = self._describe(hit, place)
        elif place.x() < geometry.lanes.x and geometry.lanes.y <= place.y() < geometry.lanes.bottom:
            shown = self._describe_lane(place)
        if not geometry.series.contains(place.x(), place.y()):
            view.point_out_values(None)
        if not shown:
            view.card.hide()
        end = self.end_here(place) if view.ruler.measuring else None
        if end is not None:
            shape = Qt.CursorShape.CrossCursor
            view.ruler.try_end(end)
        view.set_hovered(row)
        view.setCursor(shape)

    def _describe_era(self, place: QPointF) -> bool:
        """Also where its band is too narrow for its name."""
        view = self._view
        scene = view.picture.scene()
        era = None if scene is None else era_at(scene, place.x(), place.y())
        if era is None:
            return False
        row = view.wording.band(era.band)
        text = view.tr("{band}, {date}").format(band=row, date=in_words(era.start, era.end))
        view.card.show_at(view.logical_point(place), era.title, text)
        return True

    def _describe_lane(self, place: QPointF) -> bool:
        """Also what is not drawn of it."""
        view, scene = self._view, self._view.picture.scene()
        if scene is None:
            return False
        for lane, record in enumerate(scene.stage.contents.themes):
            top, foot = view.picture.lane_rows(lane)
            if top <= place.y() < foot:
                hidden = scene.hidden_rows(lane)
                text = view.wording.lane(scene.stage.lanes[lane], scene.frame.counts, lane, hidden)
                view.card.show_at(view.logical_point(place), record.name, text)
                return True
        return False

    def _describe(self, hit: Hit, place: QPointF) -> bool:
        view = self._view
        spot = view.logical_point(place)
        if hit.row is None:
            text = self.many_text(hit)
            view.card.show_at(spot, text, view.tr("Click to zoom in"))
            return True
        titles = view.timeline.titles
        event_id = view.timeline.id_of(hit.row)
        heading = titles.heading(event_id)
        if heading is not None:
            date = view.tr("{date}, {exactness}").format(
                date=in_words(heading.start, heading.end), exactness=exactness(heading.start, heading.end)
            )
            view.card.show_at(spot, heading.title, date)
            return True
        title = titles.title(event_id)
        if title is not None:
            view.card.show_at(spot, title, "")
        return title is not None

    def many_text(self, hit: Hit) -> str:
        """How many events stand where there is no mark for each."""
        if hit.count == 1:
            return self._view.tr("1 event")
        return self._view.tr("%n events close together", "", hit.count)

    def _click(self, place: QPointF, screen: QPoint) -> None:
        end = self.end_here(place) if self._view.ruler.measuring else None
        if end is not None:
            self._view.ruler.set_end(end)
            return
        hit = self._view.picture.hit(place.x(), place.y(), REACH)
        if hit is None:
            return
        if hit.row is not None:
            self._view.selection.select(self._view.timeline.id_of(hit.row))
        elif hit.kind == HitKind.DENSITY:
            self._view.viewport_model.fly_zoom(DENSITY_FACTOR, (hit.first + hit.last) / 2)
        else:
            self._open_cluster(hit, screen)

    def _open_cluster(self, hit: Hit, screen: QPoint) -> None:
        if hit.last - hit.first >= SAME_TIME:
            air = (hit.last - hit.first) * CLUSTER_AIR
            self._view.viewport_model.fly_to(hit.first - air, hit.last + air)
            return
        self._menu = QMenu(self._view)
        for event_id in self._view.timeline.events_between(hit.lane, hit.first, hit.last, MOST_LISTED):
            entry = self._menu.addAction(self._view.timeline.titles.title(event_id) or "")
            entry.setData(event_id)
        self._menu.triggered.connect(self._choose)
        self._menu.popup(screen)

    def _choose(self, entry: QAction) -> None:
        self._view.selection.select(entry.data())

    def _begin_drag(self, pressed: QPointF) -> Gesture:
        view = self._view
        if self._marks_area:
            view.setCursor(Qt.CursorShape.SizeHorCursor)
            return AreaGesture(view, view.area, pressed)
        view.setCursor(Qt.CursorShape.ClosedHandCursor)
        return PanGesture(view, pressed)

    def _hold_frame(self, place: QPointF) -> Gesture:
        view = self._view
        model, picture = view.viewport_model, view.picture
        box, whole = picture.geometry.overview, picture.whole
        grip = grip_at(place.x() - box.x, picture.frame_columns, GRIP * picture.geometry.ratio)
        if grip == Grip.NONE:
            day = whole.day(place.x() - box.x)
            days = model.viewport.days
            model.show(day - days / 2, day + days / 2)
            grip = Grip.WHOLE
        return FrameGesture(model, box, whole, grip, place)

    def _overview_cursor(self, x: float) -> Qt.CursorShape:
        picture = self._view.picture
        grip = grip_at(x - picture.geometry.overview.x, picture.frame_columns, GRIP * picture.geometry.ratio)
        if grip in {Grip.START, Grip.END}:
            return Qt.CursorShape.SizeHorCursor
        return Qt.CursorShape.OpenHandCursor if grip == Grip.WHOLE else Qt.CursorShape.PointingHandCursor
