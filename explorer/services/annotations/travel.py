"""The use cases: passages out as annotations, and a preview of annotations that want to come in."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path

from explorer.domain.annotation import AnnotationPreview
from explorer.domain.errors import ReaderError
from explorer.domain.source import Source
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Workers
from explorer.store import reads


class Annotations:
    """Looks at annotations that want to come in."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def preview(self, library: OpenLibrary, path: Path, errand: Errand) -> Future[AnnotationPreview]:
        """What importing a file would do. Nothing is written.

        The future raises ReaderError if the file cannot be read, CancelledError if ``errand`` was called off.
        """
        return self._workers.read(_preview, library, path, errand)


def annotations_of(library: OpenLibrary, sources: Sequence[Source] | None) -> tuple[str, int]:
    """The passages of some sources, or of all, as the text of a JSON-LD file, and how many these are.

    Raises:
        ReaderError: the library cannot be read.
    """
    from explorer.services.annotations.writing import write

    with library.store.reading() as connection:
        passages = reads.annotated_passages(connection)
    if sources is not None:
        wanted = {source.id for source in sources}
        passages = tuple(one for one in passages if one.source.id in wanted)
    return write(passages), len(passages)


def _preview(library: OpenLibrary, path: Path, errand: Errand) -> AnnotationPreview:
    from explorer.services.annotations.placing import Known, addresses, place
    from explorer.services.annotations.reading import LARGEST, read

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise ReaderError(f"“{path.name}” cannot be read: {error.strerror}. Choose another file.") from error
    found = read(data, path.name)
    errand.go_on()
    sources = library.contents.sources
    with library.store.reading() as connection:

        def text_of(source_id: int) -> str | None:
            document = reads.source_detail(connection, source_id).document
            return None if document is None else document.text

        known = Known(sources, text_of, addresses(sources), reads.records_known(connection))
        return AnnotationPreview(path.name, place(found, known, errand.go_on))
