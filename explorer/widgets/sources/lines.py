"""Where the lines of a document stand."""

from bisect import bisect_right
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLine


class Lines:
    """Finds lines by height and places by position, in pixels of the document and UTF-16 units.

    Qt lays a long text out bit by bit, and says of a point beyond that it lies at the end of the text.
    Asking for the rectangle of a block has it laid out as far as that block; every answer here begins so.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document

    def at(self, y: float) -> tuple[int, int]:
        """Where the line at a height begins and ends."""
        last = self._document.blockCount() - 1
        reach = 1
        while reach < last and self._top(reach) <= y:
            reach *= 2
        number = bisect_right(range(min(reach, last) + 1), y, key=self._top) - 1
        block = self._document.findBlockByNumber(max(number, 0))
        text = block.layout()
        inside = y - text.position().y()
        shown = [line for line in map(text.lineAt, range(text.lineCount())) if line.y() <= inside]
        begin = block.position() + (shown[-1].textStart() if shown else 0)
        return begin, begin + (shown[-1].textLength() if shown else 0)

    def box(self, unit: int) -> QRectF:
        """The line that holds a place, as high as its letters."""
        block = self._document.findBlock(unit)
        self._top(block.blockNumber())
        return self._part(block, block.layout().lineForTextPosition(max(unit - block.position(), 0)), 0, None)

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The parts of lines from ``start`` to ``end``, as high as their letters."""
        made = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            self._top(block.blockNumber())
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    made.append(self._part(block, line, first, last))
            block = block.next()
        return made

    def _top(self, number: int) -> float:
        block = self._document.findBlockByNumber(number)
        return self._document.documentLayout().blockBoundingRect(block).top()

    def _part(self, block: QTextBlock, line: QTextLine, start: int, end: int | None) -> QRectF:
        """Part of a line, from the units ``start`` to ``end`` of its block or to the end of its letters."""
        metrics = QFontMetricsF(self._document.defaultFont())
        origin = block.layout().position()
        if not line.isValid():
            return QRectF(origin.x(), origin.y(), 0, metrics.height())
        left = _x(line, start)
        right = line.naturalTextRect().right() if end is None else _x(line, end)
        base = origin.y() + line.y() + line.ascent()
        height = metrics.ascent() + metrics.descent()
        return QRectF(origin.x() + left, base - metrics.ascent(), right - left, height)


def _x(line: QTextLine, unit: int) -> float:
    """Where a place of the block stands in its line; PySide answers with the place it settled on as well."""
    answer: Any = line.cursorToX(unit)
    return float(answer[0] if isinstance(answer, tuple) else answer)
