"""Discs, bars and evidence dots for the rows that are drawn one by one."""

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.frame import Bars, BoolArray, Discs, Dots, FloatArray, LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.rowset import RowSet
from explorer.timeline.scale import Scale
from explorer.timeline.stacking import UNSTACKED
from explorer.timeline.viewport import Viewport

Rows = NDArray[np.int32]
Floats = NDArray[np.float64]

# As plain numbers: arithmetic with the members of an enumeration is dear in every frame.
SPAN, OPEN_START, OPEN_END, UNCERTAIN = (
    int(flag) for flag in (DateFlag.SPAN, DateFlag.OPEN_START, DateFlag.OPEN_END, DateFlag.UNCERTAIN)
)

BAR_FADE = 0.25
"""The bar of a month or year fades in while its length grows by so much beyond the least."""
EDGE = 32
"""Bars end at most so many pixels outside the plot: painters lose precision far out."""


def is_wide(index: EventIndex, rows: Rows, viewport: Viewport, scale: Scale) -> BoolArray:
    """Which events are drawn as bars: the time they may cover is longer on the screen than a disc is wide."""
    wide: BoolArray = index.length[rows] * viewport.pixels_per_day > scale.bar_min
    return wide


def is_span(index: EventIndex, rows: Rows) -> BoolArray:
    """Which events last."""
    span: BoolArray = (index.flags[rows] & SPAN) != 0
    return span


def meets(earliest: Floats, latest: Floats, viewport: Viewport) -> BoolArray:
    """Which of these extents share any time with the view."""
    shared: BoolArray = (earliest < viewport.end) & (latest > viewport.start)
    return shared


def mark_place(
    index: EventIndex, rows: Rows, viewport: Viewport, layout: LaneLayout, scale: Scale
) -> tuple[Floats, Floats]:
    """Middle of an event's disc or of the head of its bar, (x, y) in pixels, whether or not it is in view."""
    x = (index.position[rows] - viewport.start) * viewport.pixels_per_day
    bar = is_span(index, rows) & is_wide(index, rows, viewport, scale)
    offset = stack_offset(index, rows, layout, scale)
    y = layout.baseline[index.lane[rows]].astype(np.float64) + np.where(bar, offset, 0.0)
    return x, y


def stack_offset(index: EventIndex, rows: Rows, layout: LaneLayout, scale: Scale) -> Floats:
    """Middle, from the baseline, of the bars of spans: 0, or that of their row where the lane has rows."""
    place = index.stack_row[rows].astype(np.float64)
    below = (layout.span_rows[index.lane[rows]] > 0) & (place != UNSTACKED)
    offset: Floats = np.where(below, layout.row_top + place * layout.row_pitch + scale.bar_height / 2, 0.0)
    return offset


def hollowness(index: EventIndex, rows: Rows, viewport: Viewport, scale: Scale) -> Floats:
    """How far the bar of the time that events may cover has faded in, 0 to 1: by its length on the screen."""
    length = index.length[rows] * viewport.pixels_per_day
    share: Floats = np.clip((length / scale.bar_min - 1) / BAR_FADE, 0, 1)
    return share


def discs_of(
    index: EventIndex,
    rows: Rows,
    strength: Floats,
    viewport: Viewport,
    layout: LaneLayout,
    scale: Scale,
    lit: RowSet | BoolArray | None,
) -> Discs:
    """Discs of the rows that show in the plot, the most important on top, each with its strength."""
    x = (index.position[rows] - viewport.start) * viewport.pixels_per_day
    radius = np.array(scale.radii)[np.minimum(index.importance[rows], len(scale.radii) - 1)]
    shows = np.flatnonzero((x + radius > 0) & (x - radius < viewport.width))
    shows = shows[np.argsort(index.priority[rows[shows]], kind="stable")]
    rows = rows[shows]
    lane = index.lane[rows]
    hollow = np.where(is_span(index, rows), 0.0, hollowness(index, rows, viewport, scale))
    return Discs(
        row=rows,
        x=x[shows].astype(np.float32),
        y=layout.baseline[lane].astype(np.float32),
        radius=radius[shows].astype(np.float32),
        lane=lane.astype(np.int32),
        hollow=hollow.astype(np.float32),
        lit=_lit(rows, lit),
        strength=strength[shows].astype(np.float32),
        counted=np.ones(len(rows), np.bool_),
    )


