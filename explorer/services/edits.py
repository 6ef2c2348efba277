"""Changes the open library, and takes changes back."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass

from explorer.domain.change import ChangeSet, History
from explorer.services.libraries import OpenLibrary
from explorer.services.renewing import renewed
from explorer.services.workers import Workers
from explorer.store import changes
from explorer.store.columns import concerned_by
from explorer.store.engine import Transaction

Plan = Callable[[Transaction], ChangeSet]
"""Makes a change set from what is in the library at that moment; reads only. See ``services.drafts``."""


@dataclass(frozen=True, slots=True, eq=False)
class Edited:
    """What was changed, the library as it is in memory after it, and what can be undone and redone then."""

    library: OpenLibrary
    change_set: ChangeSet
    history: History


class Edits:
    """Everything the reader changes in a library goes through here, one change set after the other.

    The futures raise ReaderError where nothing was changed: the library is read-only or cannot be written, or
    what was to be changed is no longer as the change expects it.
    """

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def apply(
        self, library: OpenLibrary, change: ChangeSet | Plan, contents: Iterable[bytes] = ()
    ) -> Future[Edited]:
        """Make a change set, or what a plan makes of the library as it is; an empty one changes nothing.

        Args:
            library: as it is in memory now.
            change: what to do.
            contents: long texts (UTF-8) and files that the change set names by their SHA-256.
        """
        return self._workers.write(_apply, library, change, tuple(contents))

    def undo(self, library: OpenLibrary) -> Future[Edited]:
        """Take back the last change set that is not taken back yet."""
        return self._workers.write(_again, library, changes.undo)

    def redo(self, library: OpenLibrary) -> Future[Edited]:
        """Make again the change set that was taken back last."""
        return self._workers.write(_again, library, changes.redo)

    def history(self, library: OpenLibrary) -> Future[History]:
        """What can be undone and redone now."""
        return self._workers.read(_history, library)


def _apply(library: OpenLibrary, change: ChangeSet | Plan, contents: tuple[bytes, ...]) -> Edited:
    if isinstance(change, ChangeSet):
        change_set = change
    else:
        with library.store.reading() as connection:
            change_set = change(connection)
    if not change_set.changes:
        return Edited(library, change_set, _history(library))
    with library.store.writing(keeps_arrays=not concerned_by(change_set)) as connection:
        changes.apply(connection, change_set, contents)
    return _edited(library, change_set)


def _again(library: OpenLibrary, way: Callable[[Transaction], ChangeSet]) -> Edited:
    # Which change it is turns out within the transaction only, as another window may have made one since.
    with library.store.writing() as connection:
        change_set = way(connection)
    return _edited(library, change_set)


def _edited(library: OpenLibrary, change_set: ChangeSet) -> Edited:
    return Edited(renewed(library, change_set), change_set, _history(library))


def _history(library: OpenLibrary) -> History:
    with library.store.reading() as connection:
        return changes.history(connection)
