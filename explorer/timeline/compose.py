"""From a viewport to a frame: the one way from events to what is painted."""

from dataclasses import fields
from functools import partial

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.columns import EdgeRows, columns_of
from explorer.timeline.distinct import among, distinct
from explorer.timeline.foremost import foremost_extents, foremost_spans
from explorer.timeline.frame import Bars, Clusters, Counts, Discs, Frame, Labels, LaneLayout
from explorer.timeline.grouping import Ground, Grouping, grouped
from explorer.timeline.index import EventIndex
from explorer.timeline.labels import (
    Titles,
    joined,
    label_tops,
    pinned_titles,
    titles_in_view,
)
from explorer.timeline.levels import Level, levels_of
from explorer.timeline.marks import (
    bars_of,
    discs_of,
    dots_of,
    hollowness,
    is_span,
    meets,
    stack_offset,
)
from explorer.timeline.mask import Mask, Sieve
from explorer.timeline.placing import INSIDE, Setting
from explorer.timeline.rowset import RowSet
from explorer.timeline.scale import Scale
from explorer.timeline.tiles import LabelTiles
from explorer.timeline.viewport import Viewport

NEAREST, NEAREST_MASKED = 12, 256
"""Of events that reach into the view from beside it so many are asked a length and lane for a bar.

More under a filter or a search, as few of those asked may pass it.
"""

Rows = NDArray[np.int32]
Floats = NDArray[np.float64]


class FrameMemory:
    """What one frame leaves to the next: places of labels and the running counts of the filter.

    Keep one for each timeline on screen. It notices a new index, filter, scale or layout by itself.
    """

    def __init__(self) -> None:
        self.tiles = LabelTiles()
        self._edges: dict[int, EdgeRows] = {}
        self._index: EventIndex | None = None
        self._mask = Mask()
        self._sieve: Sieve | None = None
        self._lit: RowSet | None = None

    def edges(self, levels: tuple[Level, ...]) -> list[EdgeRows]:
        """The row numbers at the edges of the columns of these levels, as far as they are known."""
        self._edges = {level.number: self._edges.get(level.number, EdgeRows()) for level in levels}
        return list(self._edges.values())

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
    if focus is not None and sieve.passing is not None and not sieve[focus]:
        focus = None
    levels = levels_of(viewport)
    grounds = []
    for level, edge_rows in zip(levels, memory.edges(levels), strict=True):
        columns = columns_of(viewport, scale.cell, level.step, index)
        edges = edge_rows.of(index, columns)
        before = sieve.before(edges)
        ground = Ground(index, viewport, layout, scale, mask, sieve, level.weight, columns, edges, before)
        grounds.append(ground)
    titles = titles_in_view(memory.tiles, Setting(index, sieve, scale, layout.label_rows, focus), viewport)
    spans, reaching = _drawn_for_themselves(grounds, focus)
    groupings = [grouped(ground, alone, titles, found) for ground, alone in zip(grounds, spans, strict=True)]
    main, scene = groupings[0], grounds[0]

    marks, bars_alone = _marks_and_bars(grounds, groupings, focus)
    all_marks = _together(index, marks)
    discs = discs_of(index, *all_marks, viewport, layout, scale, mask.lit)
    bars = _bars(scene, _together(index, bars_alone), all_marks, reaching)
    if len(groupings) > 1:
        own = marks[0][0]
        discs.counted[:] = among(discs.row, own)
        # A span that is a disc here may be a bar at the other level.
        thin = own[~is_span(index, own)]
        bars.counted[:] = among(bars.row, np.concatenate((thin, bars_alone[0][0], reaching)))
    pinned = pinned_titles(index, sieve, scale, viewport, *_span_ends(index, bars))
    titles = joined(titles, pinned)
    # A title stands in its bar or not at all.
    titles = titles[(titles.label_row != INSIDE) | among(titles.row, bars.row)]

    only_bar = ~among(bars.row, discs.row)
    shown = np.concatenate((discs.row, bars.row[only_bar]))
    strength = np.concatenate((discs.strength, bars.strength[only_bar]))
    return Frame(
        viewport=viewport,
        lanes=layout,
        discs=discs,
        bars=bars,
        clusters=_all_clusters(groupings),
        density=main.density,
        fading=groupings[1].density if len(groupings) > 1 else None,
        labels=_labels(scene, titles, discs, bars),
        dots=dots_of(index, shown, strength, viewport, layout, scale),
        count=partial(_counts, scene, discs, bars, main),
        unfinished=memory.tiles.provisional,
    )


def _drawn_for_themselves(grounds: list[Ground], focus: int | None) -> tuple[list[Rows], Rows]:
    """Rows taken out of the columns of each level (bars of spans, the selection), and others from outside."""
    scene = grounds[0]
    index, view, least = scene.index, scene.viewport, scene.scale.bar_min
    plain = scene.mask.visible is None and scene.mask.lit is None
    most = NEAREST if plain else NEAREST_MASKED
    shortest = least * min(ground.columns.step for ground in grounds)
    first, last = scene.columns.edges[[0, -1]].tolist()
    near = index.reach.near(first, last, shortest, most)
    near = near[meets(*index.dates.ends(near), view)]
    near = near[scene.sieve.passes(near)]
    length, span, position = index.length[near], is_span(index, near), index.position[near]
    chosen = []
    for ground in grounds:
        long = near[span & (length > least * ground.columns.step)]
        alone = foremost_spans(index, long, scene.mask.lit, focus)
        if focus is not None and focus not in alone:
            alone = np.concatenate((alone, np.array([focus], np.int32)))
        chosen.append(alone)
    reaches = ((position < first) | (position >= last)) & ~span
    reaches &= length * view.pixels_per_day > least
    return chosen, near[reaches]


