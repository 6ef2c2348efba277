"""The head and the foot of a sheet: what it shows, who made it, and how much of it was checked."""

from explorer.widgets.paper.items import Anchor, Face, Item, line
from explorer.widgets.paper.plot import Area, Look

TITLE, SUBTITLE, FOOT = 22.0, 13.0, 10.0
"""Sizes of texts, in pixels of the screen."""
GAP = 10


def head(look: Look, area: Area, title: str, right: str, lines: tuple[str, ...]) -> tuple[list[Item], float]:
    """The title with what stands at its right, and lines below it; and the height of all of it."""
    faces, theme = look.faces, look.theme
    big, small = Face(look.px(TITLE), bold=True), Face(look.px(SUBTITLE))
    ink, muted = theme.colour("ink"), theme.colour("muted")
    beside = faces.width(right, small) + look.px(24) if right else 0.0
    own_line = beside > area.width * 0.5
    room = area.width if own_line else area.width - beside
    found: list[Item] = []
    y = area.y
    for number, row in enumerate(faces.wrapped(title, big, room, 2)):
        found.append(faces.words(area.x, y + faces.ascent(big), row, big, ink))
        if right and not number and not own_line:
            found.append(faces.words(area.right, y + faces.ascent(big), right, small, muted, Anchor.END))
        y += faces.height(big)
    for text in (right, *lines) if own_line else lines:
        for row in faces.wrapped(text, small, area.width, 3):
            found.append(faces.words(area.x, y + faces.ascent(small), row, small, muted))
            y += faces.height(small)
    return found, y - area.y + look.px(GAP)


def foot_height(look: Look) -> float:
    """What the foot of a sheet takes."""
    return look.faces.height(Face(look.px(FOOT))) + look.px(8)


def foot(look: Look, area: Area, left: str, middle: str, right: str) -> list[Item]:
    """A line, and three texts below it, at the foot of an area."""
    faces, muted = look.faces, look.theme.colour("muted")
    face = Face(look.px(FOOT))
    top = area.bottom - foot_height(look)
    baseline = area.bottom - faces.height(face) + faces.ascent(face)
    found: list[Item] = [line(area.x, top, area.right, top, look.theme.colour("line"), look.px(0.8))]
    end = faces.width(right, face)
    room = area.width - end - look.px(20)
    first = faces.cut(left, face, room * 0.55 if middle else room)
    found.append(faces.words(area.x, baseline, first, face, muted))
    found.append(faces.words(area.right, baseline, right, face, muted, Anchor.END))
    begin = area.x + faces.width(first, face) + look.px(16)
    text = faces.cut(middle, face, area.right - end - look.px(16) - begin)
    if text:
        found.append(faces.words(begin, baseline, text, face, muted))
    return found
