"""What the marks mean: a sample of each, and words."""

from collections.abc import Iterator

import numpy as np

from explorer.widgets.paper.items import Anchor, Disc, Face, Fade, HalfDisc, Item, Path, Rounded, box
from explorer.widgets.paper.marks import CLUSTER_TINT, DAGGER, DOT, DOT_PITCH, RING, TINT
from explorer.widgets.paper.plot import Look
from explorer.widgets.paper.wording import PaperWording

TEXT = 10.5
SAMPLE = 34
GAP, BETWEEN = 5, 16
LINE = 17


def legend(look: Look, wording: PaperWording, x: float, y: float, width: float) -> tuple[list[Item], float]:
    """The legend in rows as wide as there is room, and its height."""
    faces, theme = look.faces, look.theme
    face = Face(look.px(TEXT))
    found: list[Item] = []
    left, line = x, 0
    step = look.px(LINE)
    for name, text in wording.legend().items():
        room = width - look.px(SAMPLE + GAP)
        said = faces.cut(text, face, room)
        needed = look.px(SAMPLE + GAP) + faces.width(said, face)
        if left > x and left + needed > x + width:
            left, line = x, line + 1
        middle = y + line * step + step / 2
        found.extend(_sample(name, look, left, middle))
        baseline = middle + faces.ascent(face) - faces.height(face) / 2
        found.append(faces.words(left + look.px(SAMPLE + GAP), baseline, said, face, theme.colour("ink")))
        left += needed + look.px(BETWEEN)
    return found, (line + 1) * step


def _sample(name: str, look: Look, x: float, y: float) -> Iterator[Item]:
    """One mark in the room for a sample, about its middle row."""
    theme, px = look.theme, look.px
    colour, ground, muted = theme.colour("accent"), theme.colour("canvas"), theme.colour("muted")
    tint = theme.blend(colour, TINT)
    middle = x + px(SAMPLE) / 2
    match name:
        case "disc":
            yield Disc(middle - px(8), y, px(3.5), colour)
            yield Disc(middle + px(6), y, px(6), colour)
        case "month":
            yield Rounded(x + px(3), y - px(3), px(SAMPLE - 6), px(6), px(3), fill=tint)
            yield Disc(middle, y, px(4), ground, colour, px(1.2 * RING))
        case "about":
            third = px(SAMPLE) / 3
            yield Fade(x, y - px(4), third, px(8), tint, ground, to_left=True)
            yield box(x + third, y - px(4), third, px(8), tint)
            yield Fade(x + 2 * third, y - px(4), third, px(8), tint, ground, to_left=False)
            for edge in (y - px(4), y + px(4)):
                points = np.array([[x, edge], [x + px(SAMPLE), edge]])
                yield Path(points, colour, px(0.8), (px(3), px(3)))
        case "span":
            half = px(SAMPLE) / 2
            yield box(x, y - px(6), half, px(12), tint)
            yield Fade(x + half, y - px(6), half, px(12), tint, ground, to_left=False)
            yield Rounded(x, y - px(6), px(5), px(12), 0.0, fill=colour)
        case "cluster":
            face = Face(px(9), bold=True)
            yield Disc(middle, y, px(7.5), theme.blend(colour, CLUSTER_TINT), colour, px(RING))
            down = look.faces.ascent(face) - look.faces.height(face) / 2
            yield look.faces.words(middle, y + down, "12", face, theme.colour("ink"), Anchor.MIDDLE)
        case "density":
            for at, share in enumerate((0.3, 0.5, 0.9, 0.65, 0.4)):
                width = px(SAMPLE - 4) / 5
                yield box(x + px(2) + at * width, y - px(6), width, px(12), theme.blend(colour, share))
        case "sources":
            radius = px(DOT) * 1.3
            places = [middle + (at - 1) * px(DOT_PITCH) * 1.8 for at in range(3)]
            yield Disc(places[0], y, radius, muted)
            yield HalfDisc(places[1], y, radius * 1.15, muted)
            yield Disc(places[1], y, radius * 1.15, None, muted, radius * 0.4)
            yield Disc(places[2], y, radius, None, muted, radius * 0.4)
        case "figure":
            points = np.array([[x + px(3), y + px(3)], [x + px(SAMPLE - 3), y - px(3)]])
            yield Path(points, muted, px(1.6), (px(4), px(3)))
            yield Disc(middle, y, px(3), ground, muted, px(1.2))
        case "dagger":
            face = Face(px(12), bold=True)
            down = look.faces.ascent(face) - look.faces.height(face) / 2
            mark = DAGGER.strip()
            yield look.faces.words(middle, y + down, mark, face, theme.colour("ink"), Anchor.MIDDLE)
