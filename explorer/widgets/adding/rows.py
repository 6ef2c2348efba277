"""The list of files that are being added: name and state, one line each."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.viewmodels.adding import Addition
from explorer.widgets.adding import wording
from explorer.widgets.sources.rows import draw_line
from explorer.widgets.theme import ThemeHolder

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LINE = 24


class AdditionRows(QAbstractListModel):
    """The files in the order in which they were given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[Addition, ...] = ()

    def show(self, rows: tuple[Addition, ...]) -> None:
        """Show other rows; a row that is still there keeps its place, so that it stays chosen."""
        same = [each.number for each in rows[: len(self._rows)]] == [each.number for each in self._rows]
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        more = len(rows) - len(self._rows)
        if more:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
        self._rows = rows
        if more:
            self.endInsertRows()
        if rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def row(self, at: int) -> Addition | None:
        """The file of a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """How many files."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says."""
        addition = self.row(index.row()) if index.isValid() else None
        if addition is None:
            return None
        if role == ROW:
            return addition
        if role == Qt.ItemDataRole.DisplayRole:
            return addition.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.explanation(addition)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{addition.name}: {wording.state_of(addition)}"
        return None


class RowPainter(QStyledItemDelegate):
    """Paints the name at the left and the state at the right."""

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        """One line."""
        return QSize(100, self._look.theme.size(LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """One row."""
        theme = self._look.theme
        addition: Addition = index.data(ROW)
        painter.save()
        box: QRect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("hover"))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        inner = box.adjusted(theme.size(8), 0, -theme.size(8), 0)
        state = wording.state_of(addition)
        width = QFontMetrics(theme.font(12)).horizontalAdvance(state) + theme.size(4)
        draw_line(
            painter,
            inner.adjusted(0, 0, -width - theme.size(12), 0),
            addition.name,
            theme.font(13),
            theme,
            "ink",
        )
        right = inner.adjusted(max(inner.width() - width, 0), 0, 0, 0)
        draw_line(painter, right, state, theme.font(12), theme, wording.role_of(addition))
        painter.restore()
