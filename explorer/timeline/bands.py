"""Bands of eras: where they lie, and the room for their names while part of them is in view."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag, Extent
from explorer.timeline.frame import Bands
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport


@dataclass(frozen=True, slots=True, eq=False)
class EraTimes:
    """When eras begin and end (days, float64[n, 2]), whether the end is open, and their rows of bands."""

    days: NDArray[np.float64]
    open_end: NDArray[np.bool_]
    row: NDArray[np.int32]

    @classmethod
    def of(cls, extents: Sequence[Extent], flags: Sequence[DateFlag], rows: Sequence[int]) -> Self:
        """The times of eras by their extents, the flags of their dates and their rows."""
        opens = [bool(flag & DateFlag.OPEN_END) for flag in flags]
        ends = [
            extent.latest if open_ else extent.likely_end
            for extent, open_ in zip(extents, opens, strict=True)
        ]
        days = np.array([[extent.likely_start for extent in extents], ends], np.float64).T
        return cls(days, np.array(opens, np.bool_), np.array(rows, np.int32))


def bands(viewport: Viewport, eras: EraTimes, scale: Scale) -> Bands:
    """The bands in view, with lengths in device pixels.

    A name has room in the part of its band that is in view, so it stays in view while the era does.
    """
    # Of the type that is handed on: what rounds to the edge of the view is not in it.
    x = ((eras.days - viewport.start) * viewport.pixels_per_day).clip(-1, viewport.width + 1)
    x = x.astype(np.float32)
    era = np.flatnonzero((x[:, 1] > 0) & (x[:, 0] < viewport.width)).astype(np.int32)
    x0, x1 = x[era, 0], x[era, 1]
    left, right = np.maximum(x0, 0) + scale.label_lead, np.minimum(x1, viewport.width) - scale.label_lead
    return Bands(
        era=era,
        row=eras.row[era],
        x0=x0,
        x1=x1,
        name_x=left.astype(np.float32),
        name_width=np.maximum(right - left, 0.0).astype(np.float32),
        open_end=eras.open_end[era],
    )
