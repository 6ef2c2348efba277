"""Work that takes its time: one piece after the other, with progress and a way to stop."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.services.workers import Errand
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel

TICK_MS = 100


@dataclass(frozen=True, slots=True)
class WorkState:
    """The ``name`` of what is worked on, and the ``share`` that is done, 0 to 1; None: nobody knows."""

    name: str
    share: float | None


class WorkModel(QObject):
    """What models have in common that work on one thing at a time; it is stopped when the library is left.

    ``changed`` carries a :class:`WorkState` while something is worked on and None when it is over.
    """

    changed = Signal(object)

    def __init__(
        self, channel: str, library: LibraryModel, courier: Courier, parent: QObject | None = None
    ) -> None:
        """``channel`` is that on which the answers of the work are asked for."""
        super().__init__(parent)
        self._channel = channel
        self._courier = courier
        self._errand: Errand | None = None
        self._name = ""
        self._share: float | None = None
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._tell)
        library.leaving.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Whether something is being worked on."""
        return self._errand is not None

    def cancel(self) -> None:
        """Stop what is being worked on; nothing is left behind but files that were whole already."""
        if self._errand is not None:
            self._errand.call_off()
            self._courier.void(self._channel)
            self._end()

    def _begin(self, name: str, share: float | None) -> Errand:
        self._errand, self._name, self._share = Errand(), name, share
        self._clock.start()
        self._tell()
        return self._errand

    def _note_share(self, share: float) -> None:
        # On a worker thread: a number put into its place, which the timer looks at.
        self._share = share

    def _tell(self) -> None:
        self.changed.emit(WorkState(self._name, self._share))

    def _end(self) -> None:
        self._clock.stop()
        self._errand = None
        self.changed.emit(None)

    def _leave(self, _library: object) -> None:
        self.cancel()
