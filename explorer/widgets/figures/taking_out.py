"""The window in which a series of figures is taken out of the library."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QPushButton, QVBoxLayout, QWidget

from explorer.domain.errors import ReaderError
from explorer.domain.series import Series
from explorer.services.libraries import OpenLibrary
from explorer.services.series_files import deleted_series
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

SIZE = (560, 420)


class TakingOut(QDialog):
    """Lists the series. Taking one out is one change, which Undo takes back."""

    def __init__(
        self, library: LibraryModel, edits: EditsModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._edits = edits
        self._series: tuple[Series, ...] = ()
        self.setWindowTitle(self.tr("Take out a series of figures"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("The series of this library"))
        self._about = Words("muted", self)
        self._wrong = Words("bad", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.button = QPushButton(self.tr("Take it out"), self)
        self.button.setToolTip(self.tr("Take the series out with all its figures; Undo brings it back"))
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.ActionRole)
        self._column = QVBoxLayout(self)
        for widget in (self.list, self._about, self._wrong, buttons):
            self._column.addWidget(widget)
        self.list.currentRowChanged.connect(self._describe)
        self.button.clicked.connect(self._take_out)
        buttons.rejected.connect(self.reject)
        library.opened.connect(self._fill)
        library.changed.connect(self._fill)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def open_list(self) -> None:
        """Show the series that there are."""
        self._fill(self._library.current)
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, library: OpenLibrary | None) -> None:
        at = max(self.list.currentRow(), 0)
        self._series = () if library is None else library.contents.series
        self.list.clear()
        self.list.addItems([one.title for one in self._series])
        self.list.setCurrentRow(min(at, len(self._series) - 1))
        self._describe(self.list.currentRow())

    def _describe(self, row: int) -> None:
        self._wrong.hide()
        self.button.setEnabled(0 <= row < len(self._series))
        if not 0 <= row < len(self._series):
            self._about.setText(self.tr("This library has no series of figures."))
            return
        one = self._series[row]
        count = len(one.observations)
        figures = self.tr("1 figure") if count == 1 else self.tr("%n figures", "", count)
        about = self.tr("{figures}, {unit}. Source: {source}")
        self._about.setText(about.format(figures=figures, unit=one.unit, source=one.source))

    def _take_out(self) -> None:
        chosen = self._series[self.list.currentRow()]
        self._edits.apply(deleted_series(chosen.id), failed=self._refuse)

    def _refuse(self, error: ReaderError) -> None:
        self._wrong.setText(str(error))
        self._wrong.show()

    def _dress(self, theme: Theme) -> None:
        room = theme.size(14)
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(theme.size(8))
        self.list.setSpacing(theme.size(3))
        screen = self.screen().availableGeometry()
        self.resize(min(theme.size(SIZE[0]), screen.width()), min(theme.size(SIZE[1]), screen.height()))
