"""Paints a heading or a hit, the words found on the colour of a highlighted passage."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from explorer.domain.search import Hit, HitKind
from explorer.widgets.parts.delegate import Index, RowDelegate
from explorer.widgets.search.rows import Heading, ResultRole
from explorer.widgets.theme import ThemeHolder

PAD = 14
HEADING = 30
LINE = 30
TWO_LINES = 50


class ResultDelegate(RowDelegate):
    """One line for what a title says, two where a detail was found as well."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(LINE, look, parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        inner = option.rect.adjusted(theme.size(PAD), 0, -theme.size(PAD), 0)
        heading = index.data(ResultRole.HEADING)
        if heading is not None:
            self._paint_heading(painter, inner, heading)
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                ground = QRectF(option.rect).adjusted(theme.size(6), 1, -theme.size(6), -1)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("hover"))
                painter.drawRoundedRect(ground, 5, 5)
                painter.setBrush(theme.colour("accent"))
                painter.drawRoundedRect(
                    QRectF(ground.left(), ground.top() + 4, 3, ground.height() - 8), 1.5, 1.5
                )
            self._paint_hit(painter, inner, index.data(ResultRole.HIT))
        painter.restore()

    def _height(self, index: Index) -> int:
        hit = index.data(ResultRole.HIT)
        return HEADING if hit is None else TWO_LINES if self._detail(hit) else super()._height(index)

    def _paint_heading(self, painter: QPainter, inner: QRect, heading: Heading) -> None:
        theme = self._look.theme
        painter.setFont(theme.font(11, bold=True))
        painter.setPen(theme.colour("muted"))
        line = inner.adjusted(0, theme.size(6), 0, 0)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, heading.title.upper()
        )
        painter.setFont(theme.font(12))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, heading.count)

    def _paint_hit(self, painter: QPainter, inner: QRect, hit: Hit) -> None:
        theme = self._look.theme
        detail = self._detail(hit)
        first = QRect(inner.left(), inner.top(), inner.width(), inner.height())
        if detail:
            first = QRect(inner.left(), inner.top() + theme.size(5), inner.width(), theme.size(20))
        if hit.date:
            font = theme.font(12)
            painter.setFont(font)
            painter.setPen(theme.colour("muted"))
            painter.drawText(first, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, hit.date)
            first.setRight(first.right() - QFontMetrics(font).horizontalAdvance(hit.date) - theme.size(16))
        ink, muted = theme.colour("ink"), theme.colour("muted")
        self._paint_marked(painter, first, theme.font(13), ink, hit.title, hit.marks)
        if detail:
            second = QRect(inner.left(), first.bottom() + 1, inner.width(), theme.size(18))
            marks = hit.detail_marks if hit.detail else ()
            self._paint_marked(painter, second, theme.font(12), muted, detail, marks)

    def _detail(self, hit: Hit) -> str:
        if hit.kind is HitKind.DATE:
            return self.tr("Show this time on the timeline")
        return hit.detail

    def _paint_marked(
        self,
        painter: QPainter,
        space: QRect,
        font: QFont,
        colour: QColor,
        text: str,
        marks: Sequence[tuple[int, int]],
    ) -> None:
        """One line, elided at its end; marks are in code points, the layout counts UTF-16 units."""
        metrics = QFontMetrics(font)
        line_text, marks = in_sight(" ".join(text.split("\n")), tuple(marks), metrics, space.width())
        shown = metrics.elidedText(line_text, Qt.TextElideMode.ElideRight, space.width())
        limit = units(shown) if shown == line_text else units(shown) - 1
        layout = QTextLayout(shown, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.setFormats([made for mark in marks if (made := self._format(line_text, mark, limit))])
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        painter.setPen(colour)
        layout.draw(painter, QPointF(space.left(), space.top() + (space.height() - line.height()) / 2))

    def _format(self, text: str, mark: tuple[int, int], limit: int) -> QTextLayout.FormatRange | None:
        start = units(text[: mark[0]])
        end = min(start + units(text[mark[0] : mark[0] + mark[1]]), limit)
        if end <= start:
            return None
        made = QTextLayout.FormatRange()
        made.start, made.length = start, end - start
        look = QTextCharFormat()
        look.setBackground(self._look.theme.colour("mark"))
        look.setForeground(self._look.theme.colour("ink"))
        made.format = look
        return made


def in_sight(
    text: str, marks: tuple[tuple[int, int], ...], metrics: QFontMetrics, width: int
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text and marks without the beginning, where the first mark would else lie beyond the line."""
    if not marks or metrics.horizontalAdvance(text[: sum(marks[0])] + " …") <= width:
        return text, marks
    start = marks[0][0]
    while start > 0 and metrics.horizontalAdvance(text[start : marks[0][0]]) < width * 0.3:
        start = text.rfind(" ", 0, start - 1) + 1
    moved = tuple((at - start + 2, length) for at, length in marks if at >= start)
    return f"… {text[start:]}", moved


def units(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) + sum(character > "\uffff" for character in text)
