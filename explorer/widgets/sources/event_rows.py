"""Events that stand on a document, as a list that is as high as its rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.domain.detail import EventHeading
from explorer.domain.event import Theme as Lane
from explorer.domain.words import in_words
from explorer.widgets.sources.rows import draw_line
from explorer.widgets.theme import Theme, ThemeHolder

AnyIndex = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LINE = 18


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.events: tuple[EventHeading, ...] = ()
        self.lanes: Mapping[int, Lane] = {}

    def show(self, events: Sequence[EventHeading], lanes: Mapping[int, Lane]) -> None:
        self.beginResetModel()
        self.events, self.lanes = tuple(events), lanes
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.events)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        event = self.events[index.row()]
        lane = self.lanes.get(event.theme_id)
        if role == ROW:
            return event
        if role == Qt.ItemDataRole.DisplayRole:
            return event.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(
                part
                for part in (event.title, in_words(event.start, event.end), lane.name if lane else "")
                if part
            )
        if role == Qt.ItemDataRole.DecorationRole:
            return lane.colour if lane else ""
        return None


class _Painter(QStyledItemDelegate):
    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        theme = self._look.theme
        return QSize(80, 2 * theme.size(LINE) + theme.size(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme = self._look.theme
        event: EventHeading = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focused = chosen and option.state & QStyle.StateFlag.State_HasFocus
            painter.setPen(QPen(theme.colour("accent"), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        self._paint_lane(painter, rect, index.data(Qt.ItemDataRole.DecorationRole), theme)
        box = rect.adjusted(theme.size(22), theme.size(6), -theme.size(8), 0)
        box.setHeight(theme.size(LINE))
        draw_line(painter, box, event.title, theme.font(13, bold=chosen), theme, "ink")
        box.translate(0, theme.size(LINE))
        draw_line(painter, box, in_words(event.start, event.end), theme.font(12), theme, "muted")
        painter.restore()

    @staticmethod
    def _paint_lane(painter: QPainter, rect: QRect, colour: str, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.event_colour(colour) if colour else theme.colour("muted"))
        bar = QRectF(
            rect.left() + theme.size(8),
            rect.top() + theme.size(8),
            theme.size(3),
            rect.height() - theme.size(16),
        )
        painter.drawRoundedRect(bar, 1.5, 1.5)


class EventRows(QListView):
    """Title, date and lane of each event; a press or Enter is ``event_chosen`` with its id."""

    event_chosen = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Events that stand on this document"))
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        look.changed.connect(self._dress)

    def show_events(self, events: Sequence[EventHeading], lanes: Mapping[int, Lane]) -> None:
        """Show other events."""
        self._rows.show(events, lanes)
        self._fit()

    def show_current(self, event_id: int | None) -> None:
        """Mark the selected event, if it is in the list."""
        at = next((at for at, event in enumerate(self._rows.events) if event.id == event_id), -1)
        if at < 0:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._rows.index(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay as high as the rows."""
        super().resizeEvent(event)
        self._fit()

    def _choose(self, index: QModelIndex) -> None:
        event: EventHeading = index.data(ROW)
        self.event_chosen.emit(event.id)

    def _dress(self, _theme: Theme) -> None:
        self.doItemsLayout()
        self._fit()

    def _fit(self) -> None:
        rows = len(self._rows.events)
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 if rows else 0)
