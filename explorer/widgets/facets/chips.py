"""What is active, always in view, each with its own way out."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from explorer.viewmodels.facets import ActiveFilter, FacetsModel, FacetsState
from explorer.widgets.theme import Theme, ThemeHolder


class FlowLayout(QLayout):
    """Puts widgets in lines, as words in a text; none is wider than a line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place; None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up; None beyond the last."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Lines depend on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the lines at a width."""
        return self._lay_out(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put the items into a rectangle."""
        super().setGeometry(rect)
        self._lay_out(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Room for it, in logical pixels."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """One line of any width."""
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(0, height)

    def _lay_out(self, rect: QRect, *, moves: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(rect.width(), item.sizeHint().height()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.y()


class Chip(QPushButton):
    """An active filter; pressing it takes it away."""

    def __init__(self, active: ActiveFilter, facets: FacetsModel, widest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._active = active
        self._facets = facets
        self.setProperty("role", "chip")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        text = QFontMetrics(self.font()).elidedText(active.text, Qt.TextElideMode.ElideRight, widest)
        self.setText(f"{text}  ×".replace("&", "&&"))
        self.setAccessibleName(self.tr("Remove filter: {filter}").format(filter=active.text))
        self.setToolTip(self.tr("{filter}: click to remove").format(filter=active.text))
        self.clicked.connect(self._remove)

    def _remove(self) -> None:
        self._facets.choose(self._active.without)


class ActiveFilters(QWidget):
    """The chips, how many events are left, and "Clear all"; takes no room while nothing is chosen."""

    def __init__(self, facets: FacetsModel, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._facets = facets
        self._look = look
        self._shown: tuple[ActiveFilter, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout()
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._flow)
        self._column.addLayout(self._row)
        self._left = QLabel(self)
        self._left.setProperty("role", "muted")
        self._clear = QPushButton(self.tr("Clear all"), self)
        self._clear.setProperty("role", "link")
        self._clear.setCursor(Qt.CursorShape.PointingHandCursor)
        self._clear.setToolTip(self.tr("Show everything again"))
        self._clear.clicked.connect(facets.clear)
        self._row.addWidget(self._left)
        self._row.addStretch(1)
        self._row.addWidget(self._clear)
        facets.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress(look.theme)
        if facets.state is not None:
            self._show(facets.state)

    def _dress(self, theme: Theme) -> None:
        self._column.setContentsMargins(theme.size(20), theme.size(16), theme.size(16), 0)
        self._column.setSpacing(theme.size(6))
        self._flow.setSpacing(theme.size(6))
        self._build()

    def _show(self, state: FacetsState) -> None:
        self._left.setText(
            self.tr("{shown} of {total} events").format(
                shown=f"{state.answer.shown:,}", total=f"{state.answer.total:,}"
            )
        )
        if state.active != self._shown:
            self._shown = state.active
            self._build()

    def _build(self) -> None:
        focused = any(chip.hasFocus() for chip in self.findChildren(Chip))
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, Chip):
                widget.hide()
                widget.deleteLater()
        widest = self._look.theme.size(160)
        for active in self._shown:
            chip = Chip(active, self._facets, widest, self)
            chip.show()
            self._flow.addWidget(chip)
        self.setVisible(bool(self._shown))
        if focused and self._shown:
            self._clear.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()
