"""The tray for statements that cannot be put on a timeline."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.domain.detail import UndatedPassage
from explorer.viewmodels.facets import FacetsModel
from explorer.widgets.facets.rows import PAD as ROW_PAD
from explorer.widgets.facets.section import LINK_PAD
from explorer.widgets.theme import Theme, ThemeHolder

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
PAD = 10
WIDTH = 380
TALLEST = 420


class UndatedRows(QAbstractListModel):
    """One row a passage; the passage itself in the user role."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._cards: tuple[UndatedPassage, ...] = ()

    def show(self, cards: tuple[UndatedPassage, ...]) -> None:
        """List other passages."""
        self.beginResetModel()
        self._cards = cards
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Rows listed."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says and is."""
        card = self._cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return card.passage.paraphrase
        if role == Qt.ItemDataRole.StatusTipRole:
            place = self.tr("{source}, paragraph {number}").format(
                source=card.source.label, number=card.passage.selector.paragraph
            )
            return f"{place} · {card.passage.date_note}" if card.passage.date_note else place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.passage.paraphrase} {self.data(index, Qt.ItemDataRole.StatusTipRole)}"
        return card if role == Qt.ItemDataRole.UserRole else None


class _CardDelegate(QStyledItemDelegate):
    """What is said, and under it where and why it has no date."""

    def __init__(self, look: ThemeHolder, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        width = self._view.viewport().width()
        return QSize(
            width, sum(part.height() for part in self._parts(index, width)) + self._look.theme.size(18)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        painter.save()
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.fillRect(option.rect, theme.colour("hover"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        said, where = self._parts(index, option.rect.width())
        top = option.rect.topLeft() + QPoint(0, theme.size(8))
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink"))
        painter.drawText(said.translated(top), Qt.TextFlag.TextWordWrap, index.data())
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        below = top + QPoint(0, said.height() + theme.size(2))
        painter.drawText(
            where.translated(below), Qt.TextFlag.TextWordWrap, index.data(Qt.ItemDataRole.StatusTipRole)
        )
        painter.restore()

    def _parts(self, index: Index, width: int) -> tuple[QRect, QRect]:
        theme = self._look.theme
        pad = theme.size(PAD)
        room = QRect(0, 0, width - 2 * pad, 10_000)
        wrap = Qt.TextFlag.TextWordWrap
        texts = ((13, index.data()), (12, index.data(Qt.ItemDataRole.StatusTipRole)))
        said, where = (
            QRect(
                pad, 0, room.width(), QFontMetrics(theme.font(size)).boundingRect(room, wrap, text).height()
            )
            for size, text in texts
        )
        return said, where


class _Cards(QListView):
    """Enter, Space and a click take a row; ``left`` is sent by Esc and when the focus goes elsewhere."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.clicked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class UndatedList(QFrame):
    """The list itself; lies over the window as a child of it and goes when the focus goes."""

    passage_asked = Signal(object)

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "card")
        self._rows = UndatedRows(self)
        self._heading = QLabel(self.tr("Statements without a date"), self)
        self._heading.setProperty("role", "strong")
        self._why = QLabel(self.tr("The sources do not say when. No filter by date can find them."), self)
        self._why.setProperty("role", "muted")
        self._why.setWordWrap(True)
        self._cards = _Cards(self)
        self._cards.setModel(self._rows)
        self._cards.setItemDelegate(_CardDelegate(look, self._cards))
        self._cards.setAccessibleName(self._heading.text())
        self._cards.setMouseTracking(True)
        self._cards.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._cards.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cards.setResizeMode(QListView.ResizeMode.Adjust)
        self._cards.clicked.connect(self._ask)
        self._cards.left.connect(self.hide)
        self._column = QVBoxLayout(self)
        self._head = QVBoxLayout()
        self._head.addWidget(self._heading)
        self._head.addWidget(self._why)
        self._column.addLayout(self._head)
        self._column.addWidget(self._cards)
        self.hide()

    def open_at(self, button: QWidget, cards: tuple[UndatedPassage, ...]) -> None:
        """List passages below a button, or above it where there is more room."""
        theme = self._look.theme
        pad = theme.size(PAD)
        self._head.setContentsMargins(pad, pad, pad, pad // 2)
        self._head.setSpacing(2)
        self._column.setContentsMargins(1, 1, 1, pad // 2)
        self._column.setSpacing(2)
        self._rows.show(cards)
        window = button.window()
        width = min(theme.size(WIDTH), window.width() - 2 * pad)
        self.resize(width, theme.size(TALLEST))
        self.show()
        self._column.activate()
        rows = sum(self._cards.sizeHintForRow(row) for row in range(self._rows.rowCount()))
        height = min(
            self.height() - self._cards.height() + rows, theme.size(TALLEST), window.height() - 2 * pad
        )
        corner = button.mapTo(window, QPoint(0, button.height()))
        above = corner.y() - button.height() - height
        y = corner.y() if corner.y() + height <= window.height() else max(above, pad)
        self.setGeometry(corner.x(), y, width, height)
        self.raise_()
        self._cards.setFocus(Qt.FocusReason.PopupFocusReason)
        self._cards.setCurrentIndex(self._rows.index(0))

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.passage_asked.emit(index.data(Qt.ItemDataRole.UserRole))


class UndatedTray(QWidget):
    """A line that says how many statements have no date; it opens the list of them."""

    passage_asked = Signal(object)

    def __init__(self, facets: FacetsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: tuple[UndatedPassage, ...] = ()
        self._list: UndatedList | None = None
        self._open = QPushButton(self)
        self._open.setProperty("role", "link")
        self._open.setCursor(Qt.CursorShape.PointingHandCursor)
        self._open.setToolTip(self.tr("What the sources say without a time: it stands on no timeline"))
        self._open.clicked.connect(self.open_list)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._open)
        self._row.addStretch(1)
        facets.undated_found.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        self._show(facets.undated)

    def open_list(self) -> UndatedList:
        """Open the list; made when first needed, as a child of the window so that nothing cuts it off."""
        if self._list is None:
            self._list = UndatedList(self._look, self.window())
            self._list.passage_asked.connect(self.passage_asked)
        self._list.open_at(self._open, self._cards)
        return self._list

    def _show(self, cards: tuple[UndatedPassage, ...]) -> None:
        self._cards = cards
        self._open.setText(self.tr("Undated statements ({count})").format(count=len(cards)))
        self.setVisible(bool(cards))

    def _dress(self, theme: Theme) -> None:
        self._row.setContentsMargins(theme.size(ROW_PAD) - LINK_PAD, 0, 0, 0)
