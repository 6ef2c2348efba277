"""How many events of a lane reach into the view and are not drawn, in its header."""

from PySide6.QtGui import QPainter

from explorer.widgets.timeline.headers import TEXT_X, header_lines
from explorer.widgets.timeline.scene import Scene
from explorer.widgets.timeline.wording import Wording

SIZE = 11
GAP = 5


def paint_beyond(painter: QPainter, scene: Scene, wording: Wording) -> None:
    """At the foot of each header, where name and count leave room; nothing where all are drawn."""
    if not any(scene.frame.counts.beyond):
        return
    geometry, lettering, box = scene.geometry, scene.lettering, scene.geometry.lanes
    muted, right = scene.theme.colour("muted"), box.x - geometry.px(GAP)
    height = lettering.height(SIZE)
    painter.save()
    painter.setClipRect(0, box.y, box.x, box.height)
    for lane, count in enumerate(scene.frame.counts.beyond):
        foot = box.y - scene.scroll + int(scene.frame.lanes.top[lane] + scene.frame.lanes.height[lane])
        if count and foot > box.y and _room(scene, lane) >= height:
            text = lettering.pixmap(wording.ongoing(count), muted, SIZE, width=right - geometry.px(TEXT_X))
            painter.drawPixmap(right - text.width(), foot - geometry.px(2) - height, text)
    painter.restore()


def _room(scene: Scene, lane: int) -> float:
    """Device pixels below the name and the counts of a lane, which stand in the middle of its height."""
    height = int(scene.frame.lanes.height[lane])
    return (height - header_lines(scene, lane)) / 2 - scene.geometry.px(2)
