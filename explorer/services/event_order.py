"""The events in the order of a list."""

from concurrent.futures import Future
from dataclasses import dataclass
from enum import StrEnum
from functools import reduce
from operator import and_

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import order
from explorer.timeline.mask import Sieve
from explorer.timeline.rowset import RowSet


class SortKey(StrEnum):
    """What a list of events can be sorted by. Equals stand by date: earliest, then latest."""

    DATE = "date"
    TITLE = "title"
    LANE = "lane"
    EXACTNESS = "exactness"
    IMPORTANCE = "importance"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What to list: ``visible`` tells what passes the filter, ``lit`` the hits of a search; None for all."""

    key: SortKey
    descending: bool
    visible: Sieve | None
    lit: RowSet | None


class EventOrder:
    """Sorts on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def arrange(self, library: OpenLibrary, wanted: Arrangement) -> Future[NDArray[np.int32]]:
        """Rows of the index in the order wanted, int32."""
        return self._workers.read(arrange, library, wanted)


def arrange(library: OpenLibrary, wanted: Arrangement) -> NDArray[np.int32]:
    """Answer at once, on the thread of the caller."""
    index = library.index
    passing = None if wanted.visible is None else wanted.visible.passing
    sets = [rows for rows in (index.all_rows, passing, wanted.lit) if rows is not None]
    rows = reduce(and_, sets).rows() if sets else np.arange(index.size, dtype=np.int32)
    first = [-key if wanted.descending else key for key in _keys(library, wanted.key, rows)]
    by_date = (index.latest[rows], index.earliest[rows])
    return rows[np.lexsort((*by_date, *first))]


def _keys(library: OpenLibrary, key: SortKey, rows: NDArray[np.int32]) -> list[NDArray[np.float64]]:
    """Numbers to sort by, the most significant last."""
    index = library.index
    columns: list[NDArray[np.generic]]
    if key is SortKey.TITLE:
        columns = [_title_rank(library)[rows]]
    elif key is SortKey.LANE:
        columns = [index.lane[rows]]
    elif key is SortKey.EXACTNESS:
        guess = index.flags[rows] & int(DateFlag.APPROXIMATE | DateFlag.UNCERTAIN)
        columns = [index.precision[rows], guess != 0]
    elif key is SortKey.IMPORTANCE:
        columns = [index.importance[rows]]
    elif key is SortKey.SOURCES:
        columns = [index.contested[rows], index.sources[rows]]
    else:
        columns = [index.latest[rows], index.earliest[rows]]
    return [column.astype(np.float64) for column in columns]


def _title_rank(library: OpenLibrary) -> NDArray[np.int32]:
    """Place of each row in the alphabet of titles."""
    with library.store.reading() as connection:
        ids = order.by_title(connection)
    rank = np.zeros(library.index.space, np.int32)
    # Of events that came since the index was made it knows nothing.
    rows = library.index.rows_of(ids)
    rank[rows] = np.arange(rows.size, dtype=np.int32)
    return rank
