"""Joins the panel of suggested dates to the reader: the action that opens it, the words it points at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from explorer.viewmodels.offers import Offer
from explorer.viewmodels.reader import ReaderModel, ReaderState
from explorer.viewmodels.suggestions import SuggestionsModel, SuggestionsState
from explorer.widgets.sources.page import DocumentPage
from explorer.widgets.theme import ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.suggestions.pane import SuggestionsPane


class DateFinding(QObject):
    """``action`` finds the dates of the document in hand; the panel is made when it is first asked for."""

    def __init__(
        self,
        suggestions: SuggestionsModel,
        reader: ReaderModel,
        stack: QStackedWidget,
        page: DocumentPage,
        look: ThemeHolder,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self._stack = stack
        self._page = page
        self._look = look
        self._pane: SuggestionsPane | None = None
        self.action = QAction(self.tr("Find dates"), parent)
        self.action.setShortcut(QKeySequence(self.tr("Ctrl+D")))
        self.action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.action.setToolTip(self.tr("Find the dates in this text and suggest events (Ctrl+D)"))
        parent.addAction(self.action)
        self.action.triggered.connect(self._open)
        suggestions.changed.connect(self._show)
        suggestions.current_changed.connect(self._point)
        reader.changed.connect(self._allow)
        self._allow(reader.state)

    def _open(self) -> None:
        self._suggestions.find()
        if self._pane is not None:
            self._pane.list.setFocus()

    def _allow(self, state: ReaderState) -> None:
        self.action.setEnabled(state.detail is not None and state.detail.document is not None)

    def _show(self, state: SuggestionsState) -> None:
        if state.open and self._pane is None:
            from explorer.widgets.suggestions.pane import SuggestionsPane

            self._pane = SuggestionsPane(self._suggestions, self._look, self._stack)
            self._stack.addWidget(self._pane)
        if self._pane is None:
            return
        was_open = self._stack.currentWidget() is self._pane
        if state.open != was_open:
            self._stack.setCurrentIndex(self._stack.indexOf(self._pane) if state.open else 0)
            if not state.open:
                self._page.setFocus()
        if state.open and state.offers and not was_open:
            self._pane.list.setFocus()

    def _point(self, offer: Offer | None) -> None:
        if offer is None:
            self._page.show_words(None)
        else:
            one = offer.suggestion
            self._page.show_words((one.start, offer.end), (one.date_start, one.date_end))
