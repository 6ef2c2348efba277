"""Text to read, select and copy."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from explorer.widgets.parts.text import LEADING, NARROWEST, Broken, wrapping_policy


class Reading(QTextEdit):
    """Plain text to read, select and copy with the mouse or the keyboard; as tall as its words."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(wrapping_policy())
        self._text = ""
        self._broken = Broken()

    def read(self, text: str) -> None:
        """Show ``text``."""
        if text != self._text:
            self._text = text
            self.setPlainText(text)
            self._measure()

    @property
    def words(self) -> str:
        """The text shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """The size on one line."""
        return self._broken.natural() + QSize(2, self._leading())

    def minimumSizeHint(self) -> QSize:
        """A few letters wide: words may be broken."""
        return QSize(NARROWEST, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the text at a width, in pixels.

        Not asked of the document: it would be laid out anew, and the editor would put it back.
        """
        return int(self._broken.size(width).height() + 0.99) + self._leading()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in a new font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and a line below it while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            area = self.viewport().rect()
            with QPainter(self.viewport()) as painter:
                painter.fillRect(0, area.bottom() - 1, area.width(), 2, self.palette().link())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel belongs to the pane around."""
        event.ignore()

    def _leading(self) -> int:
        return round(self.font().pixelSize() * LEADING)

    def _measure(self) -> None:
        """Set the room between lines in the document, and take the same measure for the size."""
        spaced = QTextBlockFormat()
        spaced.setLineHeight(self._leading(), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)
        self._broken.put(self._text.replace("\n", "\u2028"), self.font())
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the selection, so that only one text ever shows one."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
