"""The Claims page: the table of statements, the plot of the one in hand, and all about it."""

from functools import cached_property

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.claim import Verdict
from explorer.domain.detail import WorkedClaim
from explorer.domain.draft import PassageDraft
from explorer.viewmodels.claim_editor import ClaimEditorModel
from explorer.viewmodels.claims import ChosenClaim, ClaimCount, ClaimFilter
from explorer.viewmodels.models import Models
from explorer.viewmodels.verdicts import verdict_words
from explorer.widgets.claims.chart import ClaimChart
from explorer.widgets.claims.detail import ClaimDetail
from explorer.widgets.claims.editor import ClaimEditor
from explorer.widgets.claims.table import ClaimsTable
from explorer.widgets.parts.choice import Choice
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

UPPER = 0.44
"""Share of the height that the table has until the reader moves the border."""
LEFT = 0.66
MOST_OTHERS = 6
VERDICT_LETTERS = 17


class ClaimsView(QWidget):
    """``passage_asked`` and ``lane_asked`` carry the :class:`ChosenClaim` that is to be opened or drawn."""

    passage_asked = Signal(object)
    lane_asked = Signal(object)

    def __init__(self, models: Models, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        claims = self._claims = models.claims
        self.writing = ClaimEditorModel(models.library, claims, models.edits, models.courier, self)
        self._look = look
        self._sized = False
        self._arriving = False
        self.setAccessibleName(self.tr("Claims"))
        self.setProperty("role", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Words("title", self)
        self._title.setText(self.tr("Claims and figures"))
        self._told = Words("muted", self)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter by words"))
        self.words.setAccessibleName(self.tr("Filter the claims by words"))
        self.words.setToolTip(self.tr("Type words of a statement, a source, a series or a caveat"))
        self.words.setClearButtonEnabled(True)
        self.verdicts = Choice(self.tr("Show only claims with this verdict"), look, self)
        self.verdicts.setMinimumContentsLength(VERDICT_LETTERS)
        self.verdicts.addItem(self.tr("All verdicts"))
        for verdict in Verdict:
            self.verdicts.addItem(verdict_words(verdict))
        self.add = QPushButton(self.tr("New claim"), self)
        self.add.setToolTip(self.tr("Set a statement of a source against the figures (Insert)"))
        self.add.clicked.connect(self.begin_claim)
        self.table = ClaimsTable(claims, look, self)
        self._nothing = Words("muted", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._upper = QStackedWidget(self)
        self._upper.addWidget(self.table)
        self._upper.addWidget(self._nothing)
        self.chart = ClaimChart(look, self)
        self.detail = ClaimDetail(look, self)
        self._place_parts()
        self.setFocusProxy(self.table)
        self.words.textChanged.connect(self._narrow)
        self.words.returnPressed.connect(self.table.setFocus)
        self.verdicts.currentIndexChanged.connect(self._narrow)
        self.table.opened.connect(self._ask_lane)
        self.table.edit_asked.connect(self.edit_claim)
        self.table.delete_asked.connect(self.delete_claim)
        self.table.add_asked.connect(self.begin_claim)
        self.detail.edit_asked.connect(self.edit_claim)
        self.detail.delete_asked.connect(self.delete_claim)
        self.detail.passage_asked.connect(self._ask_passage)
        self.detail.lane_asked.connect(self._ask_lane)
        self.detail.test_asked.connect(claims.choose_test)
        self.detail.claim_asked.connect(claims.choose)
        claims.arranged.connect(self._count)
        claims.chosen.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._count(claims.count)
        self._show(claims.current)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the claims while somebody looks."""
        super().showEvent(event)
        self._claims.set_active(True)
        self._arriving = True
        self._take_keyboard()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._claims.set_active(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions of the design until the reader moves the borders."""
        super().resizeEvent(event)
        if not self._sized and self.height() > 0:
            self._sized = self.isVisible()
            upper = round(self._rows.height() * UPPER)
            self._rows.setSizes([upper, self._rows.height() - upper])
            left = round(self._lower.width() * LEFT)
            self._lower.setSizes([left, self._lower.width() - left])

    @cached_property
    def editor(self) -> ClaimEditor:
        """The window in which claims are written; made when it is first asked for."""
        return ClaimEditor(self.writing, self._look, self.window())

    def begin_claim(self, passage: object = None) -> None:
        """Write a new claim; ``passage`` is a PassageDraft that was selected in a source."""
        self.writing.begin(passage if isinstance(passage, PassageDraft) else None)
        self.editor.open_form()

    def edit_claim(self, _asked: object = None) -> None:
        """Write the claim in hand anew."""
        current = self._claims.current
        if current is not None:
            self.writing.edit(current.worked)
            self.editor.open_form()

    def delete_claim(self, _asked: object = None) -> None:
        """Take the claim in hand out; Undo brings it back."""
        current = self._claims.current
        if current is not None:
            self.writing.delete(current.worked)

    def _place_parts(self) -> None:
        names = QVBoxLayout()
        names.addWidget(self._title)
        names.addWidget(self._told)
        self._head = QHBoxLayout()
        self._head.addLayout(names, 1)
        self._head.addWidget(self.words)
        self._head.addWidget(self.verdicts)
        self._head.addWidget(self.add)
        self._lower = QSplitter(Qt.Orientation.Horizontal, self)
        self._lower.addWidget(self.chart)
        self._lower.addWidget(self.detail)
        self._rows = QSplitter(Qt.Orientation.Vertical, self)
        self._rows.addWidget(self._upper)
        self._rows.addWidget(self._lower)
        for splitter in (self._lower, self._rows):
            splitter.setChildrenCollapsible(False)
            splitter.setProperty("role", "bare")
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self._rows, 1)

    def _narrow(self, _changed: object) -> None:
        chosen = self.verdicts.currentIndex() - 1
        verdict = None if chosen < 0 else tuple(Verdict)[chosen]
        self._claims.narrow(ClaimFilter(self.words.text(), verdict))

    def _count(self, count: ClaimCount) -> None:
        if self._claims.filter == ClaimFilter() and (self.words.text() or self.verdicts.currentIndex() > 0):
            # Another library was opened.
            self.words.clear()
            self.verdicts.setCurrentIndex(0)
        statements = (
            self.tr("1 checkable statement")
            if count.total == 1
            else self.tr("%n checkable statements", "", count.total)
        )
        sources = (
            self.tr("of 1 source.") if count.sources == 1 else self.tr("of %n sources.", "", count.sources)
        )
        rest = self.tr("The sum is worked from the series; what to keep in mind stands beside it.")
        if count.listed < count.total:
            statements = self.tr("{listed} of {statements}").format(
                listed=count.listed, statements=statements
            )
        self._told.setText(f"{statements} {sources} {rest}")
        self._told.setVisible(count.total > 0)
        self._nothing.setText(self._empty(count))
        self._upper.setCurrentWidget(self.table if count.listed else self._nothing)
        self._take_keyboard()
        self._lower.setVisible(count.total > 0)

    def _take_keyboard(self) -> None:
        """Bring the keyboard to the table once it has rows to walk through."""
        if self._arriving and self._upper.currentWidget() is self.table:
            self._arriving = False
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self, count: ClaimCount) -> str:
        if count.total:
            return self.tr("No claim passes the filter. Clear the words or choose all verdicts.")
        if not self._claims.loaded:
            return ""
        return self.tr(
            "No statement of this library has been set against figures yet. A claim is a statement of a "
            "source that a series of published figures can test: press New claim to write one."
        )

    def _show(self, chosen: ChosenClaim | None) -> None:
        self.chart.show_claim(chosen)
        self.detail.show_claim(chosen, () if chosen is None else self._claims.beside(chosen, MOST_OTHERS))

    def _ask_passage(self, _worked: WorkedClaim) -> None:
        self.passage_asked.emit(self._claims.current)

    def _ask_lane(self, _worked: WorkedClaim) -> None:
        self.lane_asked.emit(self._claims.current)

    def _dress(self, theme: Theme) -> None:
        room = theme.size(24)
        self._column.setContentsMargins(room, theme.size(18), room, theme.size(14))
        self._column.setSpacing(theme.size(12))
        self._head.setSpacing(theme.size(10))
        self.words.setFixedWidth(theme.size(200))
        for splitter in (self._lower, self._rows):
            splitter.setHandleWidth(theme.size(12))
        self._lower.setMinimumSize(QSize(0, theme.size(190)))
        self._upper.setMinimumHeight(theme.size(120))
