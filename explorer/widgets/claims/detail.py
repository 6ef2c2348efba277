"""All that is to be said of one claim: its words, the sum step by step, the record, what to keep in mind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from explorer.domain.detail import WorkedClaim
from explorer.domain.judgement import Judgement
from explorer.services.sums import question_of, steps_of
from explorer.viewmodels.claims import ChosenClaim, short_name
from explorer.viewmodels.verdicts import verdict_tone, verdict_words
from explorer.widgets.detail.blocks import Section, as_tall_as_needed, column, margin
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Badge, Point, Words
from explorer.widgets.theme import Theme, ThemeHolder


class _TestView(QWidget):
    """One test: what it asks, each step, its verdict. ``asked`` carries its number, to have it drawn."""

    asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        as_tall_as_needed(self)
        self._number = 0
        body = column(self, 4)
        self._question = Words("strong", self)
        self._steps = Reading("body", self)
        self._steps.setAccessibleName(self.tr("The sum, step by step"))
        self._verdict = Badge(look, self)
        self._draw = LinkButton(look, self, small=True)
        self._draw.clicked.connect(self._ask)
        row = FlowLayout()
        row.set_gap(10, 4)
        row.addWidget(self._verdict)
        row.addWidget(self._draw)
        body.addWidget(self._question)
        body.addWidget(self._steps)
        body.addLayout(row)

    def put(self, given: tuple[int, Judgement, ChosenClaim]) -> None:
        """Show a test."""
        self._number, judgement, chosen = given
        question = question_of(judgement, chosen.series)
        self._question.setText(question[:1].upper() + question[1:])
        self._steps.read("\n".join(steps_of(judgement, chosen.series)))
        self._verdict.say(verdict_words(judgement.verdict), verdict_tone(judgement.verdict))
        several = len(chosen.worked.outcome.judgements) > 1
        drawn = self._number == chosen.test
        self._draw.say(
            self.tr("drawn") if drawn else self.tr("Draw this test"), short_name(judgement.working)
        )
        self._draw.setEnabled(not drawn)
        self._draw.setVisible(several)
        self._verdict.setVisible(several)

    def _ask(self) -> None:
        self.asked.emit(self._number)


class _Sheet(QWidget):
    """What scrolls."""


class ClaimDetail(QFrame):
    """The part at the right of the plot.

    ``passage_asked`` and ``lane_asked`` carry the :class:`WorkedClaim` whose passage is to be opened or that
    is to be shown on the timeline, ``test_asked`` the number of a test, ``claim_asked`` another claim's id.
    """

    passage_asked = Signal(object)
    lane_asked = Signal(object)
    edit_asked = Signal(object)
    delete_asked = Signal(object)
    test_asked = Signal(object)
    claim_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen: ChosenClaim | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("The claim in detail"))
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = column(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)
        self.sheet = _Sheet(self)
        self.sheet.setProperty("role", "paper")
        self.sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scroll.setWidget(self.sheet)
        self._body = column(self.sheet)
        self._build()
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self.show_claim(None, ())

    def show_claim(self, chosen: ChosenClaim | None, others: tuple[WorkedClaim, ...]) -> None:
        """Show a claim, and ``others`` that are tested by the same series."""
        self._chosen = chosen
        self.sheet.setVisible(chosen is not None)
        if chosen is None:
            return
        worked, claim = chosen.worked, chosen.worked.claim
        self._quotation.read(f"“{worked.quotation}”" if worked.quotation else claim.test)
        self._source.setText(_placed(worked, self.tr("{source}, paragraph {paragraph}")))
        self._open.setVisible(worked.passage is not None)
        self._lane.setVisible(bool(chosen.shown_series))
        self._verdict.say(verdict_words(worked.outcome.verdict), verdict_tone(worked.outcome.verdict))
        self._reason.setText(worked.outcome.reason)
        self._reason.setVisible(bool(worked.outcome.reason) and not worked.outcome.judgements)
        self._mismatch.setText(worked.mismatch)
        self._mismatch.setVisible(bool(worked.mismatch))
        tests = [(number, one, chosen) for number, one in enumerate(worked.outcome.judgements)]
        self._tests_section.setVisible(bool(tests))
        self._tests.fill(tests, _TestView.put)
        self._record_section.setVisible(bool(claim.verdict or claim.test))
        self._record.read("\n".join(filter(None, (claim.verdict, claim.test))))
        self._caveats_section.setVisible(bool(claim.caveats))
        self._caveats.fill([_sentence(each) for each in claim.caveats], Point.setText)
        self._put_figures(chosen)
        self._others_section.setVisible(bool(others))
        self._others.fill(others, self._put_other)
        self._scroll.verticalScrollBar().setValue(0)

    def _put_figures(self, chosen: ChosenClaim) -> None:
        sources = [one.source for one in chosen.shown_series]
        notes = chosen.worked.outcome.notes
        self._figures_section.setVisible(bool(sources))
        self._figures.setText(" · ".join(dict.fromkeys(sources)))
        doubtful = chosen.worked.doubtful
        self._checked.setText(
            self.tr("A figure in this sum has not been checked, or is provisional.")
            if doubtful
            else self.tr("Every figure in this sum was checked.")
        )
        self._checked.setProperty("role", "warn" if doubtful else "good")
        self._checked.style().unpolish(self._checked)
        self._checked.style().polish(self._checked)
        self._notes.fill(notes, Point.setText)

    def _put_other(self, link: LinkButton, worked: WorkedClaim) -> None:
        label = worked.source.label if worked.source is not None else ""
        said = f"“{worked.quotation}”" if worked.quotation else worked.claim.test
        link.say(
            self.tr("{source}: {statement}").format(source=label, statement=said), self.tr("Show this claim")
        )
        link.setProperty("claim", worked.claim.id)

    def _build(self) -> None:
        look = self._look
        self._quotation = Reading("quotation", self.sheet)
        self._quotation.setAccessibleName(self.tr("The statement tested"))
        self._source = Words("muted", self.sheet)
        self._verdict = Badge(look, self.sheet)
        self._open = LinkButton(look, self.sheet)
        self._open.say(self.tr("Open in source"), self.tr("Open the passage in its source"))
        self._open.clicked.connect(self._ask_passage)
        self._lane = LinkButton(look, self.sheet)
        self._lane.say(
            self.tr("Show on the timeline"), self.tr("Draw this test on the series lane of the timeline")
        )
        self._lane.clicked.connect(self._ask_lane)
        self._edit = LinkButton(look, self.sheet)
        self._edit.say(self.tr("Edit"), self.tr("Change the tests and texts of this claim (F2)"))
        self._edit.clicked.connect(self._ask_edit)
        self._delete = LinkButton(look, self.sheet)
        self._delete.say(self.tr("Delete"), self.tr("Take this claim out; Undo brings it back (Del)"))
        self._delete.clicked.connect(self._ask_delete)
        self._links = FlowLayout()
        self._links.set_gap(14, 4)
        for widget in (self._verdict, self._open, self._lane, self._edit, self._delete):
            self._links.addWidget(widget)
        self._reason = Words("", self.sheet)
        self._mismatch = Words("bad", self.sheet)
        self._body.addWidget(self._quotation)
        self._body.addWidget(self._source)
        self._body.addLayout(self._links)
        for words in (self._reason, self._mismatch):
            self._body.addWidget(words)
        self._tests_section = self._section(self.tr("Test"))
        self._tests = Pool(self._tests_section.body, self._make_test)
        self._record_section = self._section(self.tr("Finding on record"))
        self._record = Reading("body", self._record_section)
        self._record.setAccessibleName(self.tr("Finding on record"))
        self._record_section.body.addWidget(self._record)
        self._caveats_section = self._section(self.tr("Keep in mind"))
        self._caveats = Pool(self._caveats_section.body, self._make_point)
        self._figures_section = self._section(self.tr("Figures"))
        self._figures = Words("", self._figures_section)
        self._checked = Words("good", self._figures_section)
        self._figures_section.body.addWidget(self._figures)
        self._figures_section.body.addWidget(self._checked)
        self._notes = Pool(self._figures_section.body, self._make_note)
        self._others_section = self._section(self.tr("Also claimed"))
        self._others = Pool(self._others_section.body, self._make_other)
        self._body.addStretch(1)

    def _section(self, title: str) -> Section:
        section = Section(self._look, self.sheet)
        section.title(title)
        self._body.addWidget(section)
        return section

    def _make_test(self) -> _TestView:
        made = _TestView(self._look, self._tests_section)
        made.asked.connect(self.test_asked)
        return made

    def _make_point(self) -> Point:
        return Point("note", self._caveats_section)

    def _make_note(self) -> Point:
        return Point("note", self._figures_section)

    def _make_other(self) -> LinkButton:
        link = LinkButton(self._look, self._others_section, small=True)
        link.clicked.connect(self._ask_other)
        return link

    def _ask_passage(self) -> None:
        if self._chosen is not None:
            self.passage_asked.emit(self._chosen.worked)

    def _ask_lane(self) -> None:
        if self._chosen is not None:
            self.lane_asked.emit(self._chosen.worked)

    def _ask_edit(self) -> None:
        if self._chosen is not None:
            self.edit_asked.emit(self._chosen.worked)

    def _ask_delete(self) -> None:
        if self._chosen is not None:
            self.delete_asked.emit(self._chosen.worked)

    def _ask_other(self) -> None:
        self.claim_asked.emit(self.sender().property("claim"))

    def _dress(self, theme: Theme) -> None:
        across = margin(theme, 18)
        self._body.setContentsMargins(across, margin(theme, 14), across, margin(theme, 14))
        self._body.setSpacing(margin(theme, 5))
        for section in (
            self._tests_section,
            self._record_section,
            self._caveats_section,
            self._figures_section,
            self._others_section,
        ):
            section.space(above=10, below=5, gap=6)


def _placed(worked: WorkedClaim, pattern: str) -> str:
    if worked.source is None or worked.passage is None:
        return ""
    return pattern.format(source=worked.source.label, paragraph=worked.passage.selector.paragraph)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
