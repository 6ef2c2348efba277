"""From a viewport to a frame: the one way from events to what is painted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.columns import Columns, EdgeRows, columns_of
from explorer.timeline.distinct import among
from explorer.timeline.foremost import foremost_extents, foremost_spans
from explorer.timeline.frame import Bars, Clusters, Counts, Discs, Frame, Labels, LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.labels import (
    Titles,
    joined,
    label_tops,
    pinned_titles,
    titles_in_view,
)
from explorer.timeline.marks import (
    bars_of,
    discs_of,
    dots_of,
    is_span,
    is_wide,
    meets,
    stack_offset,
)
from explorer.timeline.mask import Mask, Sieve
from explorer.timeline.placing import INSIDE, Setting
from explorer.timeline.rowset import RowSet
from explorer.timeline.runs import Groups, sort_columns, taken
from explorer.timeline.scale import Scale
from explorer.timeline.tiles import LabelTiles
from explorer.timeline.viewport import Viewport

NEAREST, NEAREST_MASKED = 12, 256
"""Of events that reach into the view from beside it so many are asked a length and lane for a bar.

More under a filter or a search, as few of those asked may pass it.
"""

Rows = NDArray[np.int32]
Numbers = NDArray[np.integer]


class FrameMemory:
    """What one frame leaves to the next: places of labels and the running counts of the filter.

    Keep one for each timeline on screen. It notices a new index, filter, scale or layout by itself.
    """

    def __init__(self) -> None:
        self.tiles = LabelTiles()
        self.edges = EdgeRows()
        self._index: EventIndex | None = None
        self._mask = Mask()
        self._sieve: Sieve | None = None
        self._lit: RowSet | None = None

    def renewed(self, old: EventIndex, new: EventIndex) -> None:
        """Another index of the same library comes next: labels keep their places as far as they can."""
        self.tiles.renewed(old, new)

    def sieve(self, index: EventIndex, mask: Mask) -> tuple[Sieve, RowSet | None]:
        """The filter's counts and the lit rows that pass; made anew if the mask changed."""
        fresh = self._sieve is None or index is not self._index or mask.visible is not self._mask.visible
        if fresh or self._sieve is None:
            made = mask.visible
            self._sieve = made if isinstance(made, Sieve) else Sieve.build(index, made)
        if fresh or mask.lit is not self._mask.lit:
            lit = index.as_set(mask.lit) if isinstance(mask.lit, np.ndarray) else mask.lit
            if lit is not None and self._sieve.passing is not None:
                lit = lit & self._sieve.passing
            self._lit = lit
        self._index, self._mask = index, mask
        return self._sieve, self._lit


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """The arguments of a frame, for the steps that make it."""

    index: EventIndex
    viewport: Viewport
    layout: LaneLayout
    scale: Scale
    mask: Mask
    sieve: Sieve
    columns: Columns
    edges: Numbers
    """Row number at the edges of the columns, [lanes, columns + 1]."""
    before: Numbers
    """How many events pass the filter before these rows, of the same shape."""


def compose(
    index: EventIndex,
    viewport: Viewport,
    layout: LaneLayout,
    scale: Scale,
    mask: Mask,
    memory: FrameMemory | None = None,
    focus: int | None = None,
) -> Frame:
    """Everything to paint for a viewport.

    Args:
        index: The events.
        viewport: Time in view and width of the plot.
        layout: Lanes, made for as many lanes as the index has.
        scale: Lengths in device pixels.
        mask: Filter and search hits.
        memory: That of the frame before; without it nothing is remembered, and a filter is counted anew.
        focus: Row of the selected event: if it passes the filter it has its own mark and is labelled first.
    """
    memory = memory or FrameMemory()
    sieve, found = memory.sieve(index, mask)
    if focus is not None and not sieve[focus]:
        focus = None
    columns = columns_of(viewport, scale.cell, index)
    edges = memory.edges.of(index, columns)
    scene = _Scene(index, viewport, layout, scale, mask, sieve, columns, edges, sieve.before(edges))

    alone, reaching = _drawn_for_themselves(scene, focus)
    counts = scene.before[:, 1:] - scene.before[:, :-1]
    _take_off(scene, counts, alone)
    runs = sort_columns(counts, columns, scale)
    titles = titles_in_view(memory.tiles, Setting(index, sieve, scale, layout.label_rows, focus), viewport)
    dense = _covered(runs.dense, counts.shape)
    promoted = _in_columns(scene, titles.row, dense)
    promoted = promoted[~among(promoted, alone)]
    _take_off(scene, counts, promoted)

    marks = sieve.nth(taken(runs.marks, scene.before)).astype(np.int32)
    marks = np.concatenate((marks[~among(marks, alone)], promoted))
    spans = is_span(index, alone)
    if focus is not None:
        # All but the selected one are wide, or they would not be drawn for themselves.
        spans[alone == focus] &= is_wide(index, np.array([focus]), viewport, scale)
    discs = discs_of(index, np.concatenate((marks, alone[~spans])), viewport, layout, scale, mask.lit)
    bars = bars_of(index, _barred(scene, marks, alone, reaching), viewport, layout, scale, mask.lit)
    clusters, clustered = _clusters(scene, runs.clusters, counts, found)
    pinned = pinned_titles(index, sieve, scale, viewport, *_span_ends(index, bars))
    titles = joined(titles, pinned)
    # A title stands in its bar or not at all.
    titles = titles[(titles.label_row != INSIDE) | among(titles.row, bars.row)]

    drawn = np.concatenate((discs.row, bars.row[~among(bars.row, discs.row)]))
    density = _density(scene, np.where(dense, counts, 0))
    return Frame(
        viewport=viewport,
        lanes=layout,
        discs=discs,
        bars=bars,
        clusters=clusters,
        density=density,
        labels=_labels(scene, titles, discs, bars),
        dots=dots_of(index, drawn, viewport, layout, scale),
        counts=_counts(scene, drawn, clustered, density),
        unfinished=memory.tiles.provisional,
    )


