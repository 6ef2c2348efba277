"""Cites events, passages and sources. What renders them is loaded when it is first asked for."""

from collections.abc import Sequence
from concurrent.futures import Future
from threading import Lock
from typing import TYPE_CHECKING

from explorer.domain.citation import Citation, CitationStyle, Formatted
from explorer.domain.passage import Anchor, Passage
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
        self,
        library: OpenLibrary,
        source: Source,
        passage: Passage,
        anchor: Anchor | None,
        style: CitationStyle,
    ) -> Future[Citation]:
        """A passage with its page, where it stands in a document that has pages, or its paragraph."""
        return self._workers.read(self._passage, library, source, passage, anchor, style)

    def source(self, source: Source, style: CitationStyle) -> Future[Citation]:
        """A source as a whole."""
        return self._workers.read(self._source, source, style)

    def listed(
        self, sources: Sequence[Source], style: CitationStyle, errand: Errand, progress: Progress
    ) -> Formatted:
        """A bibliography, on the thread that calls: one paragraph a work, in the order of the style.

        It takes some 10 ms a work in Chicago.

        Raises:
            CancelledError: the errand was called off.
        """
        return self._made().bibliography(sources, style, errand, progress)

    def _event(self, library: OpenLibrary, event_id: int, style: CitationStyle) -> Citation:
        with library.store.reading() as connection:
            detail = reads.event_detail(connection, event_id)
            pages = reads.pages_of(connection, {card.source.id for card in detail.passages})
        return self._made().event(detail, pages, style)

    def _passage(
        self,
        library: OpenLibrary,
        source: Source,
        passage: Passage,
        anchor: Anchor | None,
        style: CitationStyle,
    ) -> Citation:
        from explorer.services.citations.composing import place_of

        with library.store.reading() as connection:
            pages = reads.pages_of(connection, [source.id]).get(source.id, ())
        return self._made().works([(source, [place_of(passage, anchor, pages)])], style)

    def _source(self, source: Source, style: CitationStyle) -> Citation:
        return self._made().works([(source, [])], style)

    def _made(self) -> "Composer":
        from explorer.services.citations.composing import Composer

        with self._lock:
            self._composer = self._composer or Composer()
            return self._composer
