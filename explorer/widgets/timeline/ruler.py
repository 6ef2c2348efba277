"""The ruler between two events or days."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.viewmodels.ruler import Ruler
from explorer.widgets.timeline.caption import caption_size, kept_inside, paint_caption
from explorer.widgets.timeline.scene import Scene

GAP = 5
CAP = 4
PEN = 1.5
DASH = (4.0, 4.0)


def paint_ruler(painter: QPainter, scene: Scene, ruler: Ruler, below: float = 0.0) -> None:
    """A line at the top of the lanes with a dashed one down from each end, and the time on it.

    ``below`` is how much room at the top is taken, in device pixels.
    """
    box, view, geometry = scene.geometry.lanes, scene.frame.viewport, scene.geometry
    columns = [box.x + view.x(end.at) for end in (ruler.first, ruler.last) if end is not None]
    if not columns:
        return
    painter.save()
    painter.setClipRect(box.x, box.y, box.width, box.height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = caption_size(scene, ruler.length or " ")
    top = box.y + geometry.px(GAP) + below
    y = round(top + height / 2) + 0.5
    # A painter need not draw far outside to show where a line leads.
    low, high = (min(max(x, box.x - 2.0 * box.width), box.right + 2.0 * box.width) for x in _ends(columns))
    pen = QPen(scene.theme.colour("accent"), PEN * geometry.ratio)
    painter.setPen(pen)
    painter.drawLine(QPointF(low, y), QPointF(high, y))
    for x in (low, high):
        painter.drawLine(QPointF(x, y - geometry.px(CAP)), QPointF(x, y + geometry.px(CAP)))
    pen.setDashPattern(DASH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setWidthF(geometry.line())
    painter.setPen(pen)
    for x in (low, high):
        painter.drawLine(QPointF(x, y), QPointF(x, box.bottom))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if ruler.length and high >= box.x and low < box.right:
        gap = geometry.px(GAP)
        middle = (max(low, box.x) + min(high, box.right)) / 2
        x = kept_inside(middle - width / 2, width, box.x + gap, box.right - gap)
        paint_caption(painter, scene, (x, top), ruler.length)
    painter.restore()


def _ends(columns: list[float]) -> tuple[float, float]:
    return min(columns), max(columns)
