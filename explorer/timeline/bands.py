"""Bands of eras: where they lie, and where their names stand while part of them is in view."""

from collections.abc import Sequence

import numpy as np

from explorer.domain.event import DateFlag, Extent
from explorer.timeline.frame import Bands
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport

LEAST_NAME_EM = 3.0
"""A name cut shorter than this says nothing."""


def bands(
    viewport: Viewport,
    extents: Sequence[Extent],
    flags: Sequence[DateFlag],
    rows: Sequence[int],
    name_em: Sequence[float],
    scale: Scale,
) -> Bands:
    """The bands in view.

    A name stands in the middle of the part of its band that is in view, so it stays in view while the era
    does. Where it does not fit it is cut to the room (``text_width``), or left out (0) if that is too narrow.

    Args:
        viewport: Time in view.
        extents: Extent of each era.
        flags: Whether its end is open.
        rows: The row of bands of each.
        name_em: Width of each name in em.
        scale: Lengths in device pixels.
    """
    days = np.array([(extent.likely_start, extent.likely_end) for extent in extents], np.float64).reshape(
        -1, 2
    )
    opens = np.array([bool(flag & DateFlag.OPEN_END) for flag in flags], np.bool_)
    x = ((days - viewport.start) * viewport.pixels_per_day).clip(-1, viewport.width + 1)
    era = np.flatnonzero((x[:, 1] > 0) & (x[:, 0] < viewport.width)).astype(np.int32)
    x0, x1 = x[era, 0], x[era, 1]
    left, right = np.maximum(x0, 0) + scale.label_lead, np.minimum(x1, viewport.width) - scale.label_lead
    wanted = np.ceil(np.array(name_em, np.float64)[era] * scale.em)
    least = np.minimum(wanted, LEAST_NAME_EM * scale.em)
    text = np.where(right - left >= least, np.minimum(wanted, right - left), 0.0)
    return Bands(
        era=era,
        row=np.array(rows, np.int32)[era],
        x0=x0.astype(np.float32),
        x1=x1.astype(np.float32),
        text_x=((left + right - text) / 2).astype(np.float32),
        text_width=text.astype(np.float32),
        open_end=opens[era],
    )
