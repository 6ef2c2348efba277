"""The line at the bottom: what is in view, over what time, and what was last said."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QToolButton, QWidget

from explorer.viewmodels.library import Progress
from explorer.viewmodels.messages import Message
from explorer.widgets.elided import Elided
from explorer.widgets.theme import Theme, ThemeHolder

STEPS = 1000
"""Into which the line that grows while a library loads is divided."""


class StatusLine(QWidget):
    """Left the counts, in the middle the span, right what is kept where; or else a message, whole.

    While a library loads, a line along the upper edge grows with it, and its name stands at the right.
    """

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = self._label(Qt.AlignmentFlag.AlignLeft)
        self._middle = self._label(Qt.AlignmentFlag.AlignHCenter)
        self._kept = self._label(Qt.AlignmentFlag.AlignRight)
        self._span, self._covered = "", False
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QToolButton(self)
        self._close.setText("×")
        self._close.setProperty("role", "step")
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))
        self._close.clicked.connect(self._forget_message)
        self._line = QProgressBar(self)
        self._line.setRange(0, STEPS)
        self._line.setTextVisible(False)
        self._opening = self._label(Qt.AlignmentFlag.AlignRight)
        for loading in (self._line, self._opening):
            loading.hide()
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
        self._row.addWidget(self._opening, 3)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    def show_counts(self, text: str) -> None:
        """How many events are in view, of how many."""
        self._counts.say(text)

    def show_span(self, text: str) -> None:
        """The time in view and its unit."""
        self._span = text
        self._middle.say("" if self._covered else text)

    def cover_span(self, *, covered: bool) -> None:
        """Keep the time in view to itself, or tell it again."""
        self._covered = covered
        self.show_span(self._span)

    def show_kept(self, text: str, tip: str) -> None:
        """What is saved, and where."""
        self._kept.say(text, tip)

    def show_progress(self, progress: Progress | None) -> None:
        """How far a library is loaded; None when that is over."""
        if progress is not None:
            text = self.tr("Opening {name} · {percent} %").format(
                name=progress.name or self.tr("the story"), percent=round(100 * progress.share)
            )
            self._opening.say(text)
            self._line.setAccessibleName(text)
            self._line.setValue(round(STEPS * progress.share))
        for loading in (self._line, self._opening):
            loading.setVisible(progress is not None)
        self._kept.setVisible(progress is None and not self._said.isVisible())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line along the upper edge."""
        super().resizeEvent(event)
        self._line.setGeometry(0, 0, self.width(), self._line.sizeHint().height())

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
        for label in (self._counts, self._middle):
            label.setVisible(not said)
        self._kept.setVisible(not said and self._opening.isHidden())

    def _label(self, alignment: Qt.AlignmentFlag) -> Elided:
        label = Elided("muted", self)
        label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _dress(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.size(20), theme.size(6), theme.size(20), theme.size(6))
        # As high as the words beside it: a message shall not push up what stands above the line.
        side = self._counts.sizeHint().height()
        self._close.setFixedSize(side, side)
