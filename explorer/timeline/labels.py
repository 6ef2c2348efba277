"""Titles in view: those that fit as they stand, and those that have to turn at an edge."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.distinct import among
from explorer.timeline.frame import LaneLayout
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.placing import INSIDE, Placed, Setting, inside_lead, label_widths
from explorer.timeline.scale import Scale
from explorer.timeline.tiles import LabelTiles
from explorer.timeline.viewport import Viewport

Floats = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Titles:
    """Labels to show: ``x`` is the left end of the slot, ``leader`` the mark, ``label_row`` may be INSIDE.

    ``strength`` is 1, or less while a label fades in.
    """

    row: NDArray[np.int32]
    label_row: NDArray[np.int8]
    x: Floats
    width: Floats
    leader: Floats
    flipped: BoolArray
    strength: NDArray[np.float32]

    def __getitem__(self, chosen: BoolArray) -> "Titles":
        return Titles(
            self.row[chosen],
            self.label_row[chosen],
            self.x[chosen],
            self.width[chosen],
            self.leader[chosen],
            self.flipped[chosen],
            self.strength[chosen],
        )


def titles_in_view(tiles: LabelTiles, setting: Setting, viewport: Viewport) -> Titles:
    """The labels that fit into the view.

    A label fits if its slot lies inside the plot and no more important label is in its way. One that would
    stick out at an edge is turned to the other side of its mark, in its row, and then may push out less
    important ones. Whether a label fits depends on places in time and on the two edges only: while one pans,
    a label that fits keeps its place.
    """
    index, scale = setting.index, setting.scale
    placed = tiles.in_view(setting, viewport)
    leader = (index.position[placed.row] - viewport.start) * viewport.pixels_per_day
    titles = _shaped(placed, leader, tiles.strength(placed.row), viewport.width, scale)
    turned, flipped = titles.flipped != placed.flipped, placed.flipped
    if setting.focus is not None:
        turned |= _kept_in_view(titles, setting.focus, viewport.width)
    left = np.where(titles.label_row == INSIDE, 2 * scale.label_lead, 0)
    inside = (titles.x >= left) & (titles.x + titles.width <= viewport.width)
    inside &= titles.leader <= viewport.width
    titles, turned, flipped = titles[inside], turned[inside], flipped[inside]
    stays = _without_conflicts(titles, turned, setting)
    titles, flipped = titles[stays], flipped[stays]
    # What an edge of the view has turned is not turned elsewhere.
    tiles.remember(Placed(titles.row, titles.label_row, titles.width.astype(np.float32), flipped))
    return titles


def _shaped(
    placed: Placed, leader: Floats, strength: NDArray[np.float32], width: int, scale: Scale
) -> Titles:
    """Slots of placed labels; those that stick out are turned, at the right out of their bar too."""
    within = placed.label_row == INSIDE
    text = placed.width.astype(np.float64)
    x = np.where(within, leader + inside_lead(scale), leader - scale.label_lead)
    flipped = np.where(placed.flipped, leader >= text, x + text > width)
    x = np.where(flipped, leader - text, x)
    label_row = np.where(within & flipped, 0, placed.label_row).astype(np.int8)
    return Titles(placed.row, label_row, x, text, leader, flipped, strength)


def _kept_in_view(titles: Titles, focus: int, width: int) -> BoolArray:
    """Move the label of the event in hand into the view where it fits on neither side of its mark.

    Answers which labels were moved: like those that are turned, they may be in the way of others now.
    """
    beside = (titles.x < 0) | (titles.x + titles.width > width)
    moved: BoolArray = (titles.row == focus) & (titles.label_row != INSIDE) & beside & (titles.width <= width)
    moved &= (titles.leader >= 0) & (titles.leader <= width)
    if moved.any():
        titles.x[moved] = np.clip(titles.x[moved], 0, width - titles.width[moved])
    return moved


def _without_conflicts(titles: Titles, turned: BoolArray, setting: Setting) -> BoolArray:
    """Which labels stay when those just ``turned`` get in the way: the more important one of two."""
    stays = np.ones(len(titles.row), np.bool_)
    flips = np.flatnonzero(turned)
    if not len(flips):
        return stays
    index, scale = setting.index, setting.scale
    rank = index.priority[titles.row].astype(np.int64)
    if setting.focus is not None:
        rank[titles.row == setting.focus] = 1 << 40
    flips = flips[np.argsort(-rank[flips], kind="stable")]
    first = titles.x - np.where(titles.flipped, scale.label_gap, 0.0)
    end = titles.x + titles.width + np.where(titles.flipped, 0.0, scale.label_gap)
    lane, place = index.lane[titles.row], titles.label_row
    # One row for each of those turned, one column for each title.
    own, own_first, own_end = place[flips, None], first[flips, None], end[flips, None]
    meets = (place == own) & (first < own_end) & (own_first < end)
    crosses = (place > own) & _between(titles.leader, own_first, own_end, scale)
    crossed = (place < own) & _between(titles.leader[flips, None], first, end, scale)
    near = (place != INSIDE) & (lane == lane[flips, None]) & (meets | crosses | crossed)
    near[np.arange(len(flips)), flips] = False
    for at, rivals in zip(flips[near.any(axis=1)], near[near.any(axis=1)], strict=True):
        rivals &= stays
        # A flipped label not yet decided is less important, and will be asked about this one in its turn.
        if (rank[rivals] > rank[at]).any():
            stays[at] = False
        else:
            stays[rivals] = False
    return stays


def _between(leader: Floats, start: Floats, end: Floats, scale: Scale) -> BoolArray:
    crossing: BoolArray = (leader + scale.leader_gap > start) & (
        leader - scale.leader_gap < end - scale.label_gap
    )
    return crossing


def pinned_titles(
    index: EventIndex, sieve: Sieve, scale: Scale, viewport: Viewport, rows: NDArray[np.int32], end: Floats
) -> Titles:
    """Titles of spans (``rows``, drawn until the pixels ``end``) whose head is out of view: at the left edge.

    Only where the bar is long enough and free of marks under it.
    """
    leader = (index.position[rows] - viewport.start) * viewport.pixels_per_day
    width = label_widths(index, rows, scale).astype(np.float64)
    x = np.full(len(rows), 2 * scale.label_lead)
    fits = (leader + inside_lead(scale) < x) & scale.has_room_in_bars
    fits &= x + width + scale.label_gap <= np.minimum(end, viewport.width)
    for at in np.flatnonzero(fits & ~index.in_rows[rows]):
        days = [viewport.day(-scale.cluster_radius), viewport.day(x[at] + width[at] + scale.cluster_radius)]
        first, last = sieve.before(index.places_in(int(index.lane[rows[at]]), days))
        own = int(days[0] <= index.position[rows[at]] < days[1])
        fits[at] = last - first == own
    nothing = np.zeros(len(rows), np.bool_)
    places = np.full(len(rows), INSIDE, np.int8)
    return Titles(rows, places, x, width, leader, nothing, np.ones(len(rows), np.float32))[fits]


def joined(first: Titles, second: Titles) -> Titles:
    """Both, one after the other; a row that is in both only as in the first."""
    second = second[~among(second.row, first.row)]
    return Titles(
        *(
            np.concatenate((getattr(first, name), getattr(second, name)))
            for name in ("row", "label_row", "x", "width", "leader", "flipped", "strength")
        )
    )


def label_tops(titles: Titles, index: EventIndex, layout: LaneLayout) -> NDArray[np.int64]:
    """The y of the top of each label above its lane; of no meaning for those inside a bar."""
    bottom = layout.baseline[index.lane[titles.row]].astype(np.int64) - layout.label_bottom
    tops: NDArray[np.int64] = bottom - (titles.label_row.astype(np.int64) + 1) * layout.label_height
    return tops
