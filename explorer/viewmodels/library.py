"""The library that is open."""

from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.errors import ReaderError
from explorer.services.libraries import Libraries, OpenLibrary
from explorer.services.loading import Loading
from explorer.viewmodels.courier import Courier

CHANNEL = "library"
EXAMINING = "library examined"
KEEPING = "library kept"
TICK_MS = 100
"""How often to look how far a library is loaded; one that is there sooner needs no word about it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A library of this file name is loaded to this share, from 0 to 1."""

    name: str
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class Renewed:
    """The open library as it was in memory, as it is now, and what was changed in between."""

    before: OpenLibrary
    after: OpenLibrary
    change_set: ChangeSet


class LibraryModel(QObject):
    """Opens libraries. A library that cannot be opened leaves the one that is open as it was.

    ``leaving`` carries the library whose place another one takes now, ``opened`` the other one, ``renewed``
    a :class:`Renewed` after a change set, ``changed`` the open library after any change, ``failed`` the
    :class:`ReaderError`. ``progressed`` carries a :class:`Progress`
    while a library takes its time to load, and None when that is over.
    """

    leaving = Signal(object)
    opened = Signal(object)
    renewed = Signal(object)
    changed = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)

    def __init__(self, libraries: Libraries, courier: Courier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._libraries = libraries
        self._courier = courier
        self._current: OpenLibrary | None = None
        self._is_story = False
        self._story_asked = False
        self._to_be_kept = False
        self._loading = Loading()
        self._future: Future[OpenLibrary] | None = None
        self._name = ""
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tell)
        self._after_painting = QTimer(self, singleShot=True, interval=0)
        self._after_painting.timeout.connect(self._examine)

    @property
    def story_asked(self) -> bool:
        """Whether what was asked for last is the shipped story."""
        return self._story_asked

    @property
    def current(self) -> OpenLibrary | None:
        """The open library, or None before the first one is there."""
        return self._current

    @property
    def is_story(self) -> bool:
        """Whether the open library is the shipped story."""
        return self._is_story

    def open_story(self) -> None:
        """Open the shipped story, building its library file first where that is due."""
        self._story_asked = True
        loading = self._begin("")
        self._await(self._libraries.open_story(loading))

    def open(self, path: Path) -> None:
        """Open a library file. What is still loading then is called off."""
        self._story_asked = False
        loading = self._begin(path.name)
        self._await(self._libraries.open(path, loading))

    def make(self, path: Path, title: str, lane: str) -> None:
        """Make an empty library with a title and a lane, and open it."""
        self._story_asked = False
        self._begin(path.name)
        self._await(self._libraries.make(path, title, lane))

    def note_change(self) -> None:
        """Say that something in the library was changed (a document attached, say)."""
        library = self._current
        if library is not None:
            self.changed.emit(library)
            if self._to_be_kept:
                # The file is written to anyway: so the next opening need not read its rows.
                self._to_be_kept = False
                self._courier.ask(KEEPING, self._libraries.keep(library), _ignore)

    def renew(self, library: OpenLibrary, change_set: ChangeSet) -> None:
        """Take the open library as it is in memory after a change, unless another one is open now."""
        before = self._current
        if before is not None and before.store is library.store:
            self._current = library
            self._libraries.give_way()
            self.renewed.emit(Renewed(before, library, change_set))
            self.note_change()

    def stop_loading(self) -> None:
        """Call off what is still loading, and what would follow upon it."""
        self._courier.void(CHANNEL)
        self._loading.call_off()
        self._end()
        self._after_painting.stop()

    def close(self) -> None:
        """Close the file. Nothing is unsaved: every change is on disk at once."""
        self.stop_loading()
        if self._current is not None:
            self._current.store.close()
            self._current = None

    def _begin(self, name: str) -> Loading:
        self._loading.call_off()
        self._loading, self._name = Loading(), name
        self._timer.start()
        return self._loading

    def _await(self, future: Future[OpenLibrary]) -> None:
        self._future = future
        self._courier.ask(CHANNEL, future, self._take, self._refuse, _close)

    def _tell(self) -> None:
        if self._future is not None and not self._future.done():
            self._told = True
            self.progressed.emit(Progress(self._name, self._loading.share))

    def _end(self) -> None:
        self._timer.stop()
        self._future = None
        if self._told:
            self._told = False
            self.progressed.emit(None)

    def _take(self, library: OpenLibrary) -> None:
        self._end()
        earlier = self._current
        if earlier is not None:
            self.leaving.emit(earlier)
        self._current = library
        self._is_story = self._story_asked
        self._to_be_kept = not library.kept and not library.store.read_only
        self._after_painting.stop()
        self._courier.void(EXAMINING)
        self.opened.emit(library)
        if earlier is not None:
            earlier.store.close()
        if not library.store.examined:
            self._after_painting.start()

    def _examine(self) -> None:
        if self._current is not None:
            self._courier.ask(EXAMINING, self._libraries.examine(self._current), _ignore)

    def _refuse(self, error: ReaderError) -> None:
        self._end()
        self.failed.emit(error)


def _ignore(_answer: object) -> None:
    """Only what goes wrong is worth a word."""


def _close(library: OpenLibrary) -> None:
    library.store.close()
