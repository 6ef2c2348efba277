"""The list twin of the timeline."""

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.viewmodels.event_list import Column, EventListModel, EventListRole
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.theme import Theme, ThemeHolder

Index = QModelIndex | QPersistentModelIndex
ROW = 30
SQUARE = 10
NARROWEST_TITLE = 150
MEASURED_ROWS = 200
"""So many rows are asked how wide they are; all of a story, the first of a large library."""
FIRST_TO_GO = {Column.IMPORTANCE: 330, Column.EXACTNESS: 220, Column.SOURCES: 170, Column.LANE: 150}
"""Columns that are left out, one after the other, where the titles would be narrower than this."""
FRAME = 2
CELL_PADDING = 20
"""What a cell needs beside its text."""


class _RowDelegate(QStyledItemDelegate):
    """Frames the current row while the table has the focus."""

    def __init__(self, look: ThemeHolder, table: QTableView) -> None:
        super().__init__(table)
        self.look = look
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.row() == self._table.currentIndex().row() and self._table.hasFocus():
            cell, accent = option.rect, self.look.theme.colour("accent")
            painter.fillRect(cell.left(), cell.top(), cell.width(), FRAME, accent)
            painter.fillRect(cell.left(), cell.bottom() + 1 - FRAME, cell.width(), FRAME, accent)
            shown = [column for column in Column if not self._table.isColumnHidden(column)]
            if index.column() == shown[0]:
                painter.fillRect(cell.left(), cell.top(), FRAME, cell.height(), accent)
            if index.column() == shown[-1]:
                painter.fillRect(cell.right() + 1 - FRAME, cell.top(), FRAME, cell.height(), accent)


class _LaneDelegate(_RowDelegate):
    """The theme's square before its name."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        side = self.look.theme.size(SQUARE)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.decorationSize = QSize(side, side)
        icon = QIcon()
        square = self._square(index.data(EventListRole.COLOUR), side)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
            icon.addPixmap(square, mode)
        option.icon = icon

    def _square(self, colour: str, side: int) -> QPixmap:
        ratio = self._table.devicePixelRatioF()
        square = QPixmap(round(side * ratio), round(side * ratio))
        square.setDevicePixelRatio(ratio)
        square.fill(Qt.GlobalColor.transparent)
        with QPainter(square) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.theme.event_colour(colour))
            painter.drawRoundedRect(QRectF(0, 0, side, side), 2, 2)
        return square


class _TitleDelegate(_RowDelegate):
    """The event's short name where its title has no room."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        room = option.rect.width() - self.look.theme.size(CELL_PADDING)
        if option.fontMetrics.horizontalAdvance(option.text) > room:
            option.text = index.data(EventListRole.SHORT)


class _Table(QTableView):
    """Enter opens a row. Columns are as wide as their texts; titles take the width that is left."""

    event_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._wanted = dict.fromkeys(Column, 0)
        self._measuring = QTimer(self)
        self._measuring.setSingleShot(True)
        self._measuring.timeout.connect(self.measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def forget_widths(self) -> None:
        """The texts have another size: measure them anew."""
        self._wanted = dict.fromkeys(Column, 0)
        self.measure()

    def measure_soon(self) -> None:
        """Rows or their texts have changed."""
        if not self._measuring.isActive():
            self._measuring.start(0)

    def measure(self) -> None:
        """Widen the columns that have longer texts than before; none narrows while one reads."""
        header = self.horizontalHeader()
        for column in Column:
            if column is not Column.TITLE:
                # The header has no hint for a column that is hidden.
                self.showColumn(column)
                needed = max(self.sizeHintForColumn(column), header.sectionSizeHint(column))
                self._wanted[column] = max(self._wanted[column], needed)
        self.fit()

    def fit(self) -> None:
        """Share the width; what has no room is left out, and told by the tooltip."""
        theme = self._look.theme
        left = self.viewport().width() - sum(self._wanted.values())
        for column, width in self._wanted.items():
            if column is not Column.TITLE:
                self.setColumnWidth(column, width)
        for column, least in FIRST_TO_GO.items():
            hidden = left < theme.size(least)
            self.setColumnHidden(column, hidden)
            left += self._wanted[column] if hidden else 0
        self.setColumnWidth(Column.TITLE, max(left, theme.size(NARROWEST_TITLE)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.event_asked.emit(self.currentIndex().data(EventListRole.EVENT))
        else:
            super().keyPressEvent(event)


class EventList(QWidget):
    """Every event that the timeline shows, to be read line by line and sorted.

    Selecting a row selects the event everywhere; ``event_asked`` (an event id) asks to fly there.
    """

    event_asked = Signal(object)

    def __init__(
        self,
        events: EventListModel,
        selection: SelectionModel,
        look: ThemeHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._events = events
        self._selection = selection
        self._look = look
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._caption = QLabel(self)
        self._caption.setProperty("role", "muted")
        self.table = self._make_table()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._head = QHBoxLayout()
        self._head.addWidget(self._caption)
        self._column.addLayout(self._head)
        self._column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        events.arranged.connect(self._show_count)
        selection.changed.connect(self._follow)
        look.changed.connect(self._dress)
        self._dress(look.theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Rows are sorted only while somebody looks."""
        super().showEvent(event)
        self._events.set_active(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks any more."""
        super().hideEvent(event)
        self._events.set_active(False)

    def _make_table(self) -> _Table:
        table = _Table(self._look, self)
        table.setProperty("role", "events")
        table.setModel(self._events)
        table.setAccessibleName(self.tr("Events as a list"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().hide()
        table.setItemDelegate(_RowDelegate(self._look, table))
        table.setItemDelegateForColumn(Column.TITLE, _TitleDelegate(self._look, table))
        table.setItemDelegateForColumn(Column.LANE, _LaneDelegate(self._look, table))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(Column.DATE, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        table.selectionModel().selectionChanged.connect(self._select)
        self._events.modelReset.connect(table.measure_soon)
        self._events.dataChanged.connect(table.measure_soon)
        table.event_asked.connect(self.event_asked)
        table.doubleClicked.connect(self._ask)
        return table

    def _select(self, taken: QItemSelection) -> None:
        """A row that is selected, not one that merely has the focus: Tab must not change what is in hand."""
        rows = taken.indexes()
        if rows:
            self._selection.select(self._events.event_at(rows[0].row()))

    def _ask(self, index: QModelIndex) -> None:
        self.event_asked.emit(index.data(EventListRole.EVENT))

    def _follow(self, event_id: int | None) -> None:
        """The selected event's row is current, if it is listed."""
        row = None if event_id is None else self._events.row_of(event_id)
        if row is None:
            self.table.clearSelection()
        elif row != self.table.currentIndex().row():
            self.table.selectRow(row)
            self.table.scrollTo(self._events.index(row, Column.DATE))

    def _show_count(self, listed: int) -> None:
        if not listed:
            text = self.tr("No events to list. Clear a filter or the search to see more.")
        elif self._events.searching:
            text = self.tr("{listed} of {total} events, found by the search")
        else:
            text = self.tr("{listed} of {total} events")
        self._caption.setText(text.format(listed=f"{listed:,}", total=f"{self._events.total:,}"))
        self._follow(self._selection.current)

    def _dress(self, theme: Theme) -> None:
        self._head.setContentsMargins(theme.size(10), theme.size(12), theme.size(10), theme.size(8))
        self.table.verticalHeader().setDefaultSectionSize(theme.size(ROW))
        self.table.verticalHeader().setMinimumSectionSize(theme.size(ROW))
        self.table.forget_widths()
