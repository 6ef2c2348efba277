"""The rows of one facet group."""

from enum import IntEnum
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from explorer.domain.facet import FacetGroup
from explorer.viewmodels.facet_values import FacetValue
from explorer.viewmodels.facets import FacetsModel, FacetsState

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class FacetRole(IntEnum):
    """What a row tells besides its name and whether it is checked."""

    VALUE = Qt.ItemDataRole.UserRole
    COUNT = Qt.ItemDataRole.UserRole + 1
    COLOUR = Qt.ItemDataRole.UserRole + 2
    CHOSEN = Qt.ItemDataRole.UserRole + 3
    SHOWN = Qt.ItemDataRole.UserRole + 4
    SHORT = Qt.ItemDataRole.UserRole + 5


class FacetList(QAbstractListModel):
    """Values with their live counts.

    With ``top`` values are ordered by count and only so many are listed until ``expand``; those without
    events are left out unless they are chosen. Without it all values are listed in their own order.
    ``switches``: a row is checked while its events are shown; otherwise it is checked when it is chosen.
    ``hidden`` counts the values that are not listed.
    """

    def __init__(
        self,
        facets: FacetsModel,
        group: FacetGroup,
        *,
        top: int | None = None,
        switches: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._facets = facets
        self.group = group
        self._top = top
        self._switches = switches
        self._expanded = False
        self._words: tuple[str, ...] = ()
        self._listed: list[int] = []
        self._chosen: frozenset[int] = frozenset()
        self._count: dict[int, int] = {}
        self.hidden = 0
        facets.changed.connect(self._refresh)
        self._refresh(facets.state)

    @property
    def expanded(self) -> bool:
        """Whether all values are listed."""
        return self._expanded

    def expand(self, *, expanded: bool) -> None:
        """List all values, or only the first again."""
        self._expanded = expanded
        self._words = ()
        self._refresh(self._facets.state)

    def narrow(self, text: str) -> None:
        """List only values in whose names and aliases words begin with all of these."""
        self._words = tuple(text.casefold().split())
        self._refresh(self._facets.state)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows listed."""
        return 0 if parent.isValid() else len(self._listed)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, count, colour and whether it is checked."""
        if not index.isValid():
            return None
        number = self._listed[index.row()]
        value = self._facets.values(self.group)[number]
        count = self._count[number]
        chosen = number in self._chosen
        shown = chosen or not self._chosen
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return value.name
        if role == Qt.ItemDataRole.CheckStateRole:
            checked = shown if self._switches else chosen
            return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{name}, events: {count}").format(name=value.name, count=count)
        roles: dict[int, Any] = {
            FacetRole.VALUE: number,
            FacetRole.COUNT: count,
            FacetRole.COLOUR: value.colour,
            FacetRole.CHOSEN: chosen,
            FacetRole.SHOWN: shown,
            FacetRole.SHORT: value.short,
        }
        return roles.get(role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ARG002
        """Check or uncheck: choose the value or give it up."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggle(index.row())
        return True

    def toggle(self, row: int) -> None:
        """Choose the value of a row or give it up."""
        change = self._facets.switch if self._switches else self._facets.toggle
        change(self.group, self._listed[row])

    def row_of(self, value: int) -> int | None:
        """The row of a value, None if it is not listed."""
        return self._listed.index(value) if value in self._listed else None

    def _refresh(self, state: FacetsState | None) -> None:
        if state is None:
            return
        counts = state.answer.counts[self.group]
        self._count = dict(zip(counts.value.tolist(), counts.count.tolist(), strict=True))
        self._chosen = state.choice.of(self.group)
        listed = self._list(counts.value, counts.count)
        if listed == self._listed:
            if listed:
                self.dataChanged.emit(self.index(0), self.index(len(listed) - 1))
            return
        self.beginResetModel()
        self._listed = listed
        self.endResetModel()

    def _list(self, values: np.ndarray, counts: np.ndarray) -> list[int]:
        names = self._facets.values(self.group)
        if self._top is None:
            return [number for number in names if number in self._count]
        order = values[np.argsort(-counts, kind="stable")].tolist()
        there = [number for number in order if self._count[number] or number in self._chosen]
        if self._words:
            there = [number for number in there if self._has_words(names[number])]
        listed = there if self._expanded else there[: self._top]
        listed += [number for number in there[len(listed) :] if number in self._chosen]
        self.hidden = len(there) - len(listed)
        return listed

    def _has_words(self, value: FacetValue) -> bool:
        parts = " ".join((value.name, *value.aliases)).casefold().replace("-", " ").split()
        return all(any(part.startswith(word) for part in parts) for word in self._words)
