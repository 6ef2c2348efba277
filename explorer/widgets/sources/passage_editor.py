"""Edits what is said of a passage, and deletes one that a reader made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.passage import Stance
from explorer.viewmodels.placing import Placing, PlacingModel
from explorer.widgets.detail import wording
from explorer.widgets.parts import text
from explorer.widgets.sources.placing_words import clipped
from explorer.widgets.theme import ThemeHolder


class PassageEditor(QDialog):
    """The words in ours, a note, and the stance to each event."""

    def __init__(
        self, model: PlacingModel, placing: Placing, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        item = placing.item
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Edit passage"))
        quotation = text.Words("muted", self)
        quotation.setText(f"“{clipped(item.passage.selector.exact, 300)}”")
        self.paraphrase = self._field(item.passage.paraphrase, self.tr("In our words"))
        self.note = self._field(item.notes[0].text if item.notes else "", self.tr("Note"))
        form = QFormLayout()
        form.addRow(self.tr("In our words"), self.paraphrase)
        form.addRow(self.tr("Note"), self.note)
        self.stances: dict[int, QComboBox] = {}
        for event in item.events:
            choice = QComboBox(self)
            for each in Stance:
                choice.addItem(wording.stance(each), each.value)
            choice.setCurrentIndex(list(Stance).index(item.stances.get(event.id, Stance.REPORTS)))
            choice.setAccessibleName(self.tr("How it stands to {title}").format(title=event.title))
            choice.setToolTip(choice.accessibleName())
            self.stances[event.id] = choice
            form.addRow(event.title, choice)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.delete = QPushButton(self.tr("Delete passage"), self)
        self.delete.setToolTip(self.tr("Take the passage out of the library; Undo brings it back"))
        buttons.addButton(self.delete, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.delete.setVisible(placing.is_own)
        column = QVBoxLayout(self)
        column.addWidget(quotation)
        column.addLayout(form, 1)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.delete.clicked.connect(self._delete)
        self.resize(look.theme.size(500), look.theme.size(380))

    def accept(self) -> None:
        """Keep what was changed."""
        paraphrase, note = self.paraphrase.toPlainText(), self.note.toPlainText()
        stances = {event_id: Stance(choice.currentData()) for event_id, choice in self.stances.items()}
        self._model.describe(paraphrase, note, stances)
        super().accept()

    def _delete(self) -> None:
        self._model.delete()
        self.reject()

    def _field(self, words: str, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit(words, self)
        field.setProperty("role", "field")
        field.setAccessibleName(name)
        field.setTabChangesFocus(True)
        return field
