"""Events on a sheet: density, bars, clusters, discs, evidence dots and titles."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtGui import QColor

from explorer.timeline.frame import BarShape, Density
from explorer.widgets.paper.items import Anchor, Boxes, Disc, Face, Fade, HalfDisc, Item, Path, Rounded, line
from explorer.widgets.paper.plot import Plot
from explorer.widgets.timeline.stamps import rounded_count, short_count

TINT = 0.30
CLUSTER_TINT = 0.24
RING = 1.5
HEAD = 5.0
ROUND = 6.0
FADE = 24.0
LEAST_BAR = 2.0
STRIP = 14.0
SHADES = 8
DENSEST = 64
"""Events a column at which the strip has its full colour."""
NUMBER, LABEL, INSIDE = 10.0, 12.0, 11.5
"""Sizes of texts, in pixels of the screen."""
LABEL_LINE = 16.0
DOT, DOT_PITCH, MOST_DOTS = 1.6, 5.0, 3
HAIR = 0.8
RING_GAP, RING_PEN = 4.0, 2.0
DASH = (3.0, 3.0)
DAGGER = " †"
"""Behind the title of an event of which date or citation was not checked."""


def density(plot: Plot) -> Iterator[Item]:
    """One strip a lane where events are too many for marks; neighbours of one shade are one rectangle."""
    counts: Density = plot.frame.density
    height = plot.look.px(STRIP)
    steps = np.ceil(np.log2(1 + np.minimum(counts.counts, DENSEST)) / np.log2(1 + DENSEST) * SHADES)
    edges = np.clip(counts.x.astype(np.float64), 0, plot.frame.viewport.width)
    for lane in plot.lanes:
        shades = steps[lane].astype(int)
        if not shades.any():
            continue
        cuts = np.concatenate(([0], np.flatnonzero(np.diff(shades)) + 1, [len(shades)]))
        first, last = edges[cuts[:-1]], edges[cuts[1:]]
        shade = shades[cuts[:-1]]
        top = plot.y(int(plot.frame.lanes.baseline[lane])) - height / 2
        for step in range(1, SHADES + 1):
            chosen = (shade == step) & (last > first)
            if not chosen.any():
                continue
            boxes = np.empty((int(chosen.sum()), 4))
            boxes[:, 0] = plot.rows.x + first[chosen] * plot.look.unit
            boxes[:, 1], boxes[:, 3] = top, height
            boxes[:, 2] = (last - first)[chosen] * plot.look.unit
            yield Boxes(boxes, plot.look.theme.blend(plot.colours[lane], 0.25 + 0.75 * step / SHADES))


def bars(plot: Plot) -> Iterator[Item]:
    """Spans, and the time within which an event happened: fading where its ends are not sure."""
    look, theme = plot.look, plot.look.theme
    found = plot.frame.bars
    columns = (found.x0, found.core0, found.core1, found.x1, found.y, found.height, found.lane, found.shape)
    right_edge = plot.frame.viewport.width
    for x0, core0, core1, x1, y, height, lane, shape in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        colour = plot.colours[lane]
        tint = theme.blend(colour, TINT)
        left, right = core0, max(core1, core0 + LEAST_BAR)
        outer_left, outer_right = min(x0, left), max(x1, right)
        # A side that fades without a range of its own takes the fade from the body.
        borrowed = min((right - left) / 3, FADE)
        if shape & BarShape.FADE_LEFT and left - outer_left < 1:
            left += borrowed
        if shape & BarShape.FADE_RIGHT and outer_right - right < 1:
            right -= borrowed
        top, tall = plot.y(y) - look.px(height) / 2, look.px(height)
        first, last = (plot.x(min(max(x, 0), right_edge)) for x in (left, right))
        sharp = outer_right <= right and right <= right_edge
        radius = min(look.px(ROUND), tall / 2, (last - first) / 2) if sharp else 0.0
        if last > first:
            yield from _body(first, top, last - first, tall, radius, tint)
        for begin, end, to_left in ((outer_left, left, True), (right, outer_right, False)):
            begin, end = (plot.x(min(max(x, 0), right_edge)) for x in (begin, end))
            if end > begin:
                yield Fade(begin, top, end - begin, tall, tint, theme.colour("canvas"), to_left)
        if shape & BarShape.DASHED:
            begin, end = (plot.x(min(max(x, 0), right_edge)) for x in (outer_left, outer_right))
            for edge in (top, top + tall):
                points = np.array([[begin, edge], [end, edge]])
                yield Path(points, colour, look.px(HAIR), tuple(map(look.px, DASH)))
        if shape & BarShape.HEAD and 0 <= left <= right_edge:
            yield Rounded(plot.x(left), top, look.px(HEAD), tall, 0.0, fill=colour)


def _body(x: float, y: float, width: float, height: float, radius: float, fill: QColor) -> Iterator[Item]:
    """A bar with a rounded right end and a straight left one."""
    if radius:
        yield Rounded(x + width - 2 * radius, y, 2 * radius, height, radius, fill=fill)
    yield Rounded(x, y, width - radius, height, 0.0, fill=fill)


def clusters(plot: Plot) -> Iterator[Item]:
    """Discs with a number: events too near to each other to tell apart."""
    look, theme, faces = plot.look, plot.look.theme, plot.look.faces
    found = plot.frame.clusters
    face = Face(look.px(NUMBER), bold=True)
    down = faces.ascent(face) - faces.height(face) / 2
    numbers = rounded_count(found.count).tolist()
    for x, y, radius, count, lane in zip(
        found.x.tolist(), found.y.tolist(), found.radius.tolist(), numbers, found.lane.tolist(), strict=True
    ):
        at, middle, colour = plot.x(x), plot.y(y), plot.colours[lane]
        yield Disc(at, middle, look.px(radius + RING), theme.colour("canvas"))
        yield Disc(
            at,
            middle,
            look.px(radius - RING / 2),
            theme.blend(colour, CLUSTER_TINT),
            colour,
            look.px(RING),
        )
        yield faces.words(at, middle + down, short_count(count), face, theme.colour("ink"), Anchor.MIDDLE)


def discs(plot: Plot) -> Iterator[Item]:
    """Events on a known day; an outline where the day is not known. The selected one has a ring."""
    look, theme = plot.look, plot.look.theme
    found, ground = plot.frame.discs, theme.colour("canvas")
    for row, x, y, radius, lane, hollow in zip(
        found.row.tolist(),
        found.x.tolist(),
        found.y.tolist(),
        found.radius.tolist(),
        found.lane.tolist(),
        found.hollow.tolist(),
        strict=True,
    ):
        if not 0 <= x <= plot.frame.viewport.width:
            continue
        at, middle, colour = plot.x(x), plot.y(y), plot.colours[lane]
        yield Disc(at, middle, look.px(radius + RING), ground)
        if hollow > 0.5:
            yield Disc(at, middle, look.px(radius - 0.6 * RING), ground, colour, look.px(1.2 * RING))
        else:
            yield Disc(at, middle, look.px(radius), colour)
        if row == plot.selected:
            ring = look.px(radius + RING_GAP)
            yield Disc(at, middle, ring, None, theme.colour("accent"), look.px(RING_PEN))


def dots(plot: Plot) -> Iterator[Item]:
    """How many independent sources speak of an event, the last in two halves where they differ."""
    look, muted = plot.look, plot.look.theme.colour("muted")
    found = plot.frame.dots
    radius, pitch = look.px(DOT), look.px(DOT_PITCH)
    for x, y, sources, contested in zip(
        found.x.tolist(), found.y.tolist(), found.sources.tolist(), found.contested.tolist(), strict=True
    ):
        if not 0 <= x <= plot.frame.viewport.width:
            continue
        at, middle = plot.x(x), plot.y(y)
        number = min(sources, MOST_DOTS)
        if not number:
            faint = look.theme.blend(muted, 0.55)
            yield Disc(at, middle, radius * 0.9, None, faint, radius * 0.5)
        for place in range(number):
            dot = at + (place - (number - 1) / 2) * pitch
            if contested and place == number - 1:
                yield HalfDisc(dot, middle, radius * 1.15, muted)
                yield Disc(dot, middle, radius * 1.15, None, muted, radius * 0.4)
            else:
                yield Disc(dot, middle, radius, muted)


def leaders(plot: Plot) -> Iterator[Item]:
    """Lines from titles to their marks."""
    look, colour = plot.look, plot.look.theme.colour("line")
    labels = plot.frame.labels
    for x, top, mark_y, inside in zip(
        labels.mark_x.tolist(),
        labels.y.tolist(),
        labels.mark_y.tolist(),
        labels.inside.tolist(),
        strict=True,
    ):
        first, last = plot.y(top + LABEL_LINE), plot.y(mark_y)
        if not inside and last > first and 0 <= x <= plot.frame.viewport.width:
            yield line(plot.x(x), first, plot.x(x), last, colour, look.px(HAIR))


def labels(plot: Plot) -> Iterator[Item]:
    """Titles, with a dagger where something was not checked; none over another, none outside the plot."""
    look, faces, ink = plot.look, plot.look.faces, plot.look.theme.colour("ink")
    found = plot.frame.labels
    columns = (
        plot.library.index.id[found.row],
        found.x,
        found.y,
        found.width,
        found.flipped,
        found.inside,
        found.bold,
    )
    for event_id, x, y, width, flipped, inside, bold in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        title = plot.titles.get(event_id, "")
        face = Face(look.px(INSIDE if inside else LABEL), bold=bold)
        left, right = plot.x(x), plot.x(x + width) + look.px(plot.scale.label_gap / 2)
        left = max(left, plot.rows.x)
        room = min(right, plot.rows.right) - left
        mark = DAGGER if event_id in plot.unchecked else ""
        text = faces.cut(title, face, room - faces.width(mark, face))
        if not text:
            continue
        down = (look.px(LABEL_LINE) - faces.height(face)) / 2 + faces.ascent(face)
        place, anchor = (plot.x(x + width), Anchor.END) if flipped else (left, Anchor.START)
        yield faces.words(place, plot.y(y) + down, text + mark, face, ink, anchor)
