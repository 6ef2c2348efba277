"""The timeline canvas: takes what the person does, shows the picture."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from explorer.timeline.frame import Frame
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.area import Area, AreaModel
from explorer.viewmodels.ruler import Ruler, RulerModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import Stage, TimelineModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.timeline.accessible import TimelineAccess, install_accessible
from explorer.widgets.timeline.area import caption_room, paint_area
from explorer.widgets.timeline.beyond import BeyondPainter
from explorer.widgets.timeline.geometry import WINDOW, Plan
from explorer.widgets.timeline.gestures import native_gesture, turn_wheel
from explorer.widgets.timeline.held import HeldKeys
from explorer.widgets.timeline.hover import HoverCard
from explorer.widgets.timeline.keys import Keys
from explorer.widgets.timeline.menus import MarginMenus
from explorer.widgets.timeline.picture import Picture
from explorer.widgets.timeline.pointer import Pointer
from explorer.widgets.timeline.ruler import paint_ruler
from explorer.widgets.timeline.series_host import SeriesHost
from explorer.widgets.timeline.wording import Wording

SHORTCUT_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
MARGIN_REST_MS = 150
"""The numbers in the margin follow when the view has stood for so long."""
MARGIN_AIR = 2
"""So far the left margin ends before the plot and the axis: both may begin between two logical pixels."""


class TimelineView(QWidget):
    """Era bands, lanes, figures, axis and overview on one x axis.

    ``source_asked`` carries the id of the event whose source is to be opened. ``first_painted`` comes once,
    from within the first paint of a library.
    """

    source_asked = Signal(object)
    first_painted = Signal(object)

    def __init__(
        self,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        area: AreaModel,
        ruler: RulerModel,
        look: ThemeHolder,
        parent: QWidget | None = None,
        plan: Plan = WINDOW,
    ) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self.viewport_model = viewport
        self.selection = selection
        self.area = area
        self.ruler = ruler
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(
            self.tr(
                "Left and right: previous and next event. Comma and full stop: within the lane. "
                "Up and down: lane. Enter: open the source. Question mark: all keys."
            )
        )
        self.wording = Wording()
        self.picture = Picture(timeline, viewport, selection, look, self.wording, plan)
        self.card = HoverCard(look, self)
        self.menus = MarginMenus(timeline, look, self.wording, self)
        self._series = SeriesHost(timeline, self)
        given = (self.scroll_pages, self.source_asked.emit, self.tell_area)
        self._keys = Keys(timeline, viewport, selection, area, ruler, *given)
        self._held = HeldKeys(viewport)
        self._pointer = Pointer(self)
        self._focus_shown = False
        self._begun = False
        self._counts = BeyondPainter(self.wording)
        self._stage: Stage | None = None
        self._beyond: tuple[int, ...] = ()
        self._plot = QRegion()
        self._margin_timer = QTimer(self, singleShot=True, interval=MARGIN_REST_MS)
        self._margin_timer.timeout.connect(self._paint_margin)
        self._idle = QTimer(self, singleShot=True, interval=0)
        self._idle.timeout.connect(self._advance)
        install_accessible()
        self.access = TimelineAccess(self)
        viewport.changed.connect(self._follow_viewport)
        timeline.changed.connect(self._show_stage)
        timeline.framed.connect(self._note_frame)
        timeline.titles.arrived.connect(self._refresh)
        selection.changed.connect(self._show_selection)
        area.changed.connect(self._show_marked)
        ruler.changed.connect(self._show_marked)
        look.changed.connect(self._dress)
        self._lay_out()

    # What others may ask

    def day_at(self, x: float) -> float:
        """The day at a device column of the canvas."""
        return self.viewport_model.viewport.day(x - self.picture.geometry.lanes.x)

    def device_point(self, place: QPointF) -> QPointF:
        """A point of the widget in the picture's device pixels."""
        return place * self.picture.geometry.ratio - self.pixel_shift()

    def logical_point(self, place: QPointF) -> QPoint:
        """A device pixel of the picture in the widget's own measure."""
        return ((place + self.pixel_shift()) / self.picture.geometry.ratio).toPoint()

    def shows_event(self, event_id: int) -> bool:
        """Whether an event lies in view."""
        box = self.picture.geometry.lanes
        place = self.picture.mark_of(event_id)
        return place is not None and box.contains(place[0], place[1])

    def event_rect(self, event_id: int) -> QRect:
        """Where an event's mark stands on the screen; empty without one."""
        place = self.picture.mark_of(event_id)
        if place is None:
            return QRect()
        x, y, radius = place
        corner = self.logical_point(QPointF(x - radius, y - radius))
        side = round(2 * radius / self.picture.geometry.ratio)
        return QRect(self.mapToGlobal(corner), self.mapToGlobal(corner + QPoint(side, side)))

    def lane_rect(self, lane: int) -> QRect:
        """Where a lane lies on the screen."""
        top, bottom = self.picture.lane_rows(lane)
        corner = self.logical_point(QPointF(0, top))
        foot = self.logical_point(QPointF(self.picture.geometry.lanes.right, bottom))
        return QRect(self.mapToGlobal(corner), self.mapToGlobal(foot))

    def scroll_lanes(self, pixels: float) -> bool:
        """Scroll the lanes down by device pixels; False if all of them are in view anyway."""
        if not self.picture.overflow:
            return False
        self.picture.scroll_to(self.picture.scroll + round(pixels))
        self.update()
        return True

    def over_headers(self, place: QPointF) -> bool:
        """Whether a point lies beside the lanes, where their names stand, or on their scroll bar."""
        box = self.picture.geometry.lanes
        beside = place.x() < box.x or self.picture.on_scroll_bar(place.x(), place.y())
        return beside and box.y <= place.y() < box.bottom

    def scroll_pages(self, pages: float) -> None:
        """Scroll the lanes down by a share of what is seen of them."""
        self.scroll_lanes(pages * self.picture.geometry.lanes.height)

    def fit(self) -> None:
        """Fly to what is in hand, so near that it just fits."""
        self._keys.fit()

    def measure(self) -> None:
        """Begin to measure, with the keyboard here."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ruler.begin()

    def tell_area(self) -> None:
        """Let a screen reader say what has been marked."""
        area = self.area.current
        if area is not None and QAccessible.isActive():
            words = self.tr("{words}, {dates}").format(words=self.wording.area(area), dates=area.dates)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def divide(self, plan: Plan) -> None:
        """Divide the canvas in another way."""
        if plan != self.picture.plan:
            self.picture.plan = plan
            self._lay_out()

    def pixel_shift(self) -> QPointF:
        """Device pixels missing from the widget's corner to a whole one of its window."""
        ratio = self.picture.geometry.ratio
        corner = QPointF(self.mapTo(self.window(), QPoint(0, 0))) * ratio
        return QPointF(round(corner.x()) - corner.x(), round(corner.y()) - corner.y())

    def set_hovered(self, row: int | None) -> None:
        """The event under the pointer, by its row."""
        if row != self.picture.hovered:
            self.picture.hovered = row
            self._refresh()

    def point_out_values(self, place: QPointF | None) -> bool:
        """Show the figures of the period under the pointer; False where there are none."""
        return self._series.point_out(place, self._look.theme)

    # What Qt tells

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in device pixels."""
        if self.picture.geometry.ratio != self.devicePixelRatioF():
            self._lay_out()
        with QPainter(self) as painter:
            ratio = self.picture.geometry.ratio
            painter.scale(1 / ratio, 1 / ratio)
            painter.translate(self.pixel_shift())
            margin = event.region().intersects(self._margin())
            self.picture.paint(painter, margin=margin, focus=self._focus_shown)
            self._paint_over(painter, margin=margin)
        if not self._begun and self.timeline.stage is not None:
            self._begun = True
            self.first_painted.emit(self)
            QTimer.singleShot(0, self._begin_series)
        if self.picture.unfinished:
            self.update()
        elif self.timeline.waiting:
            self._idle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the boxes out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See :class:`HeldKeys` and :class:`Keys`."""
        if not (self._held.press(event) or self._keys.press(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """See :class:`HeldKeys`."""
        if not self._held.release(event):
            super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, pan or scroll."""
        turn_wheel(self, event, self.device_point(event.position()), self.picture.geometry.ratio)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Trackpad gestures arrive here only."""
        if isinstance(event, QNativeGestureEvent):
            return native_gesture(self, event, self.device_point(event.position()))
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag or hover."""
        self._held.point(self._share_at(self.device_point(event.position())))
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go or click."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in."""
        self._pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the pointer."""
        super().leaveEvent(event)
        self._held.point(None)
        self._pointer.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves out of sight."""
        super().hideEvent(event)
        self._held.let_go()
        self._margin_timer.stop()
        self._idle.stop()
        self.viewport_model.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus where the keyboard brought it."""
        super().focusInEvent(event)
        self._focus_shown = event.reason() in SHORTCUT_REASONS
        self.access.tell_selection(self.selection.current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self._held.let_go()
        self._focus_shown = False
        self.update()

    # What the models tell

    def _follow_viewport(self, _viewport: Viewport) -> None:
        self.picture.invalidate()
        self._series.follow()
        self.update(self._plot)

    def _show_stage(self, stage: Stage) -> None:
        known, self._stage = self._stage, stage
        # Rows may have other numbers now.
        self.picture.hovered = None
        if known is not None and stage.differs_in_events_only(known):
            self.picture.invalidate()
            self.update()
            return
        self.setAccessibleName(self.tr("Timeline: {title}").format(title=stage.contents.title))
        self._lay_out()

    def _show_selection(self, event_id: int | None) -> None:
        self.timeline.set_related((), ())
        if event_id is not None:
            self.picture.scroll_to_event(event_id)
        self.picture.invalidate()
        self.update()

    def _note_frame(self, _frame: Frame) -> None:
        """What is not drawn is said in the margin, which is painted anew only when time has come to rest."""
        if self.isVisible():
            self._margin_timer.start()

    def _advance(self) -> None:
        """Between two frames: prepare what the next ones will show."""
        if self.timeline.advance():
            self.picture.invalidate()
            self.update(self._plot)
        elif self.timeline.waiting:
            self._idle.start()

    def _paint_margin(self) -> None:
        frame = self.timeline.frame
        if frame is not None and frame.counts.beyond != self._beyond:
            self.update(self._margin())

    def _show_marked(self, _marked: Area | Ruler | None) -> None:
        self.update()

    def _paint_over(self, painter: QPainter, *, margin: bool) -> None:
        """What the reader has marked lies over the picture."""
        scene, area, ruler = self.picture.scene(), self.area.current, self.ruler.current
        if scene is None:
            return
        if margin and area is None:
            self._beyond = scene.frame.counts.beyond
            self._counts.paint(painter, scene)
        if area is not None:
            paint_area(painter, scene, area, self.wording)
        if ruler is not None:
            paint_ruler(
                painter, scene, ruler, 0.0 if area is None else caption_room(scene, area, self.wording)
            )

    def _margin(self) -> QRect:
        """Where the names of eras, lanes and figures stand, in whole logical pixels."""
        geometry = self.picture.geometry
        edge = self.logical_point(QPointF(geometry.lanes.x, geometry.axis.y))
        return QRect(0, 0, edge.x() - MARGIN_AIR, edge.y() - MARGIN_AIR)

    def _refresh(self, *_: object) -> None:
        self.picture.invalidate_scene()
        self.update()

    def _share_at(self, place: QPointF) -> float | None:
        """How far across the plot a point lies, 0 to 1; None beside it."""
        box = self.picture.geometry.lanes
        return (place.x() - box.x) / box.width if self.picture.in_plot(place.x(), place.y()) else None

    def _begin_series(self) -> None:
        self._series.begin()
        self._lay_out()

    def _dress(self, _theme: Theme) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        self.picture.lay_out(self.width(), self.height(), self.devicePixelRatioF())
        self.menus.place(self.picture.geometry, *self.picture.menu_places())
        self._series.lay_out(self.picture.geometry, self._look.theme)
        # The left margin stays as it is while time moves, but for a text of the axis that may reach into it.
        self._plot = QRegion(self.rect()) - QRegion(self._margin())
        self.update()
