"""The part of a page that is set in type: all of an article, but never more than a few screens of a tome."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from explorer.widgets.sources.content import EMPTY, Page, Spans
from explorer.widgets.sources.offsets import Utf16Map

MOST_LETTERS = 16_000
MOST_LINES = 500
GAP = 2_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text of ``page`` from ``start`` to ``end`` (code points), as Qt counts it.

    ``numbers`` are what the paragraphs that begin here are called, by the number of their line.
    ``spans`` are the parts of passages that lie here. Both count lines and UTF-16 units from the start
    of the sheet.
    """

    page: Page
    start: int
    end: int
    text: str
    numbers: dict[int, int]
    spans: Spans
    units: Utf16Map

    @property
    def is_first(self) -> bool:
        """Whether the page begins here."""
        return self.start == 0

    @property
    def is_last(self) -> bool:
        """Whether the page ends here."""
        return self.end == len(self.page.text)

    def unit(self, point: int) -> int:
        """Where a place of the page stands on the sheet; places before and after it are its ends."""
        return self.units.to_units(min(max(point, self.start), self.end) - self.start)

    def point(self, unit: int) -> int:
        """The place of the page at a unit of the sheet."""
        return min(self.start + self.units.to_points(unit), self.end)


def sheet_around(page: Page, point: int) -> Sheet:
    """The sheet with a place of the page near its middle; all of a page that is small enough."""
    start, end = _bounds(page.text, point)
    text = page.text[start:end]
    units = Utf16Map(text)
    sheet = Sheet(page, start, end, text, _numbers(page, start, end), Spans((), 0), units)
    spans = [
        replace(span, start=sheet.unit(span.start), end=sheet.unit(span.end))
        for span in page.spans.between(start, end)
        if span.start < end
    ]
    return replace(sheet, spans=Spans.of(spans))


def _bounds(text: str, point: int) -> tuple[int, int]:
    first = start = max(min(point - MOST_LETTERS // 2, len(text) - MOST_LETTERS), 0)
    end = min(start + MOST_LETTERS, len(text))
    if text.count("\n", start, end) >= MOST_LINES:
        end = _lines_on(text, _lines_back(text, first, point, MOST_LINES // 2), end, MOST_LINES)
        start = _lines_back(text, first, end, MOST_LINES)
    return _at_gap(text, start, point, forward=True), _at_gap(text, end, point, forward=False)


def _lines_back(text: str, start: int, end: int, lines: int) -> int:
    """The beginning of the line that is so many lines before ``end``, but no place before ``start``."""
    for _ in range(lines):
        end = text.rfind("\n", start, end)
        if end < 0:
            return start
    return end + 1


def _lines_on(text: str, start: int, end: int, lines: int) -> int:
    """The end of the line that is so many lines after ``start``, but no place after ``end``."""
    for _ in range(lines):
        start = text.find("\n", start, end) + 1
        if not start:
            return end
    return start - 1


def _at_gap(text: str, cut: int, point: int, *, forward: bool) -> int:
    """A place to cut near ``cut``, on its side of ``point``: between paragraphs or words, if there is one."""
    if cut in (0, len(text)):
        return cut
    for gap in ("\n", " "):
        if forward:
            found = text.find(gap, cut - 1, min(cut + GAP, point))
        else:
            found = text.rfind(gap, max(cut - GAP, point), cut + 1)
        if found >= 0:
            return found + 1 if forward else found
    return cut


def _numbers(page: Page, start: int, end: int) -> dict[int, int]:
    numbers: dict[int, int] = {}
    line, at = 0, start
    for index in range(bisect_left(page.paragraphs, start), bisect_left(page.paragraphs, end)):
        begin = page.paragraphs[index]
        line += page.text.count("\n", at, begin)
        at = begin
        numbers[line] = page.numbers[index]
    return numbers


BLANK = sheet_around(EMPTY, 0)
