"""A document in good type: numbered paragraphs, marked passages, and their events in the margin."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from explorer.domain.reading import breaks_between
from explorer.widgets.sources.content import Page, Span
from explorer.widgets.sources.margin import Mark, stack
from explorer.widgets.sources.sheet_view import SheetView
from explorer.widgets.sources.typesetting import wrapped
from explorer.widgets.theme import ThemeHolder

MARGIN_GAP = 18
LABEL_LINES = 3
LOOK_BACK = 24


class DocumentPage(SheetView):
    """Shows a :class:`Page`. A click on a passage or on its mark in the margin is ``passage_pressed``."""

    passage_pressed = Signal(object)
    passage_meant = Signal(object)
    next_asked = Signal()
    previous_asked = Signal()
    event_asked = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._current: int | None = None
        self._words: tuple[tuple[tuple[int, int], str], ...] = ()
        self._marks: list[Mark] = []
        self.setAccessibleName(self.tr("Text of the source"))
        self.setAccessibleDescription(
            self.tr(
                "N and P go to the next and previous passage, Enter selects its event. Shift with the arrow "
                "keys selects text."
            )
        )
        self.viewport().setMouseTracking(True)

    def show_page(self, page: Page, *, keep_place: bool = False) -> None:
        """Show another page, from its top or, with ``keep_place``, from where the reader is."""
        self._current, self._words = None, ()
        super().show_page(page, keep_place=keep_place)

    def show_current(self, passage_id: int | None, *, scroll: bool) -> None:
        """Emphasise one passage, and bring it into view."""
        self._current = passage_id
        whole = next((span for span in self._page.spans.all if span.passage_id == passage_id), None)
        if whole is not None and scroll:
            self.bring(whole.start, whole.end)
        self.viewport().update()

    def show_words(self, sentence: tuple[int, int] | None, words: tuple[int, int] = (0, 0)) -> None:
        """Mark a sentence and words in it (places of the page) and bring them into view; None: no more."""
        if sentence is None:
            self._words = ()
        elif words[0] == words[1]:
            self._words = ((sentence, "mark_strong"),)
        else:
            self._words = ((sentence, "mark"), (words, "mark_strong"))
        if sentence is not None:
            self.bring(*sentence)
        self.viewport().update()

    def bring(self, start: int, end: int) -> None:
        """Scroll so that the words between two places of the page are in view."""
        self._reach(start, end)
        box = self._lines.box(self._sheet.unit(start))
        bar = self.verticalScrollBar()
        last = self._lines.box(self._sheet.unit(end) - 1)
        if (
            box.top() < bar.value() + box.height()
            or last.bottom() > bar.value() + self.viewport().height() - box.height()
        ):
            bar.setValue(round(box.top() - self.viewport().height() * 0.3))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Highlights, then the text, then the two margins."""
        start, end = self._visible_units()
        spans = self._sheet.spans.between(start, end)
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            if self._page.cards:
                self._paint_cards(painter, spans)
            else:
                self._paint_highlights(painter, spans)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._prepare(painter)
            taken = self._paint_breaks(painter, start, end)
            self._paint_numbers(painter, start, end, taken)
            self._paint_margin(painter, start, end)

    def _prepare(self, painter: QPainter) -> None:
        """Paint in the coordinates of the document."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())

    def _paint_highlights(self, painter: QPainter, spans: list[Span]) -> None:
        theme = self._look.theme
        emphasised = [span for span in spans if span.passage_id == self._current]
        for span in [*(span for span in spans if span.passage_id != self._current), *emphasised]:
            ground = theme.colour("mark_strong" if span.passage_id == self._current else "mark")
            # What is not confirmed is framed, not filled.
            dashed = QPen(theme.colour("warn"), 1.2, Qt.PenStyle.DashLine)
            painter.setPen(dashed if span.doubtful else QPen(Qt.PenStyle.NoPen))
            plain = span.doubtful and span.passage_id != self._current
            painter.setBrush(Qt.BrushStyle.NoBrush if plain else ground)
            for box in self._lines.boxes(span.start, span.end):
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, role in self._words:
            first, last = self._sheet.unit(place[0]), self._sheet.unit(place[1])
            painter.setBrush(theme.colour(role))
            for box in self._lines.boxes(first, last) if last > first else ():
                painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3)

    def _paint_cards(self, painter: QPainter, spans: list[Span]) -> None:
        theme = self._look.theme
        left, width = self._column
        for span in spans:
            top, bottom = self._lines.box(span.start).top(), self._lines.box(span.end - 1).bottom()
            pad = theme.size(9)
            card = QRectF(left + 0.5, top - pad + 0.5, width - 1, bottom - top + 2 * pad)
            current = span.passage_id == self._current
            painter.setPen(QPen(theme.colour("accent" if current else "line"), 1.5 if current else 1))
            painter.setBrush(theme.colour("mark" if current else "canvas"))
            painter.drawRoundedRect(card, 6, 6)

    def _paint_breaks(self, painter: QPainter, start: int, end: int) -> set[float]:
        """What the pages of the document are called, where they begin. Answers the heights of these lines."""
        theme = self._look.theme
        taken = set()
        for page in breaks_between(self._page.breaks, self._sheet.point(start), self._sheet.point(end)):
            box = self._lines.box(self._sheet.unit(page.start))
            if box.top() in taken:
                continue
            taken.add(box.top())
            self._paint_in_gutter(painter, self.tr("p. {page}").format(page=page.label or page.number), box)
            left = self._column[0]
            painter.setPen(QPen(theme.colour("muted"), 1))
            painter.drawLine(
                QPointF(left - theme.size(18), box.center().y()),
                QPointF(left - theme.size(8), box.center().y()),
            )
        return taken

    def _paint_numbers(self, painter: QPainter, start: int, end: int, taken: set[float]) -> None:
        """The numbers of the paragraphs, except in lines that are taken."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            number = self._sheet.numbers.get(block.blockNumber())
            if number is not None:
                box = self._lines.box(block.position())
                if box.top() not in taken:
                    self._paint_in_gutter(painter, str(number), box)
            block = block.next()

    def _paint_in_gutter(self, painter: QPainter, text: str, box: QRectF) -> None:
        """Words at the left of a line."""
        theme = self._look.theme
        font = theme.font(12)
        painter.setFont(font)
        painter.setPen(theme.colour("muted"))
        right = self._column[0] - theme.size(24)
        base = box.top() + QFontMetricsF(self.document().defaultFont()).ascent()
        painter.drawText(QPointF(right - QFontMetricsF(font).horizontalAdvance(text), base), text)

    def _paint_margin(self, painter: QPainter, start: int, end: int) -> None:
        theme = self._look.theme
        self._marks = self._lay_out_margin(start, end)
        for mark in self._marks:
            current = mark.span.passage_id == self._current
            bar = theme.event_colour(mark.span.colour) if mark.span.colour else theme.colour("line")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(bar)
            painter.drawRoundedRect(QRectF(self._bar_left(), mark.top, theme.size(3), mark.height), 1.5, 1.5)
            if mark.lines:
                label = self._label_box(mark)
                font = theme.font(12, bold=True)
                font.setUnderline(current)
                painter.setFont(font)
                painter.setPen(theme.text_colour(mark.span.colour))
                for number, text in enumerate(wrapped(mark.span.title, font, label.width(), mark.lines)):
                    base = label.top() + number * self._label_line() + QFontMetricsF(font).ascent()
                    painter.drawText(QPointF(label.left(), base), text)

    def _lay_out_margin(self, start: int, end: int) -> list[Mark]:
        """Marks of the passages in view; begun a little above, so that labels stay put while scrolling."""
        inside = self._sheet.spans.between(start, end)
        if not inside:
            return []
        placed = self._sheet.spans.all
        first = max(placed.index(inside[0]) - LOOK_BACK, 0)
        spans = placed[first : placed.index(inside[-1]) + 2]
        boxes = [(box.top(), box.height()) for box in (self._lines.box(span.start) for span in spans)]
        width = self._label_width()
        wanted = [
            len(wrapped(span.title, self._look.theme.font(12, bold=True), width, LABEL_LINES))
            for span in spans
        ]
        return stack(spans, boxes, wanted, self._label_line())

    def _bar_left(self) -> float:
        return self._column[0] + self._column[1] + self._look.theme.size(MARGIN_GAP)

    def _label_width(self) -> float:
        return self.viewport().width() - self._bar_left() - self._look.theme.size(14)

    def _label_line(self) -> float:
        return QFontMetricsF(self._look.theme.font(12, bold=True)).height()

    def _label_box(self, mark: Mark) -> QRectF:
        left = self._bar_left() + self._look.theme.size(9)
        top = mark.label_top + max((mark.height - self._label_line()) / 2, 0)
        return QRectF(left, top, max(self._label_width(), 0), mark.lines * self._label_line())

    # Input

    def _span_under(self, point: QPointF) -> Span | None:
        """The passage whose words, card, bar or label lie under a point of the viewport."""
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        if place.x() >= self._bar_left() - 6:
            for mark in self._marks:
                bar = QRectF(self._bar_left() - 6, mark.top, self._look.theme.size(3) + 12, mark.height)
                if bar.contains(place) or (mark.lines and self._label_box(mark).contains(place)):
                    return mark.span
            return None
        unit = self.cursorForPosition(point.toPoint()).position()
        for span in [*self._sheet.spans.at(unit), *self._sheet.spans.at(max(unit - 1, 0))]:
            if self._page.cards or any(
                box.adjusted(-2, -3, 2, 3).contains(place) for box in self._lines.boxes(span.start, span.end)
            ):
                return span
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be pressed."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            over = self._span_under(event.position())
            shape = Qt.CursorShape.PointingHandCursor if over is not None else Qt.CursorShape.IBeamCursor
            if over is None and not self._column[0] <= event.position().x() <= sum(self._column):
                shape = Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click that selects no text asks for the passage under it."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            span = self._span_under(event.position())
            if span is not None:
                self.passage_pressed.emit(span.passage_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What the menu says of a passage is meant for the one under the pointer."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            span = self._span_under(QPointF(event.pos()))
            if span is not None:
                self.passage_meant.emit(span.passage_id)
        super().contextMenuEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole title of the event under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            span = self._span_under(QPointF(event.pos()))
            text = (span.title or self.tr("No event stands on this passage.")) if span is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """N, P and Enter walk through the passages; the rest scrolls or selects."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        asked = {
            Qt.Key.Key_N: self.next_asked,
            Qt.Key.Key_P: self.previous_asked,
            Qt.Key.Key_Return: self.event_asked,
            Qt.Key.Key_Enter: self.event_asked,
        }.get(Qt.Key(event.key()))
        if plain and asked is not None:
            asked.emit()
        else:
            super().keyPressEvent(event)
