"""Many copies of small pictures, or many rectangles, in one call of the painter."""

from typing import cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import wrapInstance

# The ten doubles of a QPainter::PixmapFragment, in the order in which Qt keeps them.
X, Y, SOURCE_X, SOURCE_Y, WIDTH, HEIGHT, SCALE_X, SCALE_Y, ROTATION, OPACITY = range(10)


def draw_fragments(
    painter: QPainter,
    atlas: QPixmap,
    sources: NDArray[np.float64],
    x: NDArray[np.floating],
    y: NDArray[np.floating],
) -> None:
    """Copy parts of an atlas so that their middles lie on the pixels (x, y).

    Args:
        painter: Set to device pixels.
        atlas: Holds the parts, all of odd width and height so that each has a middle pixel.
        sources: float64[n, 4]: left, top, width and height of each part.
        x: Column of each middle, n values; cut to whole pixels.
        y: Row of each middle.
    """
    count = len(sources)
    if not count:
        return
    rows = np.empty((count, 10), np.float64)
    rows[:, X] = np.floor(x) + 0.5
    rows[:, Y] = np.floor(y) + 0.5
    rows[:, SOURCE_X : HEIGHT + 1] = sources
    rows[:, SCALE_X : SCALE_Y + 1] = 1.0
    rows[:, ROTATION] = 0.0
    rows[:, OPACITY] = 1.0
    first = cast("QPainter.PixmapFragment", wrapInstance(rows.ctypes.data, QPainter.PixmapFragment))
    painter.drawPixmapFragments(first, count, atlas)


def draw_boxes(painter: QPainter, boxes: NDArray[np.float64]) -> None:
    """Fill rectangles with the painter's brush: float64[n, 4] of left, top, width, height."""
    boxes = np.ascontiguousarray(boxes, np.float64)
    if len(boxes):
        painter.drawRects(cast("QRectF", wrapInstance(boxes.ctypes.data, QRectF)), len(boxes))
