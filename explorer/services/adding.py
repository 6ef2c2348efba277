"""Adds documents and bibliographies to a library: reads them, and looks whether they are there already."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.domain.adding import CopyOf, Twin
from explorer.domain.change import ChangeSet
from explorer.domain.reading import Reading
from explorer.services.documents import MOST_KEPT
from explorer.services.libraries import OpenLibrary
from explorer.services.reading.files import FileBytes, Incoming, files_of, taken_in
from explorer.services.workers import Errand, Workers
from explorer.store.engine import Transaction

if TYPE_CHECKING:
    from explorer.domain.reference import ReadBibliography


class ReadingErrand(Errand):
    """The reading of one file: one thread works, another one watches ``share``, from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.share = 0.0

    def reach(self, share: float) -> None:
        """Say how far it is."""
        self.share = share


@dataclass(frozen=True, slots=True, eq=False)
class ReadFile:
    """A file that was read: a document, or a bibliography."""

    file: FileBytes
    reading: Reading | None
    bibliography: "ReadBibliography | None" = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands to what is in the library: a double, the copy of a source, or new."""

    twin: Twin | None
    copy: CopyOf | None


class Entry:
    """How a file enters a library, as one change; what it turned out to be is known once it was planned."""

    def __init__(self, read: ReadFile, *, keep: bool) -> None:
        self._read = read
        self._keep = keep
        self.new = 0
        """Records of a bibliography that enter."""
        self.doubles = 0
        """Records of a bibliography that are there already."""
        self.source_id: int | None = None
        """The source that a document becomes."""

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences on what had to be guessed or left out."""
        read = self._read
        if read.bibliography is not None:
            return read.bibliography.problems
        return read.reading.notices if read.reading is not None else ()

    def contents(self) -> tuple[bytes, ...]:
        """The long texts and files that the change names."""
        read = self._read
        if read.reading is None:
            return ()
        kept = self._keep and len(read.file.data) <= MOST_KEPT
        return (read.reading.text.encode(), *((read.file.data,) if kept else ()))

    def plan(self, connection: Transaction) -> ChangeSet:
        """What is to be changed in the library as it is now; nothing if all of it is there already."""
        from explorer.services.new_sources import entering, listing

        if self._read.bibliography is not None:
            change_set, self.doubles = listing(connection, self._read.file.name, self._read.bibliography)
            self.new = len(change_set.changes)
            return change_set
        assert self._read.reading is not None
        change_set = entering(connection, self._read.file, self._read.reading, keep=self._keep)
        self.source_id = int(change_set.changes[0].key["id"])
        return change_set


class Adding:
    """Reads what is to be added, on threads of its own. What enters the library is a change of ``Edits``."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def files(self, paths: Sequence[Path]) -> Future[tuple[Incoming, ...]]:
        """The files at these paths and in these folders. The future raises ReaderError."""
        return self._workers.read(files_of, tuple(paths))

    def read(self, incoming: Incoming, errand: ReadingErrand) -> Future[ReadFile]:
        """Read a file. The future raises UnreadableError with the reason if nothing comes of it."""
        return self._workers.carry(_read, incoming, errand)

    def compare(self, library: OpenLibrary, read: ReadFile, errand: Errand) -> Future[Standing]:
        """How a document stands to what is in the library now."""
        return self._workers.carry(_compare, library, read, errand)


def _read(incoming: Incoming, errand: ReadingErrand) -> ReadFile:
    from explorer.services.reading.process import read_apart

    errand.go_on()
    file = taken_in(incoming)
    found = read_apart(file.data, file.name, errand, errand.reach)
    return ReadFile(file, found) if isinstance(found, Reading) else ReadFile(file, None, found)


def _compare(library: OpenLibrary, read: ReadFile, errand: Errand) -> Standing:
    from explorer.services.twins import copy_of, twin_of

    if read.reading is None:
        return Standing(None, None)
    with library.store.reading() as connection:
        twin = twin_of(connection, read.file.sha256, read.reading, errand)
        return Standing(twin, None if twin else copy_of(library, connection, read.reading, errand))
