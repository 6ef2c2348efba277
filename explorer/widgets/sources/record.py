"""The dialog in which the bibliographic record of a source is written."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.record import RecordDraft
from explorer.viewmodels.record import RecordModel, RecordState
from explorer.widgets.editor.fields import DateLine, Field, LongText
from explorer.widgets.parts.check_box import CheckBox
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.text import Words
from explorer.widgets.sources import record_words
from explorer.widgets.theme import Theme, ThemeHolder

SIZE = (620, 740)
AUTHOR_LINES = 3


class RecordDialog(QDialog):
    """Every field with its name above it; the date says at once how it is understood.

    Ctrl Enter saves, Esc leaves.
    """

    def __init__(self, record: RecordModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        self._look = look
        self.setWindowTitle(self.tr("The record of a source"))
        self.setProperty("role", "panel")
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form = QWidget(self._scroll)
        self._scroll.setWidget(form)
        form.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self.kind = Choice(self.tr("Kind"), look, form)
        self.authors = LongText(AUTHOR_LINES, look, form)
        self.date = DateLine(self.tr("Date"), look, form)
        self.lines = {name: QLineEdit(form) for name in record_words.LINES}
        self._checked = CheckBox(
            self.tr("I have compared all of this with the document"),
            self.tr("Then nothing of it is called inferred any more"),
            look,
            form,
        )
        self._grid = QGridLayout(form)
        self._arrange(form)
        self._problem = Words("bad", self)
        self._problem.hide()
        self.save_button = QPushButton(self.tr("Save"), self)
        self.save_button.setProperty("role", "primary")
        self.save_button.setToolTip(self.tr("Save the record (Ctrl Enter)"))
        self.leave_button = QPushButton(self.tr("Leave"), self)
        self.leave_button.setToolTip(self.tr("Leave without saving (Esc)"))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._problem, 1)
        self._foot.addStretch(1)
        self._foot.addWidget(self.leave_button)
        self._foot.addWidget(self.save_button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)
        self._listen()
        self._dress(look.theme)

    def open_on(self, state: RecordState) -> None:
        """Show a record, ready to be written."""
        draft = state.draft
        self.kind.clear()
        for kind, words in record_words.kinds(draft.kind):
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(max(self.kind.findData(draft.kind), 0))
        self.authors.setPlainText("\n".join(draft.authors))
        self.date.edit.setText(draft.date)
        for name, line in self.lines.items():
            line.setText(getattr(draft, name))
        self._checked.setChecked(draft.is_checked)
        self._say("")
        self.open()
        self.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: RecordState) -> None:
        """Say why it was not saved, or that it is being saved."""
        self._say(state.problem)
        self.save_button.setEnabled(not state.saving)

    def typed(self) -> RecordDraft:
        """What stands in the fields."""
        authors = tuple(" ".join(line.split()) for line in self.authors.toPlainText().split("\n"))
        lines = {name: " ".join(line.text().split()) for name, line in self.lines.items()}
        return RecordDraft(
            kind=str(self.kind.currentData() or "document"),
            authors=tuple(filter(None, authors)),
            date=self.date.edit.text().strip(),
            is_checked=self._checked.isChecked(),
            **lines,
        )

    def reject(self) -> None:
        """Esc leaves without saving."""
        self._record.leave()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """So does closing the window."""
        self._record.leave()
        super().closeEvent(event)

    def _save(self) -> None:
        self._record.save(self.typed())

    def _show_reading(self, text: str) -> None:
        self.date.show_reading(self._record.read_date(text) if text.strip() else None)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self.save_button.setEnabled(True)

    def _arrange(self, form: QWidget) -> None:
        """Two columns; what is long goes over both."""
        names = record_words.names()
        fields: dict[str, Field] = {
            name: Field(names[name], line, self._look, form) for name, line in self.lines.items()
        }
        fields["kind"] = Field(names["kind"], self.kind, self._look, form)
        fields["authors"] = Field(names["authors"], self.authors, self._look, form)
        fields["date"] = self.date
        for name, tip in record_words.tips().items():
            fields[name].help(tip)
        row = 0
        for names_of_row in record_words.ROWS:
            span = 2 // len(names_of_row)
            for at, name in enumerate(names_of_row):
                self._grid.addWidget(fields[name], row, at * span, 1, span, Qt.AlignmentFlag.AlignTop)
            row += 1
        self._grid.addWidget(self._checked, row, 0, 1, 2)
        self._grid.setRowStretch(row + 1, 1)

    def _listen(self) -> None:
        self.save_button.clicked.connect(self._save)
        self.leave_button.clicked.connect(self.reject)
        self.date.edit.textChanged.connect(self._show_reading)
        self._record.changed.connect(self.show_state)
        self._record.closed.connect(self.hide)
        self._look.changed.connect(self._dress)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._save)

    def _dress(self, theme: Theme) -> None:
        side = theme.size(20)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid.setContentsMargins(side, side, side, side)
        self._grid.setHorizontalSpacing(theme.size(14))
        self._grid.setVerticalSpacing(theme.size(10))
        self._foot.setContentsMargins(side, theme.size(8), side, theme.size(14))
        self._foot.setSpacing(theme.size(8))
        room = self.screen().availableSize()
        self.resize(min(theme.size(SIZE[0]), room.width()), min(theme.size(SIZE[1]), room.height()))
