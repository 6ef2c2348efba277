"""The panel in which an event is written."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from explorer.viewmodels.event_editor import EditorState, EventEditorModel
from explorer.widgets.editor.form import EventForm
from explorer.widgets.editor.writing_panel import WritingPanel
from explorer.widgets.theme import ThemeHolder


class Drawer(WritingPanel):
    """Where a new event is written, or one that is there."""

    form: EventForm

    def __init__(self, editor: EventEditorModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        saving = QCoreApplication.translate("Drawer", "Save the event (Ctrl Enter)")
        super().__init__(editor, look, pages, parent, saving=saving)
        self.form = EventForm(editor, look, self.area.viewport())
        self.set_body(self.form)

    def open(self, state: EditorState) -> None:
        """Show what an event begins with, ready to type."""
        self.form.put(state)
        self.begin(self.tr("New event") if state.event_id is None else self.tr("Edit the event"))
