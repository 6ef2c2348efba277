"""What lies over a timeline while a class reveals it: the "now" line, and covers right of it."""

from math import isfinite

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from explorer.domain.words import in_words
from explorer.viewmodels.reveal import Hidden, Reveal, RevealModel
from explorer.viewmodels.summary import DAYS_BY_UNIT, edtf_of
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.timeline.geometry import Box
from explorer.widgets.timeline.view import TimelineView

LINE = 2
HANDLE_HEIGHT = 22
HANDLE_AIR = 9
KEY_SHARE = 0.02


class Cover(QWidget):
    """Hides a box of the canvas, from the pointer as well."""

    def __init__(self, look: ThemeHolder, view: TimelineView) -> None:
        super().__init__(view)
        self._look = look
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    def say(self, text: str) -> None:
        """Stand here with a few words, where there is room for them."""
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint over everything."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour("canvas"))
            painter.fillRect(self.rect(), theme.blend(theme.colour("line"), 0.35))
            painter.setFont(theme.font(12))
            painter.setPen(theme.colour("muted"))
            if painter.fontMetrics().horizontalAdvance(self._text) < self.width() - theme.size(8):
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class Line(QWidget):
    """The line itself; the pointer goes through it."""

    def __init__(self, look: ThemeHolder, view: TimelineView) -> None:
        super().__init__(view)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it dashed: it is nothing of the library."""
        with QPainter(self) as painter:
            pen = QPen(self._look.theme.colour("accent"), LINE)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(self.width() / 2, 0), QPointF(self.width() / 2, self.height()))


class Handle(QWidget):
    """By which the line is dragged, or moved with Left and Right."""

    def __init__(self, model: RevealModel, look: ThemeHolder, view: TimelineView) -> None:
        super().__init__(view)
        self._model = model
        self._look = look
        self._view = view
        self._text = ""
        self._grip: float | None = None
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Drag: all before the line is uncovered. Keys: ← and →"))
        self.hide()

    def say(self, text: str) -> None:
        """Stand here with the day, or only "now"."""
        self._text = text
        self.setAccessibleName(self.tr("The line up to which all is uncovered: {day}").format(day=text))
        theme = self._look.theme
        width = QFontMetrics(theme.font(12, bold=True)).horizontalAdvance(text) + 2 * theme.size(HANDLE_AIR)
        self.resize(width, theme.size(HANDLE_HEIGHT))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a field with the words in it."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("ink" if self.hasFocus() else "accent"), 2))
            painter.setBrush(theme.colour("accent"))
            radius = theme.size(5)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
            painter.setFont(theme.font(12, bold=True))
            painter.setPen(theme.colour("on_accent"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position().x() - self.width() / 2

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the line along."""
        if self._grip is not None:
            place = self.mapToParent(event.position()) - QPointF(self._grip, 0)
            box = self._view.picture.geometry.lanes
            x = min(max(self._view.device_point(place).x(), box.x), box.right)
            self._model.draw_line(self._view.day_at(x))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right move the line; other keys are for the timeline."""
        steps = {int(Qt.Key.Key_Left): -KEY_SHARE, int(Qt.Key.Key_Right): KEY_SHARE}
        if event.key() in steps:
            self._model.move_line(steps[event.key()])
        else:
            super().keyPressEvent(event)


class Curtain(QObject):
    """Puts line, handle and covers where they belong on a timeline, while something is hidden."""

    def __init__(self, model: RevealModel, view: TimelineView, look: ThemeHolder) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.bands = Cover(look, view)
        self.series = Cover(look, view)
        self.axis = Cover(look, view)
        # The axis can still be dragged.
        self.axis.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line = Line(look, view)
        self.handle = Handle(model, look, view)
        self._following = False
        model.changed.connect(self._show)
        self._show(model.state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the timeline."""
        if watched is self._view and event.type() in {QEvent.Type.Resize, QEvent.Type.Paint}:
            self._arrange()
        return False

    def _show(self, state: Reveal) -> None:
        wanted = state.hidden is not None
        if wanted != self._following:
            self._following = wanted
            viewport = self._view.viewport_model
            if wanted:
                self._view.installEventFilter(self)
                viewport.changed.connect(self._arrange)
            else:
                self._view.removeEventFilter(self)
                viewport.changed.disconnect(self._arrange)
        for part in (self.bands, self.series, self.axis, self.line, self.handle):
            part.setVisible(wanted)
        if wanted:
            self._arrange()

    def _arrange(self, _viewport: object = None) -> None:
        state, view = self._model.state, self._view
        geometry, viewport = view.picture.geometry, view.viewport_model.viewport
        plot = geometry.lanes
        at = viewport.x(state.now) if isfinite(state.now) else 0.0
        x = plot.x + min(max(at, 0.0), float(plot.width))
        dates, later = state.hidden is Hidden.DATES, state.hidden is Hidden.LATER
        self._cover(self.bands, geometry.bands, x, wanted=dates or later)
        self._cover(self.series, geometry.series, x, wanted=dates or later)
        self._cover(self.axis, geometry.axis, x, wanted=dates)
        self.axis.say(self.tr("Dates are hidden") if dates else "")
        self.bands.say(self.tr("Still to come") if later else "")
        top = view.logical_point(QPointF(x, geometry.bands.y))
        foot = view.logical_point(QPointF(x, geometry.axis.y))
        self.line.setGeometry(QRect(top.x() - LINE, top.y(), 2 * LINE, foot.y() - top.y()))
        self.handle.say(self._words(state))
        left = min(max(top.x() - self.handle.width() // 2, 0), view.width() - self.handle.width())
        self.handle.move(left, foot.y() - self.handle.height() // 2)
        self.line.raise_()
        self.handle.raise_()

    def _cover(self, cover: Cover, box: Box, x: float, *, wanted: bool) -> None:
        """Over a box right of a device column; as far as the edge, where texts may reach."""
        cover.setVisible(wanted and box.height > 0)
        # The first text of an axis may begin before the plot.
        start = 0.0 if cover is self.axis and x <= box.x else x
        corner = self._view.logical_point(QPointF(start, box.y))
        foot = self._view.logical_point(QPointF(box.right, box.y + box.height))
        cover.setGeometry(
            QRect(corner.x(), corner.y(), self._view.width() - corner.x(), foot.y() - corner.y())
        )

    def _words(self, state: Reveal) -> str:
        if state.hidden is Hidden.DATES or not isfinite(state.now):
            return self.tr("now")
        days = self._view.viewport_model.viewport.days
        unit = next((name for name, least in DAYS_BY_UNIT if days >= 8 * least), "days")
        return self.tr("now: {day}").format(day=in_words(edtf_of(state.now, unit)))
