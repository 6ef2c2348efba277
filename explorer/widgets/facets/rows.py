"""The rows of one group: a sign, a name, a count."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import (
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from explorer.viewmodels.facet_list import FacetList, FacetRole
from explorer.widgets.parts.delegate import Index, RowDelegate
from explorer.widgets.theme import Theme, ThemeHolder

ROW = 27
PAD = 8
BOX = 12
MOST_ROWS = 12


class Sign(Enum):
    """What stands before a name: a square in the value's colour, a check box, or nothing."""

    SQUARE = auto()
    BOX = auto()
    NONE = auto()


class FacetDelegate(RowDelegate):
    """Paints a row. Chosen values are told by a check mark and weight, never by colour alone."""

    def __init__(self, sign: Sign, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(ROW, look, parent)
        self._sign = sign

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint it."""
        theme = self._look.theme
        chosen = bool(index.data(FacetRole.CHOSEN))
        checked = bool(index.data(FacetRole.SHOWN))
        count = int(index.data(FacetRole.COUNT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, chosen=chosen and self._sign is Sign.NONE)
        inner = option.rect.adjusted(theme.size(PAD), 0, -theme.size(PAD), 0)
        left = inner.left()
        if self._sign is not Sign.NONE:
            side = theme.size(BOX)
            box = QRectF(left, inner.center().y() - side / 2 + 0.5, side, side)
            self._paint_sign(painter, box, index, checked=checked, chosen=chosen)
            left += theme.size(22)
        number = theme.font(12)
        painter.setFont(number)
        painter.setPen(theme.colour("muted"))
        text = f"{count:,}"
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        right = inner.right() - QFontMetrics(number).horizontalAdvance(text) - theme.size(6)
        if chosen and self._sign is Sign.NONE:
            side = theme.size(BOX)
            tick = QRectF(right - side, inner.center().y() - side / 2 + 0.5, side, side)
            paint_check(painter, tick, theme.colour("accent"))
            right -= side + theme.size(4)
        font = theme.font(13, bold=chosen)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if count or chosen else "muted"))
        space = QRect(left, inner.top(), right - left, inner.height())
        name = fitting((index.data(), *index.data(FacetRole.SHORT)), QFontMetrics(font), space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        theme = self._look.theme
        ground = QRectF(option.rect).adjusted(1, 1, -1, -1)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = theme.blend(theme.colour("accent"), 0.10, "panel") if chosen else None
        if hovered and fill is None:
            fill = theme.colour("hover")
        if fill is None and not focused:
            return
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("accent"), 1.5) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(ground, 5, 5)

    def _paint_sign(
        self, painter: QPainter, box: QRectF, index: Index, *, checked: bool, chosen: bool
    ) -> None:
        theme = self._look.theme
        if self._sign is Sign.SQUARE:
            colour = theme.event_colour(index.data(FacetRole.COLOUR))
        else:
            colour = theme.colour("accent" if checked else "muted")
        inset = 0.75 if not checked else 0.0
        painter.setPen(QPen(colour, 1.5) if not checked else Qt.PenStyle.NoPen)
        painter.setBrush(colour if checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 3, 3)
        if checked and (chosen or self._sign is Sign.BOX):
            paint_check(painter, box, readable_on(colour, theme))


class FacetRows(QListView):
    """As tall as its rows (up to a limit). Arrows move, Space, Enter or a click choose."""

    def __init__(self, model: FacetList, sign: Sign, name: str, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = model
        self._look = look
        self._value: int | None = None
        self.setProperty("role", "facets")
        self.setModel(model)
        self.setItemDelegate(FacetDelegate(sign, look, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._toggle)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose; everything else is a list's."""
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select}:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is seen on a row: on the first if it was on none."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._list.rowCount():
            self.setCurrentIndex(self._list.index(0))

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self._list.toggle(index.row())

    def _keep_place(self) -> None:
        current = self.currentIndex()
        self._value = current.data(FacetRole.VALUE) if current.isValid() else None

    def _fit(self) -> None:
        rows = self._list.rowCount()
        shown = min(rows, MOST_ROWS)
        scrolls = rows > MOST_ROWS
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(shown * self._look.theme.size(ROW))
        row = None if self._value is None else self._list.row_of(self._value)
        if row is not None:
            self.setCurrentIndex(self._list.index(row))


def fitting(names: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    """The first of several names for one thing that fits; the first one elided if none does."""
    for name in names:
        if metrics.horizontalAdvance(name) <= width:
            return name
    return metrics.elidedText(names[0], Qt.TextElideMode.ElideRight, width)


def paint_check(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """A check mark in a box."""
    side = box.width()
    corners = ((0.24, 0.52), (0.43, 0.71), (0.77, 0.32))
    points = [QPointF(box.left() + side * x, box.top() + side * y) for x, y in corners]
    painter.setPen(
        QPen(colour, side / 8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


def readable_on(ground: QColor, theme: Theme) -> QColor:
    """Paper or ink, whichever is told apart better from a ground."""
    from explorer.widgets.theme import contrast

    return max((theme.colour("paper"), theme.colour("ink")), key=lambda colour: contrast(colour, ground))
