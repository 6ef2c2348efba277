"""Brings what is kept in memory of a library there, and keeps it in the library for the next time."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, fields
from threading import Event
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.domain.contents import Contents
from explorer.store import arrays as stored
from explorer.store import reads
from explorer.store.columns import EventColumns, columns, facet_pairs
from explorer.store.engine import Transaction
from explorer.store.library import Library
from explorer.timeline.filters import FacetTable
from explorer.timeline.index import LAYOUT, EventIndex

ARRAYS_SHARE = 0.9
"""Of the time it takes to load a library from its arrays, what reading them takes."""
ROWS_SHARE = 0.7
"""Of the time it takes to load one from its rows, what reading them takes."""
_INDEX, _FACETS, _LABELS = "index.", "facets.", "labels."

Arrays = Mapping[str, NDArray[Any]]


def _nothing() -> None:
    """No step runs that could be broken off."""


class Loading:
    """How far a library is loaded: one thread works, another one watches and may call it off."""

    def __init__(self) -> None:
        self._off = Event()
        self._stop: Callable[[], None] = _nothing
        self.share = 0.0
        """From 0 to 1."""

    def call_off(self) -> None:
        """Nobody waits for it any more: end it with CancelledError at the next step."""
        self._off.set()
        self._stop()

    def reach(self, share: float) -> None:
        """Say how far it is.

        Raises:
            CancelledError: it was called off.
        """
        if self._off.is_set():
            raise CancelledError
        self.share = share

    @contextmanager
    def stopped_by(self, stop: Callable[[], None]) -> Iterator[None]:
        """A long step without a word in between, which ``stop`` breaks off from any thread.

        Raises:
            CancelledError: it was called off before the end.
        """
        self._stop = stop
        try:
            self.reach(self.share)
            yield
            self.reach(self.share)
        finally:
            self._stop = _nothing


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """What is in memory of a library; ``kept`` if it came from the arrays in the file, not from its rows."""

    contents: Contents
    index: EventIndex
    facets: FacetTable
    labels: Mapping[int, str]
    kept: bool


def load(store: Library, loading: Loading) -> Loaded:
    """Take the arrays of the file if they hold for its rows; else read the rows and build them.

    In the second case a large file is read through before: it was changed by another program, or was never
    whole, and all of it is needed anyway.

    Raises:
        ReaderError: the file is damaged or cannot be read.
        CancelledError: the loading was called off.
    """
    with store.reading() as connection:
        contents = reads.contents(connection)
    arrays = store.arrays(LAYOUT, lambda share: loading.reach(share * ARRAYS_SHARE))
    if arrays is None:
        with loading.stopped_by(store.stop_examining):
            store.examine()
        with store.reading() as connection:
            loaded = from_rows(connection, contents, loading)
    else:
        loaded = from_arrays(contents, arrays)
    warm(loaded.index)
    loading.reach(1.0)
    return loaded


def arrays_of(index: EventIndex, facets: FacetTable, labels: Mapping[int, str]) -> dict[str, NDArray[Any]]:
    """All that :func:`load` needs beside the contents, to be kept in the file."""
    texts = [text.encode() for text in labels.values()]
    of_labels: dict[str, NDArray[Any]] = {
        "id": np.fromiter(labels, np.int32, len(labels)),
        "length": np.fromiter(map(len, texts), np.int32, len(texts)),
        "text": np.frombuffer(b"".join(texts), np.uint8),
    }
    parts = {_INDEX: index.to_arrays(), _FACETS: facets.to_arrays(), _LABELS: of_labels}
    return {part + name: array for part, some in parts.items() for name, array in some.items()}


def keep_in_new(connection: Transaction, events: EventColumns | None = None) -> None:
    """Keep the arrays in a library that is being made, in the one transaction that fills it.

    ``events`` are the columns of its rows, if they are at hand; else they are read.
    """
    contents, loading = reads.contents(connection), Loading()
    if events is None:
        made = from_rows(connection, contents, loading)
    else:
        made = _built(connection, contents, events, loading)
    stored.write(connection, LAYOUT, arrays_of(made.index, made.facets, made.labels))
    stored.stamp(connection, stored.IN_A_NEW_FILE)


def from_rows(connection: Transaction, contents: Contents, loading: Loading) -> Loaded:
    """Read all rows, and build what the arrays would have spared."""
    events = columns(connection, lambda share: loading.reach(share * ROWS_SHARE))
    return _built(connection, contents, events, loading)


def _built(connection: Transaction, contents: Contents, events: EventColumns, loading: Loading) -> Loaded:
    pairs = facet_pairs(connection)
    labels = reads.labels(connection)
    index = EventIndex.build(
        len(contents.themes), **{each.name: getattr(events, each.name) for each in fields(EventColumns)}
    )
    loading.reach((1 + ROWS_SHARE) / 2)
    return Loaded(contents, index, FacetTable.build(index, contents, pairs), labels, kept=False)


def from_arrays(contents: Contents, arrays: Arrays) -> Loaded:
    """Put together what :func:`arrays_of` took apart."""
    index = EventIndex.from_arrays(_part(arrays, _INDEX), len(contents.themes))
    facets = FacetTable.from_arrays(_part(arrays, _FACETS), index)
    of_labels = _part(arrays, _LABELS)
    text = of_labels["text"].tobytes()
    ends = np.cumsum(of_labels["length"]).tolist()
    labels = {
        event: text[low:high].decode()
        for event, low, high in zip(of_labels["id"].tolist(), [0, *ends], ends, strict=False)
    }
    return Loaded(contents, index, facets, labels, kept=True)


def _part(arrays: Arrays, part: str) -> dict[str, NDArray[Any]]:
    return {name.removeprefix(part): array for name, array in arrays.items() if name.startswith(part)}


def warm(index: EventIndex) -> None:
    """Have what the index works out once be there before the first frame asks for it."""
    index.extent()
    index.rows_of((0,))
