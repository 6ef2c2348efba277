"""Has a large library that was edited open as fast the next time as if nothing had been changed."""

from PySide6.QtCore import QObject, QTimer

from explorer.services.libraries import Libraries, OpenLibrary
from explorer.services.loading import Loading
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import KEEPING, LibraryModel, Renewed

CHANNEL = "library sorted anew"
REST_MS = 20_000
"""How long nothing may have changed before the work begins."""
LARGE = 50_000
"""Events of a library that is slow to open without what is kept beside its rows."""


class KeepingModel(QObject):
    """An edit outdates what is kept beside the rows. When the writing rests, it is made anew aside and kept.

    A change in between puts it off; what is not done when the window closes is left to the next opening.
    """

    def __init__(
        self, library: LibraryModel, libraries: Libraries, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._libraries = libraries
        self._courier = courier
        self._loading = Loading()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._sort)
        library.renewed.connect(self._note)
        library.opened.connect(self._forget)

    def stop(self) -> None:
        """Do no more."""
        self._timer.stop()
        self._loading.call_off()

    def _note(self, renewed: Renewed) -> None:
        index = renewed.after.index
        if index is not renewed.before.index and index.size >= LARGE:
            self._loading.call_off()
            self._timer.start()

    def _forget(self, _library: OpenLibrary) -> None:
        self.stop()

    def _sort(self) -> None:
        library = self._library.current
        if library is not None:
            self._loading = Loading()
            self._courier.ask(CHANNEL, self._libraries.sorted_anew(library, self._loading), self._keep)

    def _keep(self, library: OpenLibrary | None) -> None:
        if library is not None:
            self._courier.ask(KEEPING, self._libraries.keep(library), _ignore)


def _ignore(_answer: object) -> None:
    """Only what goes wrong is worth a word."""
