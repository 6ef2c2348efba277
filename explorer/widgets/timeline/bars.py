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
        self._theme: Theme | None = None
        self._unit = 0.0
        self._ends: dict[tuple[int, int, int], QPixmap] = {}
        self._fades: dict[tuple[int, bool], QPixmap] = {}

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Bars, the dim ones first."""
        if (scene.theme, scene.geometry.unit) != (self._theme, self._unit):
            self._theme, self._unit = scene.theme, scene.geometry.unit
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
                colour = dimmed(scene.theme, scene.lane_colours[lane], dim=not lit)
                self._paint_lane(painter, scene, edges, chosen, colour)

    def _paint_lane(
        self, painter: QPainter, scene: Scene, edges: "_Edges", chosen: NDArray[np.int64], colour: QColor
    ) -> None:
        tint = scene.theme.blend(colour, TINT)
        bars = scene.frame.bars
        corner = edges.corner[chosen]
        body = np.column_stack(
            (
                edges.left[chosen],
                edges.top[chosen],
                edges.right[chosen] - edges.left[chosen] - corner,
                edges.height[chosen],
            )
        )
        painter.setBrush(tint)
        draw_boxes(painter, body[body[:, 2] > 0])
        for at, one in enumerate(chosen):
            top, height = int(edges.top[one]), int(edges.height[one])
            if corner[at]:
                end = self._end(tint, int(corner[at]), height)
                painter.drawPixmap(int(edges.right[one] - corner[at]), top, end)
            for fade_left, x, length in (
                (True, edges.fade_left[one], edges.left[one] - edges.fade_left[one]),
                (False, edges.right[one], edges.fade_right[one] - edges.right[one]),
            ):
                if length > 0:
                    painter.drawPixmap(
                        QRect(int(x), top, int(length), height), self._fade(tint, left=fade_left)
                    )
            if bars.shape[one] & BarShape.DASHED:
                self._paint_dashes(painter, scene, edges, int(one), colour)
        heads = chosen[(bars.shape[chosen] & BarShape.HEAD) > 0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        width = max(round(HEAD * scene.geometry.unit), 2)
        draw_boxes(
            painter,
            np.column_stack(
                (edges.left[heads], edges.top[heads], np.full(len(heads), width), edges.height[heads])
            ),
        )

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
    def _paint_dashes(painter: QPainter, scene: Scene, edges: "_Edges", one: int, colour: QColor) -> None:
        pen = QPen(colour, scene.geometry.line())
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        left, right = int(edges.fade_left[one]), int(edges.fade_right[one])
        top = int(edges.top[one])
        for y in (top, top + int(edges.height[one]) - 1):
            painter.drawLine(QPoint(left, y), QPoint(right, y))
        painter.setPen(Qt.PenStyle.NoPen)


class _Edges:
    """Whole-pixel edges of all bars: fade, body, fade. ``corner`` is the width of a rounded end or 0."""

    def __init__(self, bars: Bars, scene: Scene) -> None:
        left, top = scene.origin
        unit = scene.geometry.unit
        shape = bars.shape
        self.left = np.floor(left + bars.core0)
        self.right = np.maximum(np.floor(left + bars.core1), self.left + max(round(unit * 2), 1))
        length = self.right - self.left
        # A side that fades without a range of its own takes the fade from the body.
        borrowed = np.minimum(np.floor(length / 3), round(24 * unit))
        self.fade_left = np.minimum(np.floor(left + bars.x0), self.left)
        own = self.left - self.fade_left >= 1
        self.left = np.where(~own & (shape & BarShape.FADE_LEFT > 0), self.left + borrowed, self.left)
        self.fade_right = np.maximum(np.floor(left + bars.x1), self.right)
        own = self.fade_right - self.right >= 1
        self.right = np.where(~own & (shape & BarShape.FADE_RIGHT > 0), self.right - borrowed, self.right)
        self.height = np.maximum(np.round(bars.height), 2)
        self.top = np.round(top + bars.y - self.height / 2)
        wide = np.minimum(np.round(CORNER * unit), np.floor(self.height / 2))
        sharp = (self.fade_right > self.right) | (self.right - self.left <= 2 * wide)
        self.corner = np.where(sharp, 0, wide)


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
