"""Paints a suggestion as a card: date, title, the sentence with its date marked, and what it names."""

from PySide6.QtCore import QAbstractItemModel, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.domain.draft import TITLE_LENGTH
from explorer.viewmodels.offers import Offer, OfferStatus
from explorer.widgets.parts.delegate import Index
from explorer.widgets.sources.rows import draw_line
from explorer.widgets.suggestions import wording
from explorer.widgets.suggestions.rows import OfferRole
from explorer.widgets.theme import Theme, ThemeHolder

GAP = 8
PAD = 12
LINE = 20
WORDS_LINE = 19
TITLE_LINES = 2
LINES = 3
BEFORE = 70
"""Characters before the date that are shown where the sentence is too long to show from its beginning."""
LONG = 130
"""A date that stands so far into its sentence would not be seen."""


class CardDelegate(QStyledItemDelegate):
    """All cards are equally high, so that a list of thousands is laid out at once."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Room for a card, in logical pixels."""
        theme = self._look.theme
        lines = (2 + TITLE_LINES) * theme.size(LINE) + LINES * theme.size(WORDS_LINE)
        return QSize(80, lines + 2 * theme.size(PAD) + theme.size(GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one."""
        theme = self._look.theme
        offer: Offer = index.data(OfferRole.OFFER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, option, theme)
        box = self._line(option.rect, 0)
        muted = offer.status is not OfferStatus.OPEN
        self._paint_date(painter, box, offer, theme)
        painter.setPen(theme.colour("muted" if muted else "ink"))
        title = QTextLayout(wording.title(offer), theme.font(13, bold=True))
        _draw(painter, title, self._line(option.rect, 1), theme.size(LINE), TITLE_LINES)
        self._paint_sentence(painter, self._words(option.rect), offer, theme)
        box = self._words(option.rect)
        box.setTop(box.bottom() + 1)
        box.setHeight(theme.size(LINE))
        draw_line(painter, box, wording.foot(offer), theme.font(12), theme, "good" if muted else "muted")
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field for the title."""
        editor = QLineEdit(parent)
        editor.setMaxLength(TITLE_LENGTH)
        editor.setAccessibleName(self.tr("Title of the event"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The draft, selected: typing replaces it."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Keep what was written."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """The field stands where the title does."""
        box = self._line(option.rect, 1)
        spare = max(editor.sizeHint().height() - box.height(), 0)
        editor.setGeometry(box.adjusted(-self._look.theme.size(6), -spare // 2, 0, spare - spare // 2))

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        card = QRectF(option.rect).adjusted(1, 1, -1, -theme.size(GAP))
        painter.setPen(QPen(theme.colour("accent" if chosen else "line"), 2 if chosen else 1))
        painter.setBrush(theme.colour("paper" if chosen else "canvas"))
        painter.drawRoundedRect(card, 8, 8)

    def _paint_date(self, painter: QPainter, box: QRect, offer: Offer, theme: Theme) -> None:
        """The date in words, and beside it as EDTF."""
        words = wording.date(offer.edtf)
        draw_line(painter, box, words, theme.font(12, bold=True), theme, "accent")
        used = QFontMetrics(theme.font(12, bold=True)).horizontalAdvance(words) + theme.size(8)
        if words != offer.edtf and used < box.width() - theme.size(30):
            draw_line(painter, box.adjusted(used, 0, 0, 0), offer.edtf, theme.font(12), theme, "muted")

    def _paint_sentence(self, painter: QPainter, box: QRect, offer: Offer, theme: Theme) -> None:
        text, start, end = excerpt(offer)
        layout = QTextLayout(text, theme.font(13, serif=True))
        mark = QTextCharFormat()
        mark.setBackground(theme.colour("mark"))
        mark.setFont(theme.font(13, bold=True, serif=True))
        run = QTextLayout.FormatRange()
        run.start, run.length, run.format = start, end - start, mark
        layout.setFormats([run] if end > start else [])
        painter.setPen(theme.colour("ink"))
        _draw(painter, layout, box, theme.size(WORDS_LINE), LINES)

    def _line(self, card: QRect, number: int) -> QRect:
        theme = self._look.theme
        pad = theme.size(PAD)
        return QRect(
            card.left() + pad,
            card.top() + pad + number * theme.size(LINE),
            card.width() - 2 * pad,
            theme.size(LINE),
        )

    def _words(self, card: QRect) -> QRect:
        theme = self._look.theme
        box = self._line(card, 1 + TITLE_LINES)
        box.setHeight(LINES * theme.size(WORDS_LINE))
        return box


def _draw(painter: QPainter, layout: QTextLayout, box: QRect, height: int, most: int) -> None:
    """Draw the first lines of a layout; where more would follow, the last one ends with an ellipsis."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    room = QFontMetrics(layout.font()).horizontalAdvance(" …")
    cut = -1.0
    for number in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        if number == most - 1 and line.textStart() + line.textLength() < len(layout.text()):
            line.setLineWidth(box.width() - room)
            cut = line.naturalTextWidth()
        line.setPosition(QPointF(0, number * height))
    layout.endLayout()
    layout.draw(painter, QPointF(box.topLeft()))
    if cut >= 0:
        base = box.top() + (most - 1) * height + QFontMetrics(layout.font()).ascent()
        painter.setFont(layout.font())
        painter.drawText(QPointF(box.left() + cut, base), "…")


def excerpt(offer: Offer) -> tuple[str, int, int]:
    """The sentence or its part around the date, and where in it the date stands, in units of Qt (UTF-16)."""
    one = offer.suggestion
    start, end = one.date_start - one.start, one.date_end - one.start
    text = offer.sentence
    if start > LONG:
        cut = text.rfind(" ", 0, max(start - BEFORE, 1)) + 1
        text, start, end = "… " + text[cut:], start - cut + 2, end - cut + 2
    text = "".join(" " if letter.isspace() else letter for letter in text)
    return text, _units(text[:start]), _units(text[:end])


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
