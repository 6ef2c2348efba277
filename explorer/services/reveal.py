"""Masks the events after a day, on a reader thread."""

from concurrent.futures import Future

from explorer.services.workers import Workers
from explorer.timeline.index import EventIndex
from explorer.timeline.mask import Sieve
from explorer.timeline.until import until


class Sieves:
    """Makes the filters of the reveal."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def until(self, index: EventIndex, visible: Sieve | None, day: float) -> Future[Sieve]:
        """What passes ``visible`` and stands no later than ``day``."""
        return self._workers.read(until, index, visible, day)
