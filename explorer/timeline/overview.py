"""The strip under the axis: all events of all time, small."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.timeline.index import EventIndex
from explorer.timeline.stacking import UNSTACKED
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
    index: EventIndex, viewport: Viewport, shortest: float, visible: NDArray[np.bool_] | None = None
) -> Overview:
    """Marks of all events that pass the filter.

    Linear in the number of events: not for every frame, only when an argument changes.

    Args:
        index: The events.
        viewport: All there is to see, and the width of the strip.
        shortest: A span of so many pixels or more is a line, a shorter one a mark at its start.
        visible: bool[n], or None for all.
    """
    rows = np.arange(index.size) if visible is None else np.flatnonzero(visible)
    span = ((index.flags[rows] & DateFlag.SPAN) != 0) & (index.stack_row[rows] != UNSTACKED)
    x0, x1 = (
        ((days[rows] - viewport.start) * viewport.pixels_per_day).clip(0, viewport.width)
        for days in (index.likely_start, index.likely_end)
    )
    line = span & (x1 - x0 >= shortest)
    x = (index.position[rows] - viewport.start) * viewport.pixels_per_day
    mark = ~line & (x >= 0) & (x < viewport.width)
    lanes, width = index.lanes, viewport.width
    place = index.lane[rows[mark]].astype(np.int64) * width + x[mark].astype(np.int64)
    highest = np.zeros(lanes * width, np.uint8)
    np.maximum.at(highest, place, index.importance[rows[mark]])
    found = np.flatnonzero(highest)
    found = found[np.argsort(highest[found], kind="stable")]
    return Overview(
        x=(found % width).astype(np.int32),
        lane=(found // width).astype(np.int32),
        importance=highest[found],
        span_lane=index.lane[rows[line]].astype(np.int32),
        span_x0=x0[line].astype(np.float32),
        span_x1=x1[line].astype(np.float32),
    )
