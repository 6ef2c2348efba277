"""Where labels stand, decided once for a stretch of time at a zoom level: a pan cannot change it."""

from math import floor, log2

import numpy as np

from explorer.timeline.placing import Placed, Seeds, Setting, Stretch, place_labels
from explorer.timeline.viewport import Viewport

LEVELS_AN_OCTAVE = 4
TILE_EM = 90
MOST_TILES = 256
SLACK = 1e-6


class LabelTiles:
    """Label places by zoom level and tile, made when they come into view and kept.

    A tile is laid out at the coarsest scale of its level; within the level there is only more room. Even
    tiles come first and mind the important labels of their neighbours; an odd tile then avoids what overhangs
    from both even neighbours. So any tile can be made alone, and nothing depends on the way the reader came,
    except that labels on screen when the level or the setting changes are placed before others.
    """

    def __init__(self) -> None:
        self._setting: Setting | None = None
        self._level = 0
        self._tiles: dict[int, Placed] = {}
        self._shown: Placed | None = None
        self._seeds = Seeds()

    def in_view(self, setting: Setting, viewport: Viewport) -> Placed:
        """Labels whose mark lies in or near the view, whether or not their text fits into it."""
        self._follow(setting, viewport)
        if len(self._tiles) > MOST_TILES:
            self._tiles.clear()
        pixels_per_day = 2.0 ** (self._level / LEVELS_AN_OCTAVE)
        days = TILE_EM * setting.scale.em / pixels_per_day

        def tile(number: int) -> Placed:
            if number not in self._tiles:
                around = [tile(number - 1), tile(number + 1)] if number % 2 else []
                stretch = Stretch(number * days, (number + 1) * days, pixels_per_day)
                self._tiles[number] = place_labels(setting, stretch, around, self._seeds)
            return self._tiles[number]

        parts = [
            tile(number) for number in range(floor(viewport.start / days), floor(viewport.end / days) + 1)
        ]
        return Placed(
            np.concatenate([part.row for part in parts]),
            np.concatenate([part.label_row for part in parts]),
            np.concatenate([part.width for part in parts]),
            np.concatenate([part.flipped for part in parts]),
        )

    def remember(self, shown: Placed) -> None:
        """These labels are on screen now; they come first when the level or the setting changes."""
        self._shown = shown

    def _follow(self, setting: Setting, viewport: Viewport) -> None:
        """Drop what was made for another level or setting; what is on screen seeds the new tiles."""
        exact = log2(viewport.pixels_per_day) * LEVELS_AN_OCTAVE
        # The scale wavers in its last digits while one pans: that must not change the level.
        level = self._level if -SLACK < exact - self._level < 1 + SLACK else floor(exact)
        old = self._setting
        if old is not None and level == self._level and _same(old, setting):
            return
        if old is None or old.index is not setting.index:
            self._shown = None
        # Zooming in, all that is on screen has room; zooming out, the most important ones get it.
        self._seeds = _seeds(self._shown, setting, first=level >= self._level)
        self._tiles.clear()
        self._setting, self._level = setting, level


def _same(one: Setting, other: Setting) -> bool:
    return (
        one.index is other.index
        and one.sieve is other.sieve
        and one.scale == other.scale
        and one.label_rows == other.label_rows
        and one.focus == other.focus
    )


def _seeds(shown: Placed | None, setting: Setting, *, first: bool) -> Seeds:
    """Labels on screen that pass the filter and still have their label row."""
    if shown is None:
        return Seeds()
    kept = setting.sieve.passes(shown.row) & (shown.label_row < setting.label_rows)
    rows = shown.row[kept].tolist()
    places = zip(shown.label_row[kept].tolist(), shown.flipped[kept].tolist(), strict=True)
    return Seeds(dict(zip(rows, places, strict=True)), sorted(rows), first)
