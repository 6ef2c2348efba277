"""What the delegates of painted rows share."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.widgets.theme import ThemeHolder

Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows as wide as their view and never edits them: clicks and keys are the view's."""

    def __init__(self, height: int, look: ThemeHolder, parent: QWidget) -> None:
        """``height`` of a row, in pixels at 100 % text."""
        super().__init__(parent)
        self._usual = height
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Room for a row, in logical pixels."""
        return QSize(0, self._look.theme.size(self._height(index)))

    def editorEvent(
        self,
        event: QEvent,  # noqa: ARG002
        model: QAbstractItemModel,  # noqa: ARG002
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: Index,  # noqa: ARG002
    ) -> bool:
        """Nothing is edited, and a check box is not a switch of its own: the whole row is."""
        return False

    def _height(self, _index: Index) -> int:
        """Height of a row that is not like the others, in pixels at 100 % text."""
        return self._usual
