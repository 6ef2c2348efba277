"""Puts together all that is known of one event."""

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace

from explorer.domain.detail import EventDetail, WorkedClaim
from explorer.domain.series import Series
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads


class Details:
    """Reads events for the detail pane."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def event(self, library: OpenLibrary, event_id: int) -> Future[EventDetail]:
        """Everything on one event, with the sums of its claims worked from the series.

        The future raises :class:`ReaderError` when the library cannot be read or no longer holds the event.
        """
        return self._workers.read(_read, library, event_id)


def with_sum(worked: WorkedClaim, series: Iterable[Series]) -> WorkedClaim:
    """A claim with its tests worked from ``series``."""
    from explorer.services.claims import worked_out

    return worked_out(worked, {one.slug: one for one in series})


def _read(library: OpenLibrary, event_id: int) -> EventDetail:
    with library.store.reading() as connection:
        detail = reads.event_detail(connection, event_id)
    return replace(detail, claims=tuple(with_sum(claim, library.contents.series) for claim in detail.claims))
