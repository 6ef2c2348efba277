"""Finding dates in documents. What reads a text is imported when it is asked for."""

from collections.abc import Mapping
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from datetime import UTC, datetime

from explorer.domain.change import ChangeSet, Key, added
from explorer.domain.detail import EventHeading
from explorer.domain.edtf import parse
from explorer.domain.event import DateFlag
from explorer.domain.suggestion import Suggestion
from explorer.services.edits import Plan
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.store.engine import Transaction
from explorer.store.records import fields_of


class Search:
    """How far a document is read: one thread works, another one watches and may call it off."""

    def __init__(self) -> None:
        self._off = False
        self.share = 0.0
        """From 0 to 1."""

    def call_off(self) -> None:
        """Nobody waits for it any more."""
        self._off = True

    def reach(self, share: float) -> None:
        """Say how far it is.

        Raises:
            CancelledError: it was called off.
        """
        if self._off:
            raise CancelledError
        self.share = share


@dataclass(frozen=True, slots=True)
class FoundDates:
    """The dates of a document, in the order in which they stand in it.

    ``sha256`` is that of the document as it was read. ``digests`` tell each suggestion from all others of the
    document; they stay the same as long as the sentence does. ``events`` are those of the library that the
    suggestions name. ``rejected`` are the digests that the reader does not want to see again. ``is_cut``
    tells that there are more dates than are given.
    """

    source_id: int
    sha256: str
    suggestions: tuple[Suggestion, ...]
    digests: tuple[str, ...]
    events: Mapping[int, EventHeading]
    rejected: frozenset[str]
    is_cut: bool = False


class Suggestions:
    """Reads documents on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def find(self, library: OpenLibrary, source_id: int, search: Search) -> Future[FoundDates]:
        """The dates of the document attached to a source.

        The future raises ReaderError if there is none, CancelledError if ``search`` was called off.
        """
        return self._workers.read(_find, library, source_id, search)

    def of_passage(
        self, library: OpenLibrary, source_id: int, start: int, end: int
    ) -> Future[tuple[Suggestion, ...]]:
        """What words selected by hand can be dated by, the best first.

        The dates that stand in the sentences they touch, the nearest first; the events of the library that
        these sentences name; then, as such, the date of the document itself (``Reason.DOCUMENT``); at last
        what is only vague. What stands in other sentences is not theirs.
        """
        return self._workers.read(_of_passage, library, source_id, start, end)

    def rejected(self, library: OpenLibrary, source_id: int) -> Future[frozenset[str]]:
        """The digests of what the reader does not want to see again."""
        return self._workers.read(_rejected, library, source_id)


def rejection(source_id: int, digest: str, edtf: str, title: str) -> Plan:
    """Do not offer a suggestion again. ``title`` is what Undo calls it."""

    def plan(connection: Transaction) -> ChangeSet:
        key: Key = {"source_id": source_id, "digest": digest}
        if fields_of(connection, "rejected_date", key) is not None:
            return ChangeSet(title, ())
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return ChangeSet(title, (added("rejected_date", key, {"edtf": edtf, "created": now}),))

    return plan


def start_and_end(edtf: str) -> tuple[str, str | None]:
    """A date as the start and the end of an event: what lasts from one known time to another has both."""
    first, mark, last = edtf.partition("/")
    sure = not parse(edtf).flags & (DateFlag.APPROXIMATE | DateFlag.UNCERTAIN)
    if mark and sure and ".." not in (first, last) and first and last:
        return first, last
    return edtf, None


def _find(library: OpenLibrary, source_id: int, search: Search) -> FoundDates:
    from explorer.services.suggesting.documents import find_in

    return find_in(library, source_id, search)


def _of_passage(library: OpenLibrary, source_id: int, start: int, end: int) -> tuple[Suggestion, ...]:
    from explorer.services.suggesting.documents import dates_of_passage

    return dates_of_passage(library, source_id, start, end)


def _rejected(library: OpenLibrary, source_id: int) -> frozenset[str]:
    with library.store.reading() as connection:
        return reads.rejected_dates(connection, source_id)
