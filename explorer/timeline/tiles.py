"""Where labels stand, decided once for a stretch of time at a zoom level: a pan cannot change it."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor, log2

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.distinct import among
from explorer.timeline.edited import EditedIndex
from explorer.timeline.index import EventIndex
from explorer.timeline.placing import Placed, Seeds, Setting, Stretch, place_labels, together
from explorer.timeline.viewport import Viewport

LEVELS_AN_OCTAVE = 4
TILE_EM = 90
MOST_TILES = 256
NEAR_TILES = 32
"""Of too many tiles those so near to a new one are kept."""
BESIDE_THE_VIEW = 1
"""So many tiles on either side of the view are made before they are wanted."""
BESIDE = 2
"""Labels of so many tiles on either side of the view are known to the next level."""
SLACK = 1e-6
FAINTEST = 0.4
"""Strength of a label where it first has room; it grows to the full one within a level."""


class LabelTiles:
    """Label places by zoom level and tile, made when they come into view and kept.

    Zooming in, the level shown stays valid, for there is only more room. So the places for the next level are
    made beside it, a tile with each call of ``advance`` between the frames, and take over when all in view
    are there: until then the labels are ``provisional``. The tiles beside the view are made in the same way,
    so that a pan finds them. Whatever else changes the level or the setting is followed at once.
    """

    def __init__(self) -> None:
        self._shown: Placed | None = None
        self._layer: Layer | None = None
        self._next: Layer | None = None
        self._seeded = range(0)
        self._exact = 0.0
        self._entered: dict[int, int] = {}
        self._strength: dict[int, float] = {}
        self._edited = False
        self.provisional = False
        """Whether a later frame of the same view may show other labels."""
        self.waiting = False
        """Whether there is something for ``advance`` to do."""

    def in_view(self, setting: Setting, viewport: Viewport) -> Placed:
        """Labels whose mark lies in or near the view, whether or not their text fits into it."""
        layer = self._followed(setting, viewport)
        if self._edited and layer.stale:
            # The frame that shows the edit comes first, the places of labels around it with the next one.
            self.provisional = True
        else:
            layer.forget_stale()
        self._edited = False
        for number in layer.missing(viewport):
            layer.make(number)
            # What is shown from now on would not be known to the next level.
            self._next = None
        self.waiting = self.provisional or bool(layer.missing(viewport, BESIDE_THE_VIEW))
        return layer.placed(layer.numbers(viewport))

    def advance(self, viewport: Viewport) -> bool:
        """Make one tile that frames will want; whether the next frame of this view shows other labels.

        Args:
            viewport: That of the last frame.
        """
        layer = self._layer
        if layer is None or layer.stale:
            self.waiting = False
            return layer is not None
        if self.provisional:
            return self._approach(layer, viewport)
        missing = layer.missing(viewport, BESIDE_THE_VIEW)
        if missing:
            layer.make(missing[0])
        self.waiting = len(missing) > 1
        return False

    def strength(self, rows: NDArray[np.int32]) -> NDArray[np.float32]:
        """How far labels have faded in, float32[rows], by the zoom; nothing fades back."""
        if not self._entered:
            return np.ones(len(rows), np.float32)
        for row, level in list(self._entered.items()):
            grown = FAINTEST + (1 - FAINTEST) * (self._exact - level)
            self._strength[row] = max(grown, self._strength.get(row, FAINTEST))
            if self._strength[row] >= 1:
                del self._entered[row], self._strength[row]
        return np.array([self._strength.get(row, 1.0) for row in rows.tolist()], np.float32)

    def remember(self, shown: Placed) -> None:
        """These labels are on screen now; they come first when the level or the setting changes."""
        self._shown = shown

    def renewed(self, old: EventIndex, new: EventIndex) -> None:
        """There is another index of the same library.

        If it was made of ``old`` by an edit, only what stands near an event that has changed is placed anew,
        with the frame after the next one. Otherwise everything is; what is on screen keeps its place.
        """
        self._entered, self._strength = {}, {}
        layers = [layer for layer in (self._layer, self._next) if layer is not None]
        known = all(layer.setting.index is old for layer in layers)
        if known and isinstance(new, EditedIndex) and new.follows(old):
            days = np.concatenate([index.position[index.rows_of(new.touched)] for index in (old, new)])
            for layer in layers:
                layer.edited(new, days)
            self._edited = True
        else:
            self._layer = self._next = None
        if self._shown is not None:
            self._shown = _renumbered(self._shown, old, new)

    def _followed(self, setting: Setting, viewport: Viewport) -> "Layer":
        """The layer to show."""
        layer = self._layer
        exact = log2(viewport.pixels_per_day) * LEVELS_AN_OCTAVE
        self._exact = exact
        # The scale wavers in its last digits while one pans: that must not change the level.
        level = (
            layer.level if layer is not None and -SLACK < exact - layer.level < 1 + SLACK else floor(exact)
        )
        if layer is not None and layer.setting.index is not setting.index:
            self._layer = layer = self._shown = None
        same = layer is not None and _same(layer.setting, setting)
        if layer is None or not same or not 0 <= level - layer.level <= LEVELS_AN_OCTAVE:
            # Zooming in, all that is on screen has room; zooming out, the most important ones get it.
            first = layer is None or level >= layer.level
            self._entered, self._strength = {}, {}
            self._layer, self._next = Layer(setting, level, _seeds([self._shown], setting, first=first)), None
            self.provisional = False
            return self._layer
        # The filter may have been counted anew.
        layer.setting = setting
        self.provisional = level > layer.level
        if not self.provisional:
            self._next = None
        return layer

    def _approach(self, layer: "Layer", viewport: Viewport) -> bool:
        """Take a step towards a finer level; whether it is shown from now on."""
        level = floor(self._exact + SLACK)
        shown = layer.numbers(viewport)
        within = self._seeded.start <= shown.start and shown.stop <= self._seeded.stop
        if self._next is None or self._next.level > level or not within:
            self._seeded = range(shown.start - BESIDE, shown.stop + BESIDE)
            known = [layer.placed(self._seeded), self._shown]
            self._next = Layer(layer.setting, level, _seeds(known, layer.setting, first=True))
        missing = self._next.missing(viewport)
        if missing:
            self._next.make(missing[0])
        if len(missing) > 1:
            return False
        new, before = self._next.placed(self._next.numbers(viewport)).row, layer.placed(shown).row
        self._entered |= dict.fromkeys(new[~among(new, before)].tolist(), self._next.level)
        self._layer, self._next = self._next, None
        self.provisional = self._layer.level < level
        return True


class Layer:
    """The tiles of one zoom level and setting.

    A tile is laid out at the coarsest scale of its level; within the level there is only more room. Even
    tiles come first and mind the important labels of their neighbours; an odd tile then avoids what overhangs
    from both even neighbours. So any tile can be made alone, and nothing depends on the way the reader came,
    except that the seeds, labels on screen when the level or the setting changed, are placed before others.
    """

    def __init__(self, setting: Setting, level: int, seeds: Seeds) -> None:
        self.setting, self.level = setting, level
        self._seeds = seeds
        self._scale = 2.0 ** (level / LEVELS_AN_OCTAVE)
        self._days = TILE_EM * setting.scale.em / self._scale
        self._tiles: dict[int, Placed] = {}
        self.stale: set[int] = set()
        """Tiles that an edit has touched."""

    def missing(self, viewport: Viewport, beside: int = 0) -> list[int]:
        """Tiles to be made for a view, and so many on either side of it, in this order."""
        even, odd = [], []
        seen = self.numbers(viewport)
        for number in range(seen.start - beside, seen.stop + beside):
            around = (number - 1, number + 1) if number % 2 else (number,)
            even += [one for one in around if one not in self._tiles and one not in even]
            odd += [number] if number % 2 and number not in self._tiles else []
        return even + odd

    def make(self, number: int) -> None:
        """Make a tile; of an odd one the neighbours are there."""
        if len(self._tiles) > MOST_TILES:
            self._tiles = {one: tile for one, tile in self._tiles.items() if abs(one - number) < NEAR_TILES}
        around = [self._tiles[number - 1], self._tiles[number + 1]] if number % 2 else []
        stretch = Stretch(number * self._days, (number + 1) * self._days, self._scale)
        self._tiles[number] = place_labels(self.setting, stretch, around, self._seeds)

    def edited(self, index: EditedIndex, days: NDArray[np.float64]) -> None:
        """Take an edited index in place of the one before; the tiles near some days are to be made anew."""
        old, focus = self.setting.index, self.setting.focus
        if focus is not None:
            focus = index.row_of(int(old.id[focus]))
        self.setting = replace(self.setting, index=index, focus=focus)
        for number in {floor(day / self._days) for day in days.tolist()}:
            # An even tile minds what stands in both beside it, and what is placed in it stands in their way.
            evens = (number - 1, number + 1) if number % 2 else (number,)
            self.stale.update(range(evens[0] - 1, evens[-1] + 2))
        self._tiles = {number: _renumbered(tile, old, index) for number, tile in self._tiles.items()}
        self.stale &= self._tiles.keys()

    def forget_stale(self) -> None:
        """Have the tiles near an edit made anew; what was placed there keeps its place if it can."""
        if self.stale:
            left = [self._tiles.pop(number) for number in sorted(self.stale)]
            self._seeds = _seeds(left, self.setting, first=True)
            self.stale.clear()

    def placed(self, numbers: range) -> Placed:
        """The labels of these tiles, as far as they are made."""
        return together([self._tiles[number] for number in numbers if number in self._tiles])

    def numbers(self, viewport: Viewport) -> range:
        """The tiles in view."""
        return range(floor(viewport.start / self._days), floor(viewport.end / self._days) + 1)


def _same(one: Setting, other: Setting) -> bool:
    return (
        one.index is other.index
        and one.sieve.choice is other.sieve.choice
        and one.scale == other.scale
        and one.label_rows == other.label_rows
        and one.focus == other.focus
    )


def _renumbered(labels: Placed, old: EventIndex, new: EventIndex) -> Placed:
    """Labels with their rows in another index; those of events that stand elsewhere now are left out."""
    if isinstance(new, EditedIndex) and new.follows(old) and new.keeps(labels.row):
        return labels
    rows = new.find(old.id[labels.row])
    kept = rows >= 0
    if isinstance(new, EditedIndex):
        before, after = labels.row[kept], rows[kept]
        kept[kept] = (old.position[before] == new.position[after]) & (old.lane[before] == new.lane[after])
    return Placed(rows[kept], labels.label_row[kept], labels.width[kept], labels.flipped[kept])


def _seeds(known: Sequence[Placed | None], setting: Setting, *, first: bool) -> Seeds:
    """Known labels that pass the filter and still have their label row, the last ones of a row counting."""
    places: dict[int, tuple[int, bool]] = {}
    for labels in known:
        if labels is not None:
            kept = setting.sieve.passes(labels.row) & (labels.label_row < setting.label_rows)
            where = zip(labels.label_row[kept].tolist(), labels.flipped[kept].tolist(), strict=True)
            places.update(zip(labels.row[kept].tolist(), where, strict=True))
    rows = np.fromiter(places, np.int32, len(places))
    stand = setting.index.place_of(rows)
    order = np.argsort(stand)
    return Seeds(places, rows[order].tolist(), stand[order].tolist(), first)
