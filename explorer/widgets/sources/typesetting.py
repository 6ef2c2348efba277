"""Sets a page in type: faces, line height, pauses, and a column of a comfortable measure."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from explorer.widgets.sources.sheet import Sheet
from explorer.widgets.theme import Theme

MEASURE = 70
SAMPLE = "It was the habit of the council to answer in the spring of the year. "
GUTTER = 64
MARGIN = 200
NARROW_MARGIN = 104
BODY = 16
LINE_HEIGHT = 150
PAUSE = 14
EMPTY_LINE = 4
CARD_PADDING = 14
CARD_GAP = 16


def body_font(theme: Theme, *, cards: bool) -> QFont:
    """The face of the text; quotations are italic."""
    return theme.font(BODY, serif=True, italic=cards)


def typeset(sheet: Sheet, theme: Theme, parent: QObject) -> QTextDocument:
    """The sheet as a document of Qt, position for position."""
    page = sheet.page
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    font = body_font(theme, cards=page.cards)
    document.setDefaultFont(font)
    letters = QTextCharFormat()
    letters.setFont(font)
    letters.setForeground(theme.colour("ink"))
    apart = page.apart
    block = QTextBlockFormat()
    block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if page.cards:
        block.setLeftMargin(theme.size(CARD_PADDING))
        block.setRightMargin(theme.size(CARD_PADDING))
        block.setTopMargin(theme.size(CARD_PADDING))
        block.setBottomMargin(theme.size(CARD_GAP))
    elif apart:
        block.setBottomMargin(theme.size(PAUSE - EMPTY_LINE))
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block)
    cursor.setBlockCharFormat(letters)
    cursor.insertText(sheet.text, letters)
    _narrow_empty_lines(document, theme.size(EMPTY_LINE if apart else PAUSE))
    return document


def _narrow_empty_lines(document: QTextDocument, height: int) -> None:
    """An empty line between paragraphs is a pause, not a whole line."""
    pause = QTextBlockFormat()
    pause.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        if block.length() == 1:
            cursor.setPosition(block.position())
            cursor.setBlockFormat(pause)
        block = block.next()
    cursor.endEditBlock()


def column(width: int, theme: Theme) -> tuple[int, int]:
    """Left edge and width of a column of :data:`MEASURE` characters or less, between numbers and margin."""
    widest = QFontMetricsF(body_font(theme, cards=False)).horizontalAdvance(SAMPLE) / len(SAMPLE) * MEASURE
    room = width - theme.size(GUTTER)
    set_width = min(widest, room - theme.size(MARGIN))
    if set_width < widest:
        set_width = min(widest, room - theme.size(NARROW_MARGIN), 0.76 * room)
    set_width = max(set_width, 40)
    margin = min(theme.size(MARGIN), room - set_width)
    return theme.size(GUTTER) + max(round((room - set_width - margin) / 2), 0), round(set_width)


def set_column(document: QTextDocument, theme: Theme, left: int, right: int, top: int) -> None:
    """Leave ``left`` and ``right`` pixels beside the text, and ``top`` above it."""
    frame = document.rootFrame()
    made = frame.frameFormat()
    if (made.leftMargin(), made.rightMargin(), made.topMargin()) != (left, right, top):
        made.setLeftMargin(left)
        made.setRightMargin(right)
        made.setTopMargin(top)
        made.setBottomMargin(theme.size(120))
        frame.setFrameFormat(made)


def wrapped(text: str, font: QFont, width: float, lines: int) -> list[str]:
    """A label in at most so many lines, cut at words, with an ellipsis where it does not fit."""
    metrics = QFontMetricsF(font)
    made: list[str] = []
    words = text.split()
    while words and len(made) < lines - 1 and metrics.horizontalAdvance(" ".join(words)) > width:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        made.append(metrics.elidedText(" ".join(words[:count]), Qt.TextElideMode.ElideRight, width))
        words = words[count:]
    if words:
        made.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return made
