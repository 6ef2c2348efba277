"""What stands in place of a presentation where there is nothing to present."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 420


class NoTour(QDialog):
    """Says that the library has no tour, and leads to where one is made, which ``tour_wanted`` asks for."""

    tour_wanted = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Nothing to present yet"))
        heading, words = Words("title", self), Words("", self)
        heading.setText(self.tr("This library has no tour yet."))
        words.setText(
            self.tr(
                "A tour is a list of steps, and each step is a view of the timeline with a sentence or two. "
                "Make the first step from what the window shows, then present it with F5."
            )
        )
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Close, parent=self)
        self.make = buttons.addButton(self.tr("Make a tour"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setDefault(True)
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.close)
        self._column = QVBoxLayout(self)
        for part in (heading, words, buttons):
            self._column.addWidget(part)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def _ask(self) -> None:
        self.close()
        self.tour_wanted.emit()

    def _dress(self, theme: Theme) -> None:
        room = theme.size(20)
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(theme.size(12))
        self.setMinimumWidth(theme.size(WIDTH))
