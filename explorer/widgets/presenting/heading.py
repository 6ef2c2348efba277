"""The head of the stage: the date with its precision, the title of the step, where in the tour it is."""

from math import ceil

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.domain.detail import EventHeading
from explorer.domain.words import exactness, in_short_words
from explorer.viewmodels.presenting.director import StepMatter
from explorer.viewmodels.presenting.talk import TalkState
from explorer.widgets.presenting.words import LEADING, Run, StageWords
from explorer.widgets.theme import ThemeHolder

TITLE = 1.12
SPAN_OF_DAYS = "both ends exact to the day"
"""What the words for dates say of it; the stage has room for less."""


class Heading(QWidget):
    """Two lines, three where the date takes two."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.date = StageWords(look, self, leading=LEADING)
        self.corner = StageWords(look, self, leading=LEADING)
        self.title = StageWords(look, self, size=TITLE, bold=True, leading=LEADING)
        self.parts = StageWords(look, self, leading=LEADING)

    def put_step(self, matter: StepMatter) -> None:
        """Show the title, and the date of the event in focus with what is to be known of it."""
        focus = matter.focus
        self.title.say(Run(matter.step.title))
        event = None if focus is None else focus.event
        if focus is None or event is None:
            self.date.say()
            return
        doubt = "" if focus.event_checked else " · " + self.tr("unchecked")
        self.date.say(Run(self._date(event), "muted"), Run(doubt, "warn"))

    def put_place(self, state: TalkState, typed: str) -> None:
        """Show the number of the step and of its part, or the way back, or the number that is being typed."""
        number, steps = state.number + 1, len(state.tour.steps)
        if typed:
            place = Run(self.tr("to step {number}").format(number=typed), "accent")
        elif state.away:
            place = Run(self.tr("R: back to step {number}").format(number=number), "accent")
        elif state.over:
            place = Run(self.tr("The end"), "muted")
        else:
            place = Run(self.tr("{number}/{steps}").format(number=number, steps=steps), "muted")
        self.corner.say(place)
        dots = "•" * (state.part + 1) + "◦" * (state.parts - state.part - 1)
        self.parts.say(Run(dots if state.parts > 1 else "", "accent"))

    def height_at(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._first_row(width) + self.title.height_at(self._beside(self.parts, width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See ``lay_out``."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Date and number in the first line, title and parts in the second."""
        width, first = self.width(), self._first_row(self.width())
        for words, corner, top, tall in (
            # What reaches below the date stands in the air above the title.
            (self.date, self.corner, 0, first + ceil(self.date.overhang)),
            (self.title, self.parts, first, self.height() - first),
        ):
            beside = self._beside(corner, width)
            words.setGeometry(QRect(0, top, beside, tall))
            room = min(corner.natural_width(), width) if corner.text else 0
            corner.setGeometry(QRect(width - room, top, room, min(corner.sizeHint().height(), tall)))

    def _first_row(self, width: int) -> int:
        lines = max(self.date.lines_at(self._beside(self.corner, width)), 1)
        return round(lines * self.date.line_height + 0.5)

    def _beside(self, corner: StageWords, width: int) -> int:
        room = min(corner.natural_width(), width) + round(self._look.theme.least * 0.5) if corner.text else 0
        return max(width - room, 1)

    def _date(self, event: EventHeading) -> str:
        known = exactness(event.start, event.end)
        return self.tr("{date} · {exactness}").format(
            date=in_short_words(event.start, event.end),
            exactness=self.tr("exact days") if known == SPAN_OF_DAYS else known,
        )
