"""Many short ranges of numbers in one array."""

import numpy as np
from numpy.typing import NDArray


def ranges(first: NDArray[np.integer], count: NDArray[np.integer]) -> NDArray[np.int64]:
    """``count`` numbers from each ``first`` on, one range after the other."""
    ends = np.cumsum(count)
    total = int(ends[-1]) if len(ends) else 0
    numbers: NDArray[np.int64] = np.arange(total)
    numbers += np.repeat(first - (ends - count), count)
    return numbers
