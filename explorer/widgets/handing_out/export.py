"""The window in which a view or a tour is exported."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.handing_out import SUFFIXES, HandedOut
from explorer.viewmodels.handing_out import Choice, HandingOutModel
from explorer.viewmodels.work import WorkState
from explorer.widgets.handing_out.options import Options
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 460
STEPS = 1_000


class ExportDialog(QDialog):
    """Asks what and in which form, then where; shows how far it is, and closes when the file is there."""

    def __init__(self, model: HandingOutModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self._folder = ""
        self._asking: QFileDialog | None = None
        self.setWindowTitle(self.tr("Export"))
        self.options = Options(model, model.forms, look, self)
        self.wrong = Words("bad", self)
        self.wrong.hide()
        self.line = QProgressBar(self)
        self.line.setRange(0, STEPS)
        self.line.setTextVisible(False)
        self.line.hide()
        self._buttons = QDialogButtonBox(self)
        self.leave_button = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.export_button = QPushButton(self.tr("Export…"), self)
        self.export_button.setProperty("role", "primary")
        self.export_button.setDefault(True)
        self.export_button.setToolTip(self.tr("Choose where the file shall be, and write it"))
        self._buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self._column = QVBoxLayout(self)
        # The window is as high as what the chosen form needs.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self._column.addWidget(self.options)
        for part in (self.wrong, self.line, self._buttons):
            self._column.addWidget(part)
        self.options.changed.connect(self._note_choice)
        self._buttons.accepted.connect(self._ask_for_place)
        self._buttons.rejected.connect(self.reject)
        model.changed.connect(self._show_work)
        model.written.connect(self._finish)
        model.failed.connect(self._say)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def open_with_last(self) -> None:
        """Show what was chosen last."""
        if not self._model.busy:
            self.options.show_choice(self._model.remembered("export"))
            self._say("")
        self.show()
        self.raise_()
        self.activateWindow()
        self.options.what.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Cancel and Esc stop what is being written; where nothing is, they close."""
        if self._model.busy:
            self._model.cancel()
        else:
            super().reject()

    def _note_choice(self, _choice: Choice) -> None:
        self._say(self.options.problem)
        self.export_button.setEnabled(not self.options.problem and not self._model.busy)

    def _ask_for_place(self) -> None:
        choice = self.options.choice
        self._model.remember("export", choice)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suffix = SUFFIXES[choice.form]
        dialog = QFileDialog(self, self.tr("Export"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(self._folder or documents)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})"])
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(self._model.file_name(choice))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(self._forget_asking)
        self._asking = dialog
        dialog.open()

    def write(self, name: str) -> None:
        """Write what is chosen to a place."""
        self._folder = str(Path(name).parent)
        self._say("")
        self._model.write(self.options.choice, Path(name))

    def _forget_asking(self, _result: int) -> None:
        self._asking = None

    def _show_work(self, state: WorkState | None) -> None:
        busy = state is not None and bool(state.name)
        self.line.setVisible(busy)
        self.options.setEnabled(not busy)
        self.export_button.setEnabled(not busy and not self.options.problem)
        if state is not None and busy:
            text = self.tr("Writing “{name}”").format(name=state.name)
            self.line.setAccessibleName(text)
            self.line.setToolTip(text)
            self.line.setValue(round(STEPS * (state.share or 0.0)))

    def _finish(self, _done: HandedOut) -> None:
        if self.isVisible():
            self.accept()

    def _say(self, sentence: str) -> None:
        self.wrong.setText(sentence)
        self.wrong.setVisible(bool(sentence))

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(theme.size(room) for room in (20, 18, 20, 16)))
        self._column.setSpacing(theme.size(12))
        self.options.setFixedWidth(theme.size(WIDTH))
        self.line.setFixedHeight(theme.size(6))
