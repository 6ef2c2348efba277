"""Claims set against the published figures: the words, the sum, the verdict, what to keep in mind."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from explorer.domain.detail import EventDetail, WorkedClaim
from explorer.viewmodels.verdicts import verdict_tone, verdict_words
from explorer.widgets.detail.blocks import Card, Section, as_tall_as_needed, column
from explorer.widgets.detail.reading import Reading
from explorer.widgets.parts.controls import LinkButton
from explorer.widgets.parts.flow import FlowLayout
from explorer.widgets.parts.pool import Pool
from explorer.widgets.parts.text import Badge, Point, Words
from explorer.widgets.theme import Theme, ThemeHolder


class ClaimView(Card):
    """One claim and how it stands against the figures; ``asked`` carries its id, to be shown on its page."""

    asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._quotation = Reading("quotation", self)
        self._source = Words("muted", self)
        self._sum = Reading("sum", self)
        self._verdict = Badge(look, self)
        self._record = Words("muted", self)
        self._basis = Words("muted", self)
        self._unchecked = Words("warn", self)
        self._unchecked.setText(self.tr("A figure in this sum has not been checked."))
        self._mismatch = Words("bad", self)
        points = QWidget(self)
        as_tall_as_needed(points)
        self._points = column(points)
        self._caveats = Pool(self._points, self._make_point)
        self._row = FlowLayout(justified=True)
        for widget in (self._sum, self._verdict):
            self._row.addWidget(widget)
        self.body.addWidget(self._quotation)
        self.body.addWidget(self._source)
        self.body.addLayout(self._row)
        self._claim_id = 0
        self._all = LinkButton(look, self, small=True)
        self._all.say(self.tr("Show the test"), self.tr("Show this claim with its test drawn on the figures"))
        self._all.clicked.connect(self._ask)
        for below in (self._basis, self._record, self._unchecked, self._mismatch, points):
            self.body.addWidget(below)
        self.body.addWidget(self._all)
        self._row.set_gap(10, 5)
        self._points.setSpacing(4)

    def put(self, worked: WorkedClaim) -> None:
        """Show a claim."""
        claim = worked.claim
        self._claim_id = claim.id
        self._quotation.read(f"“{worked.quotation}”" if worked.quotation else _sentence(claim.test))
        self._quotation.setAccessibleName(self.tr("The statement tested"))
        self._source.setText(worked.source.label if worked.source else "")
        self._source.setVisible(worked.source is not None)
        self._sum.read(worked.sum)
        self._sum.setAccessibleName(self.tr("The sum, worked from the published figures"))
        self._sum.setVisible(bool(worked.sum))
        self._verdict.say(verdict_words(worked.outcome.verdict), verdict_tone(worked.outcome.verdict))
        self._verdict.setAccessibleName(self.tr("Verdict: {verdict}").format(verdict=self._verdict.text()))
        self._basis.setText(worked.basis or worked.outcome.reason or _sentence(claim.test))
        self._record.setText(self.tr("On record: {finding}").format(finding=claim.verdict))
        self._record.setVisible(bool(claim.verdict))
        self._unchecked.setVisible(worked.doubtful)
        self._mismatch.setText(worked.mismatch)
        self._mismatch.setVisible(bool(worked.mismatch))
        self._caveats.fill([_sentence(caveat) for caveat in claim.caveats], Point.setText)

    def _ask(self) -> None:
        self.asked.emit(self._claim_id)

    def _make_point(self) -> Point:
        return Point("note", self)


class FiguresSection(Section):
    """The checks that touch an event. ``claim_asked`` carries the id of one to be shown on its page."""

    claim_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.title(self.tr("Check against the figures"))
        self._pool = Pool(self.body, self._make)
        self._dress(look.theme)
        look.changed.connect(self._dress)

    @property
    def views(self) -> Sequence[ClaimView]:
        """The cards shown."""
        return self._pool.shown

    def put(self, detail: EventDetail) -> None:
        """Show the claims of an event."""
        self.setVisible(bool(detail.claims))
        self._pool.fill(detail.claims, ClaimView.put)

    def _make(self) -> ClaimView:
        made = ClaimView(self.look, self)
        made.asked.connect(self.claim_asked)
        return made

    def _dress(self, _theme: Theme) -> None:
        self.space(above=20, below=8, gap=10)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
