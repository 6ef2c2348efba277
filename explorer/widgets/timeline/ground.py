"""The ground: fill, lane edges and the vertical lines at era edges."""

from PySide6.QtGui import QPainter

from explorer.widgets.timeline.scene import Scene


def paint_ground(painter: QPainter, scene: Scene) -> None:
    """Fill the canvas; lines run from the lanes down to the axis."""
    geometry, theme = scene.geometry, scene.theme
    painter.fillRect(0, 0, geometry.width + 1, geometry.height + 1, theme.colour("canvas"))
    grid, line = theme.colour("grid"), geometry.line()
    top, bottom = geometry.lanes.y, geometry.axis.y
    for x in edges(scene):
        painter.fillRect(geometry.lanes.x + x, top, line, bottom - top, grid)


def paint_lane_edges(painter: QPainter, scene: Scene) -> None:
    """A line below each lane but the last one, whose foot is the edge of what follows."""
    geometry = scene.geometry
    grid, line, inset = scene.theme.colour("grid"), geometry.line(), geometry.line(8)
    top = geometry.lanes.y - scene.scroll
    for y, height in zip(scene.frame.lanes.top[:-1], scene.frame.lanes.height[:-1], strict=True):
        painter.fillRect(inset, top + int(y) + int(height) - line, geometry.lanes.right - inset, line, grid)


def edges(scene: Scene) -> list[int]:
    """Columns of the plot in which an era of the first row begins or ends."""
    bands = scene.bands
    width = scene.geometry.lanes.width
    first = bands.row == 0
    found = {int(x) for x in bands.x0[first]} | {int(x) for x in bands.x1[first & ~bands.open_end]}
    return sorted(x for x in found if 0 < x < width)
