"""The library that is open."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.domain.errors import ReaderError
from explorer.services.libraries import Libraries, OpenLibrary
from explorer.viewmodels.courier import Courier

CHANNEL = "library"


class LibraryModel(QObject):
    """Opens libraries. A library that cannot be opened leaves the one that is open as it was.

    ``leaving`` carries the library whose place another one takes now, ``opened`` the other one, ``changed``
    the one that is open, ``failed`` the :class:`ReaderError`.
    """

    leaving = Signal(object)
    opened = Signal(object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, libraries: Libraries, courier: Courier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._libraries = libraries
        self._courier = courier
        self._current: OpenLibrary | None = None
        self._is_story = False
        self._story_asked = False

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
        self._courier.ask(CHANNEL, self._libraries.open_story(), self._take, self._refuse, _close)

    def open(self, path: Path) -> None:
        """Open a library file."""
        self._story_asked = False
        self._courier.ask(CHANNEL, self._libraries.open(path), self._take, self._refuse, _close)

    def note_change(self) -> None:
        """Say that something in the library was changed (a document attached, say)."""
        if self._current is not None:
            self.changed.emit(self._current)

    def close(self) -> None:
        """Close the file. Nothing is unsaved: every change is on disk at once."""
        if self._current is not None:
            self._current.store.close()
            self._current = None

    def _take(self, library: OpenLibrary) -> None:
        earlier = self._current
        if earlier is not None:
            self.leaving.emit(earlier)
        self._current = library
        self._is_story = self._story_asked
        self.opened.emit(library)
        if earlier is not None:
            earlier.store.close()

    def _refuse(self, error: ReaderError) -> None:
        self.failed.emit(error)


def _close(library: OpenLibrary) -> None:
    library.store.close()
