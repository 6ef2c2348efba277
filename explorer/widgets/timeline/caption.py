"""Small cards of text that are painted over the lanes."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from explorer.widgets.timeline.scene import Scene

STRONG_SIZE = 12
MUTED_SIZE = 11
PAD_X = 8
PAD_Y = 4
RADIUS = 6


def caption_size(scene: Scene, strong: str, muted: str = "") -> tuple[float, float]:
    """Width and height that :func:`paint_caption` needs, in device pixels."""
    lettering, geometry = scene.lettering, scene.geometry
    width = lettering.advance(strong, STRONG_SIZE, bold=True)
    height = lettering.height(STRONG_SIZE, bold=True)
    if muted:
        width = max(width, lettering.advance(muted, MUTED_SIZE))
        height += lettering.height(MUTED_SIZE)
    return width + 2 + 2 * geometry.px(PAD_X), height + 2 * geometry.px(PAD_Y)


def paint_caption(
    painter: QPainter, scene: Scene, corner: tuple[float, float], strong: str, muted: str = ""
) -> None:
    """A bold line and a muted one on a card whose upper left corner is given."""
    theme, geometry, lettering = scene.theme, scene.geometry, scene.lettering
    x, y = round(corner[0]), round(corner[1])
    width, height = caption_size(scene, strong, muted)
    card = QRectF(x, y, round(width), round(height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("line"), geometry.line()))
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), geometry.px(RADIUS), geometry.px(RADIUS))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    text_y = y + geometry.px(PAD_Y)
    for text, colour, size, bold in ((strong, "ink", STRONG_SIZE, True), (muted, "muted", MUTED_SIZE, False)):
        if text:
            picture = lettering.pixmap(text, theme.colour(colour), size, bold=bold)
            painter.drawPixmap(round(x + (card.width() - picture.width()) / 2), text_y, picture)
            text_y += lettering.height(size, bold=bold)


def kept_inside(left: float, width: float, low: float, high: float) -> float:
    """Where something begins that shall lie from ``left`` on, moved so that it stays between two columns."""
    return max(min(left, high - width), low)
