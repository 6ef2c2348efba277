"""Finds the rows of events by their ids."""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]

SPARSE = 2
"""Ids are looked up in a table while it has no more than so many places an event."""


def rows_by_id(ids: Ints) -> Ints:
    """The row of each id from the first one on, -1 for none; or, of sparse ids, the rows in their order."""
    if not len(ids):
        return np.empty(0, np.int32)
    first, last = int(ids.min()), int(ids.max())
    if last - first >= SPARSE * len(ids):
        return np.argsort(ids, kind="stable").astype(np.int32)
    rows = np.full(last - first + 1, -1, np.int32)
    rows[ids - first] = np.arange(len(ids), dtype=np.int32)
    return rows


def find(wanted: NDArray[np.integer], ids: Ints, table: Ints, span: tuple[int, int]) -> Ints:
    """The row of each id that is wanted, -1 for those that do not exist.

    Args:
        wanted: The ids asked for.
        ids: Those of all rows.
        table: That of :func:`rows_by_id`.
        span: The first and the last of ``ids``.
    """
    rows = np.full(len(wanted), -1, np.int32)
    if not len(ids) or not len(wanted):
        return rows
    first, last = span
    near = (wanted >= first) & (wanted <= last)
    asked = wanted[near]
    if len(table) > last - first:
        rows[near] = table[asked - first]
        return rows
    # Of the type of the column: numpy would otherwise copy all of it into the type of the question.
    asked = asked.astype(np.int32)
    found = table[ids.searchsorted(asked, sorter=table)]
    rows[near] = np.where(ids[found] == asked, found, np.int32(-1))
    return rows
