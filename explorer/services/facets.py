"""Narrowing a library to what the reader has chosen to see."""

from concurrent.futures import Future

from explorer.domain.detail import UndatedPassage
from explorer.domain.facet import FacetChoice
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.timeline.filters import FacetAnswer


class Facets:
    """Applies choices and finds what no date filter can reach, on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def narrow(self, library: OpenLibrary, choice: FacetChoice) -> Future[FacetAnswer]:
        """Which events pass the choice, and how many each value would show."""
        return self._workers.read(library.facets.answer, choice)

    def undated(self, library: OpenLibrary) -> Future[tuple[UndatedPassage, ...]]:
        """The passages whose time cannot be told, in the order of the sources and of their text."""
        return self._workers.read(_undated, library)


def _undated(library: OpenLibrary) -> tuple[UndatedPassage, ...]:
    with library.store.reading() as connection:
        return reads.undated_passages(connection)
