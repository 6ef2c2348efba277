"""Windows of text: help, the keys, about and licences."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from explorer.widgets.actions import keys_page
from explorer.widgets.theme import Theme, ThemeHolder


class _OfflineBrowser(QTextBrowser):
    """Shows a text and nothing that the text might ask to load."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        return None


class TextPage(QDialog):
    """A page of Markdown in a window of its own that does not stand in the way of the main window."""

    def __init__(self, title: str, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self.setWindowTitle(title)
        self._browser = _OfflineBrowser(self)
        self._browser.setOpenLinks(False)
        self._browser.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.addWidget(self._browser)
        column.addWidget(buttons)
        theme = look.theme
        self.resize(theme.size(720), theme.size(680))
        look.changed.connect(self._set)

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, in front of the other windows."""
        self._text = text
        self._set(self._look.theme)
        self.show()
        self.raise_()
        self.activateWindow()

    def _set(self, theme: Theme) -> None:
        document = self._browser.document()
        document.setDocumentMargin(theme.size(20))
        document.setDefaultFont(theme.font(14))
        document.setMarkdown(self._text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        _space_out(document, theme)
        self._browser.moveCursor(QTextCursor.MoveOperation.Start)


def _space_out(document: QTextDocument, theme: Theme) -> None:
    """Put room around paragraphs and headings: Markdown as Qt reads it has none."""
    block = document.begin()
    while block.isValid():
        shape = block.blockFormat()
        heading = shape.headingLevel() > 0
        shape.setTopMargin(theme.size(14 if heading else 0))
        shape.setBottomMargin(theme.size(4 if block.textList() or QTextCursor(block).currentTable() else 8))
        QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def keys_of_the_window() -> str:
    """All keys as a Markdown page."""
    tr = QCoreApplication.translate
    on_timeline = (
        ("Left, Right", tr("Pages", "Previous and next event in view")),
        ("Up, Down", tr("Pages", "Event in the lane above or below")),
        (". and ,", tr("Pages", "Next and previous event in the same lane")),
        ("Enter", tr("Pages", "Open the source of the selected event; come near to the marked time")),
        ("Shift+drag", tr("Pages", "Mark a time and count what lies in it")),
        ("[, ]", tr("Pages", "Mark the time from, and to, the selected event")),
        ("A, D", tr("Pages", "Move the view while held, to earlier and later times")),
        ("W, S", tr("Pages", "Zoom in and out while held, about the pointer")),
        ("Shift+Left, Shift+Right", tr("Pages", "Move the view")),
        ("+, -", tr("Pages", "Zoom in and out")),
        ("PgUp, PgDown", tr("Pages", "Scroll the lanes where they do not all fit")),
        ("Esc", tr("Pages", "Take away the ruler, the marked time, then the claim drawn; end the search")),
        ("E", tr("Pages", "On the timeline and in the details: edit the selected event")),
        ("Ins, F2, Del", tr("Pages", "Among the claims: write a new one, change it, take it out")),
        ("Space, Backspace, U", tr("Pages", "While something is hidden: uncover, cover again; this event")),
        ("N, P", tr("Pages", "In a source: next and previous passage")),
        ("Ctrl+D", tr("Pages", "In a source: find its dates")),
        ("A, E, R", tr("Pages", "On a date that was found: accept, edit, reject it")),
        ("J, K", tr("Pages", "Next and previous date that was found; ← → other readings, T its title")),
        (
            "E, A, C, O",
            tr("Pages", "On selected words of a source: new event, add to event, new claim, note"),
        ),
        ("H", tr("Pages", "On selected words of a source: the passage that was not found is here")),
    )
    return keys_page(on_timeline)


def read_page(folder: Path, name: str) -> str:
    """The text of ``folder/name.md``."""
    return (folder / f"{name}.md").read_text(encoding="utf-8")
