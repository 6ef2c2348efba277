"""The panel in which a step of a tour is written."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from explorer.viewmodels.step_editor import StepEditorModel, StepState, TypedStep
from explorer.widgets.editor.writing_panel import WritingPanel
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.tours.step_form import StepForm


class StepPanel(WritingPanel):
    """Where a new step is written, or one that is there; it takes the view of the timeline when asked."""

    form: StepForm

    def __init__(self, editor: StepEditorModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        saving = QCoreApplication.translate("StepPanel", "Save the step (Ctrl Enter)")
        super().__init__(editor, look, pages, parent, saving=saving)
        self._editor = editor
        self.form = StepForm(editor, look, self.area.viewport())
        self.set_body(self.form)
        self.form.view_asked.connect(self._ask_view)
        editor.taken.connect(self._take_view)

    def open(self, state: StepState) -> None:
        """Show what a step begins with, ready to type."""
        self.form.put(state.typed)
        text = self.tr("New step of “{tour}”") if state.step_id is None else self.tr("Edit the step")
        self.begin(text.format(tour=state.tour.title))

    def _ask_view(self) -> None:
        self._editor.take_view(self.form.typed())

    def _take_view(self, typed: TypedStep) -> None:
        self.form.put_view(typed)
