"""What tours are made of; built when one is first asked for."""

from functools import cached_property

from PySide6.QtCore import QObject

from explorer.services.tour_focus import TourFocus
from explorer.services.workers import Workers
from explorer.viewmodels.models import Models
from explorer.viewmodels.showing import ShowingModel


class Tours(QObject):
    """The models of tours, each made with its first use."""

    def __init__(self, models: Models, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._focuses = TourFocus(workers)

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
