"""The ways that arcs take: between the lanes and above the labels, so that they cross as few as may be.

A way is float64[n, 2]: points on the canvas in device pixels, from cause to effect.
"""

from collections.abc import Sequence
from math import floor

import numpy as np
from numpy.typing import NDArray

from explorer.widgets.timeline.rings import Mark
from explorer.widgets.timeline.scene import Scene

Way = NDArray[np.float64]

GAP = 3.0
ABOVE = 1.0
ARCH = 26.0
TURN = 6.0
"""Radius of a turn; a small one stays clear of the letters that stand at it."""
LEAST_RISE = 12.0
RISE = 0.5
STUB = 58.0
STEPS = 9
ANGLES = np.linspace(0, np.pi / 2, STEPS)
SINE, VERSINE = np.sin(ANGLES), 1 - np.cos(ANGLES)
AIR_ABOVE, AIR_BESIDE = 3.0, 1.0
"""What of a label's slot has no letters."""
NEAREST = 6.0
"""Marks with less between them than so much need no arc: it would be shorter than its arrow head."""


def way_between(scene: Scene, first: int, last: int, start: Mark, end: Mark) -> Way | None:
    """From one mark to another that is in view as well; None where they nearly touch."""
    lanes = scene.stage.index.lane[[first, last]]
    distance = float(np.hypot(end[0] - start[0], end[1] - start[1])) - start[2] - end[2]
    if distance < NEAREST * scene.geometry.unit:
        return None
    if lanes[0] == lanes[1]:
        return _arch(scene, start, end, run_of(scene, int(lanes[0])))
    if lanes[0] < lanes[1]:
        return _step(scene, start, end, run_of(scene, int(lanes[1])))
    return _step(scene, end, start, run_of(scene, int(lanes[0])))[::-1]


def way_in(scene: Scene, row: int, mark: Mark, side: int) -> Way:
    """The last bit of an arc from an event out of view on one side (-1: earlier)."""
    geometry = scene.geometry
    box, run, foot = geometry.lanes, run_of(scene, int(scene.stage.index.lane[row])), _head(scene, mark)
    far = min(max(mark[0] + side * STUB * geometry.unit, box.x), float(box.right))
    across = min(abs(far - mark[0]), TURN * geometry.unit)
    turn = _quarter((mark[0], min(run + TURN * geometry.unit, foot)), (mark[0] + side * across, run))
    return np.vstack(((far, run), turn[::-1], (mark[0], foot)))


def crossed_by(scene: Scene, ways: Sequence[Way]) -> NDArray[np.bool_]:
    """Which labels some of the ways run through, bool[labels]."""
    labels, ratio = scene.frame.labels, scene.geometry.ratio
    if not ways:
        return np.zeros(len(labels.row), np.bool_)
    left, top = scene.origin
    # Lines run level or upright, and are short in a turn: their bounds say where they are.
    ends = np.concatenate([np.stack((way[:-1], way[1:])) for way in ways], axis=1)
    first_x, first_y = (ends.min(axis=0) - (left, top)).T[:, :, None]
    last_x, last_y = (ends.max(axis=0) - (left, top)).T[:, :, None]
    beside, above = AIR_BESIDE * ratio, AIR_ABOVE * ratio
    across = (last_x > labels.x + beside) & (first_x < labels.x + labels.width - beside)
    down = (last_y > labels.y + above) & (first_y < labels.y + scene.frame.lanes.label_height)
    crossed: NDArray[np.bool_] = (across & down).any(axis=0) & ~labels.inside
    return crossed


def run_of(scene: Scene, lane: int) -> float:
    """The row above a lane's labels along which arcs run."""
    lanes = scene.frame.lanes
    _, top = scene.origin
    labels = int(lanes.baseline[lane]) - lanes.label_bottom - lanes.label_rows * lanes.label_height
    # In the middle of a pixel, where a level line is sharp.
    return floor(top + labels - ABOVE * scene.geometry.ratio) + 0.5


def _arch(scene: Scene, start: Mark, end: Mark, run: float) -> Way:
    """Within the lane that both marks stand in: low if no label is in the way, else over all of them."""
    unit = scene.geometry.unit
    feet = _head(scene, start), _head(scene, end)
    length = end[0] - start[0]
    low = min(feet) - max(LEAST_RISE * unit, RISE * abs(length))
    if low > run:
        across = np.copysign(min(abs(length) / 2, ARCH * unit), length)
        rising = _quarter((start[0], feet[0]), (start[0] + across, low))
        falling = _quarter((end[0], feet[1]), (end[0] - across, low))
        way = np.vstack((rising, falling[::-1]))
        if not crossed_by(scene, [way]).any():
            return way
    turn = max(min(TURN * unit, min(feet) - run), 0.0)
    across = np.copysign(min(abs(length) / 2, turn), length)
    rising = _quarter((start[0], run + turn), (start[0] + across, run))
    falling = _quarter((end[0], run + turn), (end[0] - across, run))
    return np.vstack(((start[0], feet[0]), rising, falling[::-1], (end[0], feet[1])))


def _step(scene: Scene, upper: Mark, lower: Mark, run: float) -> Way:
    """Down from the upper mark, across above the labels of the lower one's lane, and down to it."""
    scale, gap = scene.scale, GAP * scene.geometry.ratio
    foot = upper[1] + max(upper[2], scale.dot_drop + scale.dot_radius) + gap
    head = _head(scene, lower)
    length = abs(lower[0] - upper[0])
    turn = max(min(TURN * scene.geometry.unit, run - foot, head - run), 0.0)
    across = np.copysign(min(length / 2, turn), lower[0] - upper[0])
    leaving = _quarter((upper[0], run - turn), (upper[0] + across, run))
    coming = _quarter((lower[0], run + turn), (lower[0] - across, run))
    return np.vstack(((upper[0], foot), leaving, coming[::-1], (lower[0], head)))


def _head(scene: Scene, mark: Mark) -> float:
    return mark[1] - mark[2] - GAP * scene.geometry.ratio


def _quarter(foot: tuple[float, float], top: tuple[float, float]) -> Way:
    """A quarter of an ellipse that leaves ``foot`` upright and comes level to ``top``."""
    quarter = np.empty((STEPS, 2))
    quarter[:, 0] = foot[0] + (top[0] - foot[0]) * VERSINE
    quarter[:, 1] = foot[1] + (top[1] - foot[1]) * SINE
    return quarter
