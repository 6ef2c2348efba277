"""Finds the reader's copies of sources among the files of a folder, and the quotations in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.domain.errors import ReaderError
from explorer.domain.passage import Anchor, AnchorState, Passage
from explorer.domain.reading import Reading
from explorer.domain.source import Source
from explorer.services.anchoring import FoldedText, FoldedTexts, anchor
from explorer.services.reading.files import FileBytes, Incoming, taken_in
from explorer.services.reading.process import read_document
from explorer.services.workers import Errand

LIKE = 0.25  # the share of quotations that a file must hold to be taken for a copy


@dataclass(frozen=True, slots=True)
class Copy:
    """A source with the file that holds its text, or None.

    ``same`` is true when it is the very file that the passages were taken from (by SHA-256). ``anchors`` are
    in the order of ``passages``; without a file there are none. ``notices`` say what had to be guessed in
    reading the file.
    """

    source: Source
    file: Path | None
    same: bool
    passages: tuple[Passage, ...]
    anchors: tuple[Anchor, ...]
    notices: tuple[str, ...] = ()

    def count(self, state: AnchorState) -> int:
        """Number of passages in a state."""
        return sum(found.state is state for found in self.anchors)

    def by_slug(self) -> Iterator[tuple[str, AnchorState]]:
        """The slug of each passage with its state."""
        for passage, found in zip(self.passages, self.anchors, strict=True):
            yield passage.slug, found.state


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """A file with what was read from it."""

    file: FileBytes
    reading: Reading


def find_copies(folder: Path, sources: Sequence[Source], passages: Sequence[Passage]) -> tuple[Copy, ...]:
    """Match each source to a file of ``folder``: by SHA-256, else by how many of its quotations a file holds.

    A file serves one source only. Files that cannot be read are passed over.

    Raises:
        ReaderError: the folder cannot be read.
    """
    texts = _read(folder)
    folded = FoldedTexts()
    own = {
        source.id: tuple(passage for passage in passages if passage.source_id == source.id)
        for source in sources
    }
    chosen: dict[int, tuple[Path, bool]] = {}
    for source in sources:
        for path, text in texts.items():
            if source.sha256 is not None and text.file.sha256 == source.sha256:
                chosen[source.id] = (path, True)
                break
    taken = {path for path, _ in chosen.values()}
    scores = [
        (_share(folded.of(text.reading.text), own[source.id]), source.id, path)
        for source in sources
        if source.id not in chosen
        for path, text in texts.items()
        if path not in taken
    ]
    for share, source_id, path in sorted(scores, key=lambda score: (-score[0], score[1], score[2])):
        if share >= LIKE and source_id not in chosen and path not in taken:
            chosen[source_id] = (path, False)
            taken.add(path)
    return tuple(_copy(source, chosen.get(source.id), texts, folded, own[source.id]) for source in sources)


def _copy(
    source: Source,
    chosen: tuple[Path, bool] | None,
    texts: dict[Path, _Read],
    folded: FoldedTexts,
    passages: tuple[Passage, ...],
) -> Copy:
    if chosen is None:
        return Copy(source, None, same=False, passages=passages, anchors=())
    path, same = chosen
    text = texts[path]
    found = anchor(folded.of(text.reading.text), passages, same_text=same)
    return Copy(source, path, same, passages, found, text.reading.notices)


def _read(folder: Path) -> dict[Path, _Read]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise ReaderError(
            f"The folder {folder} cannot be read ({error.strerror}). Name a folder that holds the documents."
        ) from error
    texts = {}
    for path in paths:
        try:
            file = taken_in(Incoming(path.name, path))
            texts[path] = _Read(file, read_document(file.data, file.name, Errand()))
        except ReaderError:
            continue
    return texts


def _share(text: FoldedText, passages: Sequence[Passage]) -> float:
    found = anchor(text, passages)
    return sum(one.start is not None for one in found) / len(found) if found else 0.0
