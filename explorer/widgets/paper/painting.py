"""Draws what stands on a sheet with a painter: into a picture, a PDF, or on a printer."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from explorer.services.handing_out.pacing import Pace
from explorer.widgets.paper.faces import GRAIN, Faces
from explorer.widgets.paper.items import (
    Anchor,
    Boxes,
    Cut,
    Disc,
    Fade,
    HalfDisc,
    Item,
    Path,
    Rounded,
    Sheet,
    Words,
)
from explorer.widgets.timeline.fragments import draw_boxes


def paint_sheet(
    painter: QPainter, sheet: Sheet, faces: Faces, pixels: float, pace: Pace | None = None
) -> None:
    """Draw a sheet; ``pixels`` of the device are a point.

    Raises:
        CancelledError: the errand that ``pace`` keeps, if there is one, was called off.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    # Fonts are made in grains: all lengths are, so that one transform serves texts and shapes.
    painter.scale(pixels / GRAIN, pixels / GRAIN)
    painter.fillRect(QRectF(0, 0, sheet.width * GRAIN, sheet.height * GRAIN), sheet.ground)
    for item in sheet.items if pace is None else pace.over(sheet.items):
        paint_item(painter, item, faces)
    painter.restore()


def paint_item(painter: QPainter, item: Item, faces: Faces) -> None:
    """Draw one thing; the painter counts in grains."""
    match item:
        case Words():
            _paint_words(painter, item, faces)
        case Boxes():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(item.fill)
            draw_boxes(painter, item.boxes * GRAIN)
        case Rounded():
            _dress(painter, item.fill, item.stroke, item.pen, item.dash)
            place = QRectF(item.x * GRAIN, item.y * GRAIN, item.width * GRAIN, item.height * GRAIN)
            painter.drawRoundedRect(place, item.radius * GRAIN, item.radius * GRAIN)
        case Disc():
            _dress(painter, item.fill, item.stroke, item.pen, ())
            radius = item.radius * GRAIN
            painter.drawEllipse(QPointF(item.x * GRAIN, item.y * GRAIN), radius, radius)
        case HalfDisc():
            _dress(painter, item.fill, None, 0.0, ())
            radius = item.radius * GRAIN
            place = QRectF(item.x * GRAIN - radius, item.y * GRAIN - radius, 2 * radius, 2 * radius)
            painter.drawPie(place, 90 * 16, 180 * 16)
        case Path():
            _paint_path(painter, item)
        case Fade():
            place = QRectF(item.x * GRAIN, item.y * GRAIN, item.width * GRAIN, item.height * GRAIN)
            painter.fillRect(place, _fading(item, place))
        case Cut():
            painter.save()
            painter.setClipRect(
                QRectF(item.x * GRAIN, item.y * GRAIN, item.width * GRAIN, item.height * GRAIN),
                Qt.ClipOperation.IntersectClip,
            )
            for inner in item.items:
                paint_item(painter, inner, faces)
            painter.restore()


def _paint_words(painter: QPainter, item: Words, faces: Faces) -> None:
    painter.setFont(faces.font(item.face))
    painter.setPen(item.colour)
    left = item.x if item.anchor is Anchor.START else item.left
    painter.drawText(QPointF(left * GRAIN, item.y * GRAIN), item.text)


def _paint_path(painter: QPainter, item: Path) -> None:
    points = (item.points * GRAIN).tolist()
    _dress(painter, item.fill if item.closed else None, item.stroke, item.pen, item.dash)
    if item.closed:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    elif len(points) == 2:
        painter.drawLine(QLineF(*points[0], *points[1]))
    else:
        path = QPainterPath(QPointF(*points[0]))
        for x, y in points[1:]:
            path.lineTo(x, y)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _dress(
    painter: QPainter, fill: QColor | None, stroke: QColor | None, pen: float, dash: tuple[float, ...]
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush if fill is None else QBrush(fill))
    if stroke is None:
        painter.setPen(Qt.PenStyle.NoPen)
        return
    drawn = QPen(stroke, pen * GRAIN)
    drawn.setCapStyle(Qt.PenCapStyle.FlatCap)
    drawn.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        drawn.setDashPattern([length / pen for length in dash])
    painter.setPen(drawn)


def _fading(item: Fade, place: QRectF) -> QLinearGradient:
    gradient = QLinearGradient(place.topLeft(), place.topRight())
    gradient.setColorAt(0, item.ground if item.to_left else item.fill)
    gradient.setColorAt(1, item.fill if item.to_left else item.ground)
    return gradient
