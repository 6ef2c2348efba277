"""Arcs from what led to the selected event and to what followed."""

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from explorer.widgets.timeline.fragments import draw_lines
from explorer.widgets.timeline.rings import RING_GAP, Mark, marks_of
from explorer.widgets.timeline.routes import Way, crossed_by, way_between, way_in
from explorer.widgets.timeline.scene import DIM, Scene

PEN = 1.5
DASHES = (5.0, 2.0)
ARROW = 7.0
ARROW_SLIM = 0.45

Place = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """One arc. ``firm``: a source says so, otherwise it is our own reading; ``faint``: an end is dim.

    ``enters``: it comes from out of view.
    """

    way: Way
    firm: bool
    faint: bool
    enters: bool


def arcs_of(scene: Scene) -> tuple[Arc, ...]:
    """The arcs of the selected event, faint ones first.

    Those that would lie on each other are one: events in one cluster, events out of view on one side. None
    leads to an event that does not pass the filter.
    """
    if scene.selected is None or not scene.related:
        return ()
    found: dict[Place, Arc] = {}
    rows = [scene.selected, *(one.row for one in scene.related)]
    if scene.far(np.array(rows, np.int32)):
        return ()
    (x, y, radius), *marks = marks_of(scene, rows)
    own = x, y, radius + RING_GAP * scene.geometry.unit
    sure = scene.passes(scene.selected) and scene.is_lit(scene.selected)
    for (other, leaving, reading), mark in zip(scene.related, marks, strict=True):
        if not scene.passes(other):
            continue
        place, way, enters = _way(scene, other, own, mark, leaving=leaving)
        if way is None:
            continue
        faint = not (sure and scene.is_lit(other))
        known = found.get(place)
        firm = not reading or (known is not None and known.firm)
        found[place] = Arc(way, firm, faint and (known is None or known.faint), enters)
    return tuple(sorted(found.values(), key=lambda arc: not arc.faint))


def _way(scene: Scene, other: int, own: Mark, mark: Mark, *, leaving: bool) -> tuple[Place, Way | None, bool]:
    """The way, what tells it from others, and whether it comes from out of view."""
    selected, box = scene.selected, scene.geometry.lanes
    assert selected is not None
    own_seen, other_seen = (box.x <= one[0] <= box.right for one in (own, mark))
    if own_seen and other_seen:
        rows, marks = ((selected, other), (own, mark)) if leaving else ((other, selected), (mark, own))
        return (leaving, *(round(part) for part in mark)), way_between(scene, *rows, *marks), False
    if own_seen:
        row, here, side = selected, own, -1 if mark[0] < own[0] else 1
    elif other_seen:
        row, here, side = other, mark, -1 if own[0] < mark[0] else 1
    else:
        return (), None, False
    # Seen from an event that follows, the selected one is out of view: the arc enters there.
    enters = leaving != own_seen
    way = way_in(scene, row, here, side)
    return (leaving, row, side), way if enters else way[::-1], enters


def paint_arcs(painter: QPainter, scene: Scene, arcs: tuple[Arc, ...]) -> None:
    """The lines; marks and labels are painted on top of them."""
    if not arcs:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    alike: dict[tuple[bool, bool], list[Way]] = {}
    for arc in arcs:
        if arc.enters:
            brush = _fading(arc, _colour(scene, faint=arc.faint))
            _draw(painter, scene, brush, [arc.way], firm=arc.firm)
        else:
            alike.setdefault((arc.faint, arc.firm), []).append(arc.way)
    for (faint, firm), ways in alike.items():
        _draw(painter, scene, QBrush(_colour(scene, faint=faint)), ways, firm=firm)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _draw(painter: QPainter, scene: Scene, brush: QBrush, ways: list[Way], *, firm: bool) -> None:
    pen = QPen(brush, PEN * scene.geometry.ratio * scene.theme.stroke)
    # Qt draws lines one by one, with flat ends, ten times as fast as a path.
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not firm:
        # Our own reading, open to dispute, is not drawn as firmly as what a source says.
        pen.setDashPattern(DASHES)
    painter.setPen(pen)
    draw_lines(painter, np.concatenate([np.hstack((way[:-1], way[1:])) for way in ways]))


def paint_arrow_heads(painter: QPainter, scene: Scene, arcs: tuple[Arc, ...]) -> None:
    """Where the arcs lead; on top of everything, so that they are seen."""
    if not arcs:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    size = ARROW * scene.geometry.unit
    for arc in arcs:
        (from_x, from_y), (x, y) = arc.way[-2:].tolist()
        length = size / max(hypot(from_x - x, from_y - y), 1e-6)
        back_x, back_y = (from_x - x) * length, (from_y - y) * length
        side_x, side_y = -back_y * ARROW_SLIM, back_x * ARROW_SLIM
        left = QPointF(x + back_x + side_x, y + back_y + side_y)
        right = QPointF(x + back_x - side_x, y + back_y - side_y)
        painter.setBrush(_colour(scene, faint=arc.faint))
        painter.drawConvexPolygon([QPointF(x, y), left, right])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def crossed_labels(scene: Scene, arcs: tuple[Arc, ...]) -> NDArray[np.bool_]:
    """Which labels an arc runs through, bool[labels]."""
    return crossed_by(scene, [arc.way for arc in arcs])


def _colour(scene: Scene, *, faint: bool) -> QColor:
    accent = scene.theme.colour("accent")
    return scene.theme.blend(accent, DIM) if faint else accent


def _fading(arc: Arc, colour: QColor) -> QBrush:
    """From nothing where the arc enters to its colour where it turns down."""
    clear = QColor(colour)
    clear.setAlpha(0)
    gradient = QLinearGradient(QPointF(*arc.way[0]), QPointF(arc.way[-1][0], arc.way[0][1]))
    gradient.setColorAt(0, clear)
    gradient.setColorAt(0.7, colour)
    return QBrush(gradient)
