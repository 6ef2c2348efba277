"""The steps of a tour as rows that can be dragged to another place."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from explorer.domain.errors import DateError
from explorer.domain.tour import Show, Step
from explorer.domain.tour_view import Focus
from explorer.domain.words import in_short_words
from explorer.viewmodels.tours import ToursState

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
DRAGGED = "application/x-timeline-explorer-step"


class StepRole(IntEnum):
    """What a row tells besides its title: the :class:`Step` and its :class:`Focus`, or None."""

    STEP = Qt.ItemDataRole.UserRole
    FOCUS = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Move:
    """A step by its id, and the place at which it shall stand, counted from 0."""

    step_id: int
    position: int


class StepListModel(QAbstractListModel):
    """Lists the steps of the tour in hand. ``move_asked`` carries the :class:`Move` that a drag asks for."""

    move_asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = ToursState()
        self._steps: tuple[Step, ...] = ()

    def show_state(self, state: ToursState) -> None:
        """Show the steps of the tour in hand."""
        steps = () if state.tour is None else state.tour.steps
        self._state = state
        if [one.id for one in steps] != [one.id for one in self._steps]:
            self.beginResetModel()
            self._steps = steps
            self.endResetModel()
        else:
            self._steps = steps
            self.dataChanged.emit(self.index(0), self.index(len(steps) - 1))

    def row_of(self, step: Step | None) -> int:
        """The row of a step; -1 if it is not listed."""
        return next((at for at, one in enumerate(self._steps) if step is not None and one.id == step.id), -1)

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        """Steps of the tour."""
        return 0 if parent.isValid() else len(self._steps)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A step can be dragged, and dropped between two others."""
        if self._state.read_only:
            return super().flags(index)
        if index.isValid():
            return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, tooltip and spoken words of a step; itself and what it has in focus."""
        if not index.isValid():
            return None
        step = self._steps[index.row()]
        focus = self._state.focuses.get(step.id)
        if role == StepRole.STEP:
            return step
        if role == StepRole.FOCUS:
            return focus
        if role == Qt.ItemDataRole.DisplayRole:
            return step.title
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (step.title, range_words(step), self.focus_words(focus), step.say)
            # A tooltip that looks like HTML would be set as HTML.
            return "<br>".join(escape(line) for line in lines if line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = self.tr("Step {number} of {all}").format(number=index.row() + 1, all=len(self._steps))
            parts = (number, step.title, range_words(step), self.shown_words(step), self.focus_words(focus))
            return ". ".join(filter(None, parts))
        return None

    def shown_words(self, step: Step) -> str:
        """What a step shows besides its view, in a word; "" for nothing."""
        return {
            Show.VIEW: "",
            Show.QUOTATION: self.tr("quotation"),
            Show.CLAIM: self.tr("claim drawn"),
        }[step.shown]

    def focus_words(self, focus: Focus | None) -> str:
        """What a step has in focus, and whether that was checked."""
        if focus is None:
            return ""
        parts = []
        if focus.event is not None:
            title = focus.event.title
            parts.append(title if focus.event_checked else self.tr("{title} (unchecked)").format(title=title))
        if focus.passage is not None:
            words = " ".join(focus.passage.passage.selector.exact.split())
            parts.append(f"“{words}” {focus.passage.source.label}")
        if focus.claim is not None:
            said = focus.claim.quotation
            parts.append(f"“{said}”" if said else focus.claim.claim.test)
        return " · ".join(parts)

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """A step is moved, not copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only steps of this list are taken."""
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the step that is dragged."""
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(DRAGGED, str(self._steps[index.row()].id).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for the step to be moved; the rows move when that was done."""
        if action != Qt.DropAction.MoveAction or not data.hasFormat(DRAGGED):
            return False
        step_id = int(bytes(data.data(DRAGGED).data()).decode())
        was = next((at for at, one in enumerate(self._steps) if one.id == step_id), -1)
        if was < 0:
            return False
        above = row if row >= 0 else parent.row() if parent.isValid() else len(self._steps)
        at = above - 1 if above > was else above
        if at != was:
            self.move_asked.emit(Move(step_id, at))
        # Not taken by the view: it would remove the row from where it was.
        return False


def range_words(step: Step) -> str:
    """The time that a step shows, in short words; as it is written where it is no date."""
    try:
        if step.view_start == step.view_end:
            return in_short_words(step.view_start)
        return in_short_words(step.view_start, step.view_end)
    except DateError:
        return f"{step.view_start} – {step.view_end}"
