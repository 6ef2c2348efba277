"""The left margin as one picture: it stays as it is while time moves."""

from collections.abc import Callable

from PySide6.QtGui import QPainter, QPixmap

from explorer.widgets.timeline.figures import ValueScale
from explorer.widgets.timeline.ground import paint_lane_edges
from explorer.widgets.timeline.headers import HeaderPainter, paint_band_names
from explorer.widgets.timeline.scene import Scene
from explorer.widgets.timeline.series_lane import paint_legend


class MarginPainter:
    """Keeps the names of eras, lanes and figures on their ground; ``band_title`` names a row of eras."""

    def __init__(self, headers: HeaderPainter, band_title: Callable[[str], str]) -> None:
        self._headers = headers
        self._band_title = band_title
        self._made = QPixmap()
        self._made_for: Scene | None = None

    def paint(self, painter: QPainter, scene: Scene, scale: ValueScale | None) -> None:
        """From the top of the canvas to the axis; opaque."""
        if self._made_for is None or not _same(self._made_for, scene):
            self._made = self._make(scene, scale)
            self._made_for = scene
        painter.drawPixmap(0, 0, self._made)

    def _make(self, scene: Scene, scale: ValueScale | None) -> QPixmap:
        geometry = scene.geometry
        made = QPixmap(geometry.lanes.x, geometry.axis.y)
        made.fill(scene.theme.colour("canvas"))
        with QPainter(made) as painter:
            if geometry.names:
                paint_band_names(painter, scene, self._band_title)
            if scale is not None:
                paint_legend(painter, scene, scale)
            painter.setClipRect(0, geometry.lanes.y, made.width(), geometry.lanes.height)
            paint_lane_edges(painter, scene)
            self._headers.paint(painter, scene)
        return made


def _same(one: Scene, other: Scene) -> bool:
    """Whether two scenes have the same margin. The value scale goes with the stage and the geometry."""
    return (
        one.stage is other.stage
        and one.theme is other.theme
        and one.frame.lanes is other.frame.lanes
        and one.scroll == other.scroll
        and one.geometry == other.geometry
    )
