"""The panel in which a new library gets its title, its first lane and its place."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from explorer.domain.errors import ReaderError
from explorer.viewmodels.library import LibraryModel
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.editor.fields import Field
from explorer.widgets.editor.side_panel import SidePanel
from explorer.widgets.theme import Theme, ThemeHolder

ENDING = ".tlx"


class NewLibraryPanel(SidePanel):
    """Ctrl Enter makes the library and opens it; the one that was open is closed with all that was done."""

    def __init__(self, library: LibraryModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        super().__init__(look, pages, parent)
        self._library = library
        self._named = True
        body = QWidget(self.area.viewport())
        as_tall_as_needed(body)
        self.title = QLineEdit(body)
        self.lane = QLineEdit(body)
        self.path = QLineEdit(body)
        self.title.setPlaceholderText(self.tr("The history of our town"))
        self.lane.setText(self.tr("Events"))
        self._column = QVBoxLayout(body)
        for name, line, tip in (
            (self.tr("Title"), self.title, self.tr("Stands at the top of the window")),
            (self.tr("First lane"), self.lane, self.tr("More can be added later, and this one renamed")),
            (self.tr("File"), self.path, self.tr("One file holds everything; it must not be there yet")),
        ):
            field = Field(name, line, look, body)
            field.help(tip)
            self._column.addWidget(field)
        self._column.addStretch(1)
        self.set_body(body)
        choose = self.add_button(self.tr("Choose the file…"), "", self.tr("Choose where the file shall be"))
        self.foot.addStretch(1)
        leave = self.add_button(self.tr("Leave"), "", self.tr("Make no library (Esc)"))
        make = self.add_button(self.tr("Make it"), "primary", self.tr("Make the library (Ctrl Enter)"))
        choose.clicked.connect(self._choose)
        leave.clicked.connect(self.leave)
        make.clicked.connect(self.confirm)
        self.title.textEdited.connect(self._follow_title)
        self.path.textEdited.connect(self._keep_path)
        library.opened.connect(self._note_opened)
        library.failed.connect(self._note_failed)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def open(self) -> None:
        """Ask for a title and a place."""
        self._named = False
        self.title.clear()
        self._follow_title("")
        self.appear(self.tr("New library"))
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Make the library."""
        title, lane, path = (each.text().strip() for each in (self.title, self.lane, self.path))
        for text, line, problem in (
            (title, self.title, self.tr("Give the library a title.")),
            (lane, self.lane, self.tr("Give the first lane a name.")),
            (path, self.path, self.tr("Choose a file.")),
        ):
            if not text:
                self.say(problem)
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.say("")
        self._library.make(Path(path).expanduser(), title, lane)

    def _follow_title(self, title: str) -> None:
        """Until a file is chosen, it has the name of the library."""
        if not self._named:
            name = "".join(each if each.isalnum() else " " for each in title).split()
            documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            self.path.setText(str(Path(documents) / f"{' '.join(name) or self.tr('Timeline')}{ENDING}"))

    def _keep_path(self, _text: str) -> None:
        self._named = True

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("New library"), self.path.text(), self.tr("Libraries (*.tlx)")
        )
        if name:
            self._named = True
            self.path.setText(name)

    def _note_opened(self, _library: object) -> None:
        if self.isVisible():
            self.vanish()

    def _note_failed(self, error: ReaderError) -> None:
        if self.isVisible():
            self.say(str(error))

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(22), theme.size(4), theme.size(20), theme.size(20))
        self._column.setSpacing(theme.size(13))
