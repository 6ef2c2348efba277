"""The window that lists what no passage of a source supports."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QTreeView, QVBoxLayout, QWidget

from explorer.domain.coverage import Coverage, Gap, Unsupported
from explorer.domain.words import in_words
from explorer.viewmodels.coverage import CoverageModel
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import Theme, ThemeHolder

EVENT = Qt.ItemDataRole.UserRole


class CoverageWindow(QDialog):
    """Groups that can be folded; Enter or a double click shows the event (``event_asked`` carries its id)."""

    event_asked = Signal(object)

    def __init__(self, model: CoverageModel, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setWindowTitle(self.tr("What no passage supports"))
        self._sum = Words("body", self)
        self._tree = QTreeView(self)
        self._tree.setAccessibleName(self.windowTitle())
        self._tree.setToolTip(self.tr("Enter or a double click shows the event on the timeline"))
        self._tree.setHeaderHidden(True)
        self._tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._tree.setUniformRowHeights(True)
        self._tree.activated.connect(self._ask)
        self._items = QStandardItemModel(self)
        self._tree.setModel(self._items)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.close)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._sum)
        self._column.addWidget(self._tree, 1)
        self._column.addWidget(buttons)
        model.begun.connect(self._wait)
        model.shown.connect(self._show)
        self._wait()
        self._dress(look.theme)
        look.changed.connect(self._dress)
        self.resize(look.theme.size(720), look.theme.size(600))

    def showEvent(self, event: QShowEvent) -> None:
        """Look while there is somebody to see it."""
        super().showEvent(event)
        if not event.spontaneous():
            self._model.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._model.set_active(False)

    def _wait(self) -> None:
        self._sum.setText(self.tr("Looking through the library …"))

    def _show(self, coverage: Coverage) -> None:
        self._sum.setText(self._summary(coverage))
        unfolded = {
            self._items.index(row, 0).data(EVENT)
            for row in range(self._items.rowCount())
            if self._tree.isExpanded(self._items.index(row, 0))
        }
        self._items.clear()
        self._items.setColumnCount(2)
        for gap in Gap:
            group = coverage.of(gap)
            if group:
                self._add(gap, group, unfolded=not unfolded or gap.value in unfolded)
        self._tree.resizeColumnToContents(0)

    def _add(self, gap: Gap, group: tuple[Unsupported, ...], *, unfolded: bool) -> None:
        head = QStandardItem(self._heading(gap, len(group)))
        head.setData(gap.value, EVENT)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        for each in group:
            date, words = QStandardItem(in_words(each.start)), QStandardItem(each.words)
            words.setToolTip(each.words)
            for item in (date, words):
                item.setData(each.event_id, EVENT)
            head.appendRow([date, words])
        self._items.appendRow([head, QStandardItem()])
        row = self._items.rowCount() - 1
        spanned = True
        self._tree.setFirstColumnSpanned(row, QModelIndex(), spanned)
        self._tree.setExpanded(self._items.index(row, 0), unfolded)

    def _summary(self, coverage: Coverage) -> str:
        told = self.tr("Events that rest on passages of sources: {supported} of {events}.").format(
            supported=f"{coverage.supported:,}", events=f"{coverage.events:,}"
        )
        if coverage.more:
            told += " " + self.tr("Lines left out below: {more}.").format(more=f"{coverage.more:,}")
        return told

    def _heading(self, gap: Gap, count: int) -> str:
        return {
            Gap.NOTHING: self.tr("Events that rest on nothing: {count}"),
            Gap.CITATION_ALONE: self.tr("Events that rest on a citation alone: {count}"),
            Gap.NUMBER: self.tr("Sentences with a number that no passage of the event has: {count}"),
            Gap.INTERPRETATION: self.tr("Relations that are our interpretation: {count}"),
            Gap.NO_BASIS: self.tr("Relations without a passage: {count}"),
        }[gap].format(count=f"{count:,}")

    def _ask(self, index: QModelIndex) -> None:
        event_id = index.data(EVENT)
        if isinstance(event_id, int):
            self.event_asked.emit(event_id)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(*(theme.size(room) for room in (18, 16, 18, 14)))
        self._column.setSpacing(theme.size(10))
        self._tree.setIndentation(theme.size(16))
