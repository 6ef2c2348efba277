"""The Sources view: the documents, the reader, and what a document gives the timeline."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QStackedWidget, QWidget

from explorer.domain.coverage import DocumentCoverage
from explorer.viewmodels.document_coverage import DocumentCoverageModel
from explorer.viewmodels.reader import ReaderModel, ReaderState
from explorer.viewmodels.record import RecordModel, RecordState
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.sources import SourceGroups, SourcesModel
from explorer.viewmodels.suggestions import SuggestionsModel
from explorer.widgets.adding.intake import patterns
from explorer.widgets.sources import wording
from explorer.widgets.sources.beginning import Beginning
from explorer.widgets.sources.date_finding import DateFinding
from explorer.widgets.sources.giving import GivingPane
from explorer.widgets.sources.reader import ReaderPane
from explorer.widgets.sources.source_list import SourceList
from explorer.widgets.theme import ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.sources.record import RecordDialog

WIDTHS = (300, 880, 400)
SIDES = (200, 260)
WIDEST = (0.24, 0.28)


class SourcesView(QWidget):
    """Three panes. ``event_asked`` is emitted with the id of an event that was selected here.

    ``attach_action`` asks for a copy of the open source.
    """

    event_asked = Signal(object)

    def __init__(
        self,
        sources: SourcesModel,
        reader: ReaderModel,
        selection: SelectionModel,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._sources = sources
        self._look = look
        self._dialog: QFileDialog | None = None
        self._record: RecordModel | None = None
        self._record_dialog: RecordDialog | None = None
        self.setAccessibleName(self.tr("Sources"))
        self.attach_action = QAction(self.tr("Attach your copy…"), self)
        self.attach_action.setToolTip(self.tr("Attach a copy of this source, of any kind"))
        self.attach_action.triggered.connect(self._ask_for_file)
        self._list = SourceList(sources, look, self)
        self._pane = ReaderPane(reader, self.attach_action, look, self)
        self._giving = GivingPane(reader, selection, look, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._right = QStackedWidget(self)
        self._right.addWidget(self._giving)
        for at, widget in enumerate((self._list, self._pane, self._right)):
            self._splitter.addWidget(widget)
            self._splitter.setStretchFactor(at, 1 if widget is self._pane else 0)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._list.setMinimumWidth(SIDES[0])
        self._right.setMinimumWidth(SIDES[1])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        self._sized = False
        self._finding: DateFinding | None = None
        self._list.source_chosen.connect(reader.open_source)
        self._pane.event_asked.connect(self.event_asked)
        self._giving.event_asked.connect(self.event_asked)
        self._giving.passage_asked.connect(reader.go_to)
        reader.changed.connect(self._show)
        sources.changed.connect(self._open_first)
        self._show(reader.state)

    @property
    def pane(self) -> ReaderPane:
        """The reader."""
        return self._pane

    def offer_adding(self, action: QAction, paste: QAction) -> None:
        """Offer the reader to add documents, above the list and where there are none yet."""
        self._list.offer_adding(action)
        Beginning(self._sources, (action, paste), self._look, self._pane)

    def offer_record(self, record: RecordModel) -> None:
        """Let the record of the open source be written."""
        self._record = record
        self._giving.record_asked.connect(record.begin)
        record.opened.connect(self._open_record)

    def _open_record(self, state: RecordState) -> None:
        if self._record_dialog is None and self._record is not None:
            from explorer.widgets.sources.record import RecordDialog

            self._record_dialog = RecordDialog(self._record, self._look, self)
        if self._record_dialog is not None:
            self._record_dialog.open_on(state)

    def offer_dates(self, suggestions: SuggestionsModel) -> None:
        """Let the reader find the dates of a document, in place of what it gives the timeline."""
        self._finding = DateFinding(suggestions, self._reader, self._right, self._pane.page, self._look, self)
        self._giving.offer(self._finding.action)

    def offer_coverage(self, coverage: DocumentCoverageModel) -> None:
        """Show how much of the document is used, in figures and in the strip beside the page."""
        coverage.changed.connect(self._show_coverage)
        self._show_coverage(coverage.current)

    def _show_coverage(self, coverage: DocumentCoverage | None) -> None:
        self._giving.coverage.put(coverage)
        self._pane.strip.show_unused(() if coverage is None else coverage.unused or ())

    def offer(self, *, on_list: Sequence[QAction], on_page: Sequence[QAction]) -> None:
        """Offer actions in the menus of the list and of the page."""
        self._list.offer(on_list)
        self._pane.page.addActions(on_page)

    def focus_reader(self) -> None:
        """Put the keyboard on the page."""
        self._pane.page.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Open an article when the view is seen first; the keys work on the page at once."""
        super().showEvent(event)
        self._reader.open_first()
        self.focus_reader()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the proportions of the design until the reader moves the borders."""
        super().resizeEvent(event)
        if not self._sized and self.width() > 0:
            self._sized = self.isVisible()
            share = min(self.width() / sum(WIDTHS), 1.0) * self._look.theme.scale
            left = max(round(min(WIDTHS[0] * share, WIDEST[0] * self.width())), SIDES[0])
            right = max(round(min(WIDTHS[2] * share, WIDEST[1] * self.width())), SIDES[1])
            self._splitter.setSizes([left, self.width() - left - right, right])

    def _open_first(self, _groups: SourceGroups) -> None:
        """Open the first source there is while the view is looked at."""
        if self.isVisible():
            self._reader.open_first()

    def _can_attach(self) -> bool:
        state = self._reader.state
        return state.detail is not None and state.busy is None

    def _ask_for_file(self) -> None:
        state = self._reader.state
        if state.detail is None or self._dialog is not None:
            return
        title = self.tr("Attach a copy of “{title}”").format(title=wording.name_of(state.detail.source))
        dialog = QFileDialog(self, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Documents ({patterns})").format(patterns=patterns()), self.tr("All files (*)")]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._attach)
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        dialog.open()

    def _attach(self, name: str) -> None:
        self._reader.attach(Path(name))

    def _forget_dialog(self) -> None:
        self._dialog = None

    def _show(self, state: ReaderState) -> None:
        self.attach_action.setEnabled(self._can_attach())
        self._list.show_source(state.detail.source.id if state.detail is not None else None)
