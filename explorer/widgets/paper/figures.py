"""Series on a sheet: areas, lines, figures that were not checked, scales and where they come from."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from PySide6.QtGui import QColor

from explorer.domain.event import Status
from explorer.domain.periods import period_in_words
from explorer.domain.series import Series
from explorer.timeline.series import Segment, segments, value_axis
from explorer.widgets.paper.items import Anchor, Cut, Disc, Face, Item, Path, box, line
from explorer.widgets.paper.plot import Plot
from explorer.widgets.timeline.figures import heading
from explorer.widgets.timeline.series_lane import legend_name, series_colours

NAME, LEGEND, TICK = 12.5, 11.0, 10.5
"""Sizes of texts, in pixels of the screen."""
TEXT = 12
PEN, POINT, HAIR = 1.8, 3.0, 0.8
AREA_TINT = 0.30
TICK_GAP = 34
VALUE_ROOM = 40
HEAD_ROOM, FOOT_ROOM = 0.08, 0.02
DASH = (4.0, 3.0)
KEY = 14
"""Length of the stroke before a name in the legend: solid, dashed ... as the line is."""
STROKES: tuple[tuple[float, ...], ...] = ((), (), (9.0, 2.0, 2.0, 2.0), (1.5, 2.0))
"""A pattern a series: colour alone tells nothing in a copy in black and white. The first has an area."""


class Scaled:
    """The value scale of one unit, laid into the figures' area."""

    def __init__(self, series: list[Series], plot: Plot) -> None:
        area = plot.figures
        self.head = area.y + area.height * HEAD_ROOM
        self.foot = area.bottom - area.height * FOOT_ROOM
        values = [one.value for each in series for one in each.observations]
        self.axis = value_axis(values, (self.foot - self.head) / plot.look.unit, TICK_GAP)

    def y(self, value: float) -> float:
        """Where a value stands."""
        share = (self.axis.high - value) / (self.axis.high - self.axis.low)
        return self.head + share * (self.foot - self.head)


def figures(plot: Plot) -> Iterator[Item]:
    """The series that the view shows, the first as an area with its line on top."""
    if not plot.series or plot.figures.height <= 0:
        return
    theme, area = plot.look.theme, plot.figures
    units = dict.fromkeys(one.unit for one in plot.series)
    scales = {unit: Scaled([one for one in plot.series if one.unit == unit], plot) for unit in units}
    first = scales[plot.series[0].unit]
    hair, grid = plot.look.px(HAIR), theme.colour("grid")
    yield line(plot.header.x, area.y, area.right, area.y, grid, hair)
    yield from _scale_numbers(plot, first)
    drawn: list[Item] = []
    pairs = list(zip(plot.series, series_colours(theme, plot.series), strict=True))
    for order, (series, colour) in reversed(list(enumerate(pairs))):
        for segment in segments(series.observations):
            drawn.extend(
                _segment(plot, series, segment, colour, scales[series.unit], order=order, area=order == 0)
            )
    drawn.sort(key=lambda item: not (isinstance(item, Path) and item.closed))
    yield Cut(area.x, area.y, area.width, area.height, tuple(drawn))
    yield from _breaks(plot)
    yield from _other_numbers(plot, pairs, scales)
    yield from _legend(plot, pairs)


def source_line(series: tuple[Series, ...]) -> str:
    """Where the figures come from: each series by its name, with its source."""
    return "; ".join(f"{one.title}: {one.source}" for one in series)


def _segment(
    plot: Plot, series: Series, segment: Segment, colour: QColor, scale: Scaled, *, order: int, area: bool
) -> Iterator[Item]:
    look = plot.look
    points = np.array(
        [
            (plot.day_x(day), scale.y(value))
            for day, value in zip(segment.day.tolist(), segment.value.tolist(), strict=True)
        ]
    )
    sure = [series.observations[at].status is Status.CHECKED for at in segment.observation.tolist()]
    if area and len(points) > 1:
        foot = scale.y(max(scale.axis.low, 0.0))
        ring = np.vstack((points, [[points[-1, 0], foot], [points[0, 0], foot]]))
        yield Path(ring, fill=look.theme.blend(colour, AREA_TINT), closed=True)
    pen = look.px(PEN)
    for begin, end, firm in _runs(sure):
        dash = tuple(map(look.px, STROKES[order % len(STROKES)] if firm else DASH))
        yield Path(points[begin : end + 1], colour, pen, dash)
    for (x, y), known in zip(points.tolist(), sure, strict=True):
        if not known or len(points) == 1:
            fill = colour if known else look.theme.colour("canvas")
            yield Disc(x, y, look.px(POINT), fill, colour, look.px(1.2))


