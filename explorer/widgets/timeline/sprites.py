"""Small pictures packed into one: discs, evidence dots."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

WIDTH = 1024
FIRST_HEIGHT = 128

Source = tuple[float, float, float, float]


class Atlas:
    """Sprites in rows of one pixmap that grows as it fills."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._sources: dict[Hashable, Source] = {}
        self._x = self._y = self._row = 0
        self.clear()

    @property
    def pixmap(self) -> QPixmap:
        """The picture that holds all sprites."""
        return self._pixmap

    def clear(self) -> None:
        """Forget all sprites: the look has changed."""
        self._pixmap = QPixmap(WIDTH, FIRST_HEIGHT)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        self._sources.clear()
        self._x = self._y = self._row = 0

    def source(self, key: Hashable, side: int, draw: Callable[[QPainter, QPointF], None]) -> Source:
        """The place of a sprite; ``draw`` paints it about its middle when it is asked for first.

        ``side`` is made odd, so that the sprite has a middle pixel.
        """
        found = self._sources.get(key)
        if found is None:
            side = side | 1
            found = self._sources[key] = self._place(side)
            with QPainter(self._pixmap) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                draw(painter, QPointF(found[0] + side / 2, found[1] + side / 2))
        return found

    def _place(self, side: int) -> Source:
        if self._x + side > WIDTH:
            self._x, self._y, self._row = 0, self._y + self._row, 0
        while self._y + side > self._pixmap.height():
            taller = QPixmap(WIDTH, self._pixmap.height() * 2)
            taller.fill(Qt.GlobalColor.transparent)
            with QPainter(taller) as painter:
                painter.drawPixmap(0, 0, self._pixmap)
            self._pixmap = taller
        place = (float(self._x), float(self._y), float(side), float(side))
        self._x += side
        self._row = max(self._row, side)
        return place


def paint_disc(
    painter: QPainter, middle: QPointF, radius: float, colour: QColor, ground: QColor, ring: float
) -> None:
    """A disc with a ring of the ground colour, so that neighbours separate."""
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius + ring, radius + ring)
    painter.setBrush(colour)
    painter.drawEllipse(middle, radius, radius)


def paint_hollow_disc(
    painter: QPainter, middle: QPointF, radius: float, colour: QColor, ground: QColor, ring: float
) -> None:
    """The outline of a disc: the day is not known."""
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius + ring, radius + ring)
    painter.setPen(QPen(colour, ring * 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius - ring * 0.6, radius - ring * 0.6)


def paint_dot(painter: QPainter, middle: QPointF, radius: float, colour: QColor, *, filled: bool) -> None:
    """An evidence dot; hollow where no source speaks of the event."""
    if filled:
        painter.setBrush(colour)
        painter.drawEllipse(middle, radius, radius)
        return
    painter.setPen(QPen(colour, max(radius * 0.5, 1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)


def paint_split_dot(painter: QPainter, middle: QPointF, radius: float, colour: QColor) -> None:
    """An evidence dot in two halves, one filled: a source disputes."""
    painter.setBrush(colour)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawPie(box, 90 * 16, 180 * 16)
    painter.setPen(QPen(colour, max(radius * 0.4, 1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)
