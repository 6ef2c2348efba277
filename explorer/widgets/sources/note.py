"""A note on selected words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from explorer.viewmodels.selected_words import SelectedWordsModel, Words
from explorer.widgets.parts import text
from explorer.widgets.sources.placing_words import clipped
from explorer.widgets.theme import ThemeHolder


class NoteDialog(QDialog):
    """The words and a field. Ctrl Enter keeps the note."""

    def __init__(
        self, model: SelectedWordsModel, words: Words, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._words = words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Note"))
        quotation = text.Words("muted", self)
        quotation.setText(f"“{clipped(words.text, 400)}”")
        self.field = QPlainTextEdit(self)
        self.field.setProperty("role", "field")
        self.field.setPlaceholderText(self.tr("What is to be said of these words"))
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setTabChangesFocus(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._save = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._save.setShortcut("Ctrl+Return")
        self._save.setToolTip(self.tr("Keep the note (Ctrl Enter)"))
        self._save.setEnabled(False)
        self.field.textChanged.connect(self._follow)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (quotation, self.field, buttons):
            column.addWidget(widget)
        self.resize(look.theme.size(440), look.theme.size(260))

    def accept(self) -> None:
        """Keep the note."""
        self._model.note(self._words, self.field.toPlainText())
        super().accept()

    def _follow(self) -> None:
        self._save.setEnabled(bool(self.field.toPlainText().strip()))
