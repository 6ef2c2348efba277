"""Zoom levels: what is drawn as what is decided once a level, and levels fade into each other."""

from dataclasses import dataclass
from math import exp2, floor, log2

from explorer.timeline.viewport import Viewport

LEVELS_AN_OCTAVE = 2
FADE = 0.3
"""The last part of a level, over which the next one fades in."""
LEAST = 1 / 256
"""What has a smaller share is not seen."""
MIDDLE = (1 - FADE / 2) / 2
"""Lengths are those in the middle of where a level has more than half of the say."""


@dataclass(frozen=True, slots=True)
class Level:
    """One zoom level.

    ``number`` counts from one pixel a day, ``weight`` is its share of the picture, above 0 to 1.
    """

    number: int
    weight: float

    @property
    def step(self) -> float:
        """Days a pixel at which the level is laid out."""
        return exp2(-(self.number + MIDDLE) / LEVELS_AN_OCTAVE)


def levels_of(viewport: Viewport) -> tuple[Level, ...]:
    """The level of a view and, while one fades into the next, the other one too; the weightier one first.

    Weights depend on the zoom alone and add up to 1, so a picture of both changes little from one step of a
    zoom to the next, and not at all in a pan.
    """
    exact = log2(viewport.pixels_per_day) * LEVELS_AN_OCTAVE
    number = floor(exact)
    share = (exact - number - (1 - FADE)) / FADE
    if not LEAST < share < 1 - LEAST:
        return (Level(number if share < 0.5 else number + 1, 1.0),)
    both = Level(number, 1 - share), Level(number + 1, share)
    return both if share < 0.5 else both[::-1]