def bars_of(
    index: EventIndex,
    rows: Rows,
    strength: Floats,
    viewport: Viewport,
    layout: LaneLayout,
    scale: Scale,
    lit: RowSet | BoolArray | None,
) -> Bars:
    """Bars of the rows that reach into the plot; short ones on top of long ones."""
    days = index.dates.four(rows)
    length = days[3] - days[0]
    chosen = np.flatnonzero(meets(days[0], days[3], viewport))
    chosen = chosen[np.argsort(-length[chosen], kind="stable")]
    rows, days = rows[chosen], days[:, chosen]
    lane, flags = index.lane[rows], index.flags[rows]
    span, open_start, open_end, dashed = (
        (flags & one) != 0 for one in (SPAN, OPEN_START, OPEN_END, UNCERTAIN)
    )
    fades_left = open_start | (days[0] < days[1])
    fades_right = open_end | (days[2] < days[3])
    head = span & ~fades_left & (days[1] >= viewport.start)
    x = (days - viewport.start) * viewport.pixels_per_day
    x = np.minimum(np.maximum(x, -EDGE), viewport.width + EDGE)
    x0, core0, core1, x1 = x
    # An open side fades towards the edge of the plot, whatever is in view: it has no end to show.
    x0[open_start] = 0.0
    core0[open_start] = np.minimum(scale.fade, x1[open_start])
    x1[open_end] = np.maximum(viewport.width, x0[open_end])
    core1[open_end] = viewport.width - scale.fade
    np.minimum(np.maximum(core0, x0), x1, out=core0)
    np.minimum(np.maximum(core1, core0), x1, out=core1)
    offset = stack_offset(index, rows, layout, scale)
    x = x.astype(np.float32)
    return Bars(
        row=rows,
        x0=x[0],
        core0=x[1],
        core1=x[2],
        x1=x[3],
        y=(layout.baseline[lane] + np.where(span, offset, 0.0)).astype(np.float32),
        height=np.where(span, scale.bar_height, scale.thin_bar).astype(np.float32),
        lane=lane.astype(np.int32),
        shape=_shapes(span, fades_left, fades_right, dashed, head),
        lit=_lit(rows, lit),
        strength=strength[chosen].astype(np.float32),
        counted=np.ones(len(rows), np.bool_),
    )


def _shapes(*parts: BoolArray) -> NDArray[np.uint8]:
    """A :class:`BarShape` of each bar; ``parts`` tell where its members apply, in their order."""
    shapes = np.zeros(len(parts[0]), np.uint8)
    for number, part in enumerate(parts):
        shapes |= part.view(np.uint8) << np.uint8(number)
    return shapes


def dots_of(
    index: EventIndex, rows: Rows, strength: FloatArray, viewport: Viewport, layout: LaneLayout, scale: Scale
) -> Dots:
    """Evidence dots under the drawn events whose position lies in the view."""
    position = index.position[rows]
    inside = (position >= viewport.start) & (position < viewport.end)
    rows = rows[inside]
    return Dots(
        row=rows,
        x=((index.position[rows] - viewport.start) * viewport.pixels_per_day).astype(np.float32),
        y=(layout.baseline[index.lane[rows]] + scale.dot_drop).astype(np.float32),
        sources=index.sources[rows],
        contested=index.contested[rows],
        strength=strength[inside],
    )


def _lit(rows: Rows, lit: RowSet | BoolArray | None) -> BoolArray:
    return np.ones(len(rows), np.bool_) if lit is None else lit[rows]
