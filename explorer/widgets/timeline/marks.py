"""Discs, clusters and the evidence dots below them."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from explorer.timeline.distinct import distinct
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.fragments import draw_fragments
from explorer.widgets.timeline.scene import DIM, Scene
from explorer.widgets.timeline.sprites import (
    Atlas,
    Source,
    paint_disc,
    paint_dot,
    paint_hollow_disc,
    paint_split_dot,
)

RING = 1.5
CLUSTER_TINT = 0.24
DOT = 1.6
DOT_PITCH = 5.0
MOST_DOTS = 3


class MarkPainter:
    """Paints discs, clusters and dots from one atlas of sprites."""

    def __init__(self) -> None:
        self._atlas = Atlas()
        self._theme: Theme | None = None
        self._unit = 0.0

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Dots first, so that no disc is touched by its neighbour's dots; the selected event is a disc."""
        if (scene.theme, scene.geometry.unit) != (self._theme, self._unit):
            self._theme, self._unit = scene.theme, scene.geometry.unit
            self._atlas.clear()
        self._paint_dots(painter, scene)
        self._paint_clusters(painter, scene)
        self._paint_discs(painter, scene)

    def _paint_discs(self, painter: QPainter, scene: Scene) -> None:
        discs = scene.frame.discs
        if not len(discs.row):
            return
        radius = np.round(discs.radius * 4).astype(np.int64)
        kinds = discs.lane.astype(np.int64) << 18 | radius << 2
        kinds += 2 * discs.hollow + 1 * ~discs.lit
        unique, place = distinct(kinds)
        sources = np.array([self._disc(scene, int(kind)) for kind in unique])
        left, top = scene.origin
        draw_fragments(painter, self._atlas.pixmap, sources[place], left + discs.x, top + discs.y)

    def _disc(self, scene: Scene, kind: int) -> Source:
        dim, hollow = bool(kind & 1), bool(kind & 2)
        radius, lane = (kind >> 2 & 0xFFFF) / 4, kind >> 18
        theme, ring = scene.theme, RING * scene.geometry.ratio
        ground = theme.colour("canvas")
        colour = dimmed(theme, scene.lane_colours[lane], dim=dim)

        def draw(painter: QPainter, middle: QPointF) -> None:
            paint = paint_hollow_disc if hollow else paint_disc
            paint(painter, middle, radius, colour, ground, ring)

        return self._atlas.source(("disc", kind), 2 * int(radius + ring + 1) + 1, draw)

    def _paint_clusters(self, painter: QPainter, scene: Scene) -> None:
        clusters = scene.frame.clusters
        if not len(clusters.x):
            return
        sources = np.array(
            [
                self._cluster(scene, int(lane), float(radius), dim=not lit)
                for lane, radius, lit in zip(clusters.lane, clusters.radius, clusters.lit, strict=True)
            ]
        )
        left, top = scene.origin
        draw_fragments(painter, self._atlas.pixmap, sources, left + clusters.x, top + clusters.y)
        ink = scene.theme.colour("ink")
        faint = scene.theme.blend(ink, DIM)
        for x, y, count, lit in zip(clusters.x, clusters.y, clusters.count, clusters.lit, strict=True):
            number = scene.lettering.pixmap(short_count(int(count)), ink if lit else faint, 10, bold=True)
            painter.drawPixmap(
                round(left + float(x) - number.width() / 2 + 1),
                round(top + float(y) - number.height() / 2),
                number,
            )

    def _cluster(self, scene: Scene, lane: int, radius: float, *, dim: bool) -> Source:
        theme, ring = scene.theme, RING * scene.geometry.ratio
        colour = dimmed(theme, scene.lane_colours[lane], dim=dim)
        fill, ground = theme.blend(colour, CLUSTER_TINT), theme.colour("canvas")

        def draw(painter: QPainter, middle: QPointF) -> None:
            paint_disc(painter, middle, radius, colour, ground, ring)
            painter.setBrush(fill)
            painter.drawEllipse(middle, radius - ring, radius - ring)

        return self._atlas.source(("cluster", lane, radius, dim), 2 * int(radius + ring + 1) + 1, draw)

    def _paint_dots(self, painter: QPainter, scene: Scene) -> None:
        dots = scene.frame.dots
        if not len(dots.row):
            return
        number = np.minimum(dots.sources, MOST_DOTS).astype(np.int64)
        dim = np.zeros(len(dots.row), np.bool_) if scene.stage.lit is None else ~scene.stage.lit[dots.row]
        kinds = number << 2 | dots.disputed * 2 | dim
        unique, place = distinct(kinds)
        sources = np.array([self._dots(scene, int(kind)) for kind in unique])
        left, top = scene.origin
        draw_fragments(painter, self._atlas.pixmap, sources[place], left + dots.x, top + dots.y)

    def _dots(self, scene: Scene, kind: int) -> Source:
        dim, disputed, number = bool(kind & 1), bool(kind & 2), kind >> 2
        theme, unit = scene.theme, scene.geometry.unit
        radius, pitch = DOT * unit, DOT_PITCH * unit
        colour = dimmed(theme, theme.colour("muted"), dim=dim)
        faint = theme.blend(colour, 0.55)

        def draw(painter: QPainter, middle: QPointF) -> None:
            if not number:
                paint_dot(painter, middle, radius * 0.9, faint, filled=False)
            for at in range(number):
                place = QPointF(middle.x() + (at - (number - 1) / 2) * pitch, middle.y())
                if disputed and at == number - 1:
                    paint_split_dot(painter, place, radius * 1.15, colour)
                else:
                    paint_dot(painter, place, radius, colour, filled=True)

        return self._atlas.source(("dots", kind), int(pitch * MOST_DOTS + 2), draw)


def dimmed(theme: Theme, colour: QColor, *, dim: bool) -> QColor:
    """A colour as it is, or weakened towards the ground where a search did not find the event."""
    return theme.blend(colour, DIM) if dim else colour


def short_count(count: int) -> str:
    """A number that fits into a cluster: 12, 999, 1.2k, 34k, 2M."""
    if count < 1000:
        return str(count)
    if count < 10_000:
        return f"{count / 1000:.1f}k"
    return f"{count // 1000}k" if count < 1_000_000 else f"{count // 1_000_000}M"
