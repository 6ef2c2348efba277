"""Discs, bars and evidence dots for the rows that are drawn one by one."""

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.frame import Bars, BarShape, BoolArray, Discs, Dots, LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.rowset import RowSet
from explorer.timeline.scale import Scale
from explorer.timeline.stacking import UNSTACKED
from explorer.timeline.viewport import Viewport

Rows = NDArray[np.int32]
Floats = NDArray[np.float64]

EDGE = 32
"""Bars end at most so many pixels outside the plot: painters lose precision far out."""


def is_wide(index: EventIndex, rows: Rows, viewport: Viewport, scale: Scale) -> BoolArray:
    """Which events are drawn as bars: the time they may cover is longer on the screen than a disc is wide."""
    wide: BoolArray = (index.latest[rows] - index.earliest[rows]) * viewport.pixels_per_day > scale.bar_min
    return wide


def is_span(index: EventIndex, rows: Rows) -> BoolArray:
    """Which events last."""
    span: BoolArray = (index.flags[rows] & DateFlag.SPAN) != 0
    return span


def in_view(index: EventIndex, rows: Rows, viewport: Viewport) -> BoolArray:
    """Which events have their position, or any part of the time they may cover, in the view."""
    position = index.position[rows]
    stands = (position >= viewport.start) & (position < viewport.end)
    reaches: BoolArray = stands | overlaps(index, rows, viewport)
    return reaches


def overlaps(index: EventIndex, rows: Rows, viewport: Viewport) -> BoolArray:
    """Which events may cover any time in the view."""
    meets: BoolArray = (index.earliest[rows] < viewport.end) & (index.latest[rows] > viewport.start)
    return meets


def mark_place(
    index: EventIndex, rows: Rows, viewport: Viewport, layout: LaneLayout, scale: Scale
) -> tuple[Floats, Floats]:
    """Middle of an event's disc or of the head of its bar, (x, y) in pixels, whether or not it is in view."""
    x = (index.position[rows] - viewport.start) * viewport.pixels_per_day
    bar = is_span(index, rows) & is_wide(index, rows, viewport, scale)
    offset, _ = stack_place(index, rows, scale)
    y = layout.baseline[index.lane[rows]].astype(np.float64) + np.where(bar, offset, 0.0)
    return x, y


def stack_place(index: EventIndex, rows: Rows, scale: Scale) -> tuple[Floats, Floats]:
    """Middle, from the baseline, and height of the bars of spans: thinner where several overlap."""
    many = index.stack_rows[rows].astype(np.float64)
    place = np.where(index.stack_row[rows] == UNSTACKED, 0, index.stack_row[rows])
    room = np.where(many == 1, scale.bar_height, scale.stack_height)
    pitch = room / many
    height = np.where(many == 1, room, np.maximum(pitch - scale.ratio, scale.ratio))
    return -room / 2 + (place + 0.5) * pitch, height


def discs_of(
    index: EventIndex,
    rows: Rows,
    viewport: Viewport,
    layout: LaneLayout,
    scale: Scale,
    lit: RowSet | BoolArray | None,
) -> Discs:
    """Discs of the rows that show in the plot, the most important on top."""
    x = (index.position[rows] - viewport.start) * viewport.pixels_per_day
    radius = np.array(scale.radii)[np.minimum(index.importance[rows], len(scale.radii) - 1)]
    shows = np.flatnonzero((x + radius > 0) & (x - radius < viewport.width))
    shows = shows[np.argsort(index.priority[rows[shows]], kind="stable")]
    rows = rows[shows]
    lane = index.lane[rows]
    return Discs(
        row=rows,
        x=x[shows].astype(np.float32),
        y=layout.baseline[lane].astype(np.float32),
        radius=radius[shows].astype(np.float32),
        lane=lane.astype(np.int32),
        hollow=is_wide(index, rows, viewport, scale) & ~is_span(index, rows),
        lit=_lit(rows, lit),
    )


def bars_of(
    index: EventIndex,
    rows: Rows,
    viewport: Viewport,
    layout: LaneLayout,
    scale: Scale,
    lit: RowSet | BoolArray | None,
) -> Bars:
    """Bars of the rows that are wide enough and reach into the plot; short ones on top of long ones."""
    rows = rows[is_wide(index, rows, viewport, scale) & overlaps(index, rows, viewport)]
    rows = rows[np.argsort(index.earliest[rows] - index.latest[rows], kind="stable")]
    lane = index.lane[rows]
    flags, span = index.flags[rows], is_span(index, rows)
    open_start, open_end = (flags & DateFlag.OPEN_START) != 0, (flags & DateFlag.OPEN_END) != 0
    x0, core0, core1, x1 = (
        ((days[rows] - viewport.start) * viewport.pixels_per_day).clip(-EDGE, viewport.width + EDGE)
        for days in (index.earliest, index.likely_start, index.likely_end, index.latest)
    )
    # An open side fades towards the edge of the plot, whatever is in view: it has no end to show.
    x0 = np.where(open_start, 0.0, x0)
    core0 = np.where(open_start, np.minimum(scale.fade, x1), core0)
    x1 = np.where(open_end, np.maximum(viewport.width, x0), x1)
    core1 = np.where(open_end, viewport.width - scale.fade, core1)
    core0 = core0.clip(x0, x1)
    core1 = core1.clip(core0, x1)
    fades_left = open_start | (index.earliest[rows] < index.likely_start[rows])
    fades_right = open_end | (index.likely_end[rows] < index.latest[rows])
    head = span & ~fades_left & (index.likely_start[rows] >= viewport.start)
    shape = np.zeros(len(rows), np.uint8)
    for part, on in (
        (BarShape.SPAN, span),
        (BarShape.FADE_LEFT, fades_left),
        (BarShape.FADE_RIGHT, fades_right),
        (BarShape.DASHED, (flags & DateFlag.UNCERTAIN) != 0),
        (BarShape.HEAD, head),
    ):
        shape |= np.where(on, np.uint8(part), np.uint8(0))
    offset, height = stack_place(index, rows, scale)
    baseline = layout.baseline[lane]
    return Bars(
        row=rows,
        x0=x0.astype(np.float32),
        core0=core0.astype(np.float32),
        core1=core1.astype(np.float32),
        x1=x1.astype(np.float32),
        y=(baseline + np.where(span, offset, 0.0)).astype(np.float32),
        height=np.where(span, height, scale.thin_bar).astype(np.float32),
        lane=lane.astype(np.int32),
        shape=shape,
        lit=_lit(rows, lit),
    )


def dots_of(index: EventIndex, rows: Rows, viewport: Viewport, layout: LaneLayout, scale: Scale) -> Dots:
    """Evidence dots under the drawn events whose position lies in the view."""
    position = index.position[rows]
    rows = rows[(position >= viewport.start) & (position < viewport.end)]
    return Dots(
        row=rows,
        x=((index.position[rows] - viewport.start) * viewport.pixels_per_day).astype(np.float32),
        y=(layout.baseline[index.lane[rows]] + scale.dot_drop).astype(np.float32),
        sources=index.sources[rows],
        disputed=index.disputed[rows],
    )


def _lit(rows: Rows, lit: RowSet | BoolArray | None) -> BoolArray:
    return np.ones(len(rows), np.bool_) if lit is None else lit[rows]
