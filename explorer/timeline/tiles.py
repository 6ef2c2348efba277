"""Where labels stand, decided once for a stretch of time at a zoom level: a pan cannot change it."""

from bisect import bisect_left
from dataclasses import dataclass
from math import floor, log2

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.scale import Scale
from explorer.timeline.slots import Slots
from explorer.timeline.viewport import Viewport

LEVELS_AN_OCTAVE = 4
TILE_EM = 90
MOST_TILES = 256
SLACK = 1e-6
INSIDE = -1
"""The label row of a title that stands inside its span's bar."""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Labels with a place: event row, label row above the lane (or ``INSIDE``), width of the text in pixels.

    ``flipped`` labels end at their mark.
    """

    row: NDArray[np.int32]
    label_row: NDArray[np.int8]
    width: NDArray[np.float32]
    flipped: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What label places depend on besides the zoom level."""

    index: EventIndex
    sieve: Sieve
    scale: Scale
    label_rows: int
    focus: int | None


class LabelTiles:
    """Label places by zoom level and tile, made when they come into view and kept.

    A tile is laid out at the coarsest scale of its level; within the level there is only more room. Even
    tiles come first, and mind the important labels of their neighbours; an odd tile then avoids what
    overhangs from both even neighbours. So any tile can be made alone, and nothing depends on the way the
    reader came, except that labels on screen when the level or the setting changes are placed before others.
    """

    def __init__(self) -> None:
        self._setting: Setting | None = None
        self._level = 0
        self._tiles: dict[int, Placed] = {}
        self._shown: Placed | None = None
        self._seeds: dict[int, tuple[int, bool]] = {}
        self._seed_rows: list[int] = []
        self._keep = False

    def in_view(self, setting: Setting, viewport: Viewport) -> Placed:
        """Labels whose mark lies in the view, whether or not their text fits into it."""
        self._follow(setting, viewport)
        days = self._tile_days
        tiles = range(floor(viewport.start / days), floor(viewport.end / days) + 1)
        if len(self._tiles) > MOST_TILES:
            self._tiles.clear()
        parts = [self._tile(number) for number in tiles]
        if len(parts) == 1:
            return parts[0]
        return Placed(
            np.concatenate([part.row for part in parts]),
            np.concatenate([part.label_row for part in parts]),
            np.concatenate([part.width for part in parts]),
            np.concatenate([part.flipped for part in parts]),
        )

    def remember(self, shown: Placed) -> None:
        """These labels are on screen now; they come first when the level or the setting changes."""
        self._shown = shown

    @property
    def _pixels_per_day(self) -> float:
        return float(2.0 ** (self._level / LEVELS_AN_OCTAVE))

    @property
    def _tile_pixels(self) -> float:
        return TILE_EM * self._now.scale.em

    @property
    def _tile_days(self) -> float:
        return self._tile_pixels / self._pixels_per_day

    @property
    def _now(self) -> Setting:
        if self._setting is None:
            raise ValueError("no setting yet")
        return self._setting

    def _follow(self, setting: Setting, viewport: Viewport) -> None:
        """Drop what was made for another level or setting; what is on screen seeds the new tiles."""
        exact = log2(viewport.pixels_per_day) * LEVELS_AN_OCTAVE
        level = self._level if -SLACK < exact - self._level < 1 + SLACK else floor(exact)
        old = self._setting
        same = old is not None and all(
            getattr(old, name) == getattr(setting, name)
            for name in ("index", "sieve", "scale", "label_rows", "focus")
        )
        if same and level == self._level:
            return
        if old is None or old.index is not setting.index:
            self._shown = None
        # Zooming in, all that is on screen has room; zooming out, the most important ones get it.
        self._keep = level >= self._level
        self._seeds = {}
        if self._shown is not None:
            rows, places, flipped = self._shown.row, self._shown.label_row, self._shown.flipped
            kept = setting.sieve.passes(rows) & (places < setting.label_rows)
            seeds = zip(rows[kept].tolist(), places[kept].tolist(), flipped[kept].tolist(), strict=True)
            self._seeds = {row: (place, flip) for row, place, flip in seeds}
        self._seed_rows = sorted(self._seeds)
        self._tiles.clear()
        self._setting, self._level = setting, level

    def _tile(self, number: int) -> Placed:
        found = self._tiles.get(number)
        if found is None:
            around = [self._tile(number - 1), self._tile(number + 1)] if number % 2 else []
            found = self._tiles[number] = self._make(number, around)
        return found

    def _make(self, number: int, around: list[Placed]) -> Placed:
        setting, index = self._now, self._now.index
        scale = setting.scale
        margin = scale.label_max + scale.label_gap + 2 * scale.label_lead
        start, end = number * self._tile_days, (number + 1) * self._tile_days
        over = 0.0 if around else margin / self._pixels_per_day
        placed: list[tuple[int, int, float, bool]] = []
        for lane in range(index.lanes):
            low, high = index.lane_offsets[lane : lane + 2]
            days = (start - over, start, end, end + over)
            outer_low, own_low, own_high, outer_high = low + index.position[low:high].searchsorted(days)
            if own_low == own_high:
                continue
            slots = Slots(setting.label_rows, margin, scale.leader_gap)
            for neighbour in around:
                self._avoid(slots, neighbour, int(low), int(high), start)
            laid = self._lay(slots, int(outer_low), int(outer_high), start)
            placed += [label for label in laid if own_low <= label[0] < own_high]
        rows, places, widths, flipped = zip(*placed, strict=True) if placed else ((), (), (), ())
        return Placed(
            np.array(rows, np.int32),
            np.array(places, np.int8),
            np.array(widths, np.float32),
            np.array(flipped, np.bool_),
        )

    def _avoid(self, slots: Slots, tile: Placed, low: int, high: int, start: float) -> None:
        """Take the slots of a neighbouring tile's labels in the lane with the rows [low, high)."""
        scale = self._now.scale
        mine = (tile.row >= low) & (tile.row < high) & (tile.label_row != INSIDE)
        leaders = (self._now.index.position[tile.row[mine]] - start) * self._pixels_per_day
        near = (leaders > -2 * scale.label_max) & (leaders < self._tile_pixels + scale.label_max)
        parts = (tile.label_row[mine][near], tile.width[mine][near], tile.flipped[mine][near])
        for leader, place, width, flipped in zip(
            leaders[near].tolist(), *(part.tolist() for part in parts), strict=True
        ):
            slots.take(place, *_slot(leader, width, scale, flipped=flipped), leader)

    def _lay(self, slots: Slots, low: int, high: int, start: float) -> list[tuple[int, int, float, bool]]:
        """Place labels of [low, high), rows of one lane, best first: (row, label row, width, flipped)."""
        index, scale = self._now.index, self._now.scale
        rows = self._candidates(low, high)
        leaders = (index.position[rows] - start) * self._pixels_per_day
        widths = label_widths(index, rows, scale)
        inside = self._fit_inside(rows, widths)
        # No view goes far beyond the last event: what would stick out there is flipped from the outset.
        last = (index.extent()[1] - start) * self._pixels_per_day
        laid = []
        for row, leader, width, within in zip(
            rows.tolist(), leaders.tolist(), widths.tolist(), inside.tolist(), strict=True
        ):
            if within:
                laid.append((row, INSIDE, width, False))
                continue
            found = self._find(slots, row, leader, width, last)
            if found is not None:
                laid.append((row, found[0], width, found[1]))
        return laid

    def _find(
        self, slots: Slots, row: int, leader: float, width: float, last: float
    ) -> tuple[int, bool] | None:
        """A place for a label, (label row, flipped): the one it had, else right, else left of its mark."""
        scale = self._now.scale
        tries: list[tuple[int | None, bool]] = [(None, False), (None, True)]
        if leader - scale.label_lead + width > last:
            tries = [(None, True)]
        seed = self._seeds.get(row)
        if seed is not None and seed[0] != INSIDE:
            tries.insert(0, seed)
        for wish, flipped in tries:
            place = slots.find(*_slot(leader, width, scale, flipped=flipped), leader, wish)
            if place is not None:
                return place, flipped
        return None

    def _candidates(self, low: int, high: int) -> NDArray[np.int32]:
        """The most important rows in [low, high), best first; before them the focus and what has to stay."""
        setting = self._now
        need = 8 + 16 * setting.label_rows
        seeds = self._seed_rows[bisect_left(self._seed_rows, low) : bisect_left(self._seed_rows, high)]
        rows = np.union1d(setting.sieve.strata.best(low, high, need), np.array(seeds, np.int32))
        rank = setting.index.priority[rows].astype(np.int64)
        if self._keep and seeds:
            rank += np.isin(rows, seeds).astype(np.int64) << 33
        if setting.focus is not None and low <= setting.focus < high:
            if setting.focus not in rows:
                rows, rank = np.append(rows, np.int32(setting.focus)), np.append(rank, 0)
            rank[rows == setting.focus] = 1 << 40
        return rows[np.argsort(-rank, kind="stable")[: need + len(seeds)]].astype(np.int32)

    def _fit_inside(self, rows: NDArray[np.int32], widths: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Whether the title fits into its span's bar with no other mark on it."""
        index, scale = self._now.index, self._now.scale
        fits = (
            ((index.flags[rows] & DateFlag.SPAN) != 0)
            & (index.stack_rows[rows] == 1)
            & (index.stack_row[rows] == 0)
        )
        days = (inside_lead(scale) + widths + scale.label_gap) / self._pixels_per_day
        fits &= index.likely_end[rows] - index.likely_start[rows] >= days
        for at in np.flatnonzero(fits):
            row = int(rows[at])
            high = index.lane_offsets[index.lane[row] + 1]
            after = row + index.position[row:high].searchsorted(index.position[row] + days[at])
            before, last = self._now.sieve.before(np.array((row + 1, max(after, row + 1))))
            fits[at] = before == last
        return np.asarray(fits, np.bool_)


def _slot(leader: float, width: float, scale: Scale, *, flipped: bool) -> tuple[float, float]:
    """Both ends of the room that a label takes, with the gap at its free end."""
    if flipped:
        return leader + scale.label_lead - width - scale.label_gap, leader + scale.label_lead
    return leader - scale.label_lead, leader - scale.label_lead + width + scale.label_gap


def label_widths(index: EventIndex, rows: NDArray[np.integer], scale: Scale) -> NDArray[np.float32]:
    """Widths of titles in device pixels, float32[n], whole pixels, cut at ``scale.label_max``."""
    bold = np.where(index.importance[rows] >= index.bold_from, scale.bold, 1.0)
    width = np.minimum(np.ceil(index.title_em[rows] * scale.em * bold), scale.label_max)
    return np.asarray(width, np.float32)


def inside_lead(scale: Scale) -> float:
    """From the start of a span to its title in the bar."""
    return scale.head + 2 * scale.label_lead
