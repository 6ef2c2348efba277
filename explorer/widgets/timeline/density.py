"""The strip of shades in each lane where events are too many for marks."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.timeline.frame import Density
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
        frame = scene.frame
        parts = [frame.density] if frame.fading is None else [frame.density, frame.fading]
        lanes = np.flatnonzero(sum(part.counts.sum(axis=1) for part in parts))
        if not len(lanes):
            return
        height = max(scene.geometry.px(STRIP), 2)
        width = frame.viewport.width
        shades = self._shades(parts[0], lanes, width)
        if len(parts) > 1:
            shades = mixed(shades, self._shades(parts[1], lanes, width), parts[1].strength)
        rows = np.repeat(shades, height, axis=0)
        kind = QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(rows.data, width, len(rows), width * rows.itemsize, kind)
        left, top = scene.origin
        for at, baseline in enumerate(frame.lanes.baseline[lanes].tolist()):
            painter.drawImage(left, round(top + baseline - height / 2), image, 0, at * height, width, height)

    def _shades(self, density: Density, lanes: NDArray[np.intp], width: int) -> NDArray[np.uint32]:
        """The colour of each pixel of some lanes: that of the column at its middle, uint32[lanes, width]."""
        column = density.x.searchsorted(np.arange(width, dtype=np.float32) + 0.5, "right") - 1
        column = np.minimum(np.maximum(column, 0), density.counts.shape[1] - 1)
        shades = np.minimum(density.counts[lanes], DENSE)
        # Each lane's shades follow those of the lane before.
        shades += (lanes * (DENSE + 1)).astype(np.int32)[:, None]
        colours: NDArray[np.uint32] = self._colours.ravel().take(shades.take(column, axis=1))
        return colours


def mixed(one: NDArray[np.uint32], other: NDArray[np.uint32], share: float) -> NDArray[np.uint32]:
    """Premultiplied colours between two: ``share`` (0 to 1) of the other."""
    part = np.uint16(round(share * 256))
    both = one.view(np.uint8) * (np.uint16(256) - part) + other.view(np.uint8) * part
    return (both >> np.uint16(8)).astype(np.uint8).view(np.uint32)


def shade_table(theme: Theme, colour: QColor) -> NDArray[np.uint32]:
    """Opaque tints of a colour by number of events, uint32[DENSE + 1] as ARGB; the first is transparent."""
    tints = [0, *(theme.blend(colour, 0.25 + 0.75 * step / SHADES).rgb() for step in range(1, SHADES + 1))]
    shades: NDArray[np.uint32] = np.array(tints, np.uint32)[STEPS]
    return shades
