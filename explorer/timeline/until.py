"""The events up to a day, as a filter over another filter."""

import numpy as np

from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve


def until(index: EventIndex, visible: Sieve | None, day: float) -> Sieve:
    """What passes ``visible`` (None for all) and stands no later than ``day``; linear in the events."""
    rows = np.arange(index.space)
    passing = np.asarray(index.position[rows]) <= day
    if visible is not None:
        passing &= visible.passes(rows)
    return Sieve.build(index, passing)
