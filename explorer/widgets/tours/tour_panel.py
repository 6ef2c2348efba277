"""The panel in which a tour gets its title, its audience and its minutes."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from explorer.viewmodels.tour_editor import TourEditorModel, TourState
from explorer.widgets.editor.writing_panel import WritingPanel
from explorer.widgets.theme import ThemeHolder
from explorer.widgets.tours.tour_form import TourForm


class TourPanel(WritingPanel):
    """Where a new tour is named, or one that is there; Enter in a line saves it too."""

    form: TourForm

    def __init__(self, editor: TourEditorModel, look: ThemeHolder, pages: QWidget, parent: QWidget) -> None:
        saving = QCoreApplication.translate("TourPanel", "Save the tour (Ctrl Enter)")
        super().__init__(editor, look, pages, parent, saving=saving)
        self.form = TourForm(look, self.area.viewport())
        self.set_body(self.form)
        self.form.confirmed.connect(self.confirm)

    def open(self, state: TourState) -> None:
        """Show what a tour begins with, ready to type."""
        self.form.put(state.typed)
        self.begin(self.tr("New tour") if state.tour_id is None else self.tr("Edit the tour"))
