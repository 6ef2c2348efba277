"""Places for the labels of one stretch of time: the most important first, never over each other."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.distinct import among
from explorer.timeline.foremost import foremost
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.ranges import ranges
from explorer.timeline.scale import Scale
from explorer.timeline.slots import Slots, bits
from explorer.timeline.stacking import UNSTACKED

INSIDE = -1
"""The label row of a title that stands inside its span's bar."""
SAFETY = 1.04
CANDIDATES = 8
CANDIDATES_A_ROW = 8
"""So many events a lane, and so many more a label row, are asked whether their label has room."""
ALL_OF = 4
"""Up to so many times as many events are all asked rather than the foremost sought."""

Rows = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Labels with a place: event row, label row above the lane (or ``INSIDE``), width of the text in pixels.

    ``flipped`` labels end at their mark, the others start there.
    """

    row: Rows
    label_row: NDArray[np.int8]
    width: NDArray[np.float32]
    flipped: NDArray[np.bool_]


def together(parts: Sequence[Placed]) -> Placed:
    """The labels of all parts."""
    return Placed(
        np.concatenate([np.empty(0, np.int32), *(part.row for part in parts)]),
        np.concatenate([np.empty(0, np.int8), *(part.label_row for part in parts)]),
        np.concatenate([np.empty(0, np.float32), *(part.width for part in parts)]),
        np.concatenate([np.empty(0, np.bool_), *(part.flipped for part in parts)]),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What label places depend on besides the zoom: events, filter, lengths, label rows, the selected row."""

    index: EventIndex
    sieve: Sieve
    scale: Scale
    label_rows: int
    focus: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Labels that were on screen and should keep their place: (label row, flipped) by event row.

    With ``first`` they are placed before all others, otherwise in the order of importance.
    """

    places: dict[int, tuple[int, bool]] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    """In order of where they stand."""
    where: list[int] = field(default_factory=list)
    """Their places in the index."""
    first: bool = False

    def between(self, low: int, high: int) -> list[int]:
        """The rows that stand in the places [low, high)."""
        return self.rows[bisect_left(self.where, low) : bisect_left(self.where, high)]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from ``start`` to ``end``, laid out at ``pixels_per_day``."""

    start: float
    end: float
    pixels_per_day: float


def place_labels(setting: Setting, stretch: Stretch, around: list[Placed], seeds: Seeds) -> Placed:
    """Places for labels whose mark lies in the stretch.

    Args:
        setting: Events and lengths.
        stretch: Where.
        around: Labels already placed in the stretches before and after, which are in the way. Without any,
            the important labels of those get a place here first, so that there is room in their turn.
        seeds: Labels that should keep their place.
    """
    index, scale = setting.index, setting.scale
    margin = scale.label_max + scale.label_gap + 2 * scale.label_lead
    over = 0.0 if around else margin / stretch.pixels_per_day
    # A label from beyond the border reaches back as far as one from here reaches over it.
    outwards = np.array((-2 * over, -over, 0.0, 0.0, over, 2 * over))
    borders = _rows_at(index, outwards + np.repeat((stretch.start, stretch.end), 3))
    rows, lane = _candidates(setting, seeds, borders)
    origin = stretch.start - margin / stretch.pixels_per_day
    widths = label_widths(index, rows, scale)
    blocks = _blocks(setting, stretch, around, origin)
    slots = [Slots(setting.label_rows) for _ in blocks]
    for mine, taken in zip(slots, blocks, strict=True):
        for block in taken:
            mine.take(*block)
    place = index.place_of(rows)
    own = (place >= borders[2, lane]) & (place < borders[3, lane])

    at: list[int] = []
    places: list[int] = []
    flipped: list[bool] = []
    wishes = list(_wishes(setting, stretch, rows, widths, origin))
    if not seeds.first:
        _keep_free(slots, zip(rows.tolist(), lane.tolist(), wishes, strict=True), seeds)
    for number, (here, row, mine, wish) in enumerate(
        zip(own.tolist(), rows.tolist(), lane.tolist(), wishes, strict=True)
    ):
        found = _find(slots[mine], wish, seeds.places.get(row))
        if found is not None and here:
            at.append(number)
            places.append(found[0])
            flipped.append(found[1])
    return Placed(rows[at], np.array(places, np.int8), widths[at], np.array(flipped, np.bool_))