Weighted = tuple[Rows, Floats]
"""Rows and the strength of each."""


def _marks_and_bars(
    grounds: list[Ground], groupings: list[Grouping], focus: int | None
) -> tuple[list[Weighted], list[Weighted]]:
    """Of each level the rows that are discs, and those of spans that are bars."""
    index = grounds[0].index
    marks, bars = [], []
    for ground, grouping in zip(grounds, groupings, strict=True):
        alone = grouping.alone
        spans = is_span(index, alone)
        if focus is not None:
            # All but the selected one are long, or they would not be drawn for themselves.
            long = index.length[np.array([focus])] > ground.scale.bar_min * ground.columns.step
            spans[alone == focus] &= long
        discs = np.concatenate((grouping.marks, alone[~spans]))
        strength = np.concatenate((grouping.strength, np.ones(len(discs) - len(grouping.marks))))
        marks.append((discs, strength * ground.weight))
        bars.append((alone[spans], np.full(int(spans.sum()), ground.weight)))
    return marks, bars


def _together(index: EventIndex, parts: list[Weighted]) -> Weighted:
    """The rows of all levels, each once, with the sum of their strengths; in the order of their places."""
    if len(parts) == 1:
        return parts[0]
    rows, at = distinct(np.concatenate([rows for rows, _ in parts]))
    strength = np.bincount(at, np.concatenate([weight for _, weight in parts]), len(rows))
    order = np.argsort(index.place_of(rows))
    return rows[order], np.minimum(strength[order], 1.0)


def _all_clusters(groupings: list[Grouping]) -> Clusters:
    """Those of the weightier level last, on top; one that both have is there once and does not fade."""
    if len(groupings) == 1:
        return groupings[0].clusters
    main, other = (grouping.clusters for grouping in groupings)
    known, asked = (grouping.cluster_rows for grouping in groupings)
    if len(main.x):
        # No two clusters of a level begin with the same event.
        order = np.argsort(known[0])
        place = order[np.minimum(known[0][order].searchsorted(asked[0]), len(order) - 1)]
        both = (known[:, place] == asked).all(axis=0) & (main.count[place] == other.count)
    else:
        place, both = np.zeros(len(other.x), np.intp), np.zeros(len(other.x), np.bool_)
    fades = ~both
    joined_ = Clusters(
        *(
            np.concatenate((getattr(other, one.name)[fades], getattr(main, one.name)))
            for one in fields(Clusters)
        )
    )
    faded = int(fades.sum())
    joined_.strength[faded + place[both]] = 1.0
    joined_.counted[:faded] = False
    return joined_


def _bars(scene: Ground, spans: Weighted, marks: Weighted, reaching: Rows) -> Bars:
    """Bars of spans, and of the time within which other events happened, as far as they are long enough."""
    index, view, scale = scene.index, scene.viewport, scene.scale
    (rows, strength), (marked, mark_strength) = spans, marks
    wide = ~is_span(index, marked)
    wide &= index.length[marked] * view.pixels_per_day > scale.bar_min
    reaching = reaching[~among(reaching, marked)]
    thin = np.concatenate((marked[wide], reaching))
    wide_strength = np.concatenate((mark_strength[wide], np.ones(len(reaching))))
    chosen = among(thin, foremost_extents(index, thin, scene.mask.lit, rows))
    thin, wide_strength = thin[chosen], wide_strength[chosen]
    wide_strength *= hollowness(index, thin, view, scale)
    every = np.concatenate((rows, thin)), np.concatenate((strength, wide_strength))
    return bars_of(index, *every, view, scene.layout, scale, scene.mask.lit)


def _span_ends(index: EventIndex, bars: Bars) -> tuple[Rows, NDArray[np.float64]]:
    """Spans among the bars, and the pixel where their likely part ends."""
    span = is_span(index, bars.row)
    return bars.row[span], bars.core1[span].astype(np.float64)


def _labels(scene: Ground, titles: Titles, discs: Discs, bars: Bars) -> Labels:
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
        strength=titles.strength,
        lit=np.ones(len(rows), np.bool_) if scene.mask.lit is None else scene.mask.lit[rows],
    )


def _counts(scene: Ground, discs: Discs, bars: Bars, main: Grouping) -> Counts:
    """The sums, each counted on its own way."""
    index, view, columns = scene.index, scene.viewport, scene.columns
    own, own_bars = discs.row[discs.counted], bars.row[bars.counted]
    drawn = np.concatenate((own, own_bars[~among(own_bars, own)]))
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
        clustered=main.clustered,
        dense=int(main.density.counts.sum()) + int(beyond.sum()),
        by_lane=tuple(by_lane.tolist()),
        beyond=tuple(beyond.tolist()),
    )
