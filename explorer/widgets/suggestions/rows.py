"""The suggestions as rows of a list."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from explorer.viewmodels.offers import Offer, OfferStatus
from explorer.viewmodels.suggestions import SuggestionsModel, SuggestionsState
from explorer.widgets.suggestions import wording

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class OfferRole(IntEnum):
    """What a row tells besides its title."""

    OFFER = Qt.ItemDataRole.UserRole


class OfferRows(QAbstractListModel):
    """One row a suggestion that is listed; the title of an open one can be edited."""

    def __init__(self, suggestions: SuggestionsModel) -> None:
        super().__init__(suggestions)
        self._suggestions = suggestions
        self._offers: tuple[Offer, ...] = ()

    def show(self, state: SuggestionsState) -> None:
        """Take the rows of a state. Where only some have changed the others stay as they are."""
        before, self._offers = self._offers, state.offers
        if [one.digest for one in before] != [one.digest for one in self._offers]:
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, self._offers, strict=True)):
            if old is not new and old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the whole of it in words, or the suggestion itself."""
        if not index.isValid():
            return None
        offer = self._offers[index.row()]
        if role == OfferRole.OFFER:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return wording.title(offer)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wording.reason(offer)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.spoken(offer)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """An open suggestion of a new event has a title to edit."""
        flags = super().flags(index)
        if index.isValid():
            offer = self._offers[index.row()]
            if offer.status is OfferStatus.OPEN and offer.event is None:
                flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take another title."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or not isinstance(value, str):
            return False
        self._suggestions.rename(index.row(), value)
        return True
