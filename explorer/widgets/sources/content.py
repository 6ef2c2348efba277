"""Turns a source into a page: its attached text with marked spans, or its quotations one below the other."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.domain.detail import DocumentPassage, SourceDetail
from explorer.domain.event import Theme
from explorer.widgets.sources import wording
from explorer.widgets.sources.offsets import Utf16Map


@dataclass(frozen=True, slots=True)
class Span:
    """A passage on the page, in UTF-16 units, with its event's title and lane colour ("" without event).

    The title of an event that the passage does not speak of says that it is our example.
    """

    passage_id: int
    start: int
    end: int
    title: str
    colour: str


@dataclass(frozen=True, slots=True)
class Page:
    """A text with its spans in order, and the paragraph number at the start of each line that has one.

    ``cards`` is true where the text is not the document but its quotations. ``units`` is the length
    in UTF-16 units. ``longest`` is the length of the longest span.
    """

    text: str
    numbers: Mapping[int, int]
    spans: tuple[Span, ...]
    cards: bool
    units: int
    longest: int

    def spans_between(self, start: int, end: int) -> list[Span]:
        """The spans that touch the units from ``start`` to ``end``."""
        first = bisect_right(self.spans, start - self.longest - 1, key=_start)
        last = bisect_right(self.spans, end, key=_start)
        return [span for span in self.spans[first:last] if span.end > start]

    def spans_at(self, unit: int) -> list[Span]:
        """The spans over one place, the shortest first."""
        return sorted(self.spans_between(unit, unit), key=lambda span: span.end - span.start)


EMPTY = Page("", {}, (), cards=False, units=0, longest=0)


def page_of(detail: SourceDetail, passages: tuple[DocumentPassage, ...], themes: Mapping[int, Theme]) -> Page:
    """The page of a source; ``passages`` are its passages in the order of the page."""
    if detail.document is None:
        return _quotations(passages, themes)
    text = detail.document.text
    units = Utf16Map(text)
    spans = [
        _span(item, units.to_units(item.anchor.start), units.to_units(item.anchor.end), themes)
        for item in passages
        if item.anchor is not None and item.anchor.start is not None and item.anchor.end is not None
    ]
    numbers: dict[int, int] = {}
    for line, words in enumerate(text.split("\n")):
        if words.strip():
            numbers[line] = len(numbers) + 1
    return _page(text, numbers, spans, cards=False)


def _quotations(passages: tuple[DocumentPassage, ...], themes: Mapping[int, Theme]) -> Page:
    lines, spans, numbers = [], [], {}
    at, paragraph = 0, None
    for line, item in enumerate(passages):
        words = "“" + item.passage.selector.exact.replace("\n", " ") + "”"
        length = len(words.encode("utf-16-le")) // 2
        lines.append(words)
        spans.append(_span(item, at, at + length, themes))
        if item.passage.selector.paragraph != paragraph:
            numbers[line] = paragraph = item.passage.selector.paragraph
        at += length + 1
    return _page("\n".join(lines), numbers, spans, cards=True)


def _page(text: str, numbers: Mapping[int, int], spans: list[Span], *, cards: bool) -> Page:
    in_order = tuple(sorted(spans, key=_start))
    longest = max((span.end - span.start for span in in_order), default=0)
    return Page(text, numbers, in_order, cards, len(text.encode("utf-16-le")) // 2, longest)


def _span(item: DocumentPassage, start: int, end: int, themes: Mapping[int, Theme]) -> Span:
    event = next(iter((*item.events, *item.examples)), None)
    if event is None:
        return Span(item.passage.id, start, end, "", "")
    title = event.title if item.events else wording.example(event.title)
    theme = themes.get(event.theme_id)
    return Span(item.passage.id, start, end, title, theme.colour if theme else "")


def _start(span: Span) -> int:
    return span.start
