"""Bands of eras: where they lie, and the room for their names while part of them is in view."""

from collections.abc import Sequence

import numpy as np

from explorer.domain.event import DateFlag, Extent
from explorer.timeline.frame import Bands
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport


def bands(
    viewport: Viewport,
    extents: Sequence[Extent],
    flags: Sequence[DateFlag],
    rows: Sequence[int],
    scale: Scale,
) -> Bands:
    """The bands in view.

    A name has room in the part of its band that is in view, so it stays in view while the era does.

    Args:
        viewport: Time in view.
        extents: Extent of each era.
        flags: Whether its end is open.
        rows: The row of bands of each.
        scale: Lengths in device pixels.
    """
    opens = np.array([bool(flag & DateFlag.OPEN_END) for flag in flags], np.bool_)
    ends = [
        extent.latest if open_ else extent.likely_end for extent, open_ in zip(extents, opens, strict=True)
    ]
    days = np.array([[extent.likely_start for extent in extents], ends], np.float64).T
    # Of the type that is handed on: what rounds to the edge of the view is not in it.
    x = ((days - viewport.start) * viewport.pixels_per_day).clip(-1, viewport.width + 1).astype(np.float32)
    era = np.flatnonzero((x[:, 1] > 0) & (x[:, 0] < viewport.width)).astype(np.int32)
    x0, x1 = x[era, 0], x[era, 1]
    left, right = np.maximum(x0, 0) + scale.label_lead, np.minimum(x1, viewport.width) - scale.label_lead
    return Bands(
        era=era,
        row=np.array(rows, np.int32)[era],
        x0=x0,
        x1=x1,
        name_x=left.astype(np.float32),
        name_width=np.maximum(right - left, 0.0).astype(np.float32),
        open_end=opens[era],
    )
