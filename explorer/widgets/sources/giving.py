"""The right side of the Sources view: what a document gives the timeline, and what is known of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.detail import DocumentPassage
from explorer.domain.passage import AnchorState
from explorer.domain.source import Source
from explorer.viewmodels import placing
from explorer.viewmodels.reader import ReaderModel, ReaderState
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.sources import wording
from explorer.widgets.sources.coverage_bar import CoverageBar
from explorer.widgets.sources.event_rows import EventRows
from explorer.widgets.theme import Theme, ThemeHolder

FEW = 5


class GivingPane(QScrollArea):
    """Counts, passages that are not where they were, events, the record of the document and its citation."""

    event_asked = Signal(object)
    passage_asked = Signal(object)
    record_asked = Signal(object)

    def __init__(
        self, reader: ReaderModel, selection: SelectionModel, look: ThemeHolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._source_id: int | None = None
        self._all_moved = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What this document gives the timeline"))
        inside = self._inside = QWidget(self)
        inside.setProperty("role", "paper")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._heading = _label(inside, "subtitle", self.tr("What this document gives the timeline"))
        self._numbers = QGridLayout()
        self._events_number, self._events_words = _label(inside, "number"), _label(inside, "muted")
        self._passages_number, self._passages_words = _label(inside, "number"), _label(inside, "muted")
        for at, pair in enumerate(
            ((self._events_number, self._events_words), (self._passages_number, self._passages_words))
        ):
            self._numbers.addWidget(pair[0], at, 0, Qt.AlignmentFlag.AlignBaseline)
            self._numbers.addWidget(pair[1], at, 1, Qt.AlignmentFlag.AlignBaseline)
        self._numbers.setColumnStretch(1, 1)
        self.coverage = CoverageBar(look, inside)
        """How much of the document is used."""
        self._strays_heading = _label(inside, "section", self.tr("NOT WHERE THEY WERE"))
        self._strays = QVBoxLayout()
        self._events_heading = _label(inside, "section", self.tr("EVENTS"))
        self._events = EventRows(look, inside)
        self._facts_heading = _label(inside, "section", self.tr("WHAT IS KNOWN OF IT"))
        self._edit = QPushButton(self.tr("Edit"), inside)
        self._edit.setProperty("role", "link")
        self._edit.setToolTip(self.tr("Write the record of this source: title, authors, date and the rest"))
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._doubts = _label(inside, "muted")
        self._note = _label(inside, "muted")
        self._cite_heading = _label(inside, "section", self.tr("CITATION"))
        self._citation = _label(inside, "plain")
        self._citation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(self.tr("Copy"), inside)
        self._copy.setProperty("role", "link")
        self._copy.setToolTip(self.tr("Copy the citation"))
        self._dates_action: QAction | None = None
        self._find_dates = QPushButton(self.tr("Find dates"), inside)
        self._find_dates.setProperty("role", "link")
        self._find_dates.hide()
        self._lay_out()
        self._copy.clicked.connect(self._copy_citation)
        self._edit.clicked.connect(self._ask_edit)
        self._events.event_chosen.connect(self._ask_event)
        self._selection = selection
        selection.changed.connect(self._events.show_current)
        reader.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._show(reader.state)

    def _lay_out(self) -> None:
        cite = QHBoxLayout()
        cite.addWidget(self._cite_heading)
        cite.addStretch(1)
        cite.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignBottom)
        facts = QHBoxLayout()
        facts.addWidget(self._facts_heading)
        facts.addStretch(1)
        facts.addWidget(self._edit, 0, Qt.AlignmentFlag.AlignBottom)
        for part in (
            self._heading, self._numbers, self.coverage, self._find_dates, self._doubts,
            self._strays_heading, self._strays, self._events_heading, self._events,
            facts, self._facts, self._note, cite, self._citation,
        ):  # fmt: skip
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._column.addStretch(1)

    def offer(self, find_dates: QAction) -> None:
        """Show a link for an action that finds the dates of the document."""
        self._dates_action = find_dates
        self._find_dates.clicked.connect(find_dates.trigger)
        find_dates.changed.connect(self._show_find_dates)
        self._show_find_dates()

    def _show_find_dates(self) -> None:
        action = self._dates_action
        if action is not None:
            self._find_dates.setText(action.text())
            self._find_dates.setToolTip(action.toolTip())
            self._find_dates.setVisible(action.isEnabled())

    def _show(self, state: ReaderState) -> None:
        detail = state.detail
        self._inside.setVisible(detail is not None)
        if detail is None:
            return
        source = detail.source
        if source.id != self._source_id:
            self._source_id, self._all_moved = source.id, False
        self._events_number.setText(f"{len(detail.events):,}")
        self._events_words.setText(
            self.tr("event stands on it") if len(detail.events) == 1 else self.tr("events stand on it")
        )
        quoted = len(detail.passages)
        self._passages_number.setText(f"{quoted:,}")
        self._passages_words.setText(
            self.tr("passage is quoted from it") if quoted == 1 else self.tr("passages are quoted from it")
        )
        for widget in (self._passages_number, self._passages_words):
            widget.setVisible(quoted > 0)
        self._show_strays(state)
        self._events_heading.setVisible(bool(detail.events))
        self._events.show_events(detail.events, state.themes)
        self._events.show_current(self._selection.current)
        self._show_facts(source)
        self._citation.setText(wording.citation(source))

    def _show_strays(self, state: ReaderState) -> None:
        """Passages that wait for a word, then those that moved; of these the first few until asked for."""
        _clear(self._strays)
        attached = state.detail is not None and state.detail.document is not None
        states = [
            (item, item.anchor.state if item.anchor else AnchorState.LOST)
            for item in state.passages
            if attached
        ]
        lost = [
            item
            for item, found in states
            if placing.waits(item) or found in (AnchorState.SEVERAL, AnchorState.LOST)
        ]
        moved = [item for item, found in states if found is AnchorState.MOVED]
        self._strays_heading.setVisible(bool(lost or moved))
        shown = moved if self._all_moved else moved[:FEW]
        for item in (*lost, *shown):
            row = PassageRow(item, self._inside)
            row.passage_asked.connect(self.passage_asked)
            self._strays.addWidget(row)
        if len(shown) < len(moved):
            more = QPushButton(self.tr("Show all %n that moved", "", len(moved)), self._inside)
            more.setProperty("role", "link")
            more.clicked.connect(self._show_all_moved)
            self._strays.addWidget(more)

    def _show_all_moved(self) -> None:
        self._all_moved = True
        self._show_strays(self._reader.state)

    def _show_facts(self, source: Source) -> None:
        _clear(self._facts)
        for at, (field, value) in enumerate(wording.facts(source)):
            name = _label(self._inside, "muted", field)
            words = _label(self._inside, "muted" if value == wording.tr("not known") else "plain", value)
            self._facts.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(words, at, 1)
        self._doubts.setText(
            " ".join(part for part in (wording.missing(source), wording.inferred(source)) if part)
        )
        self._doubts.setVisible(bool(self._doubts.text()))
        self._note.setText(source.note)
        self._note.setVisible(bool(source.note))

    def _ask_edit(self) -> None:
        detail = self._reader.state.detail
        if detail is not None:
            self.record_asked.emit(detail.source)

    def _ask_event(self, event_id: int) -> None:
        self._selection.select(event_id)
        self.event_asked.emit(event_id)

    def _copy_citation(self) -> None:
        QGuiApplication.clipboard().setText(self._citation.text())

    def _dress(self, theme: Theme) -> None:
        margin = theme.size(22)
        self._column.setContentsMargins(margin, theme.size(24), margin, margin)
        self._column.setSpacing(theme.size(8))
        self._numbers.setHorizontalSpacing(theme.size(10))
        self._numbers.setVerticalSpacing(theme.size(2))
        self._facts.setHorizontalSpacing(theme.size(14))
        self._facts.setVerticalSpacing(theme.size(4))
        for heading in (self._strays_heading, self._events_heading, self._facts_heading, self._cite_heading):
            heading.setContentsMargins(0, theme.size(14), 0, 0)


class PassageRow(QPushButton):
    """A passage that is not where it was, cut to the width there is; a press shows where it is now."""

    passage_asked = Signal(object)

    def __init__(self, item: DocumentPassage, parent: QWidget) -> None:
        super().__init__(parent)
        self._passage_id = item.passage.id
        patterns = {
            AnchorState.MOVED: self.tr("¶ {number} moved: “{words}”"),
            AnchorState.APPROXIMATE: self.tr("¶ {number} approximate: “{words}”"),
            AnchorState.SEVERAL: self.tr("¶ {number} at several places: “{words}”"),
        }
        state = AnchorState.LOST if item.anchor is None else item.anchor.state
        self._words = patterns.get(state, self.tr("¶ {number} not found: “{words}”")).format(
            number=item.passage.selector.paragraph, words=item.passage.selector.exact
        )
        self.setProperty("role", "link")
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._ask)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the width."""
        super().resizeEvent(event)
        width = self.width() - 2 * self.fontMetrics().averageCharWidth()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, width))

    def _ask(self) -> None:
        self.passage_asked.emit(self._passage_id)


def _label(parent: QWidget, role: str, text: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _clear(layout: QVBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
