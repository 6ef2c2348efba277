"""Windows of text: help, the keys, about and licences."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from explorer.widgets.actions import keys_page
from explorer.widgets.theme import ThemeHolder


class _OfflineBrowser(QTextBrowser):
    """Shows a text and nothing that the text might ask to load."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        return None


class TextPage(QDialog):
    """A page of Markdown in a window of its own that does not stand in the way of the main window."""

    def __init__(self, title: str, text: str, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = look.theme
        self._browser = _OfflineBrowser(self)
        self._browser.setOpenLinks(False)
        self._browser.setAccessibleName(title)
        self._browser.document().setDocumentMargin(theme.size(20))
        self._browser.document().setDefaultFont(theme.font(14))
        self._browser.document().setMarkdown(text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self._browser)
        column.addWidget(buttons)
        self.resize(theme.size(720), theme.size(680))


def keys_of_the_window() -> str:
    """All keys as a Markdown page."""
    tr = QCoreApplication.translate
    on_timeline = (
        ("Left, Right", tr("Pages", "Previous and next event in view")),
        ("Up, Down", tr("Pages", "Event in the lane above or below")),
        ("Enter", tr("Pages", "Open the source of the selected event")),
        ("+, -", tr("Pages", "Zoom in and out")),
        ("N, P", tr("Pages", "In a source: next and previous passage")),
    )
    return keys_page(on_timeline)


def read_page(folder: Path, name: str) -> str:
    """The text of ``folder/name.md``."""
    return (folder / f"{name}.md").read_text(encoding="utf-8")