def _rows_at(index: EventIndex, days: Floats) -> NDArray[np.int64]:
    """The first place of each lane at or after these days, int64[days, lanes]."""
    rows: NDArray[np.int64] = index.places(days).reshape(-1, len(days)).T
    return rows


Wish = tuple[int, int, int, bool, bool]
"""What a label asks for: its slot right and left of the mark, its leader, and whether the title fits into the
bar and whether it would reach beyond all events.
"""


def _wishes(
    setting: Setting, stretch: Stretch, rows: Rows, widths: NDArray[np.float32], origin: float
) -> Iterator[Wish]:
    index, scale = setting.index, setting.scale
    leaders = (index.position[rows] - origin) * stretch.pixels_per_day
    plain, turned = (bits(*_slot(leaders, widths, scale, np.bool_(flip))) for flip in (False, True))
    inside = _fits_inside(setting, rows, widths, stretch.pixels_per_day)
    # No view goes far beyond the last event: what would stick out there is flipped from the outset.
    last = (index.extent()[1] - origin) * stretch.pixels_per_day
    beyond = leaders - scale.label_lead + widths > last
    return zip(plain, turned, _lines(leaders, scale), inside.tolist(), beyond.tolist(), strict=True)


def _find(slots: Slots, wish: Wish, seed: tuple[int, bool] | None) -> tuple[int, bool] | None:
    """A place, (label row, flipped): where the label stood, in the bar, right or left of the mark."""
    plain, turned, line, inside, beyond = wish
    wished, flipped = (INSIDE, False) if seed is None else seed
    if wished != INSIDE and slots.find(turned if flipped else plain, line, wished) is not None:
        return wished, flipped
    if inside:
        return INSIDE, False
    if not beyond:
        room = slots.find(plain, line)
        if room is not None:
            return room, False
    room = slots.find(turned, line)
    return None if room is None else (room, True)


def _keep_free(slots: list[Slots], asked: Iterable[tuple[int, int, Wish]], seeds: Seeds) -> None:
    """Leave seeds the place where they stood, as long as what is more important has room elsewhere."""
    for row, lane, (plain, turned, line, _, _) in asked:
        place, flipped = seeds.places.get(row, (INSIDE, False))
        if place != INSIDE:
            slots[lane].keep_free(place, turned if flipped else plain, line)


def label_widths(index: EventIndex, rows: NDArray[np.integer], scale: Scale) -> NDArray[np.float32]:
    """Widths of titles in device pixels, float32[n], whole pixels, cut at ``scale.label_max``.

    They are a little wider than estimated, as no font keeps to the estimate.
    """
    bold = np.where(index.importance[rows] >= index.bold_from, scale.bold, 1.0)
    estimate = index.label_em[rows] * scale.em * bold * SAFETY
    width = np.minimum(np.ceil(estimate + scale.label_slack), scale.label_max)
    return np.asarray(width, np.float32)


def inside_lead(scale: Scale) -> float:
    """From the start of a span to its title in the bar."""
    return scale.head + 2 * scale.label_lead


