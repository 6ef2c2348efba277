"""Where the lanes lie, how many rows of labels each has room for, and how many rows of spans."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.frame import LaneLayout
from explorer.timeline.scale import Scale
from explorer.timeline.stacking import MOST_ROWS

MOST_LABEL_ROWS = 5
BENEATH = 0.15
"""The share of a label's height that only few letters reach down to."""
AWAY = -100_000
"""The top of a lane that is not there, in device pixels: what it has lies where nothing is seen or hit."""


def lane_layout(
    rows_needed: NDArray[np.integer] | Sequence[int],
    available_height: int,
    scale: Scale,
    shown: frozenset[int] | None = None,
) -> LaneLayout:
    """Share ``available_height`` (device pixels) among the lanes.

    A lane whose spans overlap is taller by the rows of its spans, wherever in time one looks: its height does
    not change while one pans or zooms. What is left goes to labels: lanes grow with the room up to
    :data:`MOST_LABEL_ROWS` rows of labels and shrink to one. Below that the total exceeds the height and the
    view has to scroll.

    Args:
        rows_needed: For each lane, how many rows all its spans would take.
        available_height: In device pixels.
        scale: Lengths in device pixels.
        shown: The lanes that are there; the others have no height, and none is cut. None for all lanes.
    """
    needed = np.asarray(rows_needed, np.int32)
    there = np.array([shown is None or lane in shown for lane in range(len(needed))], np.bool_)
    rows = np.where((needed > 1) & there, np.minimum(needed, MOST_ROWS), 0).astype(np.int32)
    gap = round(scale.lane_pad)
    extra = np.where(rows > 0, rows * scale.row_pitch + gap, 0).astype(np.int32)
    lanes = int(there.sum())
    band = max(scale.bar_height, 2 * scale.radii[-1])
    below = scale.dot_drop + 2 * scale.dot_radius + scale.lane_pad
    marks = scale.lane_pad + band / 2 + scale.label_lead + below
    least, most = (int(np.ceil(marks + rows * scale.label_height)) for rows in (1, MOST_LABEL_ROWS))
    if shown is not None and least * lanes > available_height >= least:
        # No lane is cut: as many as fit are seen whole, and the others one scrolls to.
        least = available_height // (available_height // least)
    height = min(max((available_height - int(extra.sum())) // max(lanes, 1), least), most)
    label_rows = int((height - marks) // scale.label_height)
    spare = height - marks - label_rows * scale.label_height
    heights = np.where(there, height + extra, 0).astype(np.int32)
    top = np.where(there, np.cumsum(heights) - heights, AWAY).astype(np.int32)
    baseline = round(height - below - spare / 2)
    # A cluster may be higher than marks are: where there is room to spare, titles stand clear of it.
    clear = max(scale.cluster_radius - band / 2 - scale.label_height * BENEATH, 0)
    return LaneLayout(
        top=top,
        height=heights,
        baseline=(top + baseline).astype(np.int32),
        label_rows=label_rows,
        total=int(heights.sum()),
        label_height=scale.label_height,
        label_bottom=round(band / 2 + scale.label_lead + min(spare / 2, clear)),
        span_rows=rows,
        hidden_rows=np.maximum(needed - MOST_ROWS, 0).astype(np.int32),
        row_top=height - baseline,
        row_pitch=scale.row_pitch,
    )
