"""The panel in which a step of a tour is written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from explorer.viewmodels.step_editor import StepEditorModel, StepState, TypedStep
from explorer.widgets.editor.side_panel import SidePanel
from explorer.widgets.parts.text import Words
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.tours.step_form import StepForm

ALL = 100
"""Share of the room that the question takes while it is asked; what is empty else takes 1."""


class StepPanel(SidePanel):
    """Ctrl Enter saves, Esc leaves; where something would be lost it asks, in the panel itself."""

    def __init__(self, editor: StepEditorModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        super().__init__(look, pages, parent)
        self._editor = editor
        self.form = StepForm(editor, look, self.area.viewport())
        self.set_body(self.form)
        self._question = Words("strong", self)
        self._question.setText(self.tr("Let go of what you have typed?"))
        self.foot.addWidget(self._question, ALL)
        self.foot.addStretch(1)
        self.leave_button = self.add_button(self.tr("Leave"), "", self.tr("Leave without saving (Esc)"))
        self.save_button = self.add_button(self.tr("Save"), "primary", self.tr("Save the step (Ctrl Enter)"))
        self.drop_button = self.add_button(self.tr("Let it go"), "", self.tr("Leave without saving"))
        self.stay_button = self.add_button(
            self.tr("Go on writing"), "primary", self.tr("Back to the fields (Esc)")
        )
        self.save_button.clicked.connect(self.confirm)
        self.leave_button.clicked.connect(self.leave)
        self.drop_button.clicked.connect(editor.leave)
        self.stay_button.clicked.connect(self._stay)
        self.form.view_asked.connect(self._ask_view)
        editor.taken.connect(self._take_view)

    def open(self, state: StepState) -> None:
        """Show what a step begins with, ready to type."""
        self._ask(asked=False)
        self.save_button.setEnabled(True)
        self.form.put(state.typed)
        text = self.tr("New step of “{tour}”") if state.step_id is None else self.tr("Edit the step")
        self.appear(text.format(tour=state.tour.title))
        self.form.begin()

    def come_back(self) -> None:
        """Show again what is being written."""
        self.show()
        self.raise_()
        self._place()
        self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_state(self, state: StepState) -> None:
        """Say what is wrong, or that it is being saved."""
        self.save_button.setEnabled(not state.saving)
        self.say(state.problems.get("", ""))
        if not state.saving:
            self.form.tell(state.problems)

    def confirm(self) -> None:
        """Save what stands in the fields, if everything typed was chosen."""
        unfinished = self.form.unfinished
        if unfinished:
            self.form.tell({**self._editor.problems(self.form.typed()), **unfinished})
        else:
            self._editor.save(self.form.typed())

    def leave(self) -> None:
        """Leave; ask before, if something was typed. Asked a second time, it goes on."""
        if self.stay_button.isVisible():
            self._stay()
        elif self._editor.is_touched(self.form.typed()) or self.form.unfinished:
            self._ask(asked=True)
            self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._editor.leave()

    def _stay(self) -> None:
        self._ask(asked=False)
        self.form.begin()

    def _ask_view(self) -> None:
        self._editor.take_view(self.form.typed())

    def _take_view(self, typed: TypedStep) -> None:
        self.form.put_view(typed)

    def _ask(self, *, asked: bool) -> None:
        for widget in (self._question, self.drop_button, self.stay_button):
            widget.setVisible(asked)
        for widget in (self.save_button, self.leave_button):
            widget.setVisible(not asked)
