"""What the speaker sees: this step and the next, notes, the time, and a picture of what the class sees."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.errors import ReaderError
from explorer.viewmodels.presenting.clock import TalkClock
from explorer.viewmodels.presenting.talk import TalkModel, TalkState
from explorer.widgets.parts.text import Words
from explorer.widgets.presenting.mirror import Mirror
from explorer.widgets.presenting.notes import notes_document, print_notes, save_notes
from explorer.widgets.presenting.window import StageWindow
from explorer.widgets.theme import Theme, ThemeHolder

PHONE = (390, 780)
"""The small window, in pixels at 100 % text: as large as a phone."""
SMALLEST = (300, 330)
"""What holds all parts below each other, in pixels at 100 % text."""
WIDE = 900
"""From this width on picture and notes stand side by side, in pixels at 100 % text."""


class SpeakerWindow(QWidget):
    """Follows the talk and steers it with the same keys as the stage. It can be closed at any time."""

    closed = Signal()

    def __init__(self, talk: TalkModel, clock: TalkClock, stage: StageWindow, look: ThemeHolder) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._talk = talk
        self._clock = clock
        self._stage = stage
        self._look = look
        self._unchecked: frozenset[int] = frozenset()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Notes for the speaker – Timeline Explorer"))
        self.mirror = Mirror(stage, look, self)
        self.place = self._label("muted")
        self.step = Words("title", self)
        self.say = Words("", self)
        self.note = Words("notes", self)
        self.next = Words("subtitle", self)
        self.after = Words("", self)
        self.time = self._label("title")
        self.passed = self._label("title")
        self.told = Words("warn", self)
        self.told.hide()
        self.hold = self._button(self.tr("Pause"), self._toggle_clock)
        self.again = self._button(self.tr("Reset"), clock.reset)
        self._place_parts()
        self._now = QTimer(self, interval=1000)
        self._now.timeout.connect(self._tell_time)
        talk.changed.connect(self._follow)
        clock.ticked.connect(self._tell_passed)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._tell_time()
        self._tell_passed(clock.seconds)
        if talk.state is not None:
            self._follow(talk.state)

    def warn(self, sentence: str) -> None:
        """Say something that the class need not know."""
        self.told.setText(sentence)
        self.told.show()

    def mark_unchecked(self, steps: frozenset[int]) -> None:
        """The ids of the steps whose event is not checked: the notes say so."""
        self._unchecked = steps

    def make_small(self) -> None:
        """As large as a phone: for a desk with one screen."""
        theme = self._look.theme
        self.resize(theme.size(PHONE[0]), theme.size(PHONE[1]))

    def save_as(self, path: Path) -> None:
        """Write the notes as PDF.

        Raises:
            ReaderError: the file cannot be written.
        """
        state = self._talk.state
        if state is not None:
            document = notes_document(state.tour, self._look.theme, self._unchecked)
            save_notes(document, path, state.tour.title)

    # What is shown

    def _follow(self, state: TalkState) -> None:
        step, after = state.step, state.next_step
        text = self.tr("Step {number} of {steps}").format(
            number=state.number + 1, steps=len(state.tour.steps)
        )
        if state.parts > 1:
            part = self.tr("part {part} of {parts}").format(part=state.part + 1, parts=state.parts)
            text = self.tr("{step}, {part}").format(step=text, part=part)
        if state.away:
            text = self.tr("{step} · off the path, R comes back").format(step=text)
        self.place.setText(text)
        mark = " · " + self.tr("unchecked") if step.id in self._unchecked else ""
        self.step.setText(step.title + mark)
        self.say.setText(step.say)
        self.note.setText(step.speaker_note or self.tr("This step has no note."))
        self.next.setText(self.tr("The last step.") if after is None else after.title)
        self.after.setText("" if after is None else after.say)

    def _tell_time(self) -> None:
        now = QDateTime.currentDateTime().time()
        self.time.setText(QLocale.system().toString(now, QLocale.FormatType.ShortFormat))

    def _tell_passed(self, seconds: int) -> None:
        state = self._talk.state
        minutes = 0 if state is None else state.tour.minutes
        text = self.tr("{passed} of {minutes} min").format(
            passed=f"{seconds // 60}:{seconds % 60:02d}", minutes=minutes
        )
        over = minutes and seconds > minutes * 60
        self.passed.setText(self.tr("{time}, over").format(time=text) if over else text)
        self.hold.setText(self.tr("Pause") if self._clock.runs else self.tr("Start"))

    def _toggle_clock(self) -> None:
        if self._clock.runs:
            self._clock.pause()
        else:
            self._clock.start()

    # Notes on paper

    def _print(self) -> None:
        state = self._talk.state
        if state is not None:
            print_notes(notes_document(state.tour, self._look.theme, self._unchecked), self)

    def _save(self) -> None:
        state = self._talk.state
        if state is None:
            return
        start = str(Path.home() / f"{state.tour.slug}-notes.pdf")
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save the notes"), start, self.tr("PDF (*.pdf)"))
        if not name:
            return
        try:
            self.save_as(Path(name))
        except ReaderError as error:
            self.warn(str(error))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the stage; Esc puts this window away and leaves the stage alone."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not self._stage.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See ``_divide``."""
        super().resizeEvent(event)
        self._divide()

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes while it is seen."""
        super().showEvent(event)
        # Keys steer the talk, and press none of the buttons.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._now.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing ticks out of sight."""
        super().hideEvent(event)
        self._now.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The talk goes on."""
        super().closeEvent(event)
        self.closed.emit()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, text: str, clicked: object) -> QPushButton:
        button = QPushButton(text, self)
        # Space and Enter belong to the talk.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(clicked)
        return button

    def _place_parts(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.time)
        head.addStretch(1)
        head.addWidget(self.passed)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        printing = self._button(self.tr("Print the notes…"), self._print)
        saving = self._button(self.tr("Save as PDF…"), self._save)
        for parts in ((self.hold, self.again, None), (None, printing, saving)):
            row = QHBoxLayout()
            for button in parts:
                if button is None:
                    row.addStretch(1)
                else:
                    row.addWidget(button)
            self._buttons.addLayout(row)
        body = QWidget(self)
        text = QVBoxLayout(body)
        for title, widget in (
            ("", self.place),
            ("", self.step),
            ("", self.say),
            (self.tr("Notes"), self.note),
            (self.tr("Next"), self.next),
            ("", self.after),
        ):
            if title:
                heading = self._label("section")
                heading.setText(title.upper())
                heading.setAccessibleName(title)
                text.addSpacing(10)
                text.addWidget(heading)
            text.addWidget(widget)
        text.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._text = text
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(head)
        self._rows.addWidget(self.told)
        self.mirror.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sides.addWidget(self.mirror, 4)
        self._sides.addWidget(scroll, 5)
        self._rows.addLayout(self._sides, 1)
        self._rows.addLayout(self._buttons)

    def _dress(self, theme: Theme) -> None:
        room = theme.size(16)
        self._rows.setContentsMargins(room, room, room, room)
        self._rows.setSpacing(theme.size(10))
        self._text.setSpacing(theme.size(6))
        # Its own: parts side by side need more room than the window may be made small to.
        self.setMinimumSize(theme.size(SMALLEST[0]), theme.size(SMALLEST[1]))
        self._divide()

    def _divide(self) -> None:
        """Picture and notes stand side by side where there is room, else below each other."""
        wide = self.width() >= self._look.theme.size(WIDE)
        directions = QBoxLayout.Direction
        for parts in (self._sides, self._buttons):
            parts.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
