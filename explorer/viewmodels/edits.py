"""Changing the open library, and taking changes back."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet, History
from explorer.domain.errors import ReaderError
from explorer.services.edits import Edited, Edits, Plan
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages

CHANNEL = "edits"
HISTORY_CHANNEL = "edits history"

Done = Callable[[ChangeSet], None]
Failed = Callable[[ReaderError], None]


@dataclass(frozen=True, slots=True)
class _Errand:
    start: Callable[[OpenLibrary], Future[Edited]]
    library: OpenLibrary
    done: Done
    failed: Failed


class EditsModel(QObject):
    """Makes changes one after the other, each on the library that the one before has left.

    ``applied`` carries the :class:`ChangeSet` that was made, also for Undo and Redo, after
    ``LibraryModel.changed`` has carried the renewed library. ``history_changed`` carries the
    :class:`History`: what Undo and Redo would do now.
    """

    applied = Signal(object)
    history_changed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        edits: Edits,
        courier: Courier,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._edits = edits
        self._courier = courier
        self._messages = messages
        self._waiting: deque[_Errand] = deque()
        self._running: _Errand | None = None
        self._future: Future[Edited] | None = None
        self._history = History(None, None)
        library.opened.connect(self._begin)

    @property
    def history(self) -> History:
        """What Undo and Redo would do now."""
        return self._history

    def apply(
        self,
        change: ChangeSet | Plan,
        contents: Iterable[bytes] = (),
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Make a change set, or what a plan makes of the library when its turn comes.

        Args:
            change: what to do.
            contents: long texts and files that it names by their SHA-256.
            done: called with the change set once everything shows it.
            failed: called if nothing was changed; without it the status line says why.
        """
        kept = tuple(contents)
        self._add(lambda library: self._edits.apply(library, change, kept), done, failed)

    def undo(self) -> None:
        """Take back the last change."""
        self._add(self._edits.undo, done=self._tell_undone)

    def redo(self) -> None:
        """Make again what was taken back last."""
        self._add(self._edits.redo, done=self._tell_redone)

    def _add(
        self,
        start: Callable[[OpenLibrary], Future[Edited]],
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        library = self._library.current
        if library is not None:
            self._waiting.append(_Errand(start, library, done or _ignore, failed or self._tell))
            self._go_on()

    def _go_on(self) -> None:
        library = self._library.current
        if self._future is not None and _broke(self._future):
            # A mistake of ours, of which the crash report tells: what comes after must not wait for ever.
            self._running = self._future = None
        while self._running is None and self._waiting:
            errand = self._waiting.popleft()
            if library is not None and errand.library.store is library.store:
                self._running, self._future = errand, errand.start(library)
                self._courier.ask(CHANNEL, self._future, self._take, self._refuse)

    def _take(self, edited: Edited) -> None:
        errand, self._running = self._running, None
        self._library.renew(edited.library, edited.change_set)
        self._set_history(edited.history)
        self.applied.emit(edited.change_set)
        if errand is not None:
            errand.done(edited.change_set)
        self._go_on()

    def _refuse(self, error: ReaderError) -> None:
        errand, self._running = self._running, None
        if errand is not None:
            errand.failed(error)
        self._ask_history()
        self._go_on()

    def _tell_undone(self, change_set: ChangeSet) -> None:
        self._messages.show_notice(self.tr("Undone: {title}").format(title=change_set.title))

    def _tell_redone(self, change_set: ChangeSet) -> None:
        self._messages.show_notice(self.tr("Redone: {title}").format(title=change_set.title))

    def _tell(self, error: ReaderError) -> None:
        self._messages.show_problem(str(error))

    def _begin(self, _library: OpenLibrary) -> None:
        self._set_history(History(None, None))
        self._ask_history()

    def _ask_history(self) -> None:
        library = self._library.current
        if library is not None:
            self._courier.ask(HISTORY_CHANNEL, self._edits.history(library), self._set_history)

    def _set_history(self, history: History) -> None:
        if history != self._history:
            self._history = history
            self.history_changed.emit(history)


def _broke(future: Future[Edited]) -> bool:
    """Whether an errand has ended in an error that is no sentence for the reader."""
    if not future.done() or future.cancelled():
        return False
    error = future.exception()
    return error is not None and not isinstance(error, ReaderError)


def _ignore(_change_set: ChangeSet) -> None:
    """Nobody waits for it."""
