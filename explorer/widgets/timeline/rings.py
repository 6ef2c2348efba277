"""Where an event's mark stands, and the rings about the event in hand and the one under the pointer."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from explorer.timeline.frame import BarShape
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.scene import Scene

RING_PEN = 2.0
RING_GAP = 4.0
HOVER_PEN = 1.0
HOVER_GAP = 2.5
RADIUS = 6.0
OUTLINE_PEN = 1.5
OUTLINE_GAP = 2.0
OUTLINE_CORNER = 4.0
SPAN = int(BarShape.SPAN)

Mark = tuple[float, float, float]
"""Middle and radius on the canvas, in device pixels."""


def mark_of(scene: Scene, row: int) -> Mark:
    """Middle and radius of what stands for an event: its disc, bar or cluster, or where one would stand."""
    return marks_of(scene, [row])[0]


def marks_of(scene: Scene, rows: Sequence[int]) -> list[Mark]:
    """The same for several events."""
    frame, index = scene.frame, scene.stage.index
    left, top = scene.origin
    discs, bars, clusters = frame.discs, frame.bars, frame.clusters
    events = np.array(rows, np.int32)
    x, y = scene.anchors(events)
    usual = scene.geometry.unit * RADIUS
    marks = [(at_x, at_y, usual) for at_x, at_y in zip(x.tolist(), y.tolist(), strict=True)]
    day = index.position[events]
    within = (clusters.lane == index.lane[events][:, None]) & (clusters.first <= day[:, None])
    within &= day[:, None] <= clusters.last
    for one, at in np.argwhere(within).tolist():
        if scene.passes(rows[one]):
            marks[one] = left + float(clusters.x[at]), top + float(clusters.y[at]), float(clusters.radius[at])
    for one, at in np.argwhere(bars.row == events[:, None]).tolist():
        marks[one] = float(x[one]), top + float(bars.y[at]), usual
    for one, at in np.argwhere(discs.row == events[:, None]).tolist():
        marks[one] = left + float(discs.x[at]), top + float(discs.y[at]), float(discs.radius[at])
    return marks


class RingPainter:
    """Paints the rings; keeps each as a picture."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._rings: dict[tuple[float, float, bool], QPixmap] = {}

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """One that is filtered out keeps a dashed ring."""
        if scene.theme is not self._theme:
            self._theme = scene.theme
            self._rings.clear()
        # A stage draws thicker lines, and has less room about its marks for the size of its type.
        stroke = scene.theme.stroke
        ratio, unit = scene.geometry.ratio * stroke, scene.geometry.unit / math.sqrt(stroke)
        if scene.hovered is not None and scene.hovered != scene.selected:
            self._paint_ring(painter, scene, scene.hovered, HOVER_GAP * unit, HOVER_PEN * ratio, ghost=False)
        if scene.selected is not None:
            _outline_bar(painter, scene, scene.selected)
            ghost = not scene.passes(scene.selected)
            self._paint_ring(painter, scene, scene.selected, RING_GAP * unit, RING_PEN * ratio, ghost=ghost)

    def _paint_ring(
        self, painter: QPainter, scene: Scene, row: int, gap: float, thickness: float, *, ghost: bool
    ) -> None:
        if scene.far(np.array([row], np.int32)):
            return
        x, y, radius = mark_of(scene, row)
        box = scene.geometry.lanes
        if not box.x - radius <= x <= box.right + radius:
            return
        key = (radius + gap, thickness, ghost)
        ring = self._rings.get(key)
        if ring is None:
            ring = self._rings[key] = _ring(scene.theme, radius + gap, thickness, ghost=ghost)
        half = ring.width() // 2
        painter.drawPixmap(math.floor(x) - half, math.floor(y) - half, ring)


def _ring(theme: Theme, radius: float, thickness: float, *, ghost: bool) -> QPixmap:
    """A ring about the middle pixel of its picture."""
    side = 2 * math.ceil(radius + thickness) + 1
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    pen = QPen(theme.colour("accent"), thickness)
    if ghost:
        pen.setDashPattern([2, 2])
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    return made


def _outline_bar(painter: QPainter, scene: Scene, row: int) -> None:
    """Where the bar is the event, and not the time within which it happened."""
    bars = scene.frame.bars
    outlined = np.flatnonzero((bars.row == row) & (bars.shape & SPAN > 0))
    if not len(outlined):
        return
    left, top = scene.origin
    ratio = scene.geometry.ratio
    gap, corner = OUTLINE_GAP * ratio, OUTLINE_CORNER * ratio
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(scene.theme.colour("accent"), OUTLINE_PEN * ratio))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for at in outlined:
        height = float(bars.height[at]) + 2 * gap
        box = QRectF(
            left + float(bars.x0[at]) - gap,
            top + float(bars.y[at]) - height / 2,
            float(bars.x1[at] - bars.x0[at]) + 2 * gap,
            height,
        )
        painter.drawRoundedRect(box, corner, corner)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
