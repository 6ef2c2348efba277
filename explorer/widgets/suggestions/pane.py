"""The dates found in a document, to be walked through with the keyboard or the mouse."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from explorer.viewmodels.offers import Offer, OfferStatus
from explorer.viewmodels.suggestions import SuggestionsModel, SuggestionsState
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.suggestions import wording
from explorer.widgets.suggestions.card import CardDelegate
from explorer.widgets.suggestions.rows import AnyIndex, OfferRows
from explorer.widgets.theme import Theme, ThemeHolder

PER_CENT = 100


class SuggestionsPane(QWidget):
    """The list with a bar of what can be done with the suggestion in hand."""

    def __init__(
        self, suggestions: SuggestionsModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Suggested events"))
        self._heading = _label(self, "subtitle", self.tr("Suggested events"))
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setToolTip(self.tr("Close the suggestions (Esc)"))
        self._close.setAccessibleName(self.tr("Close the suggestions"))
        self._counts = _label(self, "muted")
        self._hint = _label(
            self,
            "muted",
            self.tr("Enter accepts, E edits, R rejects, T writes the title, ← → change the reading"),
        )
        self._working = _Working(self)
        self._problem = _label(self, "warn")
        self._empty = _label(self, "muted")
        self._rows = OfferRows(suggestions)
        self.list = OfferList(suggestions, self._rows, look, self)
        self._why = _label(self, "muted")
        self._bar = _Bar(suggestions, self)
        self._vague = QPushButton(self)
        self._vague.setProperty("role", "link")
        self._vague.setCheckable(True)
        self._vague.setToolTip(self.tr("Dates that the text only hints at (V)"))
        self._lay_out()
        self._close.clicked.connect(suggestions.close)
        self._working.cancel_asked.connect(suggestions.cancel)
        self._vague.toggled.connect(suggestions.show_vague)
        self._bar.title_asked.connect(self.list.edit_title)
        suggestions.changed.connect(self._show)
        suggestions.progressed.connect(self._working.show_share)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._show(suggestions.state)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for widget in (self._counts, self._hint, self._problem, self._working, self._empty):
            self._column.addWidget(widget)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._vague)
        self._column.addWidget(self._why)
        self._column.addWidget(self._bar)

    def _show(self, state: SuggestionsState) -> None:
        self._rows.show(state)
        self.list.show_row(state.row)
        self.list.setVisible(bool(state.offers))
        offer = self._suggestions.current
        self._bar.show_offer(offer)
        self._why.setText(wording.reason(offer) if offer is not None else "")
        self._why.setVisible(bool(state.offers))
        self._bar.setVisible(bool(state.offers))
        self._hint.setVisible(bool(state.offers))
        self._working.setVisible(state.searching)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        self._counts.setText(self._counted(state))
        self._counts.setVisible(bool(self._counts.text()))
        self._empty.setText(self._nothing(state))
        self._empty.setVisible(bool(self._empty.text()))
        self._vague.setVisible(state.vague > 0)
        self._vague.setText(
            self.tr("Hide the vague ones (%n)", "", state.vague)
            if state.vague_shown
            else self.tr("Also vague ones (%n)", "", state.vague)
        )
        self._vague.setChecked(state.vague_shown)

    def _counted(self, state: SuggestionsState) -> str:
        if not state.found or not state.offers:
            return ""
        on = sum(one.status is OfferStatus.ON_TIMELINE for one in state.offers)
        parts = [self.tr("%n to look at", "", len(state.offers) - on)]
        if on:
            parts.append(self.tr("%n on the timeline", "", on))
        if state.rejected:
            parts.append(self.tr("%n rejected", "", state.rejected))
        if state.cut:
            parts.append(self.tr("the text has more dates than are shown"))
        return " · ".join(parts)

    def _nothing(self, state: SuggestionsState) -> str:
        if state.source_id is None:
            return self.tr("Attach a copy of this source: its dates can then be found.")
        if not state.found or state.offers or state.searching:
            return ""
        if state.rejected:
            return self.tr(
                "You have rejected every date that was found. Undo (Ctrl+Z) brings the last one back."
            )
        if state.vague:
            return self.tr("No dated sentence was found, only vague ones.")
        return self.tr("No dated sentence was found.")

    def _dress(self, theme: Theme) -> None:
        margin = theme.size(20)
        self._column.setContentsMargins(margin, theme.size(22), margin, theme.size(14))
        self._column.setSpacing(theme.size(8))


class OfferList(QListView):
    """Cards. J, K and the arrows walk; A or Enter accepts, E edits, R or Del rejects, T writes the title."""

    def __init__(
        self, suggestions: SuggestionsModel, rows: OfferRows, look: ThemeHolder, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self.setModel(rows)
        self.setItemDelegate(CardDelegate(look, self))
        self.setUniformItemSizes(True)
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setAccessibleName(self.tr("Suggested events"))
        self.setAccessibleDescription(
            self.tr(
                "J and K go to the next and previous suggestion, Enter accepts, E edits, R rejects, T "
                "writes the title, X takes the next sentence in, left and right change the reading of "
                "the date, V shows the vague ones, Escape closes."
            )
        )
        self._keys = {
            Qt.Key.Key_J: suggestions.next,
            Qt.Key.Key_Down: suggestions.next,
            Qt.Key.Key_K: suggestions.previous,
            Qt.Key.Key_Up: suggestions.previous,
            Qt.Key.Key_A: suggestions.accept,
            Qt.Key.Key_Return: suggestions.accept,
            Qt.Key.Key_Enter: suggestions.accept,
            Qt.Key.Key_E: suggestions.edit,
            Qt.Key.Key_R: suggestions.reject,
            Qt.Key.Key_Delete: suggestions.reject,
            Qt.Key.Key_Left: self._earlier_reading,
            Qt.Key.Key_Right: self._later_reading,
            Qt.Key.Key_T: self.edit_title,
            Qt.Key.Key_X: suggestions.extend,
            Qt.Key.Key_V: self._switch_vague,
            Qt.Key.Key_Escape: suggestions.close,
        }
        look.changed.connect(self._dress)

    def show_row(self, row: int) -> None:
        """Take a row in hand and bring it into view."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def edit_title(self) -> None:
        """Write the title of the suggestion in hand."""
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in hand stays in view, also where the bar below takes more room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """A click or a key has taken another one in hand."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._suggestions.select(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each thing to do; what it does not know scrolls."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        act = self._keys.get(Qt.Key(event.key())) if plain else None
        if self.state() == QAbstractItemView.State.EditingState:
            # Enter ends the writing of a title, and the field lets it through to here.
            event.accept()
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def _earlier_reading(self) -> None:
        self._suggestions.choose_reading(-1)

    def _later_reading(self) -> None:
        self._suggestions.choose_reading(1)

    def _switch_vague(self) -> None:
        self._suggestions.show_vague(not self._suggestions.state.vague_shown)

    def _dress(self, _theme: Theme) -> None:
        self.scheduleDelayedItemsLayout()


class _Working(QWidget):
    """How far the text is read, and an offer to stop."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = QProgressBar(self)
        self._line.setRange(0, PER_CENT)
        self._line.setTextVisible(False)
        self._line.setAccessibleName(self.tr("Share of the text that is read"))
        words = _label(self, "muted", self.tr("Looking for dates …"))
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setProperty("role", "link")
        cancel.setToolTip(self.tr("Stop looking for dates"))
        cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._line)

    def show_share(self, share: float) -> None:
        """Say how far it is (0 to 1)."""
        self._line.setValue(round(share * PER_CENT))