def _drawn_for_themselves(scene: _Scene, focus: int | None) -> tuple[Rows, Rows]:
    """Rows taken out of the columns (bars of spans, the selection), and others that reach in from outside."""
    index, view, columns = scene.index, scene.viewport, scene.columns
    plain = scene.mask.visible is None and scene.mask.lit is None
    most = NEAREST if plain else NEAREST_MASKED
    shortest = scene.scale.bar_min / view.pixels_per_day
    near = index.reach.near(columns.edges[0], columns.edges[-1], shortest, most)
    near = near[meets(*index.dates.ends(near), view) & is_wide(index, near, view, scene.scale)]
    near = near[scene.sieve.passes(near)]
    span = is_span(index, near)
    position = index.position[near]
    outside = (position < columns.edges[0]) | (position >= columns.edges[-1])
    alone = foremost_spans(index, near[span], scene.mask.lit, focus)
    if focus is not None and focus not in alone:
        alone = np.append(alone, np.int32(focus))
    return alone, near[~span & outside]


def _barred(scene: _Scene, marks: Rows, alone: Rows, reaching: Rows) -> Rows:
    """Rows that have a bar if they are wide enough: spans taken out of the columns, then other events."""
    index = scene.index
    single = marks[~is_span(index, marks)]
    single = single[is_wide(index, single, scene.viewport, scene.scale)]
    thin = np.concatenate((single, reaching[~among(reaching, alone)]))
    return np.concatenate((alone, foremost_extents(index, thin, scene.mask.lit, alone)))


