"""Chooses the event that shall rest on selected words, and how they stand to it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.passage import Stance
from explorer.domain.search import Hit
from explorer.viewmodels.selected_words import SelectedWordsModel, Words
from explorer.widgets.parts import text
from explorer.widgets.sources.placing_words import clipped
from explorer.widgets.theme import ThemeHolder

HIT = Qt.ItemDataRole.UserRole


class AddToEvent(QDialog):
    """A field to look for an event, the events found, and the stance. Enter takes the one that is marked."""

    def __init__(
        self, model: SelectedWordsModel, words: Words, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add to event"))
        quotation = text.Words("muted", self)
        quotation.setText(f"“{clipped(words.text, 300)}”")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Words of the event's title, or its date"))
        self.field.setAccessibleName(self.tr("Look for an event"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Events found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(look.theme.size(2))
        self.nothing = QLabel(self.tr("No event has these words."), self)
        self.nothing.setProperty("role", "muted")
        self.nothing.hide()
        self.stance = QComboBox(self)
        self.stance.setAccessibleName(self.tr("How the words stand to the event"))
        self.stance.setToolTip(self.tr("How the words stand to the event"))
        sentences = {
            Stance.REPORTS: self.tr("These words report the event"),
            Stance.SUPPORTS: self.tr("These words support that it was so"),
            Stance.DISPUTES: self.tr("These words dispute that it was so"),
            Stance.QUESTIONS: self.tr("These words question it"),
            Stance.MENTIONS: self.tr("These words only mention it"),
        }
        for each, sentence in sentences.items():
            self.stance.addItem(sentence, each.value)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        self.add = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setToolTip(self.tr("Let the event rest on these words, too"))
        self.add.setProperty("role", "primary")
        self.add.style().polish(self.add)
        self.add.setDefault(True)
        column = QVBoxLayout(self)
        for widget in (quotation, self.field, self.list, self.nothing, self.stance, buttons):
            column.addWidget(widget)
        self.field.textChanged.connect(model.find_events)
        self.list.itemSelectionChanged.connect(self._follow)
        self.list.itemActivated.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        model.found.connect(self._show)
        self.resize(look.theme.size(460), look.theme.size(420))
        self._follow()
        model.find_events("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the events while one types."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Add the words to the event that is marked."""
        item = self.list.currentItem()
        if item is not None:
            hit: Hit = item.data(HIT)
            self._model.add_to_event(self._words, hit, Stance(self.stance.currentData()))
            super().accept()

    def _show(self, hits: tuple[Hit, ...]) -> None:
        self.list.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.date}  ·  {hit.title}" if hit.date else hit.title)
            item.setToolTip(hit.title)
            item.setData(HIT, hit)
            self.list.addItem(item)
        self.list.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        if hits:
            self.list.setCurrentRow(0)
        self._follow()

    def _follow(self) -> None:
        self.add.setEnabled(self.list.currentItem() is not None)
