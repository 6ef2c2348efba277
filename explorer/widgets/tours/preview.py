"""The step in hand as it is: what is said, what is in focus, the note of the speaker."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QWidget

from explorer.domain.event import Theme as Lane
from explorer.domain.passage import Passage
from explorer.domain.source import Source
from explorer.domain.tour import Step
from explorer.domain.tour_view import Focus
from explorer.viewmodels.step_list import range_words
from explorer.viewmodels.tours import ToursState
from explorer.viewmodels.verdicts import verdict_tone, verdict_words
from explorer.widgets.detail.blocks import Section, as_tall_as_needed, column, margin
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.text import Badge, Words
from explorer.widgets.theme import Theme, ThemeHolder


class StepPreview(QScrollArea):
    """What a step has; below it buttons for what can be done with it."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The step in hand"))
        body = QWidget(self.viewport())
        body.setProperty("role", "paper")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        as_tall_as_needed(body)
        self._number = Words("section", body)
        self._title = Words("subtitle", body)
        self._range = Words("muted", body)
        self._say = Reading("say", body)
        self._say.setAccessibleName(self.tr("What is said"))
        self._silent = Words("muted", body)
        self._silent.setText(self.tr("Nothing is said yet. Edit the step to write what the class reads."))
        self._focus = self._section(self.tr("In focus"), body)
        self._event = Words("strong", self._focus)
        self._unchecked = Words("warn", self._focus)
        self._unchecked.setText(self.tr("unchecked"))
        self._quotation = Reading("quotation", self._focus)
        self._quotation.setAccessibleName(self.tr("The passage in focus"))
        self._place = Words("muted", self._focus)
        self._claim = Reading("quotation", self._focus)
        self._claim.setAccessibleName(self.tr("The claim in focus"))
        self._claimant = Words("muted", self._focus)
        self._sum = Words("strong", self._focus)
        self._verdict = Badge(look, self._focus)
        self._doubt = Words("warn", self._focus)
        self._doubt.setText(self.tr("A figure in the sum is unchecked or provisional"))
        self._gone = Words("warn", self._focus)
        self._gone.setText(self.tr("What this step was to show is no longer in the library"))
        for part in (
            self._event,
            self._unchecked,
            self._quotation,
            self._place,
            self._claim,
            self._claimant,
            self._sum,
            self._verdict,
            self._doubt,
            self._gone,
        ):
            start = Qt.AlignmentFlag.AlignLeft if part is self._verdict else Qt.AlignmentFlag(0)
            self._focus.body.addWidget(part, 0, start)
        self._view = self._section(self.tr("The view"), body)
        self._view_words = tuple(Words("", self._view) for _ in range(3))
        for words in self._view_words:
            self._view.body.addWidget(words)
        self._note = self._section(self.tr("For the speaker"), body)
        self._note_words = Reading("body", self._note)
        self._note_words.setAccessibleName(self.tr("Note for the speaker"))
        self._note.body.addWidget(self._note_words)
        self._buttons = QWidget(body)
        as_tall_as_needed(self._buttons)
        self._flow = FlowLayout(self._buttons)
        self._body = column(body)
        parts: tuple[QWidget, ...] = (self._number, self._title, self._range, self._say, self._silent)
        for each in (*parts, self._focus, self._view, self._note, self._buttons):
            self._body.addWidget(each)
        self._body.addStretch(1)
        self._sheet = body
        self.setWidget(body)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Have a button for each action."""
        for action in actions:
            button = QPushButton(action.text(), self._buttons)
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text())
            button.setEnabled(action.isEnabled())
            button.clicked.connect(action.trigger)
            action.enabledChanged.connect(button.setEnabled)
            self._flow.addWidget(button)

    def show_state(
        self, state: ToursState, lanes: Sequence[Lane], series: Sequence[str], filters: str
    ) -> None:
        """Show the step in hand; nothing without one.

        Args:
            state: the tours.
            lanes: all lanes of the library.
            series: the titles of the series that the step names.
            filters: what else narrows its view, in words.
        """
        step, tour = state.step, state.tour
        self._sheet.setVisible(step is not None)
        if step is None or tour is None:
            return
        number = self.tr("STEP {number} OF {all}")
        self._number.setText(number.format(number=state.position + 1, all=len(tour.steps)))
        self._title.setText(step.title)
        self._range.setText(range_words(step))
        self._put(self._say, step.say)
        self._silent.setVisible(not step.say)
        self._show_focus(step, state.focuses.get(step.id))
        shown = [lane.name for lane in lanes if lane.id in step.lanes]
        parts = (
            self.tr("Lanes: {names}").format(names=", ".join(shown)) if shown else self.tr("All lanes"),
            self.tr("Only: {filters}").format(filters=filters) if filters else "",
            self.tr("Figures: {names}").format(names=", ".join(series)) if series else "",
        )
        for words, part in zip(self._view_words, parts, strict=True):
            self._show(words, part)
        self._put(self._note_words, step.speaker_note)
        self._note.setVisible(bool(step.speaker_note))

    def _show_focus(self, step: Step, focus: Focus | None) -> None:
        known = Focus() if focus is None else focus
        event, placed, claim = known.event, known.passage, known.claim
        self._show(self._event, "" if event is None else event.title)
        self._unchecked.setVisible(not known.event_checked)
        quoted = "" if placed is None else f"“{' '.join(placed.passage.selector.exact.split())}”"
        self._put(self._quotation, quoted)
        self._show(self._place, "" if placed is None else self._place_of(placed.source, placed.passage))
        said = "" if claim is None else f"“{claim.quotation}”" if claim.quotation else claim.claim.test
        self._put(self._claim, said)
        self._show(self._claimant, "" if claim is None else self._place_of(claim.source, claim.passage))
        self._show(self._sum, "" if claim is None else claim.sum)
        self._verdict.setVisible(claim is not None)
        if claim is not None:
            verdict = claim.outcome.verdict
            self._verdict.say(verdict_words(verdict), verdict_tone(verdict))
        self._doubt.setVisible(claim is not None and claim.doubtful)
        gone = step.show is not step.shown
        self._gone.setVisible(gone)
        self._focus.setVisible(gone or any(one is not None for one in (event, placed, claim)))

    def _place_of(self, source: Source | None, passage: Passage | None) -> str:
        """Whose words they are, and in which paragraph they stand."""
        if source is None or passage is None:
            return ""
        text = self.tr("{source}, ¶{paragraph}")
        return text.format(source=source.label, paragraph=passage.selector.paragraph)

    @staticmethod
    def _put(part: Reading, text: str) -> None:
        part.read(text)
        part.setVisible(bool(text))

    @staticmethod
    def _show(part: Words, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))

    def _section(self, title: str, parent: QWidget) -> Section:
        made = Section(self._look, parent)
        made.title(title)
        return made

    def _dress(self, theme: Theme) -> None:
        room = margin(theme, 22)
        self._body.setContentsMargins(room, margin(theme, 20), room, room)
        self._body.setSpacing(margin(theme, 6))
        for section in (self._focus, self._view, self._note):
            section.space(above=14, below=6, gap=5)
        self._buttons.setContentsMargins(0, margin(theme, 14), 0, 0)
        self._flow.set_gap(theme.size(8), theme.size(8))
