"""Turns a source into a page: its attached text with marked spans, or its quotations one below the other."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer.domain.detail import DocumentPassage, SourceDetail
from explorer.domain.event import Theme
from explorer.domain.passage import AnchorState
from explorer.domain.reading import PageStart
from explorer.widgets.sources import wording


@dataclass(frozen=True, slots=True)
class Span:
    """A passage on the page, with its event's title and lane colour ("" without event).

    The title of an event that the passage does not speak of says that it is our example. ``doubtful`` is a
    place that the reader has not confirmed, or one of several, or a best guess.
    """

    passage_id: int
    start: int
    end: int
    title: str
    colour: str
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Spans:
    """Passages by place. ``longest`` is the length of the longest."""

    all: tuple[Span, ...]
    longest: int

    @classmethod
    def of(cls, spans: Sequence[Span]) -> "Spans":
        """The spans in order."""
        return cls(
            tuple(sorted(spans, key=_start)), max((span.end - span.start for span in spans), default=0)
        )

    def between(self, start: int, end: int) -> list[Span]:
        """The spans that touch the places from ``start`` to ``end``."""
        first = bisect_right(self.all, start - self.longest - 1, key=_start)
        last = bisect_right(self.all, end, key=_start)
        return [span for span in self.all[first:last] if span.end > start]

    def at(self, place: int) -> list[Span]:
        """The spans over one place, the shortest first."""
        return sorted(self.between(place, place), key=lambda span: span.end - span.start)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole text with its spans. All places are in code points.

    ``paragraphs`` are the places at which paragraphs begin, ``numbers`` what each is called in the margin.
    ``cards`` is true where the text is not the document but its quotations. ``breaks`` are where the pages of
    the document begin, if it has any.
    """

    text: str
    paragraphs: Sequence[int]
    numbers: Sequence[int]
    spans: Spans
    cards: bool
    breaks: Sequence[PageStart] = ()

    @property
    def apart(self) -> bool:
        """Whether a paragraph is one line, so that a pause belongs between lines."""
        return not self.cards and len(self.text) > LONG_LINE * max(len(self.paragraphs), 1)


LONG_LINE = 120
EMPTY = Page("", (), (), Spans((), 0), cards=False)


def page_of(detail: SourceDetail, passages: tuple[DocumentPassage, ...], themes: Mapping[int, Theme]) -> Page:
    """The page of a source; ``passages`` are its passages in the order of the page."""
    if detail.document is None:
        return _quotations(passages, themes)
    spans = [span for item in passages for span in _places(item, themes)]
    numbers = range(1, len(detail.paragraphs) + 1)
    return Page(
        detail.document.text,
        detail.paragraphs,
        numbers,
        Spans.of(spans),
        cards=False,
        breaks=detail.document.pages,
    )


def _places(item: DocumentPassage, themes: Mapping[int, Theme]) -> Iterator[Span]:
    """The place of a passage, or those that it may have."""
    anchor = item.anchor
    if anchor is None:
        return
    if anchor.start is not None and anchor.end is not None:
        unsure = anchor.state is AnchorState.APPROXIMATE and not anchor.confirmed
        yield replace(_span(item, anchor.start, anchor.end, themes), doubtful=unsure)
    for place in anchor.candidates:
        span = _span(item, place.start, place.end, themes)
        yield replace(span, title=wording.perhaps(span.title), doubtful=True)


def _quotations(passages: tuple[DocumentPassage, ...], themes: Mapping[int, Theme]) -> Page:
    lines: list[str] = []
    spans: list[Span] = []
    paragraphs: list[int] = []
    numbers: list[int] = []
    at = 0
    for item in passages:
        words = "“" + item.passage.selector.exact.replace("\n", " ") + "”"
        lines.append(words)
        spans.append(_span(item, at, at + len(words), themes))
        if item.passage.selector.paragraph not in numbers[-1:]:
            paragraphs.append(at)
            numbers.append(item.passage.selector.paragraph)
        at += len(words) + 1
    return Page("\n".join(lines), paragraphs, numbers, Spans.of(spans), cards=True)


def _span(item: DocumentPassage, start: int, end: int, themes: Mapping[int, Theme]) -> Span:
    event = next(iter((*item.events, *item.examples)), None)
    if event is None:
        return Span(item.passage.id, start, end, "", "")
    title = event.title if item.events else wording.example(event.title)
    theme = themes.get(event.theme_id)
    return Span(item.passage.id, start, end, title, theme.colour if theme else "")


def _start(span: Span) -> int:
    return span.start
