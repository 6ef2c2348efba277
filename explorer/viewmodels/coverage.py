"""What of the open library no passage supports, as a list to go through."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.coverage import Coverage
from explorer.services.coverage import Coverages
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel

CHANNEL = "coverage"


class CoverageModel(QObject):
    """Looks through the library when it is asked to, and again after each change while it is ``active``.

    ``begun`` comes when it starts to look, ``shown`` carries the :class:`Coverage`.
    """

    begun = Signal()
    shown = Signal(object)

    def __init__(
        self, library: LibraryModel, coverages: Coverages, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._coverages = coverages
        self._courier = courier
        self._errand = Errand()
        self._active = False
        library.opened.connect(self._look_again)
        library.changed.connect(self._look_again)

    def set_active(self, active: bool) -> None:
        """Look at the library as it is now, or stop looking."""
        self._active = active
        self._errand.call_off()
        self._courier.void(CHANNEL)
        if active:
            self._look()

    def _look_again(self, _library: OpenLibrary) -> None:
        if self._active:
            self._errand.call_off()
            self._look()

    def _look(self) -> None:
        library = self._library.current
        if library is not None:
            self._errand = Errand()
            self.begun.emit()
            self._courier.ask(CHANNEL, self._coverages.of(library, self._errand), self._show)

    def _show(self, coverage: Coverage) -> None:
        self.shown.emit(coverage)
