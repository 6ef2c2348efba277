"""The line at the bottom: what is in view, over what time, and what was last said."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from explorer.viewmodels.messages import Message
from explorer.widgets.theme import Theme, ThemeHolder


class StatusLine(QWidget):
    """Left the counts, in the middle the span or a message, right what is kept where."""

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = self._label(Qt.AlignmentFlag.AlignLeft)
        self._middle = self._label(Qt.AlignmentFlag.AlignHCenter)
        self._kept = self._label(Qt.AlignmentFlag.AlignRight)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Working"))
        self._busy.hide()
        self._span = ""
        self._message: Message | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._forget_message)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._counts, 2)
        self._row.addWidget(self._middle, 5)
        self._row.addWidget(self._busy)
        self._row.addWidget(self._kept, 2)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def show_counts(self, text: str) -> None:
        """How many events are in view, of how many."""
        self._counts.setText(text)

    def show_span(self, text: str) -> None:
        """The time in view and its unit."""
        self._span = text
        if self._message is None:
            self._middle.setText(text)

    def show_kept(self, text: str, tip: str) -> None:
        """What is saved, and where."""
        self._kept.setText(text)
        self._kept.setToolTip(tip)

    def show_busy(self, busy: bool) -> None:
        """Show that something takes a while."""
        self._busy.setVisible(busy)

    def show_message(self, message: Message) -> None:
        """Say something; a problem stays until the next message."""
        self._message = message
        self._middle.setText(message.text)
        self._middle.setToolTip(message.text)
        self._set_role("bad" if message.problem else "strong")
        self._timer.stop()
        if message.seconds:
            self._timer.start(round(message.seconds * 1000))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes a message away."""
        self._forget_message()
        super().mousePressEvent(event)

    def _forget_message(self) -> None:
        self._message = None
        self._timer.stop()
        self._middle.setText(self._span)
        self._middle.setToolTip("")
        self._set_role("muted")

    def _label(self, alignment: Qt.AlignmentFlag) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "muted")
        label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _set_role(self, role: str) -> None:
        self._middle.setProperty("role", role)
        self._middle.style().unpolish(self._middle)
        self._middle.style().polish(self._middle)

    def _dress(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.size(20), theme.size(6), theme.size(20), theme.size(6))
        self._busy.setFixedWidth(theme.size(80))
