"""The strip of shades in each lane where events are too many for marks."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.widgets.theme import Theme
from explorer.widgets.timeline.scene import Scene

SHADES = 24
DENSE = 64
"""Events a pixel column at which the strip has its full colour."""
STRIP = 14.0
STEPS = np.ceil(np.log2(1 + np.arange(DENSE + 1)) / np.log2(1 + DENSE) * SHADES).astype(np.intp)
"""The shade of each number of events up to :data:`DENSE`: it grows with the logarithm."""


class DensityPainter:
    """Keeps the colours of the counts for each lane."""

    def __init__(self) -> None:
        self._look: tuple[object, ...] = ()
        self._colours: NDArray[np.uint32] = np.zeros((0, DENSE + 1), np.uint32)

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """One strip a lane, cut from one picture of all of them."""
        look = (scene.theme, scene.lane_colours)
        if look != self._look:
            self._look = look
            self._colours = np.array([shade_table(scene.theme, lane) for lane in scene.lane_colours])
        density = scene.frame.density
        lanes = np.flatnonzero(density.any(axis=1))
        if not len(lanes):
            return
        height = max(scene.geometry.px(STRIP), 2)
        width = density.shape[1]
        shades = self._colours[lanes[:, None], np.minimum(density[lanes], DENSE)]
        rows = np.repeat(shades, height, axis=0)
        kind = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(rows.data, width, len(rows), width * rows.itemsize, kind)
        left, top = scene.origin
        for at, baseline in enumerate(scene.frame.lanes.baseline[lanes].tolist()):
            painter.drawImage(left, round(top + baseline - height / 2), image, 0, at * height, width, height)


def shade_table(theme: Theme, colour: QColor) -> NDArray[np.uint32]:
    """Opaque tints of a colour by number of events, uint32[DENSE + 1] as ARGB; the first is transparent."""
    tints = [0, *(theme.blend(colour, 0.25 + 0.75 * step / SHADES).rgb() for step in range(1, SHADES + 1))]
    shades: NDArray[np.uint32] = np.array(tints, np.uint32)[STEPS]
    return shades
