"""What stands around the series: value ticks, grid, the name and the legend."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor, QPainter, QPixmap

from explorer.domain.series import Series
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.figures import ValueScale, heading, short_name
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.headers import COUNT_SIZE, NAME_SIZE, TEXT_X
from explorer.widgets.timeline.lettering import Lettering
from explorer.widgets.timeline.scene import Scene

TICK_SIZE = 11.5
TICK_GAP = 38
TEXT_TOP = 14
VALUE_ROOM = 44
MENU = 14
"""How far the menu's chevron reaches behind the name."""
COLOURS = ("series_1", "series_2", "series_3", "series_4")


def series_colours(theme: Theme, series: Sequence[Series]) -> tuple[QColor, ...]:
    """A colour a series, by its place among those shown."""
    return tuple(theme.colour(COLOURS[order % len(COLOURS)]) for order in range(len(series)))


def legend_room(geometry: Geometry) -> int:
    """Device pixels for the name and the legend: the numbers of the scale stand right of them."""
    return geometry.series.x - geometry.px(TEXT_X + VALUE_ROOM)


def legend_name(series: Series, shown: Sequence[Series]) -> str:
    """What tells a series from the others shown: one of another unit than the first has its whole title."""
    return short_name(series) if series.unit == shown[0].unit else series.title


def heading_rows(series: Sequence[Series], geometry: Geometry, lettering: Lettering) -> list[str]:
    """The name in one line or two, with room for the menu behind it."""
    room = legend_room(geometry) - geometry.px(MENU)
    return lettering.wrapped(heading(series), room, 2, NAME_SIZE, bold=True)


def paint_grid(painter: QPainter, scene: Scene, scale: ValueScale) -> None:
    """The edge above the plot and the grid of values."""
    box, line, grid = scene.geometry.series, scene.geometry.line(), scene.theme.colour("grid")
    painter.fillRect(box.x, box.y, box.width, line, grid)
    for y, _ in _ticks(scene, scale):
        painter.fillRect(box.x, y, box.width, line, grid)


def paint_legend(painter: QPainter, scene: Scene, scale: ValueScale) -> None:
    """Left of the plot: the edge, the numbers of the grid, the name, what the colours of the lines mean."""
    geometry, theme, lettering = scene.geometry, scene.theme, scene.lettering
    box = geometry.series
    inset = geometry.line(8)
    painter.fillRect(inset, box.y, box.x - inset, geometry.line(), theme.colour("grid"))
    for y, number in _ticks(scene, scale):
        painter.drawPixmap(box.x - geometry.px(7) - number.width(), y - number.height() // 2, number)
    if not geometry.names:
        return
    x, y = geometry.px(TEXT_X), box.y + geometry.px(TEXT_TOP)
    room = legend_room(geometry)
    for row in heading_rows(scene.stage.series, geometry, lettering):
        name = lettering.pixmap(row, theme.colour("ink"), NAME_SIZE, bold=True, width=room)
        painter.drawPixmap(x, y, name)
        y += name.height()
    for one, colour in zip(scene.stage.series, series_colours(theme, scene.stage.series), strict=True):
        legible = theme.text_colour(colour.name(), "canvas")
        entry = lettering.pixmap(legend_name(one, scene.stage.series), legible, COUNT_SIZE, width=room)
        if y + entry.height() > box.bottom:
            break
        painter.drawPixmap(x, y, entry)
        y += entry.height()


def _ticks(scene: Scene, scale: ValueScale) -> Iterator[tuple[int, QPixmap]]:
    """Row and number of each value of the grid that has room."""
    muted = scene.theme.colour("muted")
    for value, text in zip(scale.axis.ticks, scale.axis.texts, strict=True):
        y, number = int(scale.y(value)), scene.lettering.pixmap(text, muted, TICK_SIZE)
        if not scene.geometry.names:
            # Large type in a low plot: the number of the highest line stands below it rather than nowhere.
            y = max(y, scene.geometry.series.y + number.height() // 2)
        if value and y - number.height() // 2 >= scene.geometry.series.y:
            yield y, number
