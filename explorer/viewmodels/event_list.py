"""The events as a table: the twin of the timeline for those who would rather read."""

from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from explorer.domain.event import DateFlag, Precision
from explorer.services.event_order import Arrangement, EventOrder, SortKey
from explorer.services.libraries import OpenLibrary
from explorer.timeline.mask import Sieve
from explorer.timeline.rowset import RowSet
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.titles import Titles

CHANNEL = "event list"
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
WAITING = "…"


class Column(IntEnum):
    """Columns of the table."""

    DATE = 0
    TITLE = 1
    LANE = 2
    EXACTNESS = 3
    IMPORTANCE = 4
    SOURCES = 5


class EventListRole(IntEnum):
    """What a row tells besides its text."""

    EVENT = Qt.ItemDataRole.UserRole
    COLOUR = Qt.ItemDataRole.UserRole + 1
    SHORT = Qt.ItemDataRole.UserRole + 2


KEYS = {
    Column.DATE: SortKey.DATE,
    Column.TITLE: SortKey.TITLE,
    Column.LANE: SortKey.LANE,
    Column.EXACTNESS: SortKey.EXACTNESS,
    Column.IMPORTANCE: SortKey.IMPORTANCE,
    Column.SOURCES: SortKey.SOURCES,
}


class EventListModel(QAbstractTableModel):
    """Lists the events that pass the filter, or of these only the hits while something is searched for.

    Rows are numbers in an array, sorted on a worker; headings are fetched for the rows that are looked at.
    ``arranged`` carries the number of events listed, whenever the rows have changed.
    """

    arranged = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        order: EventOrder,
        titles: Titles,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._order = order
        self._titles = titles
        self._courier = courier
        self._library: OpenLibrary | None = None
        """The library as it was when the rows listed were sorted."""
        self._newest: OpenLibrary | None = None
        self._asked: OpenLibrary | None = None
        self._wanted = Arrangement(SortKey.DATE, descending=False, visible=None, lit=None)
        self._rows: NDArray[np.int32] = np.empty(0, np.int32)
        self._lanes: list[tuple[str, str]] = []
        self._active = False
        self._stale = False
        library.opened.connect(self._open)
        titles.arrived.connect(self._show_arrived)

    @property
    def total(self) -> int:
        """Events in the library."""
        return 0 if self._library is None else self._library.index.size

    @property
    def searching(self) -> bool:
        """Whether only hits of a search are listed."""
        return self._wanted.lit is not None

    def set_active(self, active: bool) -> None:
        """Say whether anyone looks: without readers nothing is sorted."""
        self._active = active
        if active and self._stale:
            self._arrange()

    def set_visible(self, visible: Sieve | None) -> None:
        """List what passes the filter, None for all."""
        self._want(Arrangement(self._wanted.key, self._wanted.descending, visible, self._wanted.lit))

    def set_lit(self, lit: RowSet | None) -> None:
        """List only these hits of a search; None lists all again."""
        self._want(Arrangement(self._wanted.key, self._wanted.descending, self._wanted.visible, lit))

    def event_at(self, row: int) -> int:
        """Id of the event in a row of the table."""
        assert self._library is not None
        return int(self._library.index.id[self._rows[row]])

    def row_of(self, event_id: int) -> int | None:
        """Row of the table in which an event stands; None if it is not listed."""
        at = None if self._library is None else self._library.index.row_of(event_id)
        found = np.flatnonzero(self._rows == at) if at is not None else np.empty(0)
        return int(found[0]) if found.size else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Events listed."""
        return 0 if parent.isValid() else self._rows.size

    def columnCount(self, parent: Index = ROOT) -> int:
        """Columns of the table."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.DATE: self.tr("Date"),
            Column.TITLE: self.tr("Event"),
            Column.LANE: self.tr("Theme"),
            Column.EXACTNESS: self.tr("Known to"),
            Column.IMPORTANCE: self.tr("Importance"),
            Column.SOURCES: self.tr("Sources"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell, and what the row stands for."""
        if not index.isValid() or self._library is None:
            return None
        row, column = int(self._rows[index.row()]), Column(index.column())
        if role == EventListRole.EVENT:
            return int(self._library.index.id[row])
        if role == EventListRole.COLOUR:
            return self._lanes[int(self._library.index.lane[row])][1] if column is Column.LANE else None
        if role == EventListRole.SHORT:
            return self._titles.label(int(self._library.index.id[row])) or WAITING
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._told(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._text(row, column)}"
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equals stand by date."""
        if column < 0:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        self._want(Arrangement(KEYS[Column(column)], descending, self._wanted.visible, self._wanted.lit))

    def _text(self, row: int, column: Column) -> str:
        assert self._library is not None
        index = self._library.index
        if column is Column.LANE:
            return self._lanes[int(index.lane[row])][0]
        if column is Column.IMPORTANCE:
            return str(int(index.importance[row]))
        if column is Column.EXACTNESS:
            return self._known_to(Precision(int(index.precision[row])), DateFlag(int(index.flags[row])))
        if column is Column.SOURCES:
            count = int(index.sources[row])
            if index.contested[row]:
                return self.tr("%n, contested", "", count)
            return str(count) if count else self.tr("none")
        event_id = int(index.id[row])
        if column is Column.TITLE:
            return self._titles.title(event_id) or WAITING
        heading = self._titles.heading(event_id)
        if heading is None:
            return WAITING
        from explorer.domain.words import in_short_words

        return in_short_words(heading.start, heading.end)

    def _known_to(self, precision: Precision, flags: DateFlag) -> str:
        units = {
            Precision.MINUTE: self.tr("minute"),
            Precision.DAY: self.tr("day"),
            Precision.MONTH: self.tr("month"),
            Precision.SEASON: self.tr("season"),
            Precision.YEAR: self.tr("year"),
            Precision.DECADE: self.tr("decade"),
            Precision.CENTURY: self.tr("century"),
        }
        if flags & DateFlag.UNCERTAIN:
            return self.tr("{unit}, unsure").format(unit=units[precision])
        if flags & DateFlag.APPROXIMATE:
            return self.tr("about a {unit}").format(unit=units[precision])
        return units[precision]

    def _told(self, row: int) -> str | None:
        """All of a row in words: columns may be cut, or hidden for want of room."""
        assert self._library is not None
        index = self._library.index
        heading = self._titles.heading(int(index.id[row]))
        if heading is None:
            return None
        from explorer.domain.words import exactness, in_words

        date = self.tr("{date}, {exactness}").format(
            date=in_words(heading.start, heading.end), exactness=exactness(heading.start, heading.end)
        )
        importance = self.tr("Importance {number} of 5").format(number=int(index.importance[row]))
        return "\n".join(
            (heading.title, date, self._lanes[int(index.lane[row])][0], importance, self._sources(row))
        )

    def _sources(self, row: int) -> str:
        assert self._library is not None
        count = int(self._library.index.sources[row])
        if not count:
            return self.tr("None of the articles speaks of it")
        text = (
            self.tr("1 article speaks of it") if count == 1 else self.tr("%n articles speak of it", "", count)
        )
        if self._library.index.contested[row]:
            return self.tr("{articles}; contested").format(articles=text)
        return text

    def _open(self, library: OpenLibrary) -> None:
        self._newest = library
        self._show_rows(library, np.empty(0, np.int32))
        self._want(Arrangement(self._wanted.key, self._wanted.descending, None, None))

    def renew(self, library: OpenLibrary) -> None:
        """Go on with the library as it is after a change. Filter and search are to be set again.

        The rows listed stay as they were until those of the new library are sorted.
        """
        self._newest = library
        self._want(Arrangement(self._wanted.key, self._wanted.descending, None, None))

    def _want(self, wanted: Arrangement) -> None:
        self._wanted = wanted
        self._stale = True
        if self._active:
            self._arrange()

    def _arrange(self) -> None:
        if self._newest is not None:
            self._stale = False
            self._asked = self._newest
            self._courier.ask(CHANNEL, self._order.arrange(self._asked, self._wanted), self._take)

    def _take(self, rows: NDArray[np.int32]) -> None:
        if self._asked is not None:
            self._show_rows(self._asked, rows)
            self.arranged.emit(rows.size)

    def _show_rows(self, library: OpenLibrary, rows: NDArray[np.int32]) -> None:
        self.beginResetModel()
        self._library = library
        lanes = sorted(library.contents.themes, key=lambda theme: theme.order)
        self._lanes = [(theme.name, theme.colour) for theme in lanes]
        self._rows = rows
        self.endResetModel()

    def _show_arrived(self, _ids: frozenset[int]) -> None:
        if self._rows.size:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows.size - 1, len(Column) - 1))
