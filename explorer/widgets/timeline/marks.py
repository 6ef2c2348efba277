"""Discs, clusters and the evidence dots below them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QPainter

from explorer.widgets.timeline.fragments import draw_fragments
from explorer.widgets.timeline.scene import Scene
from explorer.widgets.timeline.stamps import Stamps

Place = tuple[NDArray[np.float64], NDArray[np.floating], NDArray[np.floating]]
"""Sprites of one kind, with the left column and the top row of each."""
Part = tuple[NDArray[np.float64], NDArray[np.floating], NDArray[np.floating], NDArray[np.floating]]
"""The same, with the strength of each."""


class MarkPainter:
    """Copies discs, clusters and dots out of one atlas, all in one call."""

    def __init__(self) -> None:
        self._look: tuple[object, ...] = ()
        self._stamps: Stamps | None = None

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Dots first, so that no disc is touched by its neighbour's dots; the selected event is a disc."""
        look = (scene.theme, scene.geometry.unit, scene.geometry.ratio, scene.lane_colours)
        if self._stamps is None or look != self._look:
            self._look, self._stamps = look, Stamps(scene)
        stamps = self._stamps
        parts = (*_dots(stamps, scene), *_clusters(stamps, scene), *_discs(stamps, scene))
        if parts:
            sources, left, top, strength = (np.concatenate(column) for column in zip(*parts, strict=True))
            draw_fragments(painter, stamps.atlas.pixmap, sources, left, top, opacity=strength)


def _dots(stamps: Stamps, scene: Scene) -> tuple[Part, ...]:
    dots = scene.frame.dots
    if not len(dots.row):
        return ()
    lit = np.ones(len(dots.row), np.bool_) if scene.stage.lit is None else scene.stage.lit[dots.row]
    sprites = stamps.dots(dots.sources, dots.contested, lit)
    return ((*_about(scene, sprites, dots.x, dots.y), dots.strength),)


def _clusters(stamps: Stamps, scene: Scene) -> tuple[Part, ...]:
    clusters = scene.frame.clusters
    if not len(clusters.x):
        return ()
    left, top = scene.origin
    numbers = stamps.numbers(clusters.count, clusters.lit)
    column = np.rint(left + clusters.x - numbers[:, 2] / 2 + 1)
    row = np.rint(top + clusters.y - numbers[:, 3] / 2)
    discs = _about(
        scene, stamps.clusters(clusters.lane, clusters.radius, clusters.lit), clusters.x, clusters.y
    )
    return (*discs, clusters.strength), (numbers, column, row, clusters.strength)


def _discs(stamps: Stamps, scene: Scene) -> tuple[Part, ...]:
    """Where the bar about a disc fades in, the disc fades on top of its outline."""
    discs = scene.frame.discs
    if not len(discs.row):
        return ()
    outlined = discs.hollow > 0
    sprites = stamps.discs(discs.lane, discs.radius, outlined, discs.lit)
    parts = ((*_about(scene, sprites, discs.x, discs.y), discs.strength),)
    changing = np.flatnonzero(outlined & (discs.hollow < 1))
    if not len(changing):
        return parts
    lane, radius, lit = discs.lane[changing], discs.radius[changing], discs.lit[changing]
    solid = stamps.discs(lane, radius, np.zeros(len(changing), np.bool_), lit)
    strength = (discs.strength * (1 - discs.hollow))[changing]
    return (*parts, (*_about(scene, solid, discs.x[changing], discs.y[changing]), strength))


def _about(
    scene: Scene, sprites: NDArray[np.float64], x: NDArray[np.float32], y: NDArray[np.float32]
) -> Place:
    """Sprites of odd sides whose middle pixels are those at (x, y) of the frame."""
    left, top = scene.origin
    half = (sprites[:, 2] - 1) / 2
    return sprites, np.floor(left + x) - half, np.floor(top + y) - half
