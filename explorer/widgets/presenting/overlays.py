"""What lies over the stage: a black or white curtain, a spotlight, and what is drawn by hand."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QCursor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from explorer.widgets.theme import ThemeHolder

FOLLOW_MS = 16
LIGHT = 0.22
"""Radius of the spotlight beside the height of the stage."""
VEIL = 0.72
PEN = 0.14
"""Width of what is drawn by hand, beside the size of the type."""


class Curtain(QWidget):
    """Hides the stage behind black or white, so that the class looks at the teacher."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor(Qt.GlobalColor.black)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.hide()

    @property
    def is_white(self) -> bool:
        """Whether it is the white one."""
        return self._colour == QColor(Qt.GlobalColor.white)

    def toggle(self, *, white: bool) -> None:
        """Draw the curtain of a colour, or open it where it is that one."""
        if self.isVisible() and self.is_white == white:
            self.hide()
            return
        self._colour = QColor(Qt.GlobalColor.white if white else Qt.GlobalColor.black)
        self.setAccessibleName(self.tr("White screen") if white else self.tr("Black screen"))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One colour."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._colour)


class Spotlight(QWidget):
    """Darkens all but what is about the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._at = QPoint()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self._follow)
        self.hide()

    def shine(self, *, on: bool) -> None:
        """Switch it on where the pointer is, or off."""
        if on == self.isVisible():
            return
        self.setVisible(on)
        if on:
            self.raise_()
            self._follow()
            self._timer.start()
        else:
            self._timer.stop()

    def look_at(self, place: QPoint) -> None:
        """Shine on a point of the stage."""
        if place != self._at:
            reach = self._radius() + 2
            for spot in (self._at, place):
                self.update(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach)
            self._at = place

    def paintEvent(self, event: QPaintEvent) -> None:
        """A veil with a round hole."""
        radius = self._radius()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            veil = QPainterPath()
            veil.addRect(QRectF(event.rect()))
            hole = QPainterPath()
            hole.addEllipse(QPointF(self._at), radius, radius)
            dark = QColor(Qt.GlobalColor.black)
            dark.setAlphaF(VEIL)
            painter.fillPath(veil.subtracted(hole), dark)

    def _radius(self) -> int:
        return round(self.height() * LIGHT)

    def _follow(self) -> None:
        self.look_at(self.mapFromGlobal(QCursor.pos()))


class Ink(QWidget):
    """Takes the mouse, a pen or a finger, and draws with it; what was drawn stays until it is cleared."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._strokes: list[QPolygonF] = []
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Drawing on the screen"))
        self.set_drawing(on=False)
        self.hide()

    @property
    def strokes(self) -> int:
        """How many strokes there are."""
        return len(self._strokes)

    @property
    def drawing(self) -> bool:
        """Whether it takes the pointer."""
        return not self.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_drawing(self, *, on: bool) -> None:
        """Take the pointer, or leave it to the stage below; what was drawn stays in sight."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not on)
        self.setVisible(on or bool(self._strokes))
        if on:
            self.raise_()

    def clear(self) -> None:
        """Wipe everything off, and put the pen down."""
        self._strokes.clear()
        self.set_drawing(on=False)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins; a press without a move is a dot."""
        self._strokes.append(QPolygonF([event.position(), event.position() + QPointF(0.1, 0)]))
        self._touch(event.position(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self._strokes and event.buttons():
            stroke = self._strokes[-1]
            self._touch(stroke.last(), event.position())
            stroke.append(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The stroke ends."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All strokes."""
        theme = self._look.theme
        pen = QPen(theme.colour("bad"), theme.least * PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            for stroke in self._strokes:
                painter.drawPolyline(stroke)

    def _touch(self, first: QPointF, last: QPointF) -> None:
        reach = self._look.theme.least * PEN + 2
        self.update(QRectF(first, last).normalized().adjusted(-reach, -reach, reach, reach).toAlignedRect())
