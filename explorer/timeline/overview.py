"""The strip under the axis: all events of all time, small."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.strata import IMPORTANCES
from explorer.timeline.viewport import Viewport


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """Marks of the overview strip, by lane and pixel, and the spans long enough to be seen.

    ``importance`` is that of the most important event of a lane in a pixel; marks come with the least
    important first.
    """

    x: NDArray[np.int32]
    lane: NDArray[np.int32]
    importance: NDArray[np.uint8]
    span_lane: NDArray[np.int32]
    span_x0: NDArray[np.float32]
    span_x1: NDArray[np.float32]


def overview(
    index: EventIndex, viewport: Viewport, shortest: float, visible: Sieve | None = None
) -> Overview:
    """Marks of all events that pass the filter, by counts at the edges of the pixels.

    Args:
        index: The events.
        viewport: All there is to see, and the width of the strip.
        shortest: A span of so many pixels or more is a line, a shorter one a mark at its start.
        visible: The filter, or None for all.
    """
    sieve = visible or Sieve.build(index, None)
    rows, x0, x1 = _lines(index, viewport, shortest, sieve)
    width = viewport.width
    days = viewport.start + np.arange(width + 1) / viewport.pixels_per_day
    edges = index.places(days)
    lane = index.lane[rows]
    column = days.searchsorted(index.position[rows], "right") - 1
    within = (column >= 0) & (column < width)
    highest = np.zeros((index.lanes, width), np.uint8)
    for importance, members in zip(reversed(IMPORTANCES), reversed(sieve.strata.classes), strict=True):
        count = np.diff(members.before(edges), axis=1)
        mine = within & (index.importance[rows] == importance)
        np.subtract.at(count, (lane[mine], column[mine]), 1)
        highest[count > 0] = importance
    found = np.flatnonzero(highest)
    found = found[np.argsort(highest.ravel()[found], kind="stable")]
    return Overview(
        x=(found % width).astype(np.int32),
        lane=(found // width).astype(np.int32),
        importance=highest.ravel()[found],
        span_lane=lane.astype(np.int32),
        span_x0=x0.astype(np.float32),
        span_x1=x1.astype(np.float32),
    )


def _lines(
    index: EventIndex, viewport: Viewport, shortest: float, sieve: Sieve
) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float64]]:
    """Spans drawn as lines, in order of their rows, and both ends in pixels."""
    rows = np.sort(index.reach.near(viewport.start, viewport.end, shortest / viewport.pixels_per_day))
    rows = rows[sieve.passes(rows) & ((index.flags[rows] & DateFlag.SPAN) != 0)]
    x0, x1 = (
        ((days[rows] - viewport.start) * viewport.pixels_per_day).clip(0, viewport.width)
        for days in (index.likely_start, index.likely_end)
    )
    long = x1 - x0 >= shortest
    return rows[long], x0[long], x1[long]
