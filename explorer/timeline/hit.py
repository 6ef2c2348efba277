"""What lies under the pointer, asked of the arrays that are painted."""

from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.frame import Clusters, Discs, Frame


class HitKind(Enum):
    """The kind of mark that was hit."""

    DISC = "disc"
    BAR = "bar"
    LABEL = "label"
    CLUSTER = "cluster"
    DENSITY = "density"


@dataclass(frozen=True, slots=True)
class Hit:
    """One mark. ``row`` is the event's row, None for clusters and density.

    ``lane`` is its lane, ``at`` the place in the arrays of its kind (the column for density). ``count``
    events stand for it, between the days ``first`` and ``last``; both are the position of the event if it is
    one.
    """

    kind: HitKind
    row: int | None
    lane: int
    at: int
    count: int
    first: float
    last: float


def hit(frame: Frame, x: float, y: float, reach: float) -> Hit | None:
    """The topmost mark at a point of the lanes, or else the nearest disc or cluster within ``reach`` pixels.

    Args:
        frame: What is painted.
        x: From the left edge of the plot.
        y: From the top of the lanes.
        reach: How far off the mark one may be.
    """
    return (
        _label(frame, x, y)
        or _round(frame, x, y, 0.0)
        or _bar(frame, x, y)
        or _round(frame, x, y, reach)
        or _density(frame, x, y)
    )


def _label(frame: Frame, x: float, y: float) -> Hit | None:
    labels = frame.labels
    top = labels.y + frame.lanes.label_height
    found = _last((labels.x <= x) & (x <= labels.x + labels.width) & (labels.y <= y) & (y <= top))
    return None if found is None else _event(frame, HitKind.LABEL, int(labels.row[found]), y, found)


def _round(frame: Frame, x: float, y: float, reach: float) -> Hit | None:
    """Discs before clusters, which are painted under them; with a reach, the one whose edge is nearest.

    What only fades in or out is not there to be hit.
    """
    discs, clusters = frame.discs, frame.clusters
    disc = _nearest(discs, x, y, reach)
    cluster = _nearest(clusters, x, y, reach)
    if disc is not None and (cluster is None or reach == 0 or disc[1] <= cluster[1]):
        return _event(frame, HitKind.DISC, int(discs.row[disc[0]]), y, disc[0])
    if cluster is None:
        return None
    at = cluster[0]
    return Hit(
        HitKind.CLUSTER,
        None,
        int(clusters.lane[at]),
        at,
        int(clusters.count[at]),
        float(clusters.first[at]),
        float(clusters.last[at]),
    )


def _nearest(marks: Discs | Clusters, x: float, y: float, reach: float) -> tuple[int, float] | None:
    """The topmost mark under the point; with a reach, the one with the nearest edge: (place, distance)."""
    distance = np.hypot(marks.x.astype(np.float64) - x, marks.y.astype(np.float64) - y) - marks.radius
    near = np.flatnonzero((distance <= reach) & marks.counted)
    if not len(near):
        return None
    at = int(near[-1]) if reach == 0 else int(near[np.argmin(distance[near])])
    return at, float(distance[at])


def _bar(frame: Frame, x: float, y: float) -> Hit | None:
    bars = frame.bars
    found = _last((bars.x0 <= x) & (x <= bars.x1) & (np.abs(bars.y - y) <= bars.height / 2) & bars.counted)
    return None if found is None else _event(frame, HitKind.BAR, int(bars.row[found]), y, found)


def _density(frame: Frame, x: float, y: float) -> Hit | None:
    lane, counts, edges = lane_at(frame, y), frame.density.counts, frame.density.x
    column = int(edges.searchsorted(x, "right")) - 1
    if lane is None or not 0 <= column < counts.shape[1] or not counts[lane, column]:
        return None
    view = frame.viewport
    first, last = (view.day(float(edge)) for edge in edges[column : column + 2])
    return Hit(HitKind.DENSITY, None, lane, column, int(counts[lane, column]), first, last)


def lane_at(frame: Frame, y: float) -> int | None:
    """The lane at a height, or None outside all of them."""
    lanes = frame.lanes
    return _last((lanes.top <= y) & (y < lanes.top + lanes.height))


def _event(frame: Frame, kind: HitKind, row: int, y: float, at: int) -> Hit:
    view = frame.viewport
    source = {HitKind.DISC: frame.discs.x, HitKind.BAR: frame.bars.x0, HitKind.LABEL: frame.labels.mark_x}[
        kind
    ]
    day = view.day(float(source[at]))
    lane = lane_at(frame, y)
    return Hit(kind, row, -1 if lane is None else lane, at, 1, day, day)


def _last(chosen: NDArray[np.bool_]) -> int | None:
    found = np.flatnonzero(chosen)
    return int(found[-1]) if len(found) else None
