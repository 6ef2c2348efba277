"""Puts citations together from events, passages and sources, in styles that are loaded once."""

import html
from collections.abc import Iterable, Mapping, Sequence
from threading import Lock

from explorer.domain.citation import Citation, CitationStyle, Formatted, Locator
from explorer.domain.detail import EventDetail
from explorer.domain.event import Status
from explorer.domain.passage import Anchor, Passage
from explorer.domain.reading import PageStart, pages_between
from explorer.domain.reference import Reference
from explorer.domain.source import Source
from explorer.services.bibliography.sources import reference_of
from explorer.services.citations.ordering import in_order, year_letters
from explorer.services.citations.processor import Processor
from explorer.services.citations.styles import FACTS
from explorer.services.workers import Errand, Progress

Pages = Mapping[int, Sequence[PageStart]]
"""The pages of attached documents, by source."""
Work = tuple[Source, Sequence[Locator]]
"""A source, and the places in it that are cited; none for the whole."""


class Composer:
    """Cites on the thread that calls; several may, and one waits for the other."""

    def __init__(self) -> None:
        self._processors: dict[CitationStyle, Processor] = {}
        self._lock = Lock()

    def event(self, detail: EventDetail, pages: Pages, style: CitationStyle) -> Citation:
        """The works an event rests on; where none is linked, its citation as it was written down."""
        works = _works_of(detail, pages)
        unchecked = detail.event.citation_status is not Status.CHECKED
        if not works:
            text = " ".join(part for part in (_stopped(detail.event.citation), detail.event.url) if part)
            return Citation(_as_written(text), unchecked)
        cited = self.works(works, style)
        return Citation(cited.text, unchecked, cited.inferred, cited.unknown)

    def works(self, works: Sequence[Work], style: CitationStyle) -> Citation:
        """Works, each with the places in it that are cited."""
        with self._lock:
            processor = self._processor(style)
            text = _noted(processor, works) if FACTS[style].notes else _in_text(processor, works)
        sources = [source for source, _ in works]
        return Citation(
            text,
            inferred=tuple((source.label, name) for source in sources for name in source.inferred),
            unknown=tuple((source.label, name) for source in sources for name in source.unknown),
        )

    def bibliography(
        self, sources: Sequence[Source], style: CitationStyle, errand: Errand, progress: Progress
    ) -> Formatted:
        """A bibliography of sources: one paragraph a work, in the order of the style.

        Raises:
            CancelledError: the errand was called off.
        """
        references = in_order(map(reference_of, sources), style)
        letters = year_letters(references, style)
        entries = []
        for done, (reference, letter) in enumerate(zip(references, letters, strict=True)):
            errand.go_on()
            progress(done / len(references))
            # One work at a time leaves room for a citation that is asked for meanwhile.
            with self._lock:
                entries.append(self._processor(style).entry(reference, letter))
        return _paragraphs(entries)

    def _processor(self, style: CitationStyle) -> Processor:
        if style not in self._processors:
            self._processors[style] = Processor(style)
        return self._processors[style]


def place_of(passage: Passage, anchor: Anchor | None, pages: Sequence[PageStart]) -> Locator:
    """Where a passage stands: its pages, where it is found in a document that has some, or its paragraph."""
    if anchor is not None and anchor.start is not None:
        end = anchor.start if anchor.end is None else max(anchor.end - 1, anchor.start)
        touched = pages_between(pages, anchor.start, end + 1)
        if touched:
            names = [page.label or str(page.number) for page in (touched[0], touched[-1])]
            return Locator("page", "-".join(dict.fromkeys(names)))
    return Locator("paragraph", str(passage.selector.paragraph))


def _works_of(detail: EventDetail, pages: Pages) -> list[tuple[Source, list[Locator]]]:
    """The sources of the passages that speak of an event, with their places, then the records it cites."""
    works: dict[int, tuple[Source, list[Locator]]] = {}
    for card in detail.passages:
        if not card.example:
            _, places = works.setdefault(card.source.id, (card.source, []))
            places.append(place_of(card.passage, card.anchor, pages.get(card.source.id, ())))
    for record in detail.records:
        works.setdefault(record.id, (record, []))
    return list(works.values())


def _together(places: Iterable[Locator]) -> Locator | None:
    """Several places in one work as one locator."""
    values = {place.value: place.label for place in places}
    if not values:
        return None
    return Locator(next(iter(values.values())), ", ".join(values))


def _noted(processor: Processor, works: Sequence[Work]) -> Formatted:
    """One note on several works, parted by semicolons."""
    notes = [processor.note(reference_of(source), _together(places)) for source, places in works]
    unstopped = [Formatted(note.plain.removesuffix("."), note.html.removesuffix(".")) for note in notes[:-1]]
    return Formatted.joined((*unstopped, notes[-1]), "; ", "; ")


def _in_text(processor: Processor, works: Sequence[Work]) -> Formatted:
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
    return Formatted(text, html.escape(text))


def in_author_order(sources: Iterable[Source]) -> tuple[Reference, ...]:
    """Sources as references, by author and title, for files of records."""
    return in_order(map(reference_of, sources), CitationStyle.CHICAGO)
