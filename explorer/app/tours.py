"""What tours are made of; built when one is first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from explorer.app.services import Services
from explorer.services.tour_focus import TourFocus
from explorer.viewmodels.models import Models
from explorer.viewmodels.showing import ShowingModel
from explorer.viewmodels.view_taking import ViewTaking

if TYPE_CHECKING:
    from explorer.viewmodels.step_editor import StepEditorModel
    from explorer.viewmodels.tour_editor import TourEditorModel
    from explorer.viewmodels.tours import ToursModel
    from explorer.widgets.theme import ThemeHolder
    from explorer.widgets.tours.view import ToursView


class Tours(QObject):
    """The models of tours, each made with its first use, and their page."""

    def __init__(self, models: Models, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._services = services
        self._focuses = TourFocus(services.workers)

    @cached_property
    def showing(self) -> ShowingModel:
        """Shows a step in the window; presenting uses the same."""
        models = self._models
        return ShowingModel(
            models.library,
            models.timeline,
            models.viewport,
            models.selection,
            models.facets,
            self._focuses,
            models.courier,
            self,
        )

    @cached_property
    def taking(self) -> ViewTaking:
        """Makes a step of what is in view."""
        models = self._models
        return ViewTaking(
            models.timeline,
            models.viewport,
            models.selection,
            models.facets,
            models.place,
            models.reader,
            models.claims,
            self.showing,
        )

    @cached_property
    def model(self) -> "ToursModel":
        """The tours, and what is in hand; its ``play_asked`` is for whoever plays."""
        from explorer.viewmodels.tours import ToursModel

        models = self._models
        return ToursModel(
            models.library,
            models.edits,
            self._focuses,
            self.showing,
            self.taking,
            models.place,
            models.settings,
            models.messages,
            models.courier,
            self,
        )

    @cached_property
    def step_editor(self) -> "StepEditorModel":
        """Writes a step."""
        from explorer.viewmodels.focus_search import FocusSearch
        from explorer.viewmodels.step_editor import StepEditorModel

        models, services = self._models, self._services
        search = FocusSearch(models.library, services.search, services.claims, models.courier, self)
        return StepEditorModel(
            models.library,
            models.edits,
            models.navigator,
            self.taking,
            self._focuses,
            search,
            models.messages,
            models.courier,
            self,
        )

    @cached_property
    def tour_editor(self) -> "TourEditorModel":
        """Names a tour."""
        from explorer.viewmodels.tour_editor import TourEditorModel

        models = self._models
        return TourEditorModel(models.library, models.edits, models.messages, self)

    def view(self, look: "ThemeHolder", window: QWidget) -> "ToursView":
        """The page of tours."""
        from explorer.widgets.tours.view import ToursView

        return ToursView(self._models.library, self.model, self.step_editor, self.tour_editor, look, window)
