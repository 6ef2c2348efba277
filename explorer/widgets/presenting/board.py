"""The middle and foot of the stage: the timeline, a quotation set large or a chart, and words below."""

from math import ceil

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from explorer.domain.detail import PlacedPassage
from explorer.domain.passage import Anchor
from explorer.viewmodels.presenting.beats import Beat, Ground
from explorer.widgets.detail import wording
from explorer.widgets.presenting.canvas import StageTimeline
from explorer.widgets.presenting.words import LEADING, Run, StageWords
from explorer.widgets.theme import Theme, ThemeHolder

SIZES = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0)
"""Of a quotation beside the smallest type: the first that fits."""
MOST_WORDS = 0.5
"""The share of the board that the words below may take."""
MOST_BELOW_CHART = 0.42
GAP = 0.35


class Quotation(QWidget):
    """The words of a source, set in the serif face, with who says it, where, and how it was found there."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.words = StageWords(look, self, quoted=True, leading=1.05)
        self.origin = StageWords(look, self, leading=LEADING)

    def put(self, placed: PlacedPassage | None, anchor: Anchor | None) -> None:
        """Show a passage; None while it is being read."""
        if placed is None:
            self.words.say()
            self.origin.say()
        else:
            self.words.say(Run("“" + placed.passage.selector.exact + "”"))
            self.origin.say(*_origin(placed, anchor))
        self.lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As large as fits."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Divide the room between the words and where they stand."""
        width, height = self.width(), self.height()
        foot = self.origin.height_at(width)
        gap = round(self._look.theme.least * GAP)
        room = max(height - foot - gap, 0)
        for size in SIZES:
            self.words.set_size(size)
            tall = self.words.height_at(width)
            if tall <= room:
                break
        tall = min(tall, room)
        top = (room - tall) // 2
        self.words.setGeometry(0, top, width, tall)
        self.origin.setGeometry(0, top + tall + gap, width, foot)


class Board(QWidget):
    """Shows one :class:`Beat` at a time."""

    def __init__(self, look: ThemeHolder, canvas: StageTimeline, chart: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.canvas = canvas
        self.chart = chart
        self.quotation = Quotation(look, self)
        self.words = StageWords(look, self, leading=LEADING)
        self._grounds: dict[Ground, QWidget] = {
            Ground.TIMELINE: canvas,
            Ground.QUOTATION: self.quotation,
            Ground.CHART: chart,
        }
        self._ground = Ground.TIMELINE
        for widget in self._grounds.values():
            widget.setParent(self)
        self._show_ground()
        look.changed.connect(self._dress)

    @property
    def ground(self) -> Ground:
        """What stands in the middle."""
        return self._ground

    def put(self, beat: Beat) -> None:
        """Show the words of a beat below what it has in the middle."""
        self.words.say(*(Run(text, role) for text, role in beat.words))
        if beat.ground is not self._ground:
            self._ground = beat.ground
            self._show_ground()
        self.lay_out()

    def show_timeline(self) -> None:
        """Bring the timeline back into the middle: the path is left."""
        if self._ground is not Ground.TIMELINE:
            self._ground = Ground.TIMELINE
            self._show_ground()
            self.lay_out()

    def pages(self) -> int:
        """In how many pages the words are shown, or the quotation if that needs more."""
        quoted = self.quotation.words.pages if self._ground is Ground.QUOTATION else 1
        return max(self.words.pages, quoted)

    def turn_to(self, page: int) -> None:
        """Show a page of the words and of the quotation."""
        self.words.turn_to(page)
        self.quotation.words.turn_to(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """The words take what they need, up to a share; the middle has the rest."""
        width, height = self.width(), self.height()
        share = MOST_BELOW_CHART if self._ground is Ground.CHART else MOST_WORDS
        line = self.words.line_height
        wanted = self.words.height_at(width)
        most = ceil(int(height * share / line) * line + self.words.overhang)
        tall = min(wanted, most)
        gap = round(self._look.theme.least * GAP) if tall else 0
        self._grounds[self._ground].setGeometry(QRect(0, 0, width, max(height - tall - gap, 0)))
        self.words.setGeometry(QRect(0, height - tall, width, tall))
        self.canvas.make_room()

    def _show_ground(self) -> None:
        for ground, widget in self._grounds.items():
            widget.setVisible(ground is self._ground)

    def _dress(self, _theme: Theme) -> None:
        self.lay_out()


class Progress(QWidget):
    """A dash a step; those that were shown are strong."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._step = 0
        self._steps = 1
        look.changed.connect(self._dress)

    def put(self, step: int, steps: int) -> None:
        """Show that ``step`` (from 1) of so many is reached."""
        if (step, steps) != (self._step, self._steps):
            self._step, self._steps = step, steps
            self.setAccessibleName(self.tr("Step {step} of {steps}").format(step=step, steps=steps))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dashes, narrower where there are many."""
        theme = self._look.theme
        pitch = min(theme.least * 0.6, self.width() / max(self._steps, 1))
        with QPainter(self) as painter:
            for number in range(self._steps):
                colour = theme.colour("accent" if number < self._step else "line")
                painter.fillRect(round(number * pitch), 0, max(round(pitch * 0.78), 1), self.height(), colour)

    def _dress(self, _theme: Theme) -> None:
        self.update()


def _origin(placed: PlacedPassage, anchor: Anchor | None) -> tuple[Run, ...]:
    source, paragraph = placed.source, placed.passage.selector.paragraph
    parts = [source.authors] if source.authors else []
    if source.label not in source.authors:
        parts.append(source.label)
    tr = QCoreApplication.translate
    place = tr("Stage", "paragraph {paragraph}").format(paragraph=paragraph)
    runs = [Run(", ".join((*parts, place)), "ink")]
    if anchor is None:
        runs.append(Run(" · " + tr("Stage", "quoted from the record"), "muted"))
    else:
        runs.append(Run(" · " + wording.anchor(anchor.state), "muted"))
    return tuple(runs)
