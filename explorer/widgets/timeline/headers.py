"""The left margin: colour, name and count of each lane."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from explorer.viewmodels.timeline import LaneCount
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.scene import Scene

BAR_X = 8
BAR_WIDTH = 3.5
BAR_INSET = 8
TEXT_X = 21
NAME_SIZE = 13
COUNT_SIZE = 12
BAND_SIZE = 11
MENU_ROOM = 28


class HeaderPainter:
    """Paints the headers.

    ``count_text`` puts a lane's count into words, ``rows_text`` the number of rows of spans without room.
    """

    def __init__(self, count_text: Callable[[LaneCount], str], rows_text: Callable[[int], str]) -> None:
        self._count_text = count_text
        self._rows_text = rows_text

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Each header stands in the middle of its lane's height."""
        geometry, theme, lettering = scene.geometry, scene.theme, scene.lettering
        ink, muted = theme.colour("ink"), theme.colour("muted")
        text_x = geometry.px(TEXT_X)
        room = geometry.lanes.x - text_x - geometry.px(6)
        top = geometry.lanes.y - scene.scroll
        lanes = scene.frame.lanes
        painter.setPen(Qt.PenStyle.NoPen)
        for lane, record in enumerate(scene.stage.contents.themes):
            y, height = top + int(lanes.top[lane]), int(lanes.height[lane])
            if not height or y + height < geometry.lanes.y or y > geometry.lanes.bottom:
                continue
            inset = min(geometry.px(BAR_INSET), height // 8)
            self._paint_bar(painter, scene, y + inset, height - 2 * inset, lane)
            if not geometry.names:
                continue
            counts = [
                lettering.pixmap(text, muted, COUNT_SIZE, width=room) for text in self._counts(scene, lane)
            ]
            foot = sum(text.height() for text in counts)
            line = lettering.height(NAME_SIZE, bold=True)
            most = max((height - 2 * inset - foot) // line, 1)
            rows = lettering.wrapped(record.name, room, min(most, 2), NAME_SIZE, bold=True)
            all_fit = line * len(rows) + foot <= height
            text_y = y + (height - line * len(rows) - (foot if all_fit else 0)) // 2
            for row in rows:
                name = lettering.pixmap(row, ink, NAME_SIZE, bold=True, width=room)
                painter.drawPixmap(text_x, text_y, name)
                text_y += line
            for text in counts if all_fit else ():
                painter.drawPixmap(text_x, text_y, text)
                text_y += text.height()

    def _counts(self, scene: Scene, lane: int) -> tuple[str, ...]:
        """Below the name: how many events, and how many rows are hidden."""
        count = self._count_text(scene.stage.lanes[lane])
        hidden = scene.hidden_rows(lane)
        return (count, self._rows_text(hidden)) if hidden else (count,)

    @staticmethod
    def _paint_bar(painter: QPainter, scene: Scene, y: int, height: int, lane: int) -> None:
        width = max(scene.geometry.px(BAR_WIDTH), 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(scene.lane_colours[lane])
        painter.drawRoundedRect(QRectF(scene.geometry.line(BAR_X), y, width, height), width / 2, width / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def header_lines(scene: Scene, lane: int) -> int:
    """Device pixels that name and counts of a lane take."""
    lettering = scene.lettering
    room = scene.geometry.lanes.x - scene.geometry.px(TEXT_X) - scene.geometry.px(6)
    name = scene.stage.contents.themes[lane].name
    rows = len(lettering.wrapped(name, room, 2, NAME_SIZE, bold=True))
    counts = 2 if scene.hidden_rows(lane) else 1
    return rows * lettering.height(NAME_SIZE, bold=True) + counts * lettering.height(COUNT_SIZE)


def band_name_room(geometry: Geometry) -> int:
    """Device pixels for the name of a row of eras; the menu stands behind it."""
    return geometry.lanes.x - geometry.px(TEXT_X + MENU_ROOM)


def paint_band_names(painter: QPainter, scene: Scene, title: Callable[[str], str]) -> None:
    """What each row of eras shows."""
    geometry, muted = scene.geometry, scene.theme.colour("muted")
    x, room = geometry.px(TEXT_X), band_name_room(geometry)
    for row, name in enumerate(scene.stage.bands):
        text = scene.lettering.pixmap(title(name), muted, BAND_SIZE, width=room)
        y = geometry.bands.y + row * geometry.band_height + (geometry.band_height - text.height()) // 2
        painter.drawPixmap(x, y, text)
