"""The list of the steps of a tour: chosen, walked through, and dragged to another place."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from explorer.domain.event import Theme as Lane
from explorer.domain.tour import Step
from explorer.viewmodels.step_list import Move, StepListModel, StepRole
from explorer.viewmodels.tours import ToursState
from explorer.widgets.theme import Theme, ThemeHolder
from explorer.widgets.tours.step_rows import StepRows

WALK = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StepList(QListView):
    """``chosen`` carries the id of the step in hand, ``move_asked`` a :class:`Move`.

    Enter or a double click is ``show_asked``, F2 ``edit_asked``, Del ``delete_asked``, Ins ``new_asked``;
    Alt with Up or Down asks for a move.
    """

    chosen = Signal(object)
    move_asked = Signal(object)
    show_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    new_asked = Signal()

    def __init__(self, look: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.steps = StepListModel(self)
        self.steps.move_asked.connect(self.move_asked)
        self._rows = StepRows(self.steps, look, self)
        self.setProperty("role", "plain")
        self.setModel(self.steps)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setAccessibleName(self.tr("Steps of the tour"))
        self.setAccessibleDescription(
            self.tr("Enter: show on the timeline. F2: edit. Alt Up, Alt Down: move. Del, Ins: take out, add.")
        )
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._choose)
        self.doubleClicked.connect(self._open)
        look.changed.connect(self._dress)

    def show_state(self, state: ToursState, lanes: Sequence[Lane]) -> None:
        """Show the steps of the tour in hand, and mark the one in hand."""
        self._rows.lanes = {lane.id: lane for lane in lanes}
        self.setDragEnabled(not state.read_only)
        self.steps.show_state(state)
        row = self.steps.row_of(state.step)
        if row >= 0 and self.currentIndex().row() != row:
            self.setCurrentIndex(self.steps.index(row))
            self.scrollTo(self.steps.index(row))

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer actions in the menu of the list."""
        self.addActions(actions)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def event(self, event: QEvent) -> bool:
        """F2, Del and Ins are for the step in hand here, whatever they ask for elsewhere."""
        ours = {Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Insert}
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and cast("QKeyEvent", event).key() in ours:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, F2, Del, Ins, and Alt with Up or Down."""
        asked = {
            Qt.Key.Key_Return: self.show_asked,
            Qt.Key.Key_Enter: self.show_asked,
            Qt.Key.Key_F2: self.edit_asked,
            Qt.Key.Key_Delete: self.delete_asked,
        }.get(Qt.Key(event.key()))
        walk = WALK.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Insert:
            self.new_asked.emit()
        elif walk is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._move(walk)
        elif asked is not None and self.currentIndex().isValid():
            asked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list; while it is empty and has the keyboard, a ring."""
        super().paintEvent(event)
        if self.hasFocus() and not self.steps.rowCount():
            with QPainter(self.viewport()) as painter:
                painter.setPen(QPen(self._look.theme.colour("accent"), 2))
                painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _move(self, by: int) -> None:
        index = self.currentIndex()
        at = index.row() + by
        if index.isValid() and 0 <= at < self.steps.rowCount():
            step: Step = index.data(StepRole.STEP)
            self.move_asked.emit(Move(step.id, at))

    def _choose(self, index: QModelIndex) -> None:
        step: Step | None = index.data(StepRole.STEP)
        if step is not None:
            self.chosen.emit(step.id)

    def _open(self, _index: QModelIndex) -> None:
        self.show_asked.emit()

    def _dress(self, _theme: Theme) -> None:
        self.doItemsLayout()
