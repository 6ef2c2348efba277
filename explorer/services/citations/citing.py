"""Cites events, passages and sources. What renders them is loaded when it is first asked for."""

from collections.abc import Sequence
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING

from explorer.domain.citation import Citation, CitationStyle, Formatted
from explorer.domain.passage import Passage
from explorer.domain.source import Source
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Progress, Workers
from explorer.store import reads

if TYPE_CHECKING:
    from explorer.services.citations.composing import Composer


class Citations:
    """Citations of one run. A style is loaded when it is first asked for, and kept."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._composer: Composer | None = None
        self._lock = Lock()

    def event(self, library: OpenLibrary, event_id: int, style: CitationStyle) -> Future[Citation]:
        """The works an event rests on; where the library links none, its citation as it was written down.

        The future raises ReaderError when the library cannot be read or no longer holds the event.
        """
        return self._workers.read(self._event, library, event_id, style)

    def passage(
        self, source: Source, passage: Passage, style: CitationStyle, page: str = ""
    ) -> Future[Citation]:
        """A passage with its page, if one is given, or else its paragraph."""
        return self._workers.read(self._passage, source, passage, style, page)

    def source(self, source: Source, style: CitationStyle) -> Future[Citation]:
        """A source as a whole."""
        return self._workers.read(self._source, source, style)

    def listed(
        self, sources: Sequence[Source], style: CitationStyle, errand: Errand, progress: Progress
    ) -> Formatted:
        """A bibliography, on the thread that calls: one paragraph a work, in the order of the style.

        It takes some 15 ms a work in Chicago.

        Raises:
            CancelledError: the errand was called off.
        """
        return self._made().bibliography(sources, style, errand, progress)

    def _event(self, library: OpenLibrary, event_id: int, style: CitationStyle) -> Citation:
        with library.store.reading() as connection:
            detail = reads.event_detail(connection, event_id)
        return self._made().event(detail, style)

    def _passage(self, source: Source, passage: Passage, style: CitationStyle, page: str) -> Citation:
        from explorer.services.citations.composing import place_of

        return self._made().works([(source, [place_of(passage, page)])], style)

    def _source(self, source: Source, style: CitationStyle) -> Citation:
        return self._made().works([(source, [])], style)

    def _made(self) -> "Composer":
        from explorer.services.citations.composing import Composer

        with self._lock:
            self._composer = self._composer or Composer()
            return self._composer
