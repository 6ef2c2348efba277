"""Markdown as rich text. Who wrote it may be a stranger: nothing that it names is loaded."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QResizeEvent,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from explorer.widgets.parts.text import NARROWEST, wrapping_policy
from explorer.widgets.theme import Theme, ThemeHolder

PICTURE = "\ufffc"
"""The character that stands in a text for a picture."""
INDENT = 14
"""Room before the items of a list, in pixels at 100 % text."""


def document_of(markdown: str) -> QTextDocument:
    """A document of a text: HTML in it is shown as it is written, and pictures as their names.

    It has not been laid out yet, which is when Qt would load pictures, from wherever they are.
    """
    document = QTextDocument()
    feature = QTextDocument.MarkdownFeature
    document.setMarkdown(markdown, feature.MarkdownNoHTML | feature.MarkdownDialectGitHub)
    picture = document.find(PICTURE)
    while not picture.isNull():
        name = picture.charFormat().toImageFormat().name()
        picture.insertText(f"[{name}]", QTextCharFormat())
        picture = document.find(PICTURE, picture)
    return document


class MarkdownText(QTextEdit):
    """Markdown to read, select and copy; as tall as it is."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._markdown = ""
        self.setProperty("role", "body")
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(wrapping_policy())
        look.changed.connect(self._dress)

    def read(self, markdown: str) -> None:
        """Show a text."""
        self._markdown = markdown
        theme = self._look.theme
        document = document_of(markdown)
        document.setParent(self)
        document.setDocumentMargin(0)
        document.setIndentWidth(theme.size(INDENT))
        document.setDefaultFont(theme.font())
        self.setDocument(document)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height at the width there is."""
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide: words may be broken."""
        return QSize(NARROWEST, self.fontMetrics().height())

    def hasHeightForWidth(self) -> bool:
        """Always: the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the text at a width, in pixels."""
        document = self.document()
        kept = document.textWidth()
        document.setTextWidth(width)
        height = document.size().height()
        document.setTextWidth(kept)
        return int(height + 0.99)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what the text stands in."""
        event.ignore()

    def _dress(self, _theme: Theme) -> None:
        self.read(self._markdown)
