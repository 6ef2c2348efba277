"""The ground: fill, lane edges and the vertical lines at era edges."""

from PySide6.QtGui import QPainter

from explorer.widgets.timeline.scene import Scene


def paint_ground(painter: QPainter, scene: Scene) -> None:
    """Fill the canvas but for the left margin above the axis; lines run from the lanes down to the axis."""
    geometry, theme = scene.geometry, scene.theme
    canvas, grid, line = theme.colour("canvas"), theme.colour("grid"), geometry.line()
    left, top, bottom = geometry.lanes.x, geometry.lanes.y, geometry.axis.y
    painter.fillRect(left, 0, geometry.width + 1 - left, geometry.height + 1, canvas)
    painter.fillRect(0, bottom, left, geometry.height + 1 - bottom, canvas)
    for x in edges(scene):
        painter.fillRect(left + x, top, line, bottom - top, grid)


def paint_lane_edges(painter: QPainter, scene: Scene) -> None:
    """A line below each lane but the last one, whose foot is the edge of what follows."""
    geometry = scene.geometry
    grid, line, inset = scene.theme.colour("grid"), geometry.line(), geometry.line(8)
    foot = scene.origin[1] - line
    width = geometry.lanes.right - inset
    lanes = scene.frame.lanes
    for y in (lanes.top[:-1] + lanes.height[:-1]).tolist():
        painter.fillRect(inset, foot + y, width, line, grid)


def edges(scene: Scene) -> list[int]:
    """Columns of the plot in which an era of the first row begins or ends."""
    width = scene.geometry.lanes.width
    found: set[int] = set()
    bands = scene.bands
    columns = (bands.row, bands.x0, bands.x1, bands.open_end)
    for row, x0, x1, is_open in zip(*(column.tolist() for column in columns), strict=True):
        if row == 0:
            found |= {int(x0)} if is_open else {int(x0), int(x1)}
    return sorted(x for x in found if 0 < x < width)
