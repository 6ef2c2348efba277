"""The rows of eras above the lanes."""

import re

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QLinearGradient, QPainter

from explorer.domain.event import Era
from explorer.widgets.timeline.ground import edges
from explorer.widgets.timeline.lettering import Lettering
from explorer.widgets.timeline.scene import Scene

SIZE = 12
OPEN_FADE = 40
INITIALS = re.compile(r"^(\w\. )+")
"""What of a name may go where there is no room for all of it."""


def paint_eras(painter: QPainter, scene: Scene) -> None:
    """Bands of alternating shade with their names, which stay in view while the era does."""
    geometry, theme, bands = scene.geometry, scene.theme, scene.bands
    box = geometry.bands
    if not geometry.band_rows:
        return
    height = geometry.band_height
    painter.save()
    painter.setClipRect(box.x, box.y, box.width, box.height)
    shades = (theme.colour("band"), theme.blend(theme.colour("band"), 0.45))
    muted, eras = theme.colour("muted"), scene.stage.eras
    place = era_order(scene)
    for at, era in enumerate(bands.era):
        row = int(bands.row[at])
        x0, x1 = box.x + int(bands.x0[at]), box.x + int(bands.x1[at])
        top = box.y + row * height
        shade = shades[place[int(era)] % 2]
        painter.fillRect(x0, top, x1 - x0, height, shade)
        if bands.open_end[at]:
            _fade_out(painter, scene, QRect(x1 - geometry.px(OPEN_FADE), top, geometry.px(OPEN_FADE), height))
        room = float(bands.name_width[at])
        title = name_within(eras[int(era)].title, room, scene.lettering)
        if title:
            name = scene.lettering.pixmap(title, muted, SIZE)
            x = box.x + float(bands.name_x[at]) + (room - name.width()) / 2
            painter.drawPixmap(round(x), top + (height - name.height()) // 2, name)
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


def era_order(scene: Scene) -> dict[int, int]:
    """The place of each era in its row, by index of the era; neighbours differ by one."""
    count: dict[str, int] = {}
    place: dict[int, int] = {}
    eras = scene.stage.eras
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
