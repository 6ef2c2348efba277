"""What discs, clusters, their numbers and the evidence dots look like; each drawn once into one atlas."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.widgets.theme import Theme
from explorer.widgets.timeline.lettering import Lettering
from explorer.widgets.timeline.scene import DIM, Scene
from explorer.widgets.timeline.sprites import Atlas, Source, Sprites

RING = 1.5
CLUSTER_TINT = 0.24
NUMBER_SIZE = 10
DOT = 1.6
DOT_PITCH = 5.0
MOST_DOTS = 3
QUARTERS = 4
"""Radii are rounded to quarters of a pixel."""

Ints = NDArray[np.int64]
Sources = NDArray[np.float64]


class Stamps:
    """The sprites of all marks in one look. Discs and clusters have odd sides: their middle is a pixel."""

    def __init__(self, scene: Scene) -> None:
        self._theme: Theme = scene.theme
        self._lettering: Lettering = scene.lettering
        self._colours = scene.lane_colours
        self._unit, self._ring = scene.geometry.unit, RING * scene.geometry.ratio
        self._atlas = Atlas()
        self._discs = Sprites(self._disc)
        self._clusters = Sprites(self._cluster)
        self._numbers = Sprites(self._number)
        self._dots = Sprites(self._dot)

    @property
    def atlas(self) -> Atlas:
        """Holds all of them."""
        return self._atlas

    def discs(
        self,
        lane: NDArray[np.int32],
        radius: NDArray[np.floating],
        hollow: NDArray[np.bool_],
        lit: NDArray[np.bool_],
    ) -> Sources:
        """Of n discs, float64[n, 4]. A hollow one is an outline: the day is not known."""
        return self._discs.sources(_round_kind(lane, radius) << 2 | 2 * hollow.astype(np.int64) | ~lit)

    def clusters(
        self, lane: NDArray[np.int32], radius: NDArray[np.floating], lit: NDArray[np.bool_]
    ) -> Sources:
        """Of n clusters without their numbers."""
        return self._clusters.sources(_round_kind(lane, radius) << 1 | ~lit)

    def numbers(self, count: NDArray[np.int32], lit: NDArray[np.bool_]) -> Sources:
        """Of the numbers in n clusters, each as wide as its digits."""
        return self._numbers.sources(rounded_count(count) << 1 | ~lit)

    def dots(
        self, sources: NDArray[np.uint8], contested: NDArray[np.bool_], lit: NDArray[np.bool_]
    ) -> Sources:
        """Of n evidence strips: so many independent sources, the last one in two halves if it disputes."""
        number = np.minimum(sources, MOST_DOTS).astype(np.int64)
        return self._dots.sources(number << 2 | 2 * contested.astype(np.int64) | ~lit)

    def _disc(self, kind: int) -> Source:
        radius, lane = (kind >> 2 & 0xFFFF) / QUARTERS, kind >> 18
        colour, ground = self._lane(lane, dim=bool(kind & 1)), self._theme.colour("canvas")

        def draw(painter: QPainter, place: QRectF) -> None:
            paint = paint_hollow_disc if kind & 2 else paint_disc
            paint(painter, place.center(), radius, colour, ground, self._ring)

        return self._round(radius, draw)

    def _cluster(self, kind: int) -> Source:
        radius, lane = (kind >> 1 & 0xFFFF) / QUARTERS, kind >> 17
        colour, ground = self._lane(lane, dim=bool(kind & 1)), self._theme.colour("canvas")

        def draw(painter: QPainter, place: QRectF) -> None:
            paint_disc(painter, place.center(), radius, colour, ground, self._ring)
            painter.setBrush(self._theme.blend(colour, CLUSTER_TINT))
            painter.drawEllipse(place.center(), radius - self._ring, radius - self._ring)

        return self._round(radius, draw)

    def _round(self, radius: float, draw: Callable[[QPainter, QRectF], None]) -> Source:
        side = 2 * int(radius + self._ring + 1) + 1
        return self._atlas.add(side, side, draw)

    def _number(self, kind: int) -> Source:
        colour = dimmed(self._theme, self._theme.colour("ink"), dim=bool(kind & 1))
        text = self._lettering.pixmap(short_count(kind >> 1), colour, NUMBER_SIZE, bold=True)
        return self._atlas.add(
            text.width(), text.height(), lambda painter, place: painter.drawPixmap(place.topLeft(), text)
        )

    def _dot(self, kind: int) -> Source:
        number, contested = kind >> 2, bool(kind & 2)
        radius, pitch = DOT * self._unit, DOT_PITCH * self._unit
        colour = dimmed(self._theme, self._theme.colour("muted"), dim=bool(kind & 1))

        def draw(painter: QPainter, box: QRectF) -> None:
            middle = box.center()
            if not number:
                paint_dot(painter, middle, radius * 0.9, self._theme.blend(colour, 0.55), filled=False)
            for at in range(number):
                place = QPointF(middle.x() + (at - (number - 1) / 2) * pitch, middle.y())
                if contested and at == number - 1:
                    paint_split_dot(painter, place, radius * 1.15, colour)
                else:
                    paint_dot(painter, place, radius, colour, filled=True)

        side = int(pitch * MOST_DOTS + 2) | 1
        return self._atlas.add(side, side, draw)

    def _lane(self, lane: int, *, dim: bool) -> QColor:
        return dimmed(self._theme, self._colours[lane], dim=dim)


def _round_kind(lane: NDArray[np.int32], radius: NDArray[np.floating]) -> Ints:
    """A number for a lane and a radius below 16,384 pixels."""
    kind: Ints = lane.astype(np.int64) << 16
    kind |= np.rint(radius * QUARTERS).astype(np.int64)
    return kind


def rounded_count(count: NDArray[np.int32]) -> Ints:
    """The counts that are written for these: from 1,000 on hundreds, then whole thousands and millions."""
    exact = count.astype(np.int64)
    if exact.max(initial=0) < 1_000:
        return exact
    return np.where(
        exact < 1_000,
        exact,
        np.where(
            exact < 10_000,
            (exact + 50) // 100 * 100,
            np.where(exact < 1_000_000, exact // 1_000 * 1_000, exact // 1_000_000 * 1_000_000),
        ),
    )


def short_count(count: int) -> str:
    """A rounded number that fits into a cluster: 12, 999, 1.2k, 34k, 2M."""
    if count < 1_000:
        return str(count)
    if count < 10_000:
        return f"{count / 1_000:.1f}k"
    return f"{count // 1_000}k" if count < 1_000_000 else f"{count // 1_000_000}M"


def dimmed(theme: Theme, colour: QColor, *, dim: bool) -> QColor:
    """A colour as it is, or weakened towards the ground where a search did not find the event."""
    return theme.blend(colour, DIM) if dim else colour


def paint_disc(
    painter: QPainter, middle: QPointF, radius: float, colour: QColor, ground: QColor, ring: float
) -> None:
    """A disc with a ring of the ground colour, so that neighbours separate."""
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius + ring, radius + ring)
    painter.setBrush(colour)
    painter.drawEllipse(middle, radius, radius)


def paint_hollow_disc(
    painter: QPainter, middle: QPointF, radius: float, colour: QColor, ground: QColor, ring: float
) -> None:
    """The outline of a disc: the day is not known."""
    painter.setBrush(ground)
    painter.drawEllipse(middle, radius + ring, radius + ring)
    painter.setPen(QPen(colour, ring * 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius - ring * 0.6, radius - ring * 0.6)


def paint_dot(painter: QPainter, middle: QPointF, radius: float, colour: QColor, *, filled: bool) -> None:
    """An evidence dot; hollow where no source speaks of the event."""
    if filled:
        painter.setBrush(colour)
        painter.drawEllipse(middle, radius, radius)
        return
    painter.setPen(QPen(colour, max(radius * 0.5, 1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)


def paint_split_dot(painter: QPainter, middle: QPointF, radius: float, colour: QColor) -> None:
    """An evidence dot in two halves, one filled: a source disputes."""
    painter.setBrush(colour)
    box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
    painter.drawPie(box, 90 * 16, 180 * 16)
    painter.setPen(QPen(colour, max(radius * 0.4, 1.0)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)
