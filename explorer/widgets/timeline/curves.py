"""Lines, areas and points of series as pyqtgraph draws them, on any plot whose x axis is days."""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from explorer.domain.event import Status
from explorer.domain.series import Series
from explorer.timeline.series import Segment
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.fragments import draw_lines
from explorer.widgets.timeline.strokes import within

PEN = 1.8
POINT = 6
AREA_TINT = 0.40
AREA_DEPTH = -5


class Bounded(pg.GraphicsObject):  # type: ignore[misc]
    """Part of an item whose bounds do not follow the view, as they would be asked for twenty times a frame.

    The plot's ranges are locked, so that nothing is made of the bounds but the choice of what to paint.
    """

    EVERYWHERE = QRectF(-1e8, -1e12, 2e8, 2e12)
    """In days and values."""

    def boundingRect(self) -> QRectF:
        """More than all there is."""
        return self.EVERYWHERE


class Area(Bounded, pg.PlotCurveItem):  # type: ignore[misc]
    """The area below a curve."""


class Points(Bounded, pg.ScatterPlotItem):  # type: ignore[misc]
    """Figures as points."""

    def paint(self, painter: QPainter, *args: object) -> None:
        """Those in view, if there are any."""
        days, _ = self.getData()
        first, last = self.getViewBox().viewRange()[0]
        if ((days >= first) & (days <= last)).any():
            super().paint(painter, *args)


class Line(Bounded, pg.PlotCurveItem):  # type: ignore[misc]
    """A curve that is stroked in device pixels: Qt takes ten times as long where its painter is scaled.

    ``joined`` says of each point whether a line leads from it to the next one.
    """

    def __init__(
        self, days: NDArray[np.float64], values: NDArray[np.float64], joined: NDArray[np.bool_], pen: QPen
    ) -> None:
        super().__init__(days, values, pen=pen, connect=joined.astype(np.int32), antialias=True)
        ends = np.flatnonzero(joined)
        self._ends = np.column_stack((days[ends], values[ends], days[ends + 1], values[ends + 1]))
        self._pen = pen
        if pen.style() == Qt.PenStyle.SolidLine:
            # Ends that overlap would be seen as dark points.
            self._pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self._period = sum(pen.dashPattern()) * pen.widthF()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, widget: QWidget) -> None:
        """The lines in view."""
        first, last = self.getViewBox().viewRange()[0]
        lines = self._ends[(self._ends[:, 2] >= first) & (self._ends[:, 0] <= last)]
        if not len(lines):
            return
        ratio, reach = widget.devicePixelRatioF(), self._pen.widthF()
        placed = painter.transform()
        lines = lines * (placed.m11(), placed.m22(), placed.m11(), placed.m22())
        lines += (placed.dx(), placed.dy(), placed.dx(), placed.dy())
        lines *= ratio
        painter.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        draw_lines(painter, within(lines, -reach, widget.width() * ratio + reach, self._period))


def add_segment(
    box: pg.ViewBox,
    series: Series,
    segment: Segment,
    colour: QColor,
    theme: Theme,
    pen_width: float,
    *,
    area: bool,
) -> None:
    """Draw a run of figures into a view box: firm lines, dashes where a figure is not checked, points.

    ``pen_width`` is in device pixels.
    """
    days, values = segment.day, segment.value
    sure = np.array([series.observations[at].status == Status.CHECKED for at in segment.observation])
    if area and len(days) > 1:
        fill = Area(days, values, pen=None, fillLevel=0, brush=theme.blend(colour, AREA_TINT))
        # Below the lines of all series: it would hide those that run through it.
        fill.setZValue(AREA_DEPTH)
        box.addItem(fill, ignoreBounds=True)
    firm = np.append(sure[1:] & sure[:-1], False)
    loose = np.append(~(sure[1:] & sure[:-1]), False)
    for joined, style in ((firm, Qt.PenStyle.SolidLine), (loose, Qt.PenStyle.DashLine)):
        if joined.any():
            pen = pg.mkPen(colour, width=pen_width, style=style)
            box.addItem(Line(days, values, joined, pen), ignoreBounds=True)
    alone = np.full(len(days), len(days) == 1)
    for shown, brush in ((alone & sure, colour), (~sure, theme.colour("canvas"))):
        if shown.any():
            points = Points(size=POINT, pen=pg.mkPen(colour, width=1.5), brush=pg.mkBrush(brush))
            points.setData(x=days[shown], y=values[shown])
            box.addItem(points, ignoreBounds=True)
