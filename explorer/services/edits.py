"""Changes the open library, and takes changes back.

What makes changes is imported with the first of them: most starts are for reading.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING

from explorer.domain.change import ChangeSet, History
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store.engine import Transaction

if TYPE_CHECKING:
    from explorer.domain.draft import EventDraft

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
        return self._workers.write(_again, library, back=True)

    def redo(self, library: OpenLibrary) -> Future[Edited]:
        """Make again the change set that was taken back last."""
        return self._workers.write(_again, library, back=False)

    def history(self, library: OpenLibrary) -> Future[History]:
        """What can be undone and redone now."""
        return self._workers.read(_history, library)

    def draft(self, library: OpenLibrary, event_id: int) -> "Future[EventDraft]":
        """An event as a draft, to be edited. The future raises ReaderError if it is no longer there."""
        return self._workers.read(_draft, library, event_id)


def _draft(library: OpenLibrary, event_id: int) -> "EventDraft":
    from explorer.services.drafts import draft_of

    with library.store.reading() as connection:
        return draft_of(connection, event_id)


def _apply(library: OpenLibrary, change: ChangeSet | Plan, contents: tuple[bytes, ...]) -> Edited:
    from explorer.store import changes
    from explorer.store.columns import concerned_by

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


def _again(library: OpenLibrary, *, back: bool) -> Edited:
    from explorer.store import changes

    # Which change it is turns out within the transaction only, as another window may have made one since.
    with library.store.writing() as connection:
        change_set = changes.undo(connection) if back else changes.redo(connection)
    return _edited(library, change_set)


def _edited(library: OpenLibrary, change_set: ChangeSet) -> Edited:
    from explorer.services.renewing import renewed

    return Edited(renewed(library, change_set), change_set, _history(library))


def _history(library: OpenLibrary) -> History:
    from explorer.store import changes

    with library.store.reading() as connection:
        return changes.history(connection)
