"""Layouts that give way when the room is narrow or the text large."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class GivingLayout(QLayout):
    """Items below each other, each as tall as it must be at the width there is; hidden ones take no room.

    Other arrangements say by ``_areas`` where they put the items.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at ``index``, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give the item at ``index`` back, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """None: it is as tall as it needs."""
        return Qt.Orientation(0)

    def invalidate(self) -> None:
        """Forget the heights worked out."""
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Always: items wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at a width, in pixels."""
        if width not in self._heights:
            self._heights[width] = max((area.bottom() + 1 for area in self._areas(width)), default=0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """All items in one row, each on one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self._between(len(sizes))
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """The widest that any one item must be."""
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Put the items in their places."""
        super().setGeometry(rect)
        for item, area in zip(self._shown(), self._areas(rect.width()), strict=True):
            item.setGeometry(area.translated(rect.topLeft()))

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _between(self, _count: int) -> int:
        """Room between ``count`` items when they stand in one row."""
        return 0

    def _areas(self, width: int) -> list[QRect]:
        """Where the items shown stand at a width."""
        areas: list[QRect] = []
        top = 0
        for item in self._shown():
            areas.append(QRect(0, top, width, _height(item, width)))
            top += areas[-1].height()
        return areas


class FlowLayout(GivingLayout):
    """Rows of items; an item wider than the row is narrowed to it and may grow in height.

    With ``justified`` the last item of a full row stands at the right edge.
    """

    def __init__(self, parent: QWidget | None = None, *, justified: bool = False) -> None:
        super().__init__(parent)
        self._justified = justified
        self._gap = (6, 6)

    def set_gap(self, across: int, down: int) -> None:
        """Room between items of a row, and between rows, in pixels."""
        self._gap = (across, down)
        self.invalidate()

    def _between(self, count: int) -> int:
        return self._gap[0] * max(count - 1, 0)

    def _areas(self, width: int) -> list[QRect]:
        areas: list[QRect] = []
        top = 0
        for row in self._rows(width):
            height = max(size.height() for size in row)
            left = 0
            for at, size in enumerate(row):
                if self._justified and at and at + 1 == len(row):
                    left = width - size.width()
                areas.append(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._gap[0]
            top += height + self._gap[1]
        return areas

    def _rows(self, width: int) -> list[list[QSize]]:
        rows: list[list[QSize]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width:
                size = QSize(width, _height(item, width))
            if rows and used + self._gap[0] + size.width() <= width:
                rows[-1].append(size)
                used += self._gap[0] + size.width()
            else:
                rows.append([size])
                used = size.width()
        return rows


class Beside(GivingLayout):
    """Two items beside each other, or the second below the first where too little room is left.

    The first stands in a column of fixed width; or, with ``trailing``, the second keeps its own width at the
    right.
    """

    def __init__(self, parent: QWidget | None = None, *, trailing: bool = False) -> None:
        super().__init__(parent)
        self._trailing = trailing
        self._side = 0
        self._least = 0

    def set_measures(self, side: int, least: int) -> None:
        """Set the measures, in pixels.

        Args:
            side: width of the first column; with ``trailing``, the gap before the second item.
            least: the least width for the item that takes the rest.
        """
        self._side, self._least = side, least
        self.invalidate()

    def _between(self, _count: int) -> int:
        return self._side

    def _areas(self, width: int) -> list[QRect]:
        shown = self._shown()
        if len(shown) < 2:
            return super()._areas(width)
        first, second = shown
        own = second.sizeHint().width() if self._trailing else 0
        rest = width - self._side - own
        if rest < self._least:
            return super()._areas(width)
        if self._trailing:
            return [QRect(0, 0, rest, _height(first, rest)), QRect(width - own, 0, own, _height(second, own))]
        side = self._side
        return [QRect(0, 0, side, _height(first, side)), QRect(side, 0, rest, _height(second, rest))]


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
