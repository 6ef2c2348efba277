"""Which page of a document is in view, for documents that have pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from explorer.domain.reading import page_at
from explorer.widgets.sources.content import EMPTY, Page
from explorer.widgets.theme import Theme, ThemeHolder


class PagePlace(QLabel):
    """A line below the text: "Page iv (4 of 212)". Hidden where there are no pages."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = EMPTY
        self._view = (0.0, 1.0)
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self.hide()

    def show_page(self, page: Page) -> None:
        """Show the places of another text."""
        self._page = page
        self.setVisible(bool(page.breaks))
        self._say()

    def show_view(self, view: tuple[float, float]) -> None:
        """The part of the text that is in view, as shares of the text."""
        self._view = view
        self._say()

    def _say(self) -> None:
        middle = round(sum(self._view) / 2 * len(self._page.text))
        page = page_at(self._page.breaks, middle) or next(iter(self._page.breaks), None)
        if page is None:
            return
        total = len(self._page.breaks)
        if page.label in ("", str(page.number)):
            text = self.tr("Page {number} of {total}").format(number=page.number, total=total)
        else:
            text = self.tr("Page {label} ({number} of {total})").format(
                label=page.label, number=page.number, total=total
            )
        self.setText(text)

    def _dress(self, theme: Theme) -> None:
        self.setContentsMargins(0, theme.size(4), 0, theme.size(6))
