"""Cites events, passages and sources, and lists the works that events rest on."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from threading import Lock

from explorer.domain.citation import Citation, CitationStyle, Formatted, Locator
from explorer.domain.detail import EventDetail
from explorer.domain.event import Status
from explorer.domain.passage import Passage
from explorer.domain.reference import Reference
from explorer.domain.source import Source
from explorer.services.bibliography.sources import reference_of
from explorer.services.citations.ordering import in_order, year_letters
from explorer.services.citations.processor import Processor
from explorer.services.citations.styles import FACTS
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Workers
from explorer.store import reads

Progress = Callable[[float], None]
"""Takes the share of the work that is done, from 0 to 1; called on a worker thread."""


class Citations:
    """Citations of one run. A style is loaded when it is first asked for, and kept."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers
        self._processors: dict[CitationStyle, Processor] = {}
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
        return self._workers.read(self._works, [(source, [_locator(passage, page)])], style)

    def source(self, source: Source, style: CitationStyle) -> Future[Citation]:
        """A source as a whole."""
        return self._workers.read(self._works, [(source, [])], style)

    def bibliography(
        self, sources: Sequence[Source], style: CitationStyle, errand: Errand, progress: Progress
    ) -> Future[Formatted]:
        """A bibliography of sources: one paragraph a work, in the order of the style.

        It takes some 25 ms a work in Chicago. The future raises CancelledError if the errand was called off.
        """
        return self._workers.read(self.listed, sources, style, errand, progress)

    def listed(
        self, sources: Sequence[Source], style: CitationStyle, errand: Errand, progress: Progress
    ) -> Formatted:
        """As :meth:`bibliography`, on the thread that calls."""
        references = in_order(map(reference_of, sources), style)
        entries = []
        for done, (reference, letter) in enumerate(
            zip(references, year_letters(references, style), strict=True)
        ):
            errand.go_on()
            progress(done / len(references))
            # Rendering one work at a time leaves room for a citation that is asked for meanwhile.
            with self._lock:
                entries.append(self._processor(style).entry(reference, letter))
        return _paragraphs(entries)

    def _event(self, library: OpenLibrary, event_id: int, style: CitationStyle) -> Citation:
        with library.store.reading() as connection:
            detail = reads.event_detail(connection, event_id)
        works = _works_of(detail)
        unchecked = detail.event.citation_status is not Status.CHECKED
        if not works:
            text = " ".join(part for part in (_stopped(detail.event.citation), detail.event.url) if part)
            return Citation(_as_written(text), unchecked)
        cited = self._works(works, style)
        return Citation(cited.text, unchecked, cited.inferred, cited.unknown)

    def _works(self, works: Sequence[tuple[Source, Sequence[Locator]]], style: CitationStyle) -> Citation:
        with self._lock:
            processor = self._processor(style)
            text = _noted(processor, works) if FACTS[style].notes else _in_text(processor, works)
        sources = [source for source, _ in works]
        return Citation(
            text,
            inferred=tuple((source.label, name) for source in sources for name in source.inferred),
            unknown=tuple((source.label, name) for source in sources for name in source.unknown),
        )

    def _processor(self, style: CitationStyle) -> Processor:
        if style not in self._processors:
            self._processors[style] = Processor(style)
        return self._processors[style]


def _works_of(detail: EventDetail) -> list[tuple[Source, list[Locator]]]:
    """The sources of the passages that speak of an event, with their places, then the records it cites."""
    works: dict[int, tuple[Source, list[Locator]]] = {}
    for card in detail.passages:
        if not card.example:
            _, places = works.setdefault(card.source.id, (card.source, []))
            places.append(_locator(card.passage, ""))
    for record in detail.records:
        works.setdefault(record.id, (record, []))
    return list(works.values())


def _locator(passage: Passage, page: str) -> Locator:
    return Locator("page", page) if page else Locator("paragraph", str(passage.selector.paragraph))


def _together(places: Iterable[Locator]) -> Locator | None:
    """Several places in one work as one locator."""
    values = {place.value: place.label for place in places}
    if not values:
        return None
    return Locator(next(iter(values.values())), ", ".join(values))


def _noted(processor: Processor, works: Sequence[tuple[Source, Sequence[Locator]]]) -> Formatted:
    """One note on several works, parted by semicolons."""
    notes = [processor.note(reference_of(source), _together(places)) for source, places in works]
    unstopped = [Formatted(note.plain.removesuffix("."), note.html.removesuffix(".")) for note in notes[:-1]]
    return Formatted.joined((*unstopped, notes[-1]), "; ", "; ")


def _in_text(processor: Processor, works: Sequence[tuple[Source, Sequence[Locator]]]) -> Formatted:
    """The citation in the text, where places are known, above the entries of the works."""
    references = [(reference_of(source), _together(places)) for source, places in works]
    order = in_order((reference for reference, _ in references), processor.style)
    entries = [processor.entry(reference) for reference in order]
    if not any(place for _, place in references):
        return _paragraphs(entries)
    cited = [processor.note(reference, place) for reference, place in references]
    inner = Formatted.joined(tuple(Formatted(_bare(one.plain), _bare(one.html)) for one in cited), "; ", "; ")
    return _paragraphs([Formatted(f"({inner.plain})", f"({inner.html})"), *entries])


def _bare(text: str) -> str:
    return text.removeprefix("(").removesuffix(")")


def _paragraphs(parts: Iterable[Formatted]) -> Formatted:
    found = tuple(parts)
    return Formatted(
        "\n".join(part.plain for part in found), "\n".join(f"<p>{part.html}</p>" for part in found)
    )


def _stopped(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _as_written(text: str) -> Formatted:
    import html

    return Formatted(text, html.escape(text))


def bibliography_references(sources: Iterable[Source]) -> tuple[Reference, ...]:
    """Sources as references, by author and title, for files of records."""
    return in_order(map(reference_of, sources), CitationStyle.CHICAGO)
