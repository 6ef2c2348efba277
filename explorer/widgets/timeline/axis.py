"""The time axis: our own ticks, from hours to centuries."""

from PySide6.QtGui import QPainter

from explorer.widgets.timeline.scene import Scene

SIZE = 12
LONG = 6
SHORT = 4
TEXT_GAP = 3
INSET = 8


def paint_axis(painter: QPainter, scene: Scene) -> None:
    """A line, ticks below it, and texts about the middle of their tick."""
    geometry, theme, ticks = scene.geometry, scene.theme, scene.ticks
    box, line = geometry.axis, geometry.line()
    rule, muted = theme.colour("line"), theme.colour("muted")
    left = geometry.line(INSET)
    long, short, drop = geometry.px(LONG), geometry.px(SHORT), geometry.px(LONG + TEXT_GAP)
    painter.fillRect(left, box.y, box.right - left, line, rule)
    for x, text, major in zip(ticks.x.tolist(), ticks.text, ticks.major.tolist(), strict=True):
        if not 0 <= x < box.width:
            continue
        column = box.x + int(x)
        painter.fillRect(column, box.y, line, long if major else short, muted if major else rule)
        if not text:
            continue
        word = scene.lettering.pixmap(text, muted, SIZE)
        width = word.width()
        place = column - width // 2 + 1
        # A text that would leave the canvas is left out: half a year says nothing.
        if place >= left and place + width <= geometry.width:
            top = min(drop, max(box.height - word.height(), 0))
            painter.drawPixmap(place, box.y + top, word)
