"""Titles and dates of events, for labels, lists and links."""

from collections.abc import Sequence
from concurrent.futures import Future

from explorer.domain.detail import EventHeading
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads


class Headings:
    """Reads headings on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def of(self, library: OpenLibrary, ids: Sequence[int] | None = None) -> Future[tuple[EventHeading, ...]]:
        """Headings of the events with these ids, or of all; an id that is not there is left out."""
        return self._workers.read(_read, library, None if ids is None else tuple(ids))


def _read(library: OpenLibrary, ids: tuple[int, ...] | None) -> tuple[EventHeading, ...]:
    with library.store.reading() as connection:
        return reads.headings(connection, ids)
