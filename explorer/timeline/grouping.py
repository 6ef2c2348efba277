"""What the events are drawn as at one zoom level: bars, marks, clusters and density."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.columns import Columns
from explorer.timeline.distinct import among
from explorer.timeline.frame import Clusters, Density, LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.labels import Titles
from explorer.timeline.mask import Mask, Sieve
from explorer.timeline.rowset import RowSet
from explorer.timeline.runs import Groups, sort_columns, taken
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport

Rows = NDArray[np.int32]
Numbers = NDArray[np.integer]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The arguments of a frame, and its events counted by the columns of one zoom level."""

    index: EventIndex
    viewport: Viewport
    layout: LaneLayout
    scale: Scale
    mask: Mask
    sieve: Sieve
    weight: float
    """The level's share of the picture."""
    columns: Columns
    edges: Numbers
    """Row number at the edges of the columns, [lanes, columns + 1]."""
    before: Numbers
    """How many events pass the filter before these rows, of the same shape."""


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Every event that passes and stands in the columns is in one of these.

    ``alone`` are the rows given, ``marks`` those that have room and those of ``labelled`` that stand in the
    density; those are no stronger than their labels. ``cluster_rows`` are the first and the last row of each
    cluster, [2, clusters]; ``clustered`` counts the events of clusters in view.
    """

    alone: Rows
    marks: Rows
    strength: NDArray[np.float64]
    """Of each mark, 0 to 1, at its level."""
    clusters: Clusters
    cluster_rows: Numbers
    clustered: int
    density: Density


def grouped(ground: Ground, alone: Rows, labels: Titles, found: RowSet | None) -> Grouping:
    """Sort what is not drawn ``alone``; ``found`` are the events that light their cluster, None for all."""
    labelled = labels.row
    counts = ground.before[:, 1:] - ground.before[:, :-1]
    _take_off(ground, counts, alone)
    runs = sort_columns(counts, ground.columns, ground.scale)
    dense = _covered(runs.dense, counts.shape)
    promoted = _in_columns(ground, labelled, dense)
    promoted = promoted[~among(promoted, alone)]
    _take_off(ground, counts, promoted)
    marks = ground.sieve.nth(taken(runs.marks, ground.before)).astype(np.int32)
    marks = marks[~among(marks, alone)]
    strength = np.ones(len(marks) + len(promoted))
    if len(promoted) and labels.strength.min() < 1:
        faint = dict(zip(labelled.tolist(), labels.strength.tolist(), strict=True))
        strength[len(marks) :] = [faint[row] for row in promoted.tolist()]
    marks = np.concatenate((marks, promoted))
    clusters, cluster_rows, clustered = _clusters(ground, runs.clusters, counts, found)
    density = _density(ground, counts * dense)
    return Grouping(alone, marks, strength, clusters, cluster_rows, clustered, density)


def _column_of(ground: Ground, rows: Rows) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Lane and column of rows, and which of them lie within the columns at all."""
    column = ground.columns.edges.searchsorted(ground.index.position[rows], "right") - 1
    within = (column >= 0) & (column < len(ground.columns.pixel))
    return ground.index.lane[rows].astype(np.intp), column, within


def _take_off(ground: Ground, counts: Numbers, rows: Rows) -> None:
    """Take rows that are drawn one by one off the counts of their columns."""
    lane, column, within = _column_of(ground, rows)
    np.subtract.at(counts, (lane[within], column[within]), 1)


def _in_columns(ground: Ground, rows: Rows, chosen: NDArray[np.bool_]) -> Rows:
    """Those of ``rows`` that stand in the columns ``chosen`` (bool[lanes, columns])."""
    lane, column, within = _column_of(ground, rows)
    rows, lane, column = rows[within], lane[within], column[within]
    return rows[chosen[lane, column]]


def _covered(groups: Groups, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """bool[lanes, columns]: which columns belong to the groups."""
    lanes, many = shape
    ends = np.empty(2 * len(groups.lane) + 2, np.int64)
    ends[0], ends[-1] = 0, lanes * many
    ends[1:-1:2] = groups.lane * many + groups.first
    ends[2:-1:2] = groups.lane * many + groups.last + 1
    covered: NDArray[np.bool_] = np.repeat(np.arange(len(ends) - 1) % 2 == 1, ends[1:] - ends[:-1])
    return covered.reshape(shape)


def _clusters(
    ground: Ground, groups: Groups, counts: Numbers, found: RowSet | None
) -> tuple[Clusters, Numbers, int]:
    """Clusters that show in the plot, their first and last rows, and how many events of all are in view."""
    index, view, scale, columns = ground.index, ground.viewport, ground.scale, ground.columns
    begins, ends = groups.first >= columns.first, groups.last < columns.last
    inside = np.where(begins & ends, groups.count, 0)
    # Of a cluster that an edge of the plot cuts, what lies beyond is not in view.
    cut = (groups.first < columns.last) & (groups.last >= columns.first) & ~(begins & ends)
    for at in cut.nonzero()[0].tolist():
        first, last = max(groups.first[at], columns.first), min(groups.last[at] + 1, columns.last)
        inside[at] = counts[groups.lane[at], first:last].sum()

    digits = np.floor(np.log10(np.maximum(groups.count, 1)))
    radius = scale.cluster_radius + digits * scale.digit
    x = (groups.middle - view.start) * view.pixels_per_day
    # Its middle may lie far outside when only the last of its events is in view: its rim still shows.
    x = np.where(inside > 0, np.minimum(np.maximum(x, 1 - radius), view.width + radius - 1), x)
    shows = (x + radius > 0) & (x - radius < view.width)
    groups, x, radius = groups[shows], x[shows], radius[shows]
    first_row = ground.sieve.nth(ground.before[groups.lane, groups.first])
    last_row = ground.sieve.nth(ground.before[groups.lane, groups.last + 1] - 1)
    if found is None:
        lit = np.ones(len(x), np.bool_)
    else:
        rows = ground.edges
        last, first = rows[groups.lane, groups.last + 1], rows[groups.lane, groups.first]
        lit = found.before(last) > found.before(first)
    return (
        Clusters(
            x=x.astype(np.float32),
            y=ground.layout.baseline[groups.lane].astype(np.float32),
            radius=radius.astype(np.float32),
            count=groups.count.astype(np.int32),
            lane=groups.lane.astype(np.int32),
            first=index.position[first_row],
            last=index.position[last_row],
            lit=lit,
            strength=np.full(len(x), ground.weight, np.float32),
            counted=np.ones(len(x), np.bool_),
        ),
        np.stack((first_row, last_row)),
        int(inside.sum()),
    )


def _density(ground: Ground, counts: Numbers) -> Density:
    """Counts by column of the plot, from counts by column."""
    columns, view = ground.columns, ground.viewport
    seen = slice(columns.first, columns.last)
    edges = (columns.edges[columns.first : columns.last + 1] - view.start) * view.pixels_per_day
    return Density(counts[:, seen].astype(np.int32), edges.astype(np.float32), ground.weight)
