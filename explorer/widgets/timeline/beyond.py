"""How many events of a lane reach into the view and are not drawn, in its header."""

import numpy as np
from PySide6.QtGui import QPainter

from explorer.widgets.timeline.headers import TEXT_X, header_lines
from explorer.widgets.timeline.scene import Scene
from explorer.widgets.timeline.stamps import rounded_count, short_count
from explorer.widgets.timeline.wording import Wording

SIZE = 11
GAP = 5


class BeyondPainter:
    """Paints the counts; keeps which headers have room for one."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._made_for: tuple[object, ...] = ()
        self._rooms: tuple[bool, ...] = ()

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """At the foot of each header, where name and count leave room; nothing where all are drawn."""
        beyond, lanes = scene.frame.counts.beyond, scene.frame.lanes
        if not any(beyond) or not scene.geometry.names:
            return
        geometry, lettering, box = scene.geometry, scene.lettering, scene.geometry.lanes
        muted, right = scene.theme.colour("muted"), box.x - geometry.px(GAP)
        height = lettering.height(SIZE)
        made_for = (scene.stage, lanes, geometry, scene.theme)
        if not self._made_for or any(
            one is not other for one, other in zip(made_for, self._made_for, strict=True)
        ):
            self._made_for = made_for
            self._rooms = tuple(_room(scene, lane) >= height for lane in range(len(beyond)))
        painter.save()
        painter.setClipRect(0, box.y, box.x, box.height)
        feet = (box.y - scene.scroll + lanes.top + lanes.height).tolist()
        # Rounded as in clusters: a number that changed with every pixel of a pan could not be read.
        rounded = rounded_count(np.array(beyond)).tolist()
        for count, foot, room in zip(rounded, feet, self._rooms, strict=True):
            if count and room and foot > box.y:
                words = self._wording.ongoing(short_count(count))
                text = lettering.pixmap(words, muted, SIZE, width=right - geometry.px(TEXT_X))
                painter.drawPixmap(right - text.width(), foot - geometry.px(2) - height, text)
        painter.restore()


def _room(scene: Scene, lane: int) -> float:
    """Device pixels below the name and the counts of a lane, which stand in the middle of its height."""
    height = int(scene.frame.lanes.height[lane])
    return (height - header_lines(scene, lane)) / 2 - scene.geometry.px(2)
