"""What stands where there is nothing yet: what belongs here, and the way to make it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

WIDTH = 460
"""Pixels at 100 % text that the words take at most."""
MOST = 100
"""Share of the width, where there is less than that."""


class Empty(QWidget):
    """A title, a few sentences and a button; ``asked`` comes when it is pressed."""

    asked = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Words("subtitle", self)
        self._words = Words("", self)
        self.button = QPushButton(self)
        self.button.setProperty("role", "primary")
        self.button.clicked.connect(self.asked)
        self._column = QVBoxLayout()
        for part in (self._title, self._words):
            self._column.addWidget(part)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._box = QWidget(self)
        self._box.setLayout(self._column)
        as_tall_as_needed(self._box)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._box, MOST)
        middle.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(middle)
        whole.addStretch(3)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def say(self, title: str, words: str, button: str, *, possible: bool = True) -> None:
        """Say what belongs here; the button is there where it can be made (``possible``)."""
        self._title.setText(title)
        self._words.setText(words)
        self.button.setText(button)
        self.button.setAccessibleName(button)
        self.button.setToolTip(words)
        self.button.setVisible(possible)

    @property
    def words(self) -> str:
        """What is said below the title."""
        return self._words.text()

    def _dress(self, theme: Theme) -> None:
        self._column.setSpacing(theme.size(12))
        self._box.setMaximumWidth(theme.size(WIDTH))
