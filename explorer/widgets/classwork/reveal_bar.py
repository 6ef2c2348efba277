"""The bar above the timeline that says what is hidden, and by which it is uncovered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from explorer.viewmodels.reveal import Hidden, Reveal, RevealModel
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder


class RevealBar(QFrame):
    """What may be hidden as tabs, the state in words, and what goes on. ``left`` comes when it may go."""

    left = Signal()

    def __init__(self, model: RevealModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setProperty("role", "notice")
        self.setAccessibleName(self.tr("Reveal"))
        self.choices: dict[Hidden, QPushButton] = {}
        texts = {
            Hidden.TITLES: self.tr("Hide titles"),
            Hidden.DATES: self.tr("Hide dates"),
            Hidden.LATER: self.tr("Hide later events"),
        }
        for hidden, text in texts.items():
            button = QPushButton(text, self)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.clicked.connect(self._hide)
            self.choices[hidden] = button
        self.state = Words("strong", self)
        self.said = Words("", self)
        self.back = self._button(self.tr("Cover again"), self.tr("Cover what was uncovered last (Backspace)"))
        self.next = self._button(self.tr("Uncover next"), self.tr("Uncover the next event in time (Space)"))
        self.next.setProperty("role", "primary")
        self.end = self._button(self.tr("Show all"), self.tr("Show everything and leave (Esc or F7)"))
        self.back.clicked.connect(model.cover_last)
        self.next.clicked.connect(model.uncover_next)
        self.end.clicked.connect(self.left)
        self._row = FlowLayout()
        for part in (*self.choices.values(), self.state, self.back, self.next, self.end, self.said):
            self._row.addWidget(part)
        self._around = QVBoxLayout(self)
        self._around.addLayout(self._row)
        model.changed.connect(self.show_state)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self.show_state(model.state)
        self.hide()

    def open(self) -> None:
        """Show the bar, ready to choose."""
        self.show()
        self.choices[self._model.state.hidden or Hidden.TITLES].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """Say what was uncovered last."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def show_state(self, state: Reveal) -> None:
        """Say what is hidden."""
        for hidden, button in self.choices.items():
            button.setChecked(hidden is state.hidden)
        self.state.setText(
            {
                None: self.tr("Choose what to hide"),
                Hidden.TITLES: self.tr("Titles are hidden"),
                Hidden.DATES: self.tr("Dates are hidden"),
                Hidden.LATER: self.tr("Later events are hidden"),
            }[state.hidden]
        )
        self.next.setEnabled(state.hidden is not None)
        self.back.setEnabled(bool(state.opened) or state.hidden is Hidden.LATER)
        self.end.setText(self.tr("Close") if state.hidden is None else self.tr("Show all"))

    def _hide(self) -> None:
        for hidden, button in self.choices.items():
            if button is self.sender():
                self._model.hide(hidden)
                self.show_state(self._model.state)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        return button

    def _dress(self, theme: Theme) -> None:
        self._around.setContentsMargins(theme.size(20), theme.size(6), theme.size(20), theme.size(6))
        self._row.set_gap(theme.size(10), theme.size(4))
