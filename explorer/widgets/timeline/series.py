"""The series lane's lines and areas, drawn by pyqtgraph on the canvas' own x axis."""

from collections.abc import Sequence
from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsScene, QWidget

from explorer.domain.series import Series
from explorer.timeline.drawn_check import DrawnCheck
from explorer.timeline.series import segments
from explorer.timeline.viewport import Viewport
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.check_marks import BreakMarks, CheckMarks, ScaleNumbers
from explorer.widgets.timeline.curves import PEN, POINT, Points, add_segment
from explorer.widgets.timeline.figures import ValueScale, ValueScales
from explorer.widgets.timeline.geometry import Geometry


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

    def show_series(
        self,
        series: Sequence[Series],
        colours: Sequence[QColor],
        scales: ValueScales,
        check: DrawnCheck | None,
        theme: Theme,
        ratio: float,
    ) -> None:
        """Draw these, the first as an area with its line on top, and over them a claim that is tested.

        The plot has the values of the first scale; those of other units are put as high as their own says.
        """
        self.box.clear()
        # pyqtgraph's pens are cosmetic: their width counts device pixels.
        pen_width = PEN * ratio * theme.stroke
        for order, (one, colour) in reversed([*enumerate(zip(series, colours, strict=True))]):
            factor, offset = scales.on_first(one.unit)
            for segment in segments(one.observations):
                placed = replace(segment, value=segment.value * factor + offset)
                add_segment(self.box, one, placed, colour, theme, pen_width, area=order == 0)
        if any(one.breaks for one in series):
            self.box.addItem(BreakMarks(series, theme), ignoreBounds=True)
        if len(scales.units) > 1:
            self.box.addItem(_numbers(series, colours, scales, theme), ignoreBounds=True)
        if check is not None:
            self.box.addItem(CheckMarks(check, theme), ignoreBounds=True)
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


def _numbers(
    series: Sequence[Series], colours: Sequence[QColor], scales: ValueScales, theme: Theme
) -> ScaleNumbers:
    """The ticks of all scales but the first, each in the colour of the first series of its unit."""
    of_unit = {one.unit: colour for one, colour in reversed([*zip(series, colours, strict=True)])}
    columns = []
    for unit, scale in scales.units[1:]:
        factor, offset = scales.on_first(unit)
        ticks = [
            (value * factor + offset, text)
            for value, text in zip(scale.axis.ticks, scale.axis.texts, strict=True)
            if value
        ]
        columns.append((theme.text_colour(of_unit[unit].name(), "canvas"), ticks))
    return ScaleNumbers(columns, theme)
