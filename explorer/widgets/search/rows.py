"""The found things as rows under headings."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.domain.search import Hit, HitGroup, HitKind, SearchAnswer

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ResultRole(IntEnum):
    """What a row is: a heading or a hit."""

    HEADING = Qt.ItemDataRole.UserRole
    HIT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Heading:
    """A kind of thing and, in words, how many were found."""

    title: str
    count: str


class ResultRows(QAbstractListModel):
    """Headings and hits in one list; only hits can be taken."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Heading | Hit] = []

    def show(self, answer: SearchAnswer | None) -> None:
        """List an answer, or nothing."""
        self.beginResetModel()
        self._rows = []
        for group in answer.groups if answer is not None else ():
            if group.hits:
                self._rows += [Heading(self._title(group), self._count(group)), *group.hits]
        self.endResetModel()

    def count(self, answer: SearchAnswer) -> None:
        """Put the totals of the answer that is listed into its headings; the hits stay where they are."""
        groups = iter([group for group in answer.groups if group.hits])
        for row, listed in enumerate(self._rows):
            if isinstance(listed, Heading):
                group = next(groups)
                self._rows[row] = Heading(self._title(group), self._count(group))
                self.dataChanged.emit(self.index(row), self.index(row))

    def hit_near(self, row: int, step: int) -> int | None:
        """The row of the next hit from ``row`` (included) in the direction of ``step``; None if none."""
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Hit):
                return row
            row += step
        return None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows listed."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says and is."""
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return (
                row.title
                if isinstance(row, Heading)
                else ", ".join(filter(None, (row.title, row.date, row.detail)))
            )
        if role == ResultRole.HEADING:
            return row if isinstance(row, Heading) else None
        if role == ResultRole.HIT:
            return row if isinstance(row, Hit) else None
        return None

    def _count(self, group: HitGroup) -> str:
        if group.kind is HitKind.DATE:
            return ""
        if group.total is None:
            return self.tr("{listed} of many").format(listed=len(group.hits))
        if group.total > len(group.hits):
            return self.tr("{listed} of {total}").format(listed=len(group.hits), total=f"{group.total:,}")
        return f"{group.total:,}"

    def _title(self, group: HitGroup) -> str:
        return {
            HitKind.DATE: self.tr("Go to"),
            HitKind.EVENT: self.tr("Events"),
            HitKind.PASSAGE: self.tr("Passages"),
            HitKind.PERSON: self.tr("People"),
            HitKind.BODY: self.tr("Bodies"),
            HitKind.PLACE: self.tr("Places"),
            HitKind.SOURCE: self.tr("Sources"),
        }[group.kind]
