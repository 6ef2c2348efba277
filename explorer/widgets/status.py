"""The line at the bottom: what is in view, over what time, and what was last said."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from explorer.viewmodels.messages import Message
from explorer.widgets.elided import Elided
from explorer.widgets.theme import Theme, ThemeHolder


class StatusLine(QWidget):
    """Left the counts, in the middle the span, right what is kept where; or else a message, whole."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = self._label(Qt.AlignmentFlag.AlignLeft)
        self._middle = self._label(Qt.AlignmentFlag.AlignHCenter)
        self._kept = self._label(Qt.AlignmentFlag.AlignRight)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._close.clicked.connect(self._forget_message)
        self._said.hide()
        self._close.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._forget_message)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._counts, 2)
        self._row.addWidget(self._middle, 5)
        self._row.addWidget(self._said, 9)
        self._row.addWidget(self._close)
        self._row.addWidget(self._kept, 2)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def show_counts(self, text: str) -> None:
        """How many events are in view, of how many."""
        self._counts.say(text)

    def show_span(self, text: str) -> None:
        """The time in view and its unit."""
        self._middle.say(text)

    def show_kept(self, text: str, tip: str) -> None:
        """What is saved, and where."""
        self._kept.say(text, tip)

    def show_message(self, message: Message) -> None:
        """Say something over the whole line; a problem stays until it is closed or the next message comes."""
        self._said.setText(message.text)
        self._said.setProperty("role", "bad" if message.problem else "strong")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._show_said(said=True)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))
        self._timer.stop()
        if message.seconds:
            self._timer.start(round(message.seconds * 1000))

    def _forget_message(self) -> None:
        self._timer.stop()
        self._show_said(said=False)

    def _show_said(self, *, said: bool) -> None:
        self._said.setVisible(said)
        self._close.setVisible(said)
        for label in (self._counts, self._middle, self._kept):
            label.setVisible(not said)

    def _label(self, alignment: Qt.AlignmentFlag) -> Elided:
        label = Elided("muted", self)
        label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _dress(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.size(20), theme.size(6), theme.size(20), theme.size(6))