def _column_of(scene: _Scene, rows: Rows) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Lane and column of rows, and which of them lie within the columns at all."""
    column = scene.columns.edges.searchsorted(scene.index.position[rows], "right") - 1
    return scene.index.lane[rows].astype(np.intp), column, (column >= 0) & (column < len(scene.columns.pixel))


def _take_off(scene: _Scene, counts: Numbers, rows: Rows) -> None:
    """Take rows that are drawn one by one off the counts of their columns."""
    lane, column, within = _column_of(scene, rows)
    np.subtract.at(counts, (lane[within], column[within]), 1)


def _in_columns(scene: _Scene, rows: Rows, chosen: NDArray[np.bool_]) -> Rows:
    """Those of ``rows`` that stand in the columns ``chosen`` (bool[lanes, columns])."""
    lane, column, within = _column_of(scene, rows)
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


def _clusters(scene: _Scene, groups: Groups, counts: Numbers, found: RowSet | None) -> tuple[Clusters, int]:
    """Clusters that show in the plot, and how many events of all clusters are in view."""
    index, view, scale, columns = scene.index, scene.viewport, scene.scale, scene.columns
    begins, ends = groups.first >= columns.first, groups.last < columns.last
    inside = np.where(begins & ends, groups.count, 0)
    # Of a cluster that an edge of the plot cuts, what lies beyond is not in view.
    for at in np.flatnonzero(
        (groups.first < columns.last) & (groups.last >= columns.first) & ~(begins & ends)
    ):
        first, last = max(groups.first[at], columns.first), min(groups.last[at] + 1, columns.last)
        inside[at] = counts[groups.lane[at], first:last].sum()

    digits = np.floor(np.log10(np.maximum(groups.count, 1)))
    radius = scale.cluster_radius + digits * scale.digit
    x = (groups.middle - view.start) * view.pixels_per_day
    # Its middle may lie far outside when only the last of its events is in view: its rim still shows.
    x = np.where(inside > 0, x.clip(1 - radius, view.width + radius - 1), x)
    shows = (x + radius > 0) & (x - radius < view.width)
    groups, x, radius = groups[shows], x[shows], radius[shows]
    first_row = scene.sieve.nth(scene.before[groups.lane, groups.first])
    last_row = scene.sieve.nth(scene.before[groups.lane, groups.last + 1] - 1)
    if found is None:
        lit = np.ones(len(x), np.bool_)
    else:
        rows = scene.edges
        last, first = rows[groups.lane, groups.last + 1], rows[groups.lane, groups.first]
        lit = found.before(last) > found.before(first)
    return (
        Clusters(
            x=x.astype(np.float32),
            y=scene.layout.baseline[groups.lane].astype(np.float32),
            radius=radius.astype(np.float32),
            count=groups.count.astype(np.int32),
            lane=groups.lane.astype(np.int32),
            first=index.position[first_row],
            last=index.position[last_row],
            lit=lit,
        ),
        int(inside.sum()),
    )


def _density(scene: _Scene, counts: Numbers) -> NDArray[np.int32]:
    """Counts by pixel of the plot, int32[lanes, width], from counts by column."""
    columns, width = scene.columns, scene.viewport.width
    seen = counts[:, columns.first : columns.last]
    density = np.zeros((len(counts), width), np.int32)
    some = min(width, seen.shape[1])
    density[:, :some] = seen[:, :some]
    if seen.shape[1] > width:
        density[:, -1] += seen[:, width:].sum(axis=1, dtype=np.int32)
    return density


def _span_ends(index: EventIndex, bars: Bars) -> tuple[Rows, NDArray[np.float64]]:
    """Spans among the bars, and the pixel where their likely part ends."""
    span = is_span(index, bars.row)
    return bars.row[span], bars.core1[span].astype(np.float64)


def _labels(scene: _Scene, titles: Titles, discs: Discs, bars: Bars) -> Labels:
    """Labels with the point where their leader ends: the top of the disc, bar, cluster or density strip."""
    index, layout, scale = scene.index, scene.layout, scene.scale
    rows, inside = titles.row, titles.label_row == INSIDE
    lane = index.lane[rows]
    offset = stack_offset(index, rows, layout, scale)
    radius = np.array(scale.radii)[np.minimum(index.importance[rows], len(scale.radii) - 1)]
    bar = is_span(index, rows) & among(rows, bars.row)
    rise = np.where(
        bar, scale.bar_height / 2 - offset, np.where(among(rows, discs.row), radius, scale.cluster_radius)
    )
    baseline = layout.baseline[lane]
    # A title inside has the height of a label, in the middle of its bar.
    y = np.where(inside, baseline + offset - layout.label_height / 2, label_tops(titles, index, layout))
    return Labels(
        row=rows,
        x=titles.x.astype(np.float32),
        y=y.astype(np.float32),
        width=titles.width.astype(np.float32),
        mark_x=titles.leader.astype(np.float32),
        mark_y=(baseline - rise).astype(np.float32),
        flipped=titles.flipped,
        inside=inside,
        bold=index.importance[rows] >= index.bold_from,
        lit=np.ones(len(rows), np.bool_) if scene.mask.lit is None else scene.mask.lit[rows],
    )


def _counts(scene: _Scene, drawn: Rows, clustered: int, density: NDArray[np.int32]) -> Counts:
    """The sums, each counted on its own way."""
    index, view, columns = scene.index, scene.viewport, scene.columns
    standing = scene.before[:, columns.last] - scene.before[:, columns.first]
    reaching = scene.sieve.reaching(index, view.start, view.end)
    position = index.position[drawn]
    outside = drawn[(position < view.start) | (position >= view.end)]
    stands = len(drawn) - len(outside)
    outside = outside[meets(*index.dates.ends(outside), view)]
    beyond = reaching - np.bincount(index.lane[outside], minlength=index.lanes)
    by_lane = standing + reaching
    return Counts(
        in_view=int(by_lane.sum()),
        drawn=stands + len(outside),
        clustered=clustered,
        dense=int(density.sum()) + int(beyond.sum()),
        by_lane=tuple(by_lane.tolist()),
        beyond=tuple(beyond.tolist()),
    )
