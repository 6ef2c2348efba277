"""Attaches a reader's own copy of a source's text, and answers what is known of the sources."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from explorer.domain.detail import SourceDetail
from explorer.domain.passage import Anchor, AnchorState
from explorer.domain.source import Document, SourceSummary
from explorer.services.anchoring import anchor, selectors
from explorer.services.libraries import OpenLibrary
from explorer.services.bridge import read_document
from explorer.services.workers import Errand, Workers
from explorer.store import documents as stored
from explorer.store import reads


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

    @property
    def total(self) -> int:
        """Number of passages looked for."""
        return self.exact + self.moved + self.lost


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

    def attach(
        self, library: OpenLibrary, source_id: int, path: Path, errand: Errand
    ) -> Future[AttachReport]:
        """Read a plain text file, find the passages of the source in it and keep it as the source's text.

        The future raises ReaderError if the file cannot be read as text or the library cannot be
        written, and CancelledError if ``errand`` was called off; nothing has changed then.
        """
        return self._workers.write(_attach, library, source_id, path, errand)

    def restore(self, library: OpenLibrary, document: Document, errand: Errand) -> Future[AttachReport]:
        """Attach again a text that was detached."""
        return self._workers.write(_restore, library, document, errand)

    def detach(self, library: OpenLibrary, source_id: int) -> Future[None]:
        """Take the attached text out of the library. The reader's file is not touched."""
        return self._workers.write(_detach, library, source_id)


def _summaries(library: OpenLibrary) -> tuple[SourceSummary, ...]:
    with library.store.reading() as connection:
        return reads.source_summaries(connection)


def _source(library: OpenLibrary, source_id: int) -> SourceDetail:
    with library.store.reading() as connection:
        return reads.source_detail(connection, source_id)


def _attach(library: OpenLibrary, source_id: int, path: Path, errand: Errand) -> AttachReport:
    errand.go_on()
    read = read_document(path)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    document = Document(source_id, read.filename, read.sha256, read.encoding, read.text, now)
    return _keep(library, document, read.notices, errand)


def _restore(library: OpenLibrary, document: Document, errand: Errand) -> AttachReport:
    return _keep(library, document, (), errand)


def _keep(library: OpenLibrary, document: Document, notices: tuple[str, ...], errand: Errand) -> AttachReport:
    with library.store.reading() as connection:
        passages = reads.passages(connection, document.source_id)
    anchors = anchor(document.text, passages, errand.go_on)
    fresh = selectors(document.text, passages, anchors)
    with library.store.writing(keeps_arrays=True) as connection:
        errand.begin_writing()
        stored.attach(connection, document, anchors, fresh)
    return _report(library, document, anchors, notices)


def _report(
    library: OpenLibrary, document: Document, anchors: Sequence[Anchor], notices: tuple[str, ...]
) -> AttachReport:
    states = Counter(found.state for found in anchors)
    known = next(
        (source.sha256 for source in library.contents.sources if source.id == document.source_id), None
    )
    return AttachReport(
        document.source_id,
        document.filename,
        states[AnchorState.EXACT],
        states[AnchorState.MOVED],
        states[AnchorState.LOST],
        None if known is None else known == document.sha256,
        document.encoding,
        notices,
    )


def _detach(library: OpenLibrary, source_id: int) -> None:
    with library.store.writing(keeps_arrays=True) as connection:
        stored.detach(connection, source_id)