class _Bar(QWidget):
    """What can be done with the suggestion in hand: another reading, and the three answers."""

    title_asked = Signal()

    def __init__(self, suggestions: SuggestionsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._suggestions = suggestions
        self._offer: Offer | None = None
        self._readings = QComboBox(self)
        self._readings.setAccessibleName(self.tr("Readings of the date"))
        self._readings.setToolTip(self.tr("Other readings of the date (← →)"))
        self._readings.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._accept = _button(self, self.tr("Accept"), self.tr("Put it on the timeline (Enter or A)"))
        self._accept.setProperty("role", "primary")
        self._title = _button(self, self.tr("Title"), self.tr("Write the title (T)"))
        self._edit = _button(self, self.tr("Edit …"), self.tr("Edit it before it is put on the timeline (E)"))
        self._extend = _button(self, self.tr("Longer"), self.tr("Take the next sentence in as well (X)"))
        self._reject = _button(self, self.tr("Reject"), self.tr("Do not offer it again (R or Del)"))
        buttons = FlowLayout()
        for button in (self._accept, self._reject, self._edit, self._title, self._extend):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._readings)
        column.addLayout(buttons)
        self._readings.activated.connect(self._choose)
        self._accept.clicked.connect(suggestions.accept)
        self._title.clicked.connect(self.title_asked)
        self._edit.clicked.connect(suggestions.edit)
        self._extend.clicked.connect(suggestions.extend)
        self._reject.clicked.connect(suggestions.reject)

    def show_offer(self, offer: Offer | None) -> None:
        """Show what can be done with a suggestion."""
        if offer is self._offer:
            return
        self._offer = offer
        still_open = offer is not None and offer.status is OfferStatus.OPEN
        for button in (self._accept, self._extend, self._reject):
            button.setEnabled(still_open)
        new = offer is not None and offer.event is None
        for button in (self._title, self._edit):
            button.setEnabled(still_open and new)
        self._accept.setToolTip(
            self.tr("Put it on the timeline (Enter or A)")
            if new
            else self.tr("Rest the event on this sentence (Enter or A)")
        )
        readings = offer.readings if offer is not None and still_open else ()
        self._readings.setVisible(len(readings) > 1)
        self._readings.clear()
        for one in readings:
            self._readings.addItem(wording.reading(one))
        if offer is not None and readings:
            self._readings.setCurrentIndex(readings.index(wording.chosen(offer)))

    def _choose(self, at: int) -> None:
        if self._offer is not None:
            self._suggestions.choose_reading(at - self._offer.readings.index(wording.chosen(self._offer)))


def _label(parent: QWidget, role: str, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _button(parent: QWidget, text: str, tip: str) -> QPushButton:
    button = QPushButton(text, parent)
    button.setToolTip(tip)
    return button
