"""Small pictures packed into one, and found by number for whole arrays at once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

WIDTH = 1024
FIRST_HEIGHT = 128
LAST = np.iinfo(np.int64).max

Source = tuple[float, float, float, float]
"""Left, top, width and height of a sprite in its atlas."""


class Atlas:
    """Sprites in rows of one pixmap that grows as it fills."""

    def __init__(self) -> None:
        self._pixmap = QPixmap(WIDTH, FIRST_HEIGHT)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        self._x = self._y = self._row = 0

    @property
    def pixmap(self) -> QPixmap:
        """The picture that holds all sprites."""
        return self._pixmap

    def add(self, width: int, height: int, draw: Callable[[QPainter, QRectF], None]) -> Source:
        """Give a sprite its place, at most :data:`WIDTH` wide, and have it drawn there; nothing clips it."""
        place = self._place(width, height)
        with QPainter(self._pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            draw(painter, QRectF(*place))
        return place

    def _place(self, width: int, height: int) -> Source:
        if self._x + width > WIDTH:
            self._x, self._y, self._row = 0, self._y + self._row, 0
        while self._y + height > self._pixmap.height():
            taller = QPixmap(WIDTH, self._pixmap.height() * 2)
            taller.fill(Qt.GlobalColor.transparent)
            with QPainter(taller) as painter:
                painter.drawPixmap(0, 0, self._pixmap)
            self._pixmap = taller
        place = (float(self._x), float(self._y), float(width), float(height))
        self._x += width
        self._row = max(self._row, height)
        return place


class Sprites:
    """Sprites of one kind, each with a number below :data:`LAST`; one is made when it is first asked for."""

    def __init__(self, make: Callable[[int], Source]) -> None:
        self._make = make
        # The last row stands for no sprite, so that every number has a place to be looked for at.
        self._numbers = np.array([LAST])
        self._sources = np.zeros((1, 4))

    def sources(self, numbers: NDArray[np.int64]) -> NDArray[np.float64]:
        """The places of the sprites with these numbers, float64[n, 4]."""
        at = self._numbers.searchsorted(numbers)
        missing = self._numbers[at] != numbers
        if missing.any():
            for number in sorted(set(numbers[missing].tolist())):
                self._add(number)
            at = self._numbers.searchsorted(numbers)
        return self._sources[at]

    def _add(self, number: int) -> None:
        at = int(self._numbers.searchsorted(number))
        self._sources = np.insert(self._sources, at, self._make(number), axis=0)
        self._numbers = np.insert(self._numbers, at, number)
