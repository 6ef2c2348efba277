"""What can be asked for on the Tours page, as actions for menus, buttons and keys."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from explorer.viewmodels.step_editor import StepEditorModel
from explorer.viewmodels.tour_editor import TourEditorModel
from explorer.viewmodels.tours import ToursModel, ToursState


class ToursCommands(QObject):
    """``of_step`` are about the step in hand, ``of_tour`` about the tour in hand, both in their order."""

    def __init__(
        self, tours: ToursModel, editor: StepEditorModel, tour_editor: TourEditorModel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tours = tours
        self._editor = editor
        self._tour_editor = tour_editor
        tr = self.tr
        self._reading = (
            self._action(
                tr("Show on the timeline"),
                tr("Show the view of this step on the timeline (Enter)"),
                tours.show_step,
            ),
            self._action(tr("Play from here"), tr("Play the tour from this step"), tours.play_from_here),
        )
        self._writing = (
            self._action(tr("Edit…"), tr("Write on this step (F2)"), self.edit_step),
            self._action(
                tr("Take the view"),
                tr("Give this step what the timeline shows now: range, lanes, filters and figures"),
                tours.take_view,
            ),
            self._action(tr("Move up"), tr("Have this step come one earlier (Alt Up)"), self.move_up),
            self._action(tr("Move down"), tr("Have this step come one later (Alt Down)"), self.move_down),
            self._action(tr("Duplicate"), tr("Put the same step behind this one"), tours.duplicate_step),
            self._action(tr("Delete"), tr("Take this step out of the tour (Delete)"), tours.delete_step),
        )
        self.of_tour = (
            self._action(
                tr("Title, audience, minutes…"), tr("Edit what is said of the tour"), self.edit_tour
            ),
            self._action(
                tr("Duplicate the tour"), tr("Make a second tour of its steps"), tours.duplicate_tour
            ),
            self._action(tr("Delete the tour"), tr("Undo brings it back"), tours.delete_tour),
        )
        self.of_step = (*self._reading, *self._writing)

    def show_state(self, state: ToursState) -> None:
        """Offer what can be done with what is in hand."""
        for action in self._reading:
            action.setEnabled(state.step is not None)
        for action in self._writing:
            action.setEnabled(state.step is not None and not state.read_only)
        for action in self.of_tour:
            action.setEnabled(state.tour is not None and not state.read_only)

    def begin_tour(self) -> None:
        """Name a new tour."""
        if self._tours.may_write() and self._free():
            self._tour_editor.begin_new()

    def edit_tour(self) -> None:
        """Give the tour in hand another title, audience or length."""
        tour = self._tours.state.tour
        if tour is not None and self._tours.may_write() and self._free():
            self._tour_editor.edit(tour)

    def begin_step(self) -> None:
        """Write a new step behind the one in hand."""
        state = self._tours.state
        if state.tour is not None and self._tours.may_write() and self._free():
            self._editor.begin_new(state.tour, state.position + (state.step is not None))

    def edit_step(self) -> None:
        """Write on the step in hand."""
        state = self._tours.state
        if state.tour is not None and state.step is not None and self._tours.may_write() and self._free():
            self._editor.edit(state.tour, state.step)

    def move_up(self) -> None:
        """Have the step in hand come one earlier."""
        self._move(-1)

    def move_down(self) -> None:
        """Have the step in hand come one later."""
        self._move(1)

    def _move(self, by: int) -> None:
        state = self._tours.state
        if state.tour is not None and state.step is not None:
            at = state.position + by
            if 0 <= at < len(state.tour.steps):
                self._tours.move_step(state.step.id, at)

    def _free(self) -> bool:
        """One thing is written at a time; what is written is not let go of unasked."""
        return self._editor.state is None and self._tour_editor.state is None

    def _action(self, text: str, tip: str, do: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setToolTip(tip)
        action.triggered.connect(do)
        return action
