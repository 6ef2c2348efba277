"""Attaches a reader's own copy of a source, and answers what is known of the sources."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from explorer.domain.change import ChangeSet
from explorer.domain.detail import SourceDetail
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Anchor, AnchorState
from explorer.domain.reading import Reading
from explorer.domain.source import Document, SourceSummary
from explorer.services.edits import Plan
from explorer.services.libraries import OpenLibrary
from explorer.services.reading.files import FileBytes, Incoming, taken_in
from explorer.services.saving import save
from explorer.services.workers import Errand, Workers
from explorer.store import documents as stored
from explorer.store import reads
from explorer.store.engine import Transaction
from explorer.store.filling import text_of

MOST_KEPT = 20_000_000
"""Bytes of the largest file that is kept in a library beside its text."""


@dataclass(frozen=True, slots=True)
class AttachReport:
    """How the passages of a source were found in the copy that was attached.

    ``same_file`` tells whether the copy is, byte for byte, the file the passages were taken from;
    None where that file is not known. ``notices`` are whole sentences on what had to be guessed or
    mended in reading the file.
    """

    source_id: int
    filename: str
    exact: int
    moved: int
    lost: int
    same_file: bool | None
    encoding: str
    notices: tuple[str, ...]
    approximate: int = 0
    several: int = 0

    @property
    def total(self) -> int:
        """Number of passages looked for."""
        return self.exact + self.moved + self.approximate + self.several + self.lost


@dataclass(frozen=True, slots=True, eq=False)
class Attachment:
    """What has a copy be the text of its source: a change that is yet to be made, and how it will turn out.

    ``contents`` are the long texts and files that the change names.
    """

    change_set: ChangeSet
    contents: tuple[bytes, ...]
    report: AttachReport


class Documents:
    """The sources of a library and the texts attached to them."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def summaries(self, library: OpenLibrary) -> Future[tuple[SourceSummary, ...]]:
        """All sources with what rests on them."""
        return self._workers.read(_summaries, library)

    def source(self, library: OpenLibrary, source_id: int) -> Future[SourceDetail]:
        """One source with its passages and, if attached, its text."""
        return self._workers.read(_source, library, source_id)

    def copy(
        self, library: OpenLibrary, source_id: int, path: Path, errand: Errand, *, keep: bool = False
    ) -> Future[Attachment]:
        """Read a file of any kind and find the passages of the source in it.

        The future raises ReaderError if the file cannot be read, and CancelledError if ``errand`` was called
        off. With ``keep`` the file itself will lie in the library, too.
        """
        return self._workers.carry(_copy, library, source_id, path, errand, keep=keep)

    def copy_of(
        self,
        library: OpenLibrary,
        source_id: int,
        file: FileBytes,
        reading: Reading,
        errand: Errand,
        *,
        keep: bool,
    ) -> Future[Attachment]:
        """The same for a file that was read before."""
        return self._workers.carry(_copy_of, library, source_id, file, reading, errand, keep=keep)

    def again(self, library: OpenLibrary, document: Document, errand: Errand) -> Future[Attachment]:
        """The same for a text that was detached."""
        return self._workers.carry(_again, library, document, errand)

    def save_file(self, library: OpenLibrary, source_id: int, path: Path) -> Future[None]:
        """Write the file of a document, as it was when it was added, to ``path``.

        The future raises ReaderError if the file is not kept in the library, or cannot be written.
        """
        return self._workers.carry(_save_file, library, source_id, path)

    def detaching(self, source_id: int, name: str) -> Plan:
        """Takes the attached text out of the library. The reader's file is not touched."""

        def plan(connection: Transaction) -> ChangeSet:
            return ChangeSet(f"Detach “{name}”", stored.detaching(connection, source_id))

        return plan


def document_of(source_id: int, file: FileBytes, reading: Reading, *, keep: bool) -> Document:
    """The document that a file becomes."""
    return Document(
        source_id=source_id,
        filename=file.name,
        sha256=file.sha256,
        encoding=reading.encoding,
        text=reading.text,
        attached=datetime.now(UTC).isoformat(timespec="seconds"),
        kind=reading.kind,
        extractor=reading.extractor,
        pages=reading.pages,
        sketch=reading.sketch,
        notices=reading.notices,
        is_kept=keep and len(file.data) <= MOST_KEPT,
        path=file.path,
    )


def _summaries(library: OpenLibrary) -> tuple[SourceSummary, ...]:
    with library.store.reading() as connection:
        return reads.source_summaries(connection)


def _source(library: OpenLibrary, source_id: int) -> SourceDetail:
    with library.store.reading() as connection:
        return reads.source_detail(connection, source_id)


def _save_file(library: OpenLibrary, source_id: int, path: Path) -> None:
    with library.store.reading() as connection:
        data = reads.original_of(connection, source_id)
    if data is None:
        raise ReaderError("The file itself is not kept in this library, only its text.")
    save(path, data)


def _copy(library: OpenLibrary, source_id: int, path: Path, errand: Errand, *, keep: bool) -> Attachment:
    from explorer.services.reading.process import read_document

    errand.go_on()
    file = taken_in(Incoming(path.name, path))
    reading = read_document(file.data, file.name, errand)
    return _copy_of(library, source_id, file, reading, errand, keep=keep)


def _copy_of(
    library: OpenLibrary, source_id: int, file: FileBytes, reading: Reading, errand: Errand, *, keep: bool
) -> Attachment:
    document = document_of(source_id, file, reading, keep=keep)
    return _attachment(library, document, errand, (file.data,) if document.is_kept else ())


def _again(library: OpenLibrary, document: Document, errand: Errand) -> Attachment:
    return _attachment(library, document, errand, ())


def _attachment(
    library: OpenLibrary, document: Document, errand: Errand, files: tuple[bytes, ...]
) -> Attachment:
    from explorer.services.anchoring import anchor, selectors

    with library.store.reading() as connection:
        passages = reads.passages(connection, document.source_id)
        same = _known_file(library, document.source_id) == document.sha256
        anchors = anchor(document.text, passages, errand.go_on, same_text=same)
        fresh = selectors(document.text, passages, anchors)
        changes = stored.attaching(connection, document, anchors, fresh)
    errand.go_on()
    return Attachment(
        ChangeSet(f"Attach “{document.filename}”", changes),
        (text_of(document), *files),
        _report(library, document, anchors, document.notices),
    )


def _report(
    library: OpenLibrary, document: Document, anchors: Sequence[Anchor], notices: tuple[str, ...]
) -> AttachReport:
    states = Counter(found.state for found in anchors)
    known = _known_file(library, document.source_id)
    return AttachReport(
        document.source_id,
        document.filename,
        states[AnchorState.EXACT],
        states[AnchorState.MOVED],
        states[AnchorState.LOST],
        None if known is None else known == document.sha256,
        document.encoding,
        notices,
        states[AnchorState.APPROXIMATE],
        states[AnchorState.SEVERAL],
    )


def _known_file(library: OpenLibrary, source_id: int) -> str | None:
    """The SHA-256 of the file that the passages of a source were taken from."""
    return next((source.sha256 for source in library.contents.sources if source.id == source_id), None)
