"""The selected event: its ring, and arcs from what led here and to what followed."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from explorer.domain.detail import RelatedEvent
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.scene import DIM, Scene

PEN = 1.5
RING_PEN = 2.0
RING_GAP = 4.0
RADIUS = 6.0
ARROW = 7.0
MOST_BOW = 40.0
LEAST_BOW = 18.0
BOW_STEP = 6.0
STUB = 70.0
HOVER_GAP = 2.5

Mark = tuple[float, float, float]
"""Middle and radius on the canvas, in device pixels."""


def paint_arcs(painter: QPainter, scene: Scene) -> None:
    """What led to the selected event and what followed; painted before the titles, which stay legible."""
    if scene.selected is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_arcs(painter, scene, scene.selected)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def paint_rings(painter: QPainter, scene: Scene) -> None:
    """The event in hand and the one under the pointer; one that is filtered out keeps a dashed ring."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if scene.hovered is not None and scene.hovered != scene.selected:
        _paint_ring(painter, scene, scene.hovered, HOVER_GAP, 1.0, ghost=False)
    if scene.selected is not None:
        _outline_bar(painter, scene, scene.selected)
        ghost = scene.stage.visible is not None and not scene.stage.visible[scene.selected]
        _paint_ring(painter, scene, scene.selected, RING_GAP, RING_PEN, ghost=ghost)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def mark_of(scene: Scene, row: int) -> Mark:
    """Middle and radius of an event's mark on the canvas, drawn or not."""
    discs = scene.frame.discs
    left, top = scene.origin
    for at in (discs.row == row).nonzero()[0]:
        return left + float(discs.x[at]), top + float(discs.y[at]), float(discs.radius[at])
    x, y = scene.anchor(row)
    bars = scene.frame.bars
    for at in (bars.row == row).nonzero()[0]:
        y = top + float(bars.y[at])
    return x, y, scene.geometry.unit * RADIUS


def _paint_ring(
    painter: QPainter, scene: Scene, row: int, gap: float, thickness: float, *, ghost: bool
) -> None:
    x, y, radius = mark_of(scene, row)
    box = scene.geometry.lanes
    if not box.x - radius <= x <= box.right + radius:
        return
    pen = QPen(scene.theme.colour("accent"), thickness * scene.geometry.ratio)
    if ghost:
        pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = radius + gap * scene.geometry.unit
    painter.drawEllipse(QPointF(math.floor(x) + 0.5, math.floor(y) + 0.5), reach, reach)


def _outline_bar(painter: QPainter, scene: Scene, row: int) -> None:
    bars = scene.frame.bars
    left, top = scene.origin
    for at in (bars.row == row).nonzero()[0]:
        gap, ratio = 2 * scene.geometry.ratio, scene.geometry.ratio
        height = float(bars.height[at]) + 2 * gap
        box = QRectF(
            left + float(bars.x0[at]) - gap,
            top + float(bars.y[at]) - height / 2,
            float(bars.x1[at] - bars.x0[at]) + 2 * gap,
            height,
        )
        painter.setPen(QPen(scene.theme.colour("accent"), 1.5 * ratio))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4 * ratio, 4 * ratio)


def _paint_arcs(painter: QPainter, scene: Scene, selected: int) -> None:
    """Later arcs rise a little higher, so that those from one place do not lie on each other."""
    for order, related in enumerate(scene.stage.causes):
        other = scene.stage.index.row_of(related.event.id)
        if other is not None:
            _paint_arc(painter, scene, other, selected, related, order)
    for order, related in enumerate(scene.stage.effects):
        other = scene.stage.index.row_of(related.event.id)
        if other is not None:
            _paint_arc(painter, scene, selected, other, related, order)


def _paint_arc(
    painter: QPainter, scene: Scene, first: int, last: int, related: RelatedEvent, order: int
) -> None:
    geometry = scene.geometry
    box = geometry.lanes
    start, end = mark_of(scene, first), mark_of(scene, last)
    starts_here, ends_here = (box.x <= x <= box.right for x in (start[0], end[0]))
    if starts_here and ends_here:
        path = _curve(start, end, geometry, order)
    elif ends_here:
        path = _stub(end, geometry, order, side=-1 if start[0] < end[0] else 1)
    elif starts_here:
        path = _stub(start, geometry, order, side=-1 if end[0] < start[0] else 1).toReversed()
    else:
        return
    tip = path.pointAtPercent(1.0)
    accent = scene.theme.colour("accent")
    hidden = scene.stage.visible is not None and not (
        scene.stage.visible[first] and scene.stage.visible[last]
    )
    colour = scene.theme.blend(accent, DIM) if hidden else accent
    pen = QPen(colour, PEN * geometry.ratio)
    if related.reading:
        # Our own reading, open to dispute, is not drawn as firmly as what a source says.
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    angle = math.radians(path.angleAtPercent(0.97))
    size = ARROW * geometry.unit
    back = QPointF(-math.cos(angle) * size, math.sin(angle) * size)
    side = QPointF(-back.y() * 0.45, back.x() * 0.45)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, tip + back + side, tip + back - side]))


def _curve(start: Mark, end: Mark, geometry: Geometry, order: int) -> QPainterPath:
    """Marks far apart in time are joined by a bow above them, marks below each other by one to their left."""
    unit, gap = geometry.unit, geometry.line(3)
    across, down = abs(end[0] - start[0]), abs(end[1] - start[1])
    step = BOW_STEP * (order % 4)
    if across >= down:
        points = [QPointF(x, y - r - gap) for x, y, r in (start, end)]
        lift = min(MOST_BOW, LEAST_BOW + across / unit * 0.3) + step
        top = min(points[0].y(), points[1].y()) - lift * unit
        turns = [QPointF(point.x(), top) for point in points]
    else:
        points = [QPointF(x - r - gap, y) for x, y, r in (start, end)]
        aside = min(points[0].x(), points[1].x()) - (LEAST_BOW + step) * unit
        turns = [QPointF(aside, point.y()) for point in points]
    path = QPainterPath(points[0])
    path.cubicTo(turns[0], turns[1], points[1])
    return path


def _stub(mark: Mark, geometry: Geometry, order: int, *, side: int) -> QPainterPath:
    """The last bit of an arc from an event out of view on one side (-1: earlier)."""
    x, y, radius = mark
    tip = QPointF(x, y - radius - geometry.line(3))
    far = QPointF(
        x + side * STUB * geometry.unit, tip.y() - (LEAST_BOW + BOW_STEP * (order % 4)) * geometry.unit
    )
    path = QPainterPath(far)
    path.cubicTo(QPointF((far.x() + x) / 2, far.y()), QPointF(x, far.y()), tip)
    return path
