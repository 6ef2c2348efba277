"""A tested claim and the breaks in method, drawn over the lines of a plot."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.domain.periods import period_in_words
from explorer.domain.series import Series
from explorer.timeline.drawn_check import CheckPoint, DrawnCheck, Span, Threshold
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.curves import Bounded

TEXT = 11.5
RADIUS = 4.5
RING = 1.5
GUIDE = 1.0
BAR = 2.0
GAP = 5.0
BEHIND = 9.0
"""How far behind the later point the distance worked is drawn."""
DASH = (4.0, 3.0)


class Overlay(Bounded):
    """Painted in logical pixels of its widget, whatever the plot's scale."""

    def __init__(self, theme: Theme, ground: str) -> None:
        super().__init__()
        self._theme = theme
        self._ground = ground
        self._taken: list[QRectF] = []

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget) -> None:
        """Map days and values to pixels and draw there."""
        placed = painter.transform()
        painter.setTransform(QTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._taken = []
        self.draw(painter, placed, self.getViewBox().sceneBoundingRect())

    def draw(self, painter: QPainter, placed: QTransform, area: QRectF) -> None:
        """Draw within ``area``; ``placed`` maps days and values. Nothing, unless there is something."""

    def write(
        self,
        painter: QPainter,
        text: str,
        places: Iterable[QPointF],
        colour: QColor,
        font: QFont,
        area: QRectF,
    ) -> None:
        """Write a text at the first of some places (its upper left corner) where it covers no other text.

        Where each of them covers one it goes to the last; it always stays within the area. Its ground is
        veiled, so that lines below it do not cross it.
        """
        metrics = QFontMetricsF(font)
        width, height = metrics.horizontalAdvance(text), metrics.height()
        box = QRectF()
        for place in places:
            box = QRectF(place.x(), place.y(), width, height)
            box.moveLeft(min(max(box.left(), area.left() + 2), max(area.right() - width - 2, area.left())))
            box.moveTop(min(max(box.top(), area.top()), max(area.bottom() - height, area.top())))
            if not any(box.intersects(taken) for taken in self._taken):
                break
        veil = QColor(self._theme.colour(self._ground))
        veil.setAlphaF(0.8)
        painter.fillRect(box.adjusted(-2, 0, 2, 0), veil)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        self._taken.append(box)


class CheckMarks(Overlay):
    """The figures that a test read as points, the number claimed as a dashed line, and what was worked."""

    def __init__(self, check: DrawnCheck, theme: Theme, ground: str = "canvas") -> None:
        super().__init__(theme, ground)
        self._check = check

    def draw(self, painter: QPainter, placed: QTransform, area: QRectF) -> None:
        """The threshold below, guides and distance over it, points and texts on top."""
        check, theme = self._check, self._theme
        radius = theme.size(10) * RADIUS / 10
        self._taken = [
            QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            for at in (placed.map(QPointF(point.day, point.value)) for point in check.points)
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if check.threshold is not None:
            self._draw_threshold_line(painter, placed, area, check.threshold)
        self._draw_guides(painter, placed, area, check.points)
        if check.span is not None:
            self._draw_span(painter, placed, area, check.span)
        for point in check.points:
            self._draw_point(painter, placed, area, point, radius)
        if check.threshold is not None:
            self._name_threshold(painter, placed, area, check.threshold)

    def _draw_threshold_line(
        self, painter: QPainter, placed: QTransform, area: QRectF, threshold: Threshold
    ) -> None:
        y = placed.map(QPointF(0, threshold.value)).y()
        painter.setPen(_dashed(self._theme.colour("bad"), GUIDE * self._theme.scale))
        painter.drawLine(QLineF(area.left(), y, area.right(), y))

    def _name_threshold(
        self, painter: QPainter, placed: QTransform, area: QRectF, threshold: Threshold
    ) -> None:
        theme = self._theme
        font = theme.font(TEXT)
        height = QFontMetricsF(font).height()
        y = placed.map(QPointF(0, threshold.value)).y()
        first = min(placed.map(QPointF(point.day, point.value)).x() for point in self._check.points)
        left = area.left() + GAP * theme.scale
        beside = first + area.width() * 0.1
        places = [QPointF(x, top) for x in (left, beside, area.right()) for top in (y - height, y + 1)]
        self.write(painter, threshold.text, places, theme.colour("bad"), font, area)

    def _draw_guides(
        self, painter: QPainter, placed: QTransform, area: QRectF, points: Sequence[CheckPoint]
    ) -> None:
        accent = self._theme.colour("accent")
        painter.setPen(_dashed(accent, GUIDE * self._theme.scale))
        foot = min(placed.map(QPointF(0, 0)).y(), area.bottom())
        for point in points:
            at = placed.map(QPointF(point.day, point.value))
            painter.drawLine(QLineF(at.x(), at.y(), at.x(), foot))

    def _draw_span(self, painter: QPainter, placed: QTransform, area: QRectF, span: Span) -> None:
        theme = self._theme
        accent = theme.colour("accent")
        low, high = (placed.map(QPointF(span.day, value)) for value in (span.low, span.high))
        x = min(low.x() + BEHIND * theme.scale, area.right() - GAP)
        painter.setPen(_dashed(accent, GUIDE * theme.scale))
        for end in self._check.points:
            at = placed.map(QPointF(end.day, end.value))
            painter.drawLine(QLineF(at.x(), at.y(), x, at.y()))
        painter.setPen(QPen(accent, BAR * theme.scale))
        painter.drawLine(QLineF(x, low.y(), x, high.y()))
        font = theme.font(TEXT + 1.5, bold=True)
        metrics = QFontMetricsF(font)
        width, middle = metrics.horizontalAdvance(span.text), (low.y() + high.y() - metrics.height()) / 2
        gap = GAP * theme.scale
        places = (QPointF(x + gap, middle), QPointF(x - gap - width, middle), QPointF(x + gap, high.y()))
        self.write(painter, span.text, places, accent, font, area)

    def _draw_point(
        self, painter: QPainter, placed: QTransform, area: QRectF, point: CheckPoint, radius: float
    ) -> None:
        theme = self._theme
        accent = theme.colour("accent")
        at = placed.map(QPointF(point.day, point.value))
        painter.setPen(QPen(accent if not point.firm else theme.colour(self._ground), RING * theme.scale))
        painter.setBrush(accent if point.firm else theme.colour(self._ground))
        painter.drawEllipse(at, radius, radius)
        font = theme.font(TEXT, bold=True)
        metrics = QFontMetricsF(font)
        width, height, gap = metrics.horizontalAdvance(point.text), metrics.height(), GAP * theme.scale
        above, below, left = at.y() - radius - height, at.y() + radius, at.x() - radius - gap - width
        places = (
            QPointF(left, above + height / 2),
            QPointF(at.x() - width, above),
            QPointF(left, at.y() - height / 2),
            QPointF(left, below),
            QPointF(at.x() + radius + 3 * gap, below),
        )
        self.write(painter, point.text, places, theme.colour("ink"), font, area)


class BreakMarks(Overlay):
    """A line across the plot where a series begins to be counted in another way."""

    def __init__(self, series: Sequence[Series], theme: Theme, ground: str = "canvas") -> None:
        super().__init__(theme, ground)
        self._breaks = tuple(dict.fromkeys((each.day, each.period) for one in series for each in one.breaks))

    def draw(self, painter: QPainter, placed: QTransform, area: QRectF) -> None:
        """Each break in view, named by its period."""
        theme = self._theme
        font = theme.font(TEXT - 1)
        muted = theme.colour("muted")
        for day, period in self._breaks:
            x = placed.map(QPointF(day, 0)).x()
            if not area.left() <= x <= area.right():
                continue
            pen = QPen(muted, GUIDE * theme.scale, Qt.PenStyle.DashDotLine)
            painter.setPen(pen)
            painter.drawLine(QLineF(x, area.top(), x, area.bottom()))
            text = self.tr("break {period}").format(period=period_in_words(period))
            top = area.top() + 1
            self.write(painter, text, (QPointF(x + 4, top), QPointF(x + 4, top + 14)), muted, font, area)


class ScaleNumbers(Overlay):
    """The numbers of the scales beside the first, at the right edge, a column a unit.

    ``columns`` has for each unit its colour, and of its ticks the height (as a value of the first) and text.
    """

    def __init__(
        self,
        columns: Sequence[tuple[QColor, Sequence[tuple[float, str]]]],
        theme: Theme,
        ground: str = "canvas",
    ) -> None:
        super().__init__(theme, ground)
        self._columns = columns

    def draw(self, painter: QPainter, placed: QTransform, area: QRectF) -> None:
        """Each number half-way beside its value; one that has no room is left out."""
        font = self._theme.font(TEXT, bold=True)
        metrics = QFontMetricsF(font)
        right = area.right() - GAP
        for colour, ticks in self._columns:
            widths = [metrics.horizontalAdvance(text) for _, text in ticks]
            for (value, text), width in zip(ticks, widths, strict=True):
                top = placed.map(QPointF(0, value)).y() - metrics.height() / 2
                if area.top() <= top <= area.bottom() - metrics.height():
                    self.write(painter, text, (QPointF(right - width, top),), colour, font, area)
            right -= max(widths, default=0.0) + 2 * GAP


def _dashed(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setDashPattern(DASH)
    return pen
