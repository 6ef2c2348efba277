"""The rows of a table of figures, as they stand in the file."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from explorer.domain.series_table import RowProblem
from explorer.viewmodels.series_import import ImportForm
from explorer.widgets.theme import ThemeHolder

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
SHOWN = 500
"""Rows shown at most: enough to see whether the columns are right."""
MOST_LETTERS = 200


class PreviewModel(QAbstractTableModel):
    """Cells with a problem have the colours of a problem, and a tooltip that names it.

    The columns that are read bear a mark in their heading.
    """

    def __init__(self, look: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._form: ImportForm | None = None
        self._names: tuple[str, ...] = ()
        self._problems: dict[int, RowProblem] = {}

    def show(self, form: ImportForm) -> None:
        """Show the table of a form."""
        self.beginResetModel()
        self._form = form
        self._names = form.names()
        self._problems = form.problems_by_row()
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows shown."""
        if parent.isValid() or self._form is None:
            return 0
        return min(max(len(self._form.table.rows) - self._form.columns.header, 0), SHOWN)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Columns of the widest row."""
        return 0 if parent.isValid() else len(self._names)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns; numbers of the rows as a spreadsheet has them."""
        if self._form is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._number(section))
        name = self._names[section] or self.tr("Column {number}").format(number=section + 1)
        role_of = self._role_of(section)
        return self.tr("{name} · {role}").format(name=name, role=role_of) if role_of else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, and what is wrong with it."""
        if not index.isValid() or self._form is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._form.table.rows[self._number(index.row()) - 1]
            return row[index.column()][:MOST_LETTERS] if index.column() < len(row) else ""
        if role not in {
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.BackgroundRole,
            Qt.ItemDataRole.ForegroundRole,
        }:
            return None
        problem = self._problems.get(self._number(index.row()))
        if problem is None or problem.column not in {None, index.column()}:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return problem.text
        return QColor(
            self._look.theme.colour("bad_ground" if role == Qt.ItemDataRole.BackgroundRole else "bad")
        )

    def _number(self, row: int) -> int:
        header = self._form.columns.header if self._form is not None else False
        return row + 1 + header

    def _role_of(self, section: int) -> str:
        columns = self._form.columns if self._form is not None else None
        if columns is None:
            return ""
        return {
            columns.period: self.tr("period"),
            columns.value: self.tr("value"),
            columns.line: self.tr("line"),
            columns.status: self.tr("status"),
            columns.remark: self.tr("remark"),
            columns.source: self.tr("source"),
        }.get(section, "")
