"""Spans, months and years as bars; the density strip where events are too many for marks."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPixmap

from explorer.timeline.frame import Bars, BarShape
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.fragments import draw_boxes
from explorer.widgets.timeline.marks import dimmed
from explorer.widgets.timeline.scene import Scene

TINT = 0.30
HEAD = 5.0
CORNER = 6.0
FADE_STEPS = 48
SHADES = 24
DENSE = 64
"""Events a pixel column at which the strip has its full colour."""
STRIP = 14.0


class BarPainter:
    """Paints the bodies of all bars in a few calls, then their ends."""

    def __init__(self) -> None:
        self._look: tuple[Theme, float, tuple[QColor, ...]] | None = None
        self._ends: dict[tuple[int, int, int], QPixmap] = {}
        self._tints: dict[tuple[int, bool], tuple[QColor, QColor]] = {}
        self._fades: dict[tuple[int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Bars, the dim ones first."""
        look = (scene.theme, scene.geometry.unit, scene.lane_colours)
        if look != self._look:
            self._look = look
            self._tints.clear()
            self._ends.clear()
            self._fades.clear()
        bars = scene.frame.bars
        if not len(bars.row):
            return
        edges = _Edges(bars, scene)
        painter.setPen(Qt.PenStyle.NoPen)
        for lit in (False, True):
            for lane in sorted(set(bars.lane[bars.lit == lit].tolist())):
                chosen = np.flatnonzero((bars.lane == lane) & (bars.lit == lit))
                self._paint_lane(painter, scene, edges, chosen, *self._colours(scene, lane, lit=lit))

    def _colours(self, scene: Scene, lane: int, *, lit: bool) -> tuple[QColor, QColor]:
        """The colour of heads and the tint of bodies."""
        found = self._tints.get((lane, lit))
        if found is None:
            colour = dimmed(scene.theme, scene.lane_colours[lane], dim=not lit)
            found = self._tints[lane, lit] = (colour, scene.theme.blend(colour, TINT))
        return found

    def _paint_lane(
        self,
        painter: QPainter,
        scene: Scene,
        edges: "_Edges",
        chosen: NDArray[np.int64],
        colour: QColor,
        tint: QColor,
    ) -> None:
        painter.setBrush(tint)
        draw_boxes(painter, edges.bodies[chosen])
        for one in chosen.tolist():
            left, right, top, height, corner, fade_left, fade_right, shape = edges.rows[one]
            if corner:
                painter.drawPixmap(right - corner, top, self._end(tint, corner, height))
            if fade_left < left:
                place = QRect(fade_left, top, left - fade_left, height)
                painter.drawPixmap(place, self._fade(tint, left=True))
            if right < fade_right:
                place = QRect(right, top, fade_right - right, height)
                painter.drawPixmap(place, self._fade(tint, left=False))
            if shape & BarShape.DASHED:
                self._paint_dashes(
                    painter, scene, QRect(fade_left, top, fade_right - fade_left, height), colour
                )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        draw_boxes(painter, edges.heads[chosen])

    def _end(self, tint: QColor, corner: int, height: int) -> QPixmap:
        key = (tint.rgb(), corner, height)
        made = self._ends.get(key)
        if made is None:
            made = QPixmap(corner, height)
            made.fill(Qt.GlobalColor.transparent)
            with QPainter(made) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(tint)
                painter.drawRoundedRect(-corner, 0, 2 * corner, height, corner, min(corner, height / 2))
            self._ends[key] = made
        return made

    def _fade(self, tint: QColor, *, left: bool) -> QPixmap:
        made = self._fades.get((tint.rgb(), left))
        if made is None:
            clear = QColor(tint)
            clear.setAlpha(0)
            gradient = QLinearGradient(0, 0, FADE_STEPS, 0)
            gradient.setColorAt(0, clear if left else tint)
            gradient.setColorAt(1, tint if left else clear)
            made = QPixmap(FADE_STEPS, 1)
            made.fill(Qt.GlobalColor.transparent)
            with QPainter(made) as painter:
                painter.fillRect(made.rect(), gradient)
            self._fades[tint.rgb(), left] = made
        return made

    @staticmethod
    def _paint_dashes(painter: QPainter, scene: Scene, box: QRect, colour: QColor) -> None:
        pen = QPen(colour, scene.geometry.line())
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(box.topLeft(), QPoint(box.right() + 1, box.top()))
        painter.drawLine(box.bottomLeft(), QPoint(box.right() + 1, box.bottom()))
        painter.setPen(Qt.PenStyle.NoPen)


class _Edges:
    """Whole-pixel edges of all bars.

    ``rows`` has a bar's left, right, top, height, corner (the width of a rounded end or 0), the outer ends of
    its fades, and its shape. ``bodies`` and ``heads`` are float64[bars, 4]: left, top, width, height; the
    width is 0 where there is none.
    """

    def __init__(self, bars: Bars, scene: Scene) -> None:
        origin, first = scene.origin
        unit = scene.geometry.unit
        shape = bars.shape
        left = np.floor(origin + bars.core0)
        right = np.maximum(np.floor(origin + bars.core1), left + max(round(unit * 2), 1))
        length = right - left
        # A side that fades without a range of its own takes the fade from the body.
        borrowed = np.minimum(np.floor(length / 3), round(24 * unit))
        fade_left = np.minimum(np.floor(origin + bars.x0), left)
        own = left - fade_left >= 1
        left = np.where(~own & (shape & BarShape.FADE_LEFT > 0), left + borrowed, left)
        fade_right = np.maximum(np.floor(origin + bars.x1), right)
        own = fade_right - right >= 1
        right = np.where(~own & (shape & BarShape.FADE_RIGHT > 0), right - borrowed, right)
        height = np.maximum(np.round(bars.height), 2)
        top = np.round(first + bars.y - height / 2)
        wide = np.minimum(np.round(CORNER * unit), np.floor(height / 2))
        sharp = (fade_right > right) | (right - left <= 2 * wide)
        corner = np.where(sharp, 0, wide)
        head = np.where(shape & BarShape.HEAD > 0, max(round(HEAD * unit), 2), 0)
        columns = (left, right, top, height, corner, fade_left, fade_right, shape)
        self.rows: list[list[int]] = np.column_stack(columns).astype(np.int64).tolist()
        self.bodies = np.column_stack((left, top, np.maximum(right - left - corner, 0), height))
        self.heads = np.column_stack((left, top, head, height))


def paint_density(painter: QPainter, scene: Scene) -> None:
    """One strip a lane, its shade the logarithm of the events in each pixel column."""
    density = scene.frame.density
    left, top = scene.origin
    height = max(scene.geometry.px(STRIP), 2)
    for lane in np.flatnonzero(density.any(axis=1)):
        shades = shade_table(scene.theme, scene.lane_colours[lane])
        level = np.ceil(np.log2(1 + np.minimum(density[lane], DENSE)) / np.log2(1 + DENSE) * SHADES)
        row = np.ascontiguousarray(shades[level.astype(np.int64)])
        image = QImage(row.data, len(row), 1, len(row) * 4, QImage.Format.Format_ARGB32_Premultiplied)
        y = round(top + int(scene.frame.lanes.baseline[lane]) - height / 2)
        painter.drawImage(QRect(left, y, len(row), height), image)


def shade_table(theme: Theme, colour: QColor) -> NDArray[np.uint32]:
    """Opaque tints of a colour, uint32[SHADES + 1] as ARGB; the first is transparent."""
    tints = [0, *(theme.blend(colour, 0.25 + 0.75 * step / SHADES).rgb() for step in range(1, SHADES + 1))]
    return np.array(tints, np.uint32)
