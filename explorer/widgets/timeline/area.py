"""The marked stretch of time: its shade over the lanes, its length and its totals."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from explorer.viewmodels.area import Area
from explorer.widgets.timeline.caption import STRONG_SIZE, caption_size, kept_inside, paint_caption
from explorer.widgets.timeline.scene import Scene
from explorer.widgets.timeline.wording import Wording

SHADE = 0.09
EDGE = 0.75
GAP = 5
BADGE = 0.14
BADGE_PAD = 6


def paint_area(painter: QPainter, scene: Scene, area: Area, wording: Wording) -> None:
    """Shade the area over all lanes; its caption stands at the top, the count of each lane in its header."""
    box, view = scene.geometry.lanes, scene.frame.viewport
    left, right = box.x + view.x(area.start), box.x + view.x(area.end)
    low, high = max(left, float(box.x)), min(right, float(box.right))
    painter.save()
    painter.setClipRect(0, box.y, box.right, box.height)
    _paint_counts(painter, scene, area)
    painter.setClipRect(box.x, box.y, box.width, box.height)
    if high > low:
        accent = scene.theme.colour("accent")
        painter.fillRect(QRectF(low, box.y, high - low, box.height), _thin(accent, SHADE))
        line = scene.geometry.line()
        for edge in (left, right - line):
            if box.x <= edge < box.right:
                painter.fillRect(QRectF(round(edge), box.y, line, box.height), _thin(accent, EDGE))
        _paint_caption(painter, scene, (low, high), wording.area(area), area.dates)
    painter.restore()


def caption_room(scene: Scene, area: Area, wording: Wording) -> float:
    """Height that the caption takes at the top of the lanes, in device pixels."""
    return caption_size(scene, wording.area(area), area.dates)[1] + scene.geometry.px(GAP)


def _paint_caption(
    painter: QPainter, scene: Scene, span: tuple[float, float], strong: str, muted: str
) -> None:
    box, gap = scene.geometry.lanes, scene.geometry.px(GAP)
    width, _ = caption_size(scene, strong, muted)
    x = kept_inside((span[0] + span[1] - width) / 2, width, box.x + gap, box.right - gap)
    paint_caption(painter, scene, (x, box.y + gap), strong, muted)


def _paint_counts(painter: QPainter, scene: Scene, area: Area) -> None:
    """At the foot of each header, where they cover no mark and stand below each other."""
    geometry, theme, lettering = scene.geometry, scene.theme, scene.lettering
    box, lanes, gap, pad = geometry.lanes, scene.frame.lanes, geometry.px(GAP), geometry.px(BADGE_PAD)
    ground = theme.blend(theme.colour("accent"), BADGE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    for lane, count in enumerate(area.counts):
        text = lettering.pixmap(f"{count:,}", theme.colour("ink"), STRONG_SIZE, bold=True)
        foot = box.y - scene.scroll + int(lanes.top[lane]) + int(lanes.height[lane])
        width, height = text.width() + 2 * pad, text.height()
        x, y = box.x - gap - width, foot - gap - height
        painter.drawRoundedRect(QRectF(x, y, width, height), height / 2, height / 2)
        painter.drawPixmap(x + pad, y, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _thin(colour: QColor, strength: float) -> QColor:
    thin = QColor(colour)
    thin.setAlphaF(strength)
    return thin