def _runs(sure: list[bool]) -> Iterator[tuple[int, int, bool]]:
    """Stretches of lines that are alike: firm where both ends were checked."""
    firm = [one and other for one, other in pairwise(sure)]
    begin = 0
    for at in range(1, len(firm) + 1):
        if at == len(firm) or firm[at] != firm[begin]:
            yield begin, at, firm[begin]
            begin = at


def _scale_numbers(plot: Plot, scale: Scaled) -> Iterator[Item]:
    look, faces, theme = plot.look, plot.look.faces, plot.look.theme
    face = Face(look.px(TICK))
    down = faces.ascent(face) - faces.height(face) / 2
    for value, text in zip(scale.axis.ticks, scale.axis.texts, strict=True):
        y = scale.y(value)
        if value and y - faces.height(face) / 2 >= plot.figures.y:
            yield line(plot.figures.x, y, plot.figures.right, y, theme.colour("grid"), look.px(HAIR))
            x = plot.figures.x - look.px(6)
            yield faces.words(x, y + down, text, face, theme.colour("muted"), Anchor.END)


def _other_numbers(
    plot: Plot, pairs: list[tuple[Series, QColor]], scales: dict[str, Scaled]
) -> Iterator[Item]:
    """The numbers of further units stand at the right edge, a column each, in the colour of their series."""
    look, faces = plot.look, plot.look.faces
    face = Face(look.px(TICK), bold=True)
    down = faces.ascent(face) - faces.height(face) / 2
    right = plot.figures.right - look.px(3)
    for unit in list(scales)[1:]:
        scale = scales[unit]
        colour = next(colour for series, colour in pairs if series.unit == unit)
        legible = look.theme.text_colour(colour.name(), "canvas")
        for value, text in zip(scale.axis.ticks, scale.axis.texts, strict=True):
            y = scale.y(value)
            if value and y - faces.height(face) / 2 >= plot.figures.y:
                yield faces.words(right, y + down, text, face, legible, Anchor.END)
        widest = max((faces.width(text, face) for text in scale.axis.texts), default=0.0)
        right -= widest + look.px(8)


def _breaks(plot: Plot) -> Iterator[Item]:
    """A line where a series begins to be counted in another way."""
    look, faces, muted = plot.look, plot.look.faces, plot.look.theme.colour("muted")
    face = Face(look.px(TICK))
    found = dict.fromkeys((each.day, each.period) for one in plot.series for each in one.breaks)
    taken = plot.figures.x
    for day, period in sorted(found):
        x = plot.day_x(day)
        if not plot.figures.x <= x <= plot.figures.right:
            continue
        points = np.array([[x, plot.figures.y], [x, plot.figures.bottom]])
        yield Path(points, muted, look.px(HAIR), tuple(map(look.px, (5, 2, 1, 2))))
        words = faces.words(
            x + look.px(3), plot.figures.y + faces.height(face), period_in_words(period), face, muted
        )
        if x >= taken and words.x + words.width <= plot.figures.right:
            yield words
            taken = words.x + words.width + look.px(4)


def _legend(plot: Plot, pairs: list[tuple[Series, QColor]]) -> Iterator[Item]:
    """The name in a line or two, and what the lines mean, left of the plot."""
    look, faces, theme = plot.look, plot.look.faces, plot.look.theme
    name, entry = Face(look.px(NAME), bold=True), Face(look.px(LEGEND))
    x = plot.header.x + look.px(TEXT)
    room = plot.header.width - look.px(TEXT + VALUE_ROOM)
    y = plot.figures.y + look.px(6)
    for row in faces.wrapped(heading(plot.series), name, room, 2):
        yield faces.words(x, y + faces.ascent(name), row, name, theme.colour("ink"))
        y += faces.height(name)
    for order, (series, colour) in enumerate(pairs):
        rows = faces.wrapped(legend_name(series, plot.series), entry, room - look.px(KEY + 4), 2)
        if y + faces.height(entry) * len(rows) > plot.figures.bottom:
            break
        middle = y + faces.height(entry) / 2
        stroke = np.array([[x, middle], [x + look.px(KEY), middle]])
        if not order:
            fill = theme.blend(colour, AREA_TINT)
            yield box(x, middle, look.px(KEY), look.px(4), fill)
        yield Path(stroke, colour, look.px(PEN), tuple(map(look.px, STROKES[order % len(STROKES)])))
        legible = theme.text_colour(colour.name(), "canvas")
        for row in rows:
            yield faces.words(x + look.px(KEY + 4), y + faces.ascent(entry), row, entry, legible)
            y += faces.height(entry)
