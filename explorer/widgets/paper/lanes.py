"""What stands about the marks: ground, names of lanes, eras and the axis of time."""

import re
from collections.abc import Callable, Iterator

from explorer.widgets.paper.items import Anchor, Face, Fade, Item, Rounded, box, line
from explorer.widgets.paper.plot import Plot
from explorer.widgets.timeline.eras import era_order

NAME, COUNT, ERA, TICK = 12.5, 11.0, 11.5, 11.5
"""Sizes of texts, in pixels of the screen."""
INSET = 4
BAR, TEXT = 3.5, 12
OPEN_FADE = 40
LONG, SHORT, TICK_GAP = 6, 4, 4
HAIR = 0.8
ERA_SHADE = 0.4
INITIALS = re.compile(r"^(\w\. )+")
"""What of a name may go where there is no room for all of it."""

Namer = Callable[[str], str]


def ground(plot: Plot) -> Iterator[Item]:
    """Lines below the lanes, and where eras of the first row begin and end."""
    grid, hair = plot.look.theme.colour("grid"), plot.look.px(HAIR)
    for lane in plot.lanes[:-1]:
        foot = plot.y(int(plot.frame.lanes.top[lane]) + int(plot.frame.lanes.height[lane]))
        yield line(plot.header.x, foot, plot.rows.right, foot, grid, hair)
    for x in _edges(plot):
        yield line(x, plot.band_area.y, x, plot.axis.y, grid, hair)


def headers(plot: Plot, count_text: Callable[[int], str]) -> Iterator[Item]:
    """Colour, name and count of each lane, in the middle of its height."""
    look, theme = plot.look, plot.look.theme
    name, count = Face(look.px(NAME), bold=True), Face(look.px(COUNT))
    faces = look.faces
    x = plot.header.x + look.px(TEXT)
    room = plot.header.width - look.px(TEXT + 8)
    for lane in plot.lanes:
        top = plot.y(int(plot.frame.lanes.top[lane]))
        height = look.px(int(plot.frame.lanes.height[lane]))
        inset = min(look.px(INSET), height / 8)
        colour = plot.colours[lane]
        bar = look.px(BAR)
        yield Rounded(plot.header.x, top + inset, bar, height - 2 * inset, bar / 2, fill=colour)
        step, foot = faces.height(name), faces.height(count)
        most = max(int((height - 2 * inset - foot) / step), 1)
        record = plot.library.contents.themes[lane]
        rows = faces.wrapped(record.name, name, room, min(most, 3))
        fits = step * len(rows) + foot <= height
        y = top + (height - step * len(rows) - (foot if fits else 0)) / 2
        for row in rows:
            yield faces.words(x, y + faces.ascent(name), row, name, theme.colour("ink"))
            y += step
        if fits:
            text = faces.cut(count_text(plot.lane_counts.get(lane, 0)), count, room)
            yield faces.words(x, y + faces.ascent(count), text, count, theme.colour("muted"))


def eras(plot: Plot, band_title: Namer) -> Iterator[Item]:
    """Bands of alternating shade with their names, and what each row of them shows."""
    if not plot.era_names:
        return
    look, theme, faces = plot.look, plot.look.theme, plot.look.faces
    face, muted = Face(look.px(ERA)), theme.colour("muted")
    height = plot.band_area.height / len(plot.era_names)
    down = (height - faces.height(face)) / 2 + faces.ascent(face)
    shades = (theme.blend(theme.colour("line"), ERA_SHADE), theme.colour("band"))
    order = era_order(plot.eras)
    bands = plot.bands
    columns = (bands.era, bands.row, bands.x0, bands.x1, bands.name_x, bands.name_width, bands.open_end)
    for era, row, first, last, name_x, room, is_open in zip(
        *(column.tolist() for column in columns), strict=True
    ):
        left = max(plot.x(first), plot.rows.x)
        right = min(plot.x(last), plot.rows.right)
        top = plot.band_area.y + row * height
        shade = shades[order[era] % 2]
        fade = min(look.px(OPEN_FADE), right - left) if is_open else 0.0
        yield box(left, top, right - left - fade, height, shade)
        if fade:
            yield Fade(right - fade, top, fade, height, shade, theme.colour("canvas"), to_left=False)
        title = _within(plot.eras[era].title, look.px(room), faces.width, face)
        if title:
            middle = plot.x(name_x) + look.px(room) / 2
            yield faces.words(middle, top + down, title, face, muted, Anchor.MIDDLE)
    for row, name in enumerate(plot.era_names):
        text = faces.cut(band_title(name), face, plot.header.width - look.px(TEXT + 6))
        y = plot.band_area.y + row * height + down
        yield faces.words(plot.header.x + look.px(TEXT), y, text, face, muted)


def axis(plot: Plot) -> Iterator[Item]:
    """A line, ticks below it, and texts about the middle of their tick."""
    look, theme, faces = plot.look, plot.look.theme, plot.look.faces
    rule, muted = theme.colour("line"), theme.colour("muted")
    face = Face(look.px(TICK))
    hair, top = look.px(HAIR), plot.axis.y
    yield line(plot.header.x, top, plot.rows.right, top, muted, hair)
    taken = plot.header.x
    for x, text, major in zip(plot.ticks.x.tolist(), plot.ticks.text, plot.ticks.major.tolist(), strict=True):
        if not 0 <= x < plot.frame.viewport.width:
            continue
        at = plot.x(x)
        length = look.px(LONG if major else SHORT)
        yield line(at, top, at, top + length, muted if major else rule, hair)
        half = faces.width(text, face) / 2
        if text and at - half >= taken and at + half <= plot.rows.right + half / 2:
            y = top + look.px(LONG + TICK_GAP) + faces.ascent(face)
            yield faces.words(at, y, text, face, muted, Anchor.MIDDLE)
            taken = at + half + look.px(4)


def _edges(plot: Plot) -> list[float]:
    bands, width = plot.bands, plot.frame.viewport.width
    found: set[float] = set()
    for row, first, last, is_open in zip(
        bands.row.tolist(), bands.x0.tolist(), bands.x1.tolist(), bands.open_end.tolist(), strict=True
    ):
        if row == 0:
            found |= {first} if is_open else {first, last}
    return [plot.x(x) for x in sorted(found) if 0 < x < width]


def _within(title: str, room: float, width: Callable[[str, Face], float], face: Face) -> str:
    """The name, or the short form of it that fits, or nothing: a piece of a name would say less."""
    for name in (title, INITIALS.sub("", title), title.rpartition(": ")[2]):
        if width(name, face) <= room:
            return name
    return ""
