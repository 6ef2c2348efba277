"""Where the lanes lie, and how many rows of labels each has room for."""

import numpy as np

from explorer.timeline.frame import LaneLayout
from explorer.timeline.scale import Scale

MOST_LABEL_ROWS = 5


def lane_layout(lanes: int, available_height: int, scale: Scale) -> LaneLayout:
    """Share ``available_height`` (device pixels) among the lanes.

    Lanes grow with the room up to :data:`MOST_LABEL_ROWS` rows of labels and shrink to one. Below that the
    total exceeds the height and the view has to scroll.
    """
    band = max(scale.bar_height, 2 * scale.radii[-1])
    below = scale.dot_drop + 2 * scale.dot_radius + scale.lane_pad
    marks = scale.lane_pad + band / 2 + scale.label_lead + below
    least, most = (int(np.ceil(marks + rows * scale.label_height)) for rows in (1, MOST_LABEL_ROWS))
    height = min(max(available_height // max(lanes, 1), least), most)
    rows = int((height - marks) // scale.label_height)
    spare = height - marks - rows * scale.label_height
    top = np.arange(lanes, dtype=np.int32) * np.int32(height)
    return LaneLayout(
        top=top,
        height=np.full(lanes, height, np.int32),
        baseline=(top + round(height - below - spare / 2)).astype(np.int32),
        label_rows=rows,
        total=height * lanes,
        label_height=scale.label_height,
        label_bottom=round(band / 2 + scale.label_lead),
    )
