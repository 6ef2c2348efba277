"""The rows of eras above the lanes."""

import re
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from explorer.domain.event import Era
from explorer.viewmodels.timeline import Stage
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.ground import edges
from explorer.widgets.timeline.lettering import Lettering
from explorer.widgets.timeline.scene import Scene

SIZE = 12
OPEN_FADE = 40
INITIALS = re.compile(r"^(\w\. )+")
"""What of a name may go where there is no room for all of it."""


class EraPainter:
    """Paints bands of alternating shade with their names, which stay in view while the era does."""

    def __init__(self) -> None:
        self._stage: Stage | None = None
        self._theme: Theme | None = None
        self._shade: dict[int, QColor] = {}
        self._eras: tuple[Era, ...] = ()

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """The bands, the ends that are open, the names, the edges."""
        geometry, theme, bands = scene.geometry, scene.theme, scene.bands
        box = geometry.bands
        if not geometry.band_rows:
            return
        if scene.stage is not self._stage or theme is not self._theme:
            self._stage, self._theme, self._eras = scene.stage, theme, scene.stage.eras
            shades = (theme.colour("band"), theme.blend(theme.colour("band"), 0.45))
            self._shade = {era: shades[place % 2] for era, place in era_order(self._eras).items()}
        height = geometry.band_height
        painter.save()
        painter.setClipRect(box.x, box.y, box.width, box.height)
        muted = theme.colour("muted")
        columns = (bands.era, bands.row, bands.x0, bands.x1, bands.name_x, bands.name_width, bands.open_end)
        for era, row, first, last, name_x, room, is_open in zip(
            *(column.tolist() for column in columns), strict=True
        ):
            x0, x1 = box.x + int(first), box.x + int(last)
            top = box.y + row * height
            painter.fillRect(x0, top, x1 - x0, height, self._shade[era])
            if is_open:
                fade = geometry.px(OPEN_FADE)
                _fade_out(painter, scene, QRect(x1 - fade, top, fade, height))
            title = name_within(self._eras[era].title, room, scene.lettering)
            if title:
                name = scene.lettering.pixmap(title, muted, SIZE)
                x = round(box.x + name_x + (room - name.width()) / 2)
                painter.drawPixmap(x, top + (height - name.height()) // 2, name)
        grid, line = theme.colour("grid"), geometry.line()
        for x in edges(scene):
            painter.fillRect(box.x + x, box.y, line, height, grid)
        painter.restore()


def name_within(title: str, room: float, lettering: Lettering) -> str:
    """The name, or the short form of it that fits, or nothing: a piece of a name would say less."""
    for name in (title, INITIALS.sub("", title), title.rpartition(": ")[2]):
        if lettering.advance(name, SIZE) <= room:
            return name
    return ""


def era_at(scene: Scene, x: float, y: float) -> Era | None:
    """The era whose band lies at a point of the canvas."""
    box, bands = scene.geometry.bands, scene.bands
    if not scene.geometry.band_rows or not box.contains(x, y):
        return None
    row = int(y - box.y) // scene.geometry.band_height
    for at in np.flatnonzero((bands.row == row) & (bands.x0 <= x - box.x) & (x - box.x < bands.x1)):
        return scene.stage.eras[int(bands.era[at])]
    return None


def era_order(eras: Sequence[Era]) -> dict[int, int]:
    """The place of each era in its row, by index of the era; neighbours differ by one."""
    count: dict[str, int] = {}
    place: dict[int, int] = {}
    for at in sorted(range(len(eras)), key=lambda one: eras[one].extent.likely_start):
        place[at] = count.get(eras[at].band, 0)
        count[eras[at].band] = place[at] + 1
    return place


def _fade_out(painter: QPainter, scene: Scene, box: QRect) -> None:
    ground = scene.theme.colour("canvas")
    clear = scene.theme.colour("canvas").toRgb()
    clear.setAlpha(0)
    gradient = QLinearGradient(box.left(), 0, box.right() + 1, 0)
    gradient.setColorAt(0, clear)
    gradient.setColorAt(1, ground)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(box, gradient)
