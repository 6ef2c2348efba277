"""Many copies of small pictures, many rectangles or lines in one call of the painter."""

from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import wrapInstance

# The ten doubles of a QPainter::PixmapFragment, in the order in which Qt keeps them.
X, Y, SOURCE_X, SOURCE_Y, WIDTH, HEIGHT, SCALE_X, SCALE_Y, ROTATION, OPACITY = range(10)
UNCHANGED = (1.0, 1.0, 0.0, 1.0)
"""Scales, rotation and opacity of a plain copy."""

Wrapped = TypeVar("Wrapped")


def draw_fragments(
    painter: QPainter,
    atlas: QPixmap,
    sources: NDArray[np.float64],
    left: NDArray[np.floating],
    top: NDArray[np.floating],
    *,
    width: NDArray[np.floating] | None = None,
    height: NDArray[np.floating] | None = None,
    opacity: NDArray[np.floating] | None = None,
) -> None:
    """Copy parts of an atlas.

    Args:
        painter: Set to device pixels.
        atlas: Holds the parts.
        sources: float64[n, 4]: left, top, width and height of each part.
        left: First column of each copy, n values on whole pixels.
        top: First row of each copy.
        width: Width of each copy, above 0; that of its part if it is not given.
        height: Height of each copy, given with ``width``.
        opacity: Of each copy, 0 to 1; all opaque if it is not given.
    """
    count = len(sources)
    if not count:
        return
    rows = np.empty((count, 10), np.float64)
    rows[:, SOURCE_X : HEIGHT + 1] = sources
    rows[:, SCALE_X:] = UNCHANGED
    if width is None or height is None:
        width, height = sources[:, 2], sources[:, 3]
    else:
        rows[:, SCALE_X] = width / sources[:, 2]
        rows[:, SCALE_Y] = height / sources[:, 3]
    if opacity is not None:
        rows[:, OPACITY] = opacity
    rows[:, X] = left + width / 2
    rows[:, Y] = top + height / 2
    painter.drawPixmapFragments(_first(rows, QPainter.PixmapFragment), count, atlas)


def draw_boxes(painter: QPainter, boxes: NDArray[np.float64]) -> None:
    """Fill rectangles with the painter's brush: float64[n, 4] of left, top, width, height."""
    boxes = np.ascontiguousarray(boxes, np.float64)
    if len(boxes):
        painter.drawRects(_first(boxes, QRectF), len(boxes))


def draw_lines(painter: QPainter, lines: NDArray[np.float64]) -> None:
    """Draw lines with the painter's pen: float64[n, 4] of x and y of both ends."""
    lines = np.ascontiguousarray(lines, np.float64)
    if len(lines):
        painter.drawLines(_first(lines, QLineF), len(lines))


def _first(rows: NDArray[Any], kind: type[Wrapped]) -> Wrapped:
    """The first row of an array as the object of Qt with the same bytes; the array must outlive it."""
    return cast("Wrapped", wrapInstance(rows.__array_interface__["data"][0], kind))
