"""The series lane's lines and areas, drawn by pyqtgraph on the canvas' own x axis."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from explorer.domain.event import Status
from explorer.domain.series import Series
from explorer.timeline.series import Segment, segments
from explorer.timeline.viewport import Viewport
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.figures import ValueScale
from explorer.widgets.timeline.fragments import draw_lines
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.strokes import within

PEN = 1.8
POINT = 6
AREA_TINT = 0.40


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


class SeriesPlot(pg.GraphicsView):  # type: ignore[misc]
    """A view box without axes, menu and mouse of its own; the canvas below shows through.

    Its x range is that of the viewport in whole device pixels, its y range that of the :class:`ValueScale`.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setObjectName("series")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        # The cache would be filled with the palette's colour, and the canvas below would not show through.
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        # It is painted whenever the canvas is, and says itself when it has changed otherwise. Following each
        # change of its scene, it would have the canvas painted a second time for every frame.
        self.setViewportUpdateMode(self.ViewportUpdateMode.NoViewportUpdate)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.box = pg.ViewBox(parent=None, border=None, enableMouse=False, enableMenu=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.setCentralItem(self.box)
        self._hover: Points | None = None
        self._pen_width = PEN

    def show_series(
        self, series: Sequence[Series], colours: Sequence[QColor], theme: Theme, ratio: float
    ) -> None:
        """Draw these; the first as an area with its line on top."""
        self.box.clear()
        # pyqtgraph's pens are cosmetic: their width counts device pixels.
        self._pen_width = PEN * ratio
        for order, (one, colour) in reversed([*enumerate(zip(series, colours, strict=True))]):
            for segment in segments(one.observations):
                self._add_segment(one, segment, colour, theme, area=order == 0)
        self._hover = Points(size=POINT + 2, pxMode=True)
        self._hover.hide()
        self.box.addItem(self._hover, ignoreBounds=True)

    def look_at(self, viewport: Viewport, scale: ValueScale, geometry: Geometry, shift: float) -> None:
        """Lock the ranges: the left edge of the widget is ``shift`` device pixels right of the plot's.

        The canvas, which is painted anew after this, has the plot painted with it.
        """
        box, ratio = geometry.series, geometry.ratio
        width, height = self.width() * ratio, self.height() * ratio
        self.box.setRange(
            xRange=(viewport.day(shift), viewport.day(width + shift)),
            yRange=(scale.value(box.y + height), scale.value(box.y)),
            padding=0,
            disableAutoRange=True,
        )

    def point_out(self, points: Sequence[tuple[float, float, QColor]], theme: Theme) -> None:
        """Put a dot on each (day, value), none to take them away."""
        if self._hover is not None:
            self._hover.setData(
                x=[day for day, _, _ in points],
                y=[value for _, value, _ in points],
                brush=[pg.mkBrush(colour) for _, _, colour in points],
                pen=pg.mkPen(theme.colour("canvas"), width=1.5),
            )
            self._hover.setVisible(bool(points))
            self.viewport().update()

    def _add_segment(
        self, series: Series, segment: Segment, colour: QColor, theme: Theme, *, area: bool
    ) -> None:
        days, values = segment.day, segment.value
        sure = np.array([series.observations[at].status == Status.CHECKED for at in segment.observation])
        if area and len(days) > 1:
            fill = Area(days, values, pen=None, fillLevel=0, brush=theme.blend(colour, AREA_TINT))
            self.box.addItem(fill, ignoreBounds=True)
        firm = np.append(sure[1:] & sure[:-1], False)
        loose = np.append(~(sure[1:] & sure[:-1]), False)
        for joined, style in ((firm, Qt.PenStyle.SolidLine), (loose, Qt.PenStyle.DashLine)):
            if joined.any():
                pen = pg.mkPen(colour, width=self._pen_width, style=style)
                self.box.addItem(Line(days, values, joined, pen), ignoreBounds=True)
        alone = np.full(len(days), len(days) == 1)
        for shown, brush in ((alone & sure, colour), (~sure, theme.colour("canvas"))):
            if shown.any():
                points = Points(size=POINT, pen=pg.mkPen(colour, width=1.5), brush=pg.mkBrush(brush))
                points.setData(x=days[shown], y=values[shown])
                self.box.addItem(points, ignoreBounds=True)
