"""What a class works with, put together when it is first asked for: the reveal and the two games."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from explorer.services.classwork import Classwork
from explorer.services.workers import Workers
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from explorer.widgets.main_window import MainWindow
from explorer.widgets.theme import ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.classwork.detective import DetectiveWindow
    from explorer.widgets.classwork.place_it import PlaceItWindow
    from explorer.widgets.classwork.reveal_host import RevealHost

COMMANDS = ("reveal", "place_it", "source_detective")


class ClassworkParts(QObject):
    """Each part is made once, and none before it is asked for."""

    def __init__(self, models: Models, workers: Workers, look: ThemeHolder, window: MainWindow) -> None:
        super().__init__(window)
        self._models = models
        self._workers = workers
        self._service = Classwork(workers)
        self._look = look
        self._window = window

    def do(self, command: str) -> None:
        """Do one of ``COMMANDS``."""
        match command:
            case "reveal":
                self.reveal.ask()
            case "place_it":
                self.place_it.open()
            case "source_detective":
                self.detective.open()

    @cached_property
    def reveal(self) -> "RevealHost":
        """What hides and uncovers on the timeline of the window."""
        from explorer.services.reveal import Sieves
        from explorer.viewmodels.reveal import RevealModel
        from explorer.widgets.classwork.reveal_host import RevealHost

        models = self._models
        model = RevealModel(
            models.timeline,
            models.viewport,
            models.facets,
            models.selection,
            Sieves(self._workers),
            models.courier,
            self,
        )
        return RevealHost(model, models, self._window, self._look)

    @cached_property
    def place_it(self) -> "PlaceItWindow":
        """The window of "Place it"."""
        from explorer.viewmodels.place_it import PlaceItModel
        from explorer.widgets.classwork.place_it import PlaceItWindow

        models = self._models
        model = PlaceItModel(
            models.library, models.timeline, self._service, models.settings, models.courier, self
        )
        window = PlaceItWindow(model, self._look, self._window)
        window.event_asked.connect(self._show_event)
        return window

    @cached_property
    def detective(self) -> "DetectiveWindow":
        """The window of "Source detective"."""
        from explorer.viewmodels.detective import DetectiveModel
        from explorer.widgets.classwork.detective import DetectiveWindow

        models = self._models
        model = DetectiveModel(models.library, self._service, models.settings, models.courier, self)
        window = DetectiveWindow(model, self._look, self._window)
        window.event_asked.connect(self._show_event)
        return window

    def _show_event(self, event_id: int) -> None:
        """How do we know? The window of the library comes to the front, with the event and its sources."""
        self._models.place.turn_to(Page.TIMELINE)
        self._models.navigator.show_event(event_id)
        self._window.show_side("detail", shown=True)
        self._window.raise_()
        self._window.activateWindow()
