"""What is shown once a quotation is decided: the source, the event, and the figures that test a claim."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from explorer.domain.passage import Stance
from explorer.domain.words import exactness, in_words
from explorer.viewmodels.claims import ChosenClaim
from explorer.viewmodels.detective import Decided, DetectiveModel, stance_words
from explorer.viewmodels.verdicts import verdict_tone, verdict_words
from explorer.widgets.claims.chart import ClaimChart
from explorer.widgets.detail.blocks import as_tall_as_needed
from explorer.widgets.detail.wording import place
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.text import Badge, Words
from explorer.widgets.theme import Theme, ThemeHolder

CHART_HEIGHT = 130


class Answer(QWidget):
    """In words at the left; at the right the claim drawn on the series, where the passage makes one."""

    def __init__(self, model: DetectiveModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_tall_as_needed(self)
        self._model = model
        self.points = Words("riddle-strong", self)
        self.source = Words("strong", self)
        self._note = Words("muted", self)
        self.about = Words("strong", self)
        self._date = Words("muted", self)
        self.state = Badge(look, self)
        self.how = LinkButton(look, self)
        self.sum = Words("strong", self)
        self.verdict = Badge(look, self)
        self._basis = Words("muted", self)
        self._caveat = Words("muted", self)
        self.chart = ClaimChart(look, self)
        # As tall as there is room for, and no taller: all of the answer is to be seen at once.
        self.chart.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._words, self._figures = QVBoxLayout(), QVBoxLayout()
        self._badges = QHBoxLayout()
        self._badges.addWidget(self.state)
        self._badges.addStretch(1)
        for part in (self.source, self._note, self.about, self._date):
            self._words.addWidget(part)
        self._words.addLayout(self._badges)
        self._words.addWidget(self.how)
        self._words.addStretch(1)
        self._sums = QHBoxLayout()
        self._sums.addWidget(self.sum, 1)
        self._sums.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        self._figures.addLayout(self._sums)
        self._figures.addWidget(self.chart, 1)
        self._figures.addWidget(self._basis)
        self._figures.addWidget(self._caveat)
        # Where there is no chart, this takes the room and the words stay together.
        self._figures.addStretch(0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.points)
        self._row.addLayout(self._words, 2)
        self._row.addLayout(self._figures, 3)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def put(self, decided: Decided) -> None:
        """Show what is known of the quotation decided last."""
        card, event = decided.card.card, decided.card.detail.event
        total = decided.source_points + decided.role_points
        self.points.setText(self.tr("+{points}").format(points=total))
        self.points.setAccessibleName(self.tr("{points} points").format(points=total))
        named = ", ".join(
            part for part in (card.source.authors or card.source.publisher, card.source.title) if part
        )
        date = in_words(card.source.date) if card.source.date else ""
        parts = (named or card.source.label, date, place(card))
        self.source.setText(" · ".join(part for part in parts if part))
        self._note.setText(" ".join(part for part in (self._kept(decided), card.note) if part))
        self._note.setVisible(bool(self._note.text()))
        self.about.setText(event.title)
        date = in_words(event.start, event.end)
        self._date.setText(
            self.tr("{date}, {exactness}").format(date=date, exactness=exactness(event.start, event.end))
        )
        tone = "good" if self._model.is_checked(decided.card) else "warn"
        self.state.say(self._model.state_of(decided.card), tone)
        self.how.say(self.tr("How do we know?"), self.tr("Open the event in the window of the library (H)"))
        self._put_claim(self._model.claim)

    def _kept(self, decided: Decided) -> str:
        """How the library has it, where that is finer than the three answers."""
        role, stance = decided.card.role, decided.card.card.stance
        if role.value == stance.value:
            return ""
        if stance is Stance.REPORTS:
            return self.tr("It reports the event with a statement that can be checked.")
        return self.tr("More exactly, it {stance} it.").format(stance=stance_words(stance))

    def _put_claim(self, chosen: ChosenClaim | None) -> None:
        shown = chosen is not None
        for part in (self.sum, self.verdict, self._basis, self._caveat):
            part.setVisible(shown)
        drawable = chosen is not None and bool(chosen.shown_series)
        self.chart.setVisible(drawable)
        self.chart.show_claim(chosen if drawable else None)
        if chosen is None:
            return
        worked = chosen.worked
        self.sum.setText(worked.sum or worked.outcome.reason or worked.claim.test)
        verdict = worked.outcome.verdict
        self.verdict.say(verdict_words(verdict), verdict_tone(verdict))
        caveats = [*worked.claim.caveats[:1], worked.mismatch]
        if worked.doubtful:
            caveats.append(self.tr("A figure in the sum is not checked, or provisional."))
        self._basis.setText(self.tr("Figures: {basis}").format(basis=worked.basis) if worked.basis else "")
        self._basis.setVisible(bool(worked.basis))
        self._caveat.setText(" · ".join(part for part in caveats if part))
        self._caveat.setVisible(bool(self._caveat.text()))

    def _dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.size(16))
        self._sums.setSpacing(theme.size(10))
        for column in (self._words, self._figures):
            column.setSpacing(theme.size(4))
        self.chart.setMinimumHeight(theme.size(CHART_HEIGHT))
