"""The page with the table of a game: to be read, printed, saved, or played again."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QPagedPaintDevice, QTextCursor
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QTextEdit, QVBoxLayout, QWidget

from explorer.domain.errors import ReaderError
from explorer.viewmodels.class_game import ClassGame
from explorer.widgets.classwork.printing import draw, result_of, save_pdf
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Result(QWidget):
    """``left`` comes when the window may be closed."""

    left = Signal()

    def __init__(self, game: ClassGame, title: str, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._game = game
        self._title = title
        self._look = look
        self._printer: QPrinter | None = None
        self._winner = Words("title", self)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The table and every card"))
        self._said = Words("muted", self)
        self.print_button = self._button(self.tr("Print…"), self.tr("Print the table and every card"))
        self.save_button = self._button(self.tr("Save as PDF…"), self.tr("Write the table to a PDF file"))
        self.again = self._button(self.tr("Play again"), self.tr("Back to the set-up, with the same teams"))
        self.again.setProperty("role", "primary")
        leave = self._button(self.tr("Close"), self.tr("Close the game (Esc)"))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._said, 1)
        for button in (self.print_button, self.save_button, self.again, leave):
            self._foot.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._winner)
        self._column.addWidget(self.text, 1)
        self._column.addLayout(self._foot)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._ask_for_file)
        self.again.clicked.connect(game.play_again)
        leave.clicked.connect(self.left)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def show_game(self) -> None:
        """Show the table as it is."""
        table = self._game.standing
        best = [place.team for place in table if place.rank == 1]
        if len(best) == 1:
            text = self.tr("First place: {team}, with {points} points")
            alone = self.tr("{points} points")
            pattern = text if len(table) > 1 else alone
        else:
            pattern = self.tr("A draw between {team} with {points} points")
        self._winner.setText(
            pattern.format(team=", ".join(best), points=f"{table[0].points:,}") if table else ""
        )
        self._said.setText("")
        self._put()

    def take_focus(self) -> None:
        """Give the keyboard to what comes next."""
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self, path: Path) -> None:
        """Write the table as PDF and say so."""
        try:
            save_pdf(result_of(self._game, self._title), path, self._foot_line())
        except ReaderError as error:
            self._said.setText(str(error))
        else:
            self._said.setText(self.tr("Saved as {path}").format(path=path))

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.finished.connect(self._print_on)
        dialog.show()

    def _print_on(self, result: int) -> None:
        """The dialog was answered: draw on its printer, if it was not left."""
        printer, self._printer = self._printer, None
        if printer is not None and result == QDialog.DialogCode.Accepted:
            done = self.print_on(printer)
            self._said.setText(
                self.tr("Sent to the printer.")
                if done
                else self.tr("The printer does not answer. Save as PDF and print that.")
            )

    def print_on(self, device: QPagedPaintDevice) -> bool:
        """Draw the table on a printer; False if it cannot be drawn on."""
        return draw(result_of(self._game, self._title), device, self._foot_line())

    def _ask_for_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Save as PDF"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF (*.pdf)")])
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_as)
        dialog.open()

    def _save_as(self, name: str) -> None:
        self.save(Path(name))

    def _foot_line(self) -> str:
        return self.tr("{game} · {library}").format(game=self._title, library=self._game.title)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        return button

    def _put(self) -> None:
        document = self.text.document()
        document.setDefaultFont(self._look.theme.font(13))
        document.setDocumentMargin(self._look.theme.size(12))
        document.setHtml(result_of(self._game, self._title).html)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self, theme: Theme) -> None:
        room = theme.size(22)
        self._column.setContentsMargins(room, theme.size(16), room, theme.size(14))
        self._column.setSpacing(theme.size(10))
        self._foot.setSpacing(theme.size(8))
        if self._game.rounds:
            self._put()
