"""Spans, months and years as bars."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from explorer.timeline.frame import Bars, BarShape
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.fragments import draw_boxes, draw_fragments
from explorer.widgets.timeline.scene import Scene
from explorer.widgets.timeline.sprites import Atlas, Source, Sprites
from explorer.widgets.timeline.stamps import dimmed

TINT = 0.30
HEAD_WIDTH = 5.0
ROUNDING = 6.0
STEPS = 8
"""Strengths that are told apart."""
FADE_STEPS = 48
FADE_ROWS = 3
"""All alike; the middle one is stretched."""

# As plain integers: an operator of an enum costs more than one of numpy.
FADE_LEFT, FADE_RIGHT, DASHED, SOLID_HEAD = (
    int(one) for one in (BarShape.FADE_LEFT, BarShape.FADE_RIGHT, BarShape.DASHED, BarShape.HEAD)
)

LANE, LEFT, RIGHT, TOP, HEIGHT, CORNER, HEAD, OUTER_LEFT, OUTER_RIGHT, DASHES = range(10)

Floats = NDArray[np.float64]


class BarPainter:
    """Paints the bodies of all bars in a few calls, then their ends, then their heads."""

    def __init__(self) -> None:
        self._look: tuple[object, ...] = ()
        self._dress: _Dress | None = None

    def paint(self, painter: QPainter, scene: Scene) -> None:
        """Bars, those that fade in or out first, the dim ones before the others."""
        look = (scene.theme, scene.lane_colours)
        if self._dress is None or look != self._look:
            self._look, self._dress = look, _Dress(scene.theme, scene.lane_colours)
        bars = scene.frame.bars
        if not len(bars.row):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        order = np.argsort(bars.lane, kind="stable")
        lit, strength = bars.lit[order], np.rint(bars.strength[order] * STEPS)
        edges = edges_of(bars, scene)[:, order]
        for step in sorted(set(strength[strength > 0].tolist())):
            painter.setOpacity(step / STEPS)
            now = strength == step
            for dim in (True, False):
                chosen = now & (lit != dim)
                if chosen.any():
                    _paint_bars(painter, scene, edges[:, chosen], self._dress, dim=dim)
        painter.setOpacity(1.0)


def edges_of(bars: Bars, scene: Scene) -> Floats:
    """Whole-pixel edges of bars on the canvas, float64[10, bars].

    The rows are the lane, the left and right edge of what does not fade, top, height, the width of a rounded
    end or 0, that of a solid head or 0, the outer ends of what fades, and 1 where the date is approximate.
    """
    origin, first = scene.origin
    unit = scene.geometry.unit
    shape = bars.shape
    left = np.floor(origin + bars.core0)
    right = np.maximum(np.floor(origin + bars.core1), left + max(round(unit * 2), 1))
    # A side that fades without a range of its own takes the fade from the body.
    borrowed = np.minimum(np.floor((right - left) / 3), round(24 * unit))
    fade_left = np.minimum(np.floor(origin + bars.x0), left)
    fade_right = np.maximum(np.floor(origin + bars.x1), right)
    edges = np.empty((10, len(left)))
    left += borrowed * ((shape & FADE_LEFT > 0) & (left - fade_left < 1))
    right -= borrowed * ((shape & FADE_RIGHT > 0) & (fade_right - right < 1))
    height = np.maximum(np.round(bars.height), 2)
    wide = np.minimum(round(ROUNDING * unit), np.floor(height / 2))
    edges[LANE] = bars.lane
    edges[LEFT], edges[RIGHT] = left, right
    edges[TOP], edges[HEIGHT] = np.round(first + bars.y - height / 2), height
    edges[CORNER] = wide * ((fade_right <= right) & (right - left > 2 * wide))
    edges[HEAD] = (shape & SOLID_HEAD > 0) * float(max(round(HEAD_WIDTH * unit), 2))
    edges[OUTER_LEFT], edges[OUTER_RIGHT] = fade_left, fade_right
    edges[DASHES] = shape & DASHED > 0
    return edges


class _Dress:
    """Colours and end pieces in one look."""

    def __init__(self, theme: Theme, lanes: tuple[QColor, ...]) -> None:
        self._atlas = Atlas()
        self._ends = Sprites(self._end)
        self._fades = Sprites(self._fade)
        self.colours = {dim: tuple(dimmed(theme, lane, dim=dim) for lane in lanes) for dim in (False, True)}
        self.tints = {
            dim: tuple(theme.blend(one, TINT) for one in self.colours[dim]) for dim in (False, True)
        }

    def paint_ends(self, painter: QPainter, edges: Floats, *, dim: bool) -> None:
        """Rounded right ends."""
        kinds = edges[[LANE, CORNER, HEIGHT]].astype(np.int64)
        sprites = self._ends.sources((kinds[0] << 1 | dim) << 32 | kinds[1] << 16 | kinds[2])
        draw_fragments(painter, self._atlas.pixmap, sprites, edges[RIGHT] - edges[CORNER], edges[TOP])

    def paint_fades(self, painter: QPainter, edges: Floats, *, left: bool, dim: bool) -> None:
        """What fades out on one side."""
        begin, end = (edges[OUTER_LEFT], edges[LEFT]) if left else (edges[RIGHT], edges[OUTER_RIGHT])
        sprites = self._fades.sources(edges[LANE].astype(np.int64) << 2 | 2 * left | dim)
        draw_fragments(
            painter, self._atlas.pixmap, sprites, begin, edges[TOP], width=end - begin, height=edges[HEIGHT]
        )

    def _end(self, kind: int) -> Source:
        corner, height = kind >> 16 & 0xFFFF, kind & 0xFFFF
        tint = self.tints[bool(kind >> 32 & 1)][kind >> 33]

        def draw(painter: QPainter, place: QRectF) -> None:
            painter.setClipRect(place)
            painter.setBrush(tint)
            painter.drawRoundedRect(place.adjusted(-corner, 0, 0, 0), corner, min(corner, height / 2))

        return self._atlas.add(corner, height, draw)

    def _fade(self, kind: int) -> Source:
        tint, left = self.tints[bool(kind & 1)][kind >> 2], bool(kind & 2)
        clear = QColor(tint)
        clear.setAlpha(0)

        def draw(painter: QPainter, place: QRectF) -> None:
            gradient = QLinearGradient(place.topLeft(), place.topRight())
            gradient.setColorAt(0, clear if left else tint)
            gradient.setColorAt(1, tint if left else clear)
            painter.fillRect(place, gradient)

        x, y, width, _ = self._atlas.add(FADE_STEPS, FADE_ROWS, draw)
        return (x, y + FADE_ROWS // 2, width, 1)


def _paint_bars(painter: QPainter, scene: Scene, edges: Floats, dress: _Dress, *, dim: bool) -> None:
    """Bars of one strength, sorted by lane."""
    body = np.maximum(edges[RIGHT] - edges[LEFT] - edges[CORNER], 0)
    _paint_by_lane(painter, edges, body, dress.tints[dim])
    rounded = edges[CORNER] > 0
    if rounded.any():
        dress.paint_ends(painter, edges[:, rounded], dim=dim)
    for left, fades in (
        (True, edges[OUTER_LEFT] < edges[LEFT]),
        (False, edges[RIGHT] < edges[OUTER_RIGHT]),
    ):
        if fades.any():
            dress.paint_fades(painter, edges[:, fades], left=left, dim=dim)
    dashed = edges[DASHES] > 0
    if dashed.any():
        _paint_dashes(painter, scene, edges[:, dashed], dress.colours[dim])
    headed = edges[:, edges[HEAD] > 0]
    _paint_by_lane(painter, headed, headed[HEAD], dress.colours[dim])


def _paint_by_lane(painter: QPainter, edges: Floats, width: Floats, colours: tuple[QColor, ...]) -> None:
    """Boxes from the left edges on, those of each lane in its colour."""
    boxes = np.empty((len(width), 4))
    boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3] = edges[LEFT], edges[TOP], width, edges[HEIGHT]
    stops = edges[LANE].searchsorted(np.arange(len(colours) + 1)).tolist()
    for colour, begin, end in zip(colours, stops[:-1], stops[1:], strict=True):
        if begin < end:
            painter.setBrush(colour)
            draw_boxes(painter, boxes[begin:end])


def _paint_dashes(painter: QPainter, scene: Scene, edges: Floats, colours: tuple[QColor, ...]) -> None:
    """A dashed line along the top and the foot of bars whose date is approximate; they are few."""
    for lane, left, right, top, height in edges[[LANE, OUTER_LEFT, OUTER_RIGHT, TOP, HEIGHT]].T.tolist():
        pen = QPen(colours[int(lane)], scene.geometry.line())
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        for y in (top, top + height - 1):
            painter.drawLine(QPointF(left, y), QPointF(right, y))
    painter.setPen(Qt.PenStyle.NoPen)
