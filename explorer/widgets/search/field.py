"""The one search field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from explorer.domain.search import Hit, SearchAnswer
from explorer.viewmodels.results import ResultsModel
from explorer.widgets.theme import Theme, ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.search.popup import ResultsPopup

PAGE = 8
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class SearchField(QLineEdit):
    """Searches as one types. Up and Down go through what was found, Enter takes it, Esc ends the search.

    ``chosen`` carries the Hit taken; ``left`` is sent by Esc in an empty field, when the focus may go back.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, results: ResultsModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = results
        self._look = look
        self._popup: ResultsPopup | None = None
        self._hurried = False
        """Enter was pressed before the answer to what stands here came."""
        self.setProperty("role", "search")
        self.setPlaceholderText(self.tr("Search events, people, excerpts, dates …"))
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(self.tr("Words, names, or a date: June 1971, 1986-1990, 2023-11~"))
        self._hint = QLabel(QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText), self)
        self._hint.setText(self._hint.text().replace("+", " "))
        self._hint.setProperty("role", "muted")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QToolButton(self)
        self._clear.setText("×")
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setToolTip(self.tr("Clear the search (Esc)"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.clicked.connect(self.end_search)
        self._clear.hide()
        self.textEdited.connect(results.search)
        self.textChanged.connect(self._show_buttons)
        results.answered.connect(self._show_answer)
        results.counted.connect(self._show_count)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    @property
    def popup(self) -> "ResultsPopup":
        """The list; made when first needed, as a child of the window so that it lies over everything."""
        if self._popup is None:
            from explorer.widgets.search.popup import ResultsPopup

            self._popup = ResultsPopup(self._look, self.window())
            self._popup.hit_taken.connect(self._take)
            self.window().installEventFilter(self)
        return self._popup

    def take_focus(self) -> None:
        """Be ready to type: what stood here is selected, what it found is shown again."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
        self._open()

    def end_search(self) -> None:
        """Empty the field, close the list, put out the lights."""
        self.clear()
        self._close()
        self._results.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys for the list go to the list; the rest is typing."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self.text():
                self.end_search()
            else:
                self.left.emit()
        elif key in STEPS and self._results.answer is not None:
            if self.popup.isVisible():
                self.popup.move_by(STEPS[key])
                self._tell_current()
            else:
                self._open()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take_current()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming back shows again what was found."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list is closed when one goes elsewhere; the search stays."""
        super().focusOutEvent(event)
        self._close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hint and clear button stay at the right."""
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list follows the window."""
        if event.type() == QEvent.Type.Resize and self._popup is not None and self._popup.isVisible():
            self._popup.place_under(self)
        return super().eventFilter(watched, event)

    def _show_answer(self, answer: SearchAnswer | None) -> None:
        if answer is None:
            if self.text():
                self.clear()
            self._close()
        else:
            self.popup.show_answer(answer)
            if self._hurried and self.popup.current is not None:
                self._hurried = False
                self._take(self.popup.current)
                return
            if self.hasFocus():
                self._open()
            self._tell_current()

    def _show_count(self, answer: SearchAnswer) -> None:
        self.popup.count(answer)

    def _open(self) -> None:
        if self._results.answer is not None:
            self.popup.place_under(self)
            self.popup.show()

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _take_current(self) -> None:
        if self._results.waiting:
            self._hurried = True
            return
        if self._popup is not None and self._popup.isVisible() and self._popup.current is not None:
            self._take(self._popup.current)
        else:
            self._open()

    def _take(self, hit: Hit) -> None:
        self._close()
        self._results.choose(hit)
        self.chosen.emit(hit)

    def _tell_current(self) -> None:
        """A screen reader hears the current hit as the field's description: the focus never leaves it."""
        hit = self.popup.current
        self.setAccessibleDescription("" if hit is None else f"{hit.title} {hit.date}".strip())

    def _show_buttons(self, text: str) -> None:
        self._hurried = False
        self._clear.setVisible(bool(text))
        self._hint.setVisible(not text)

    def _arrange(self) -> None:
        gap = self._look.theme.size(8)
        hint, clear = self._hint.sizeHint(), self._clear.sizeHint()
        self._hint.setGeometry(
            self.width() - hint.width() - gap,
            (self.height() - hint.height()) // 2,
            hint.width(),
            hint.height(),
        )
        self._clear.setGeometry(
            self.width() - clear.width() - gap // 2,
            (self.height() - clear.height()) // 2,
            clear.width(),
            clear.height(),
        )
        self.setTextMargins(0, 0, hint.width() + gap, 0)

    def _dress(self, theme: Theme) -> None:
        self.setMinimumWidth(theme.size(220))
        self.setMaximumWidth(theme.size(420))
        self._hint.setFont(theme.font(11))
        self._arrange()
