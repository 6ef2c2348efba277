"""Lines of a curve as Qt draws them fastest: unscaled, segment by segment, and only what is in view."""

import numpy as np
from numpy.typing import NDArray

Lines = NDArray[np.float64]
"""float64[n, 4]: x and y of both ends, in device pixels."""


def within(lines: Lines, left: float, right: float, period: float = 0.0) -> Lines:
    """The parts of lines between two columns; none of them turns back.

    Args:
        lines: x does not fall from the first end to the second.
        left: First column.
        right: Last column.
        period: Length of a dash with its gap, 0 for a solid line. A dashed one is cut by whole periods before
            ``left``, so that the dashes stay where they are.
    """
    lines = lines[(lines[:, 2] >= left) & (lines[:, 0] <= right)]
    if lines[:, 0].min(initial=left) >= left and lines[:, 2].max(initial=right) <= right:
        return lines
    across, rise = (lines[:, part + 2] - lines[:, part] for part in (0, 1))
    length = np.maximum(np.hypot(across, rise), 1e-9)
    share = np.zeros(len(lines))
    np.divide(np.maximum(left - lines[:, 0], 0), across, out=share, where=across > 0)
    if period:
        share = np.floor(share * length / period) * period / length
    rest = np.zeros(len(lines))
    np.divide(np.maximum(lines[:, 2] - right, 0), across, out=rest, where=across > 0)
    cut = np.empty_like(lines)
    cut[:, 0], cut[:, 1] = lines[:, 0] + share * across, lines[:, 1] + share * rise
    cut[:, 2], cut[:, 3] = lines[:, 2] - rest * across, lines[:, 3] - rest * rise
    return cut