def _candidates(setting: Setting, seeds: Seeds, borders: NDArray[np.int64]) -> tuple[Rows, NDArray[np.int16]]:
    """The most important rows of each lane, best first, and their lanes.

    Before them come the focus and seeds that are placed first. ``borders``, int64[6, lanes], are the rows at
    the outermost, outer and inner borders, left and right.
    """
    index, focus = setting.index, setting.focus
    need = CANDIDATES + CANDIDATES_A_ROW * setting.label_rows
    # A lane without a mark in the stretch is asked for none.
    outermost, low, _, _, high, far = np.where(borders[2] < borders[3], borders, 0)
    rows = _best(setting.sieve, low, high, need)
    extra = {
        row for ends in zip(outermost.tolist(), far.tolist(), strict=True) for row in seeds.between(*ends)
    }
    if focus is not None:
        place = index.place_of(np.array((focus,)))
        if np.any((low <= place) & (place < high)):
            extra.add(focus)
    added = np.array(sorted(extra), np.int32)
    rows = np.concatenate((added, rows[~among(rows, added)]))
    rank, lane = index.priority[rows].astype(np.int64), index.lane[rows]
    if seeds.first:
        rank[: len(added)] += 1 << 33
    if focus is not None:
        rank[rows == focus] = 1 << 40
    most = need + np.bincount(lane[: len(added)], minlength=index.lanes)
    chosen = np.flatnonzero(foremost(lane, rank, most))
    chosen = chosen[np.lexsort((-rank[chosen], lane[chosen]))]
    return rows[chosen], lane[chosen]


def _best(sieve: Sieve, low: NDArray[np.int64], high: NDArray[np.int64], need: int) -> Rows:
    """The ``need`` foremost rows that pass of each range [low, high), with others; all of a short range."""
    first, last = sieve.before(low), sieve.before(high)
    many = last - first
    short = many <= ALL_OF * need
    few = sieve.nth(ranges(first[short], many[short])).astype(np.int32)
    if short.all():
        return few
    return np.concatenate((few, sieve.strata.best_of_each(low[~short], high[~short], need)))


def _slot(
    leader: Floats, width: NDArray[np.float32], scale: Scale, flipped: NDArray[np.bool_] | np.bool_
) -> tuple[Floats, Floats]:
    """Both ends of the room that labels take, with the gap at their free end."""
    start = np.where(flipped, leader - width - scale.label_gap, leader - scale.label_lead)
    return start, (start + width + scale.label_gap).astype(np.float64)


def _lines(leader: Floats, scale: Scale) -> list[int]:
    return bits(leader - scale.leader_gap, leader + scale.leader_gap)


def _blocks(
    setting: Setting, stretch: Stretch, around: list[Placed], origin: float
) -> list[list[tuple[int, int, int]]]:
    """What the labels of the neighbours take, by lane: (label row, slot, line)."""
    index, scale = setting.index, setting.scale
    blocks: list[list[tuple[int, int, int]]] = [[] for _ in range(index.lanes)]
    for tile in around:
        leader = (index.position[tile.row] - origin) * stretch.pixels_per_day
        width = (stretch.end - stretch.start) * stretch.pixels_per_day
        near = (leader > -scale.label_max) & (leader < width + 3 * scale.label_max)
        above = near & (tile.label_row != INSIDE)
        leader = leader[above]
        slots = bits(*_slot(leader, tile.width[above], scale, tile.flipped[above]))
        lanes = index.lane[tile.row[above]].tolist()
        places = tile.label_row[above].tolist()
        for lane, *block in zip(lanes, places, slots, _lines(leader, scale), strict=True):
            blocks[lane].append((block[0], block[1], block[2]))
    return blocks


def _fits_inside(
    setting: Setting, rows: Rows, widths: NDArray[np.float32], pixels_per_day: float
) -> NDArray[np.bool_]:
    """Whether titles fit into their span's bar with no mark on them; below the marks there is none."""
    index, scale = setting.index, setting.scale
    days = (inside_lead(scale) + widths + scale.label_gap) / pixels_per_day
    fits = ((index.flags[rows] & DateFlag.SPAN) != 0) & scale.has_room_in_bars
    fits &= index.stack_row[rows] != UNSTACKED
    fits &= index.likely_end[rows] - index.likely_start[rows] >= days
    for at in np.flatnonzero(fits & ~index.in_rows[rows]):
        row = int(rows[at])
        place = int(index.place_of(rows[at : at + 1])[0]) + 1
        after = int(index.places_in(int(index.lane[row]), index.position[row] + days[at]))
        before, last = setting.sieve.before(np.array((place, max(after, place))))
        fits[at] = before == last
    return np.asarray(fits, np.bool_)
