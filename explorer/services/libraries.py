"""Opens libraries, and builds the shipped story where that is due."""

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from explorer.domain.change import ChangeSet
from explorer.domain.contents import Contents
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Anchor
from explorer.domain.source import Document
from explorer.domain.whole import WholeLibrary
from explorer.services.loading import Loading, arrays_of, from_rows, keep_in_new, load
from explorer.services.story_files import fingerprint
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.store.faults import UnfitError
from explorer.store.library import Library
from explorer.timeline.edited import EditedIndex
from explorer.timeline.filters import FacetTable
from explorer.timeline.index import LAYOUT, EventIndex

STORY_FILE = "story.tlx"
"""The shipped story in the reader's data folder."""
_TAKEN_OVER = ("document", "anchor")
"""Records that a story built anew gets from the one before."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenLibrary:
    """A library with all that is kept in memory while it is open.

    ``labels`` are those of the 2,000 most important events by id; the others are read when they are needed.
    ``kept`` tells whether the file had arrays that hold for its rows, so that the rows were not read.
    ``edition`` is that of the store when the rows were read.
    """

    store: Library
    contents: Contents
    index: EventIndex
    facets: FacetTable
    labels: Mapping[int, str]
    kept: bool
    edition: int = 0


class Libraries:
    """Opens library files on worker threads."""

    def __init__(self, workers: Workers, story: Path, data: Path) -> None:
        """``story`` is the folder of the shipped story's files, ``data`` the reader's data folder."""
        self._workers = workers
        self._story = story
        self._data = data

    def open_story(self, loading: Loading | None = None) -> Future[OpenLibrary]:
        """Open the shipped story, building its file first if it is missing or of another version.

        The future raises ReaderError if it cannot be opened, CancelledError if ``loading`` was called off.
        """
        return self._workers.write(open_story, self._story, self._data, loading)

    def open(self, path: Path, loading: Loading | None = None) -> Future[OpenLibrary]:
        """Open a library file. The future raises what that of ``open_story`` does."""
        return self._workers.read(open_library, path, loading)

    def examine(self, library: OpenLibrary) -> Future[bool]:
        """Read a large file through behind the reader's back; whether that came to its end.

        The future raises ReaderError if the file is damaged.
        """
        return self._workers.aside(library.store.examine, stop=library.store.stop_examining)

    def give_way(self) -> None:
        """See :meth:`Workers.give_way`: a library was changed, and its next frame comes first."""
        self._workers.give_way()

    def keep(self, library: OpenLibrary) -> Future[None]:
        """Keep what is in memory in the file, so that its rows need not be read at the next opening."""
        return self._workers.write(_keep, library)

    def sorted_anew(self, library: OpenLibrary, loading: Loading) -> Future[OpenLibrary | None]:
        """The library as it would be in memory if it were opened now: nothing beside what is sorted in.

        It works aside, for seconds where there are millions of events; None if ``loading`` was called off.
        """
        return self._workers.aside(partial(_sorted_anew, library, loading), stop=loading.call_off)

    def make(self, path: Path, title: str, lane: str) -> Future[OpenLibrary]:
        """Make a library with nothing in it but a title and a lane, and open it.

        The future raises ReaderError if there is such a file or it cannot be written.
        """
        return self._workers.write(_make, path, title, lane)

    def build(self, out: Path) -> Path:
        """Write the shipped story to a library file, on the thread of the caller."""
        build_story(self._story, out)
        return out


def open_library(path: Path, loading: Loading | None = None) -> OpenLibrary:
    """Open a library file, on the thread of the caller.

    Raises:
        ReaderError: the file cannot be opened.
        CancelledError: it was called off.
    """
    return _loaded(Library.open(path), loading or Loading())


def open_story(story: Path, data: Path, loading: Loading | None = None) -> OpenLibrary:
    """Open the shipped story, on the thread of the caller.

    Raises:
        ReaderError: the story's file is not there and cannot be built.
        CancelledError: it was called off.
    """
    return _loaded(_up_to_date(story, data / STORY_FILE), loading or Loading())


def event_named(library: OpenLibrary, slug: str) -> int | None:
    """The id of the event of this name, on the thread of the caller."""
    with library.store.reading() as connection:
        return reads.event_id(connection, slug)


def story_library(story: Path, data: Path) -> Path:
    """The file of the shipped story in the reader's data folder, built first where that is due.

    Raises:
        ReaderError: the story's file is not there and cannot be built.
    """
    path = data / STORY_FILE
    _up_to_date(story, path).close()
    return path


def build_story(story: Path, out: Path) -> None:
    """Write the shipped story to a library file.

    Raises:
        ReaderError: the file cannot be written, or there is one of that name.
    """
    if out.exists():
        raise ReaderError(
            f"“{out.name}” is there already and was left as it is. Choose another name or move it away first."
        )
    from explorer.services.story import read_story
    from explorer.store import content

    content.write(out, read_story(story, _now()), keep_in_new)


def _loaded(store: Library, loading: Loading) -> OpenLibrary:
    try:
        found = load(store, loading)
    except BaseException:
        store.close()
        raise
    return OpenLibrary(store, found.contents, found.index, found.facets, found.labels, found.kept)


def _make(path: Path, title: str, lane: str) -> OpenLibrary:
    from explorer.services.new_library import make_library

    return open_library(make_library(path, title, lane))


def _keep(library: OpenLibrary) -> None:
    # A change may have come in between: what was in memory before it must not pass for what is true now. And
    # what was patched since is not sorted in: that is left to the next opening.
    if library.edition == library.store.edition and not isinstance(library.index, EditedIndex):
        library.store.keep(LAYOUT, arrays_of(library.index, library.facets, library.labels))


def _sorted_anew(library: OpenLibrary, loading: Loading) -> OpenLibrary | None:
    # Before the rows are read: a change that comes in meanwhile leaves this one behind, and it is not kept.
    edition = library.store.edition
    try:
        with library.store.reading() as connection:
            found = from_rows(connection, reads.contents(connection), loading)
    except CancelledError:
        return None
    return OpenLibrary(
        library.store, found.contents, found.index, found.facets, found.labels, found.kept, edition
    )


def _up_to_date(story: Path, path: Path) -> Library:
    """The story's library, built if there is none, rebuilt if the story that ships now is another one.

    If it cannot be rebuilt just now (another window has it open, the disk is full), the one that is there is
    as good as it was: it is opened, and its notice says why it is not the newest.
    """
    if not path.exists():
        _build_first(story, path)
        return Library.open(path)
    shipped = fingerprint(story)
    try:
        library = Library.open(path)
    except UnfitError:
        _move_aside(path)
        _build_first(story, path)
        return Library.open(path)
    with library.reading() as connection:
        _, built_from = reads.identity(connection)
    if built_from == shipped:
        return library
    rebuilt = _rebuild(story, path, _made_by_reader(library))
    library = Library.open(path)
    if rebuilt:
        library.notice = rebuilt
    return library


@dataclass(frozen=True, slots=True)
class _OfReader:
    """What a reader put into the story: documents by the slug of their source, and other changes."""

    attached: Mapping[str, Document]
    edited: bool


def _made_by_reader(library: Library) -> _OfReader:
    """What would be lost with the story's file. Closes it."""
    from explorer.store import changes

    try:
        with library.reading() as connection:
            edited = any(map(_is_edit, changes.logged(connection)))
            return _OfReader(reads.attached(connection), edited)
    finally:
        library.close()


def _is_edit(change_set: ChangeSet) -> bool:
    """Whether a change set did more than attach a text, which is taken over into a new story."""
    return any(
        change.record not in _TAKEN_OVER
        and not (change.record == "passage" and change.before and change.after)
        for change in change_set.changes
    )


def _build_first(story: Path, path: Path) -> None:
    try:
        build_story(story, path)
    except ReaderError:
        # Another window that was started at the same moment may have built it.
        if not path.exists():
            raise


def _rebuild(story: Path, path: Path, own: _OfReader) -> str:
    """Write the story anew with the reader's documents in it.

    Whatever else the reader changed stays in a copy of the old file. Answers what to tell the reader: where
    that copy is, or why the story was not renewed.
    """
    from explorer.services.story import read_story
    from explorer.store import content

    try:
        whole = read_story(story, _now())
        known = {source.slug for source in whole.contents.sources}
        kept = {slug: document for slug, document in own.attached.items() if slug in known}
        files = any(document.is_kept for document in own.attached.values())
        wanted = own.edited or files or len(kept) < len(own.attached)
        with _copied_aside(path, wanted=wanted) as copy:
            content.write(path, _with_documents(whole, kept), keep_in_new)
    except ReaderError as error:
        return f"This is an earlier version of the story. {error}"
    if copy is None:
        return ""
    return (
        f"The story was renewed with the app. Your changes are in “{copy.name}” in {copy.parent}:"
        " open it by the menu to go on with them."
    )


def _with_documents(whole: WholeLibrary, attached: Mapping[str, Document]) -> WholeLibrary:
    """The library with texts attached to the sources of the same slug, their passages found again in them."""
    from explorer.services.anchoring import anchor, selectors

    ids = {source.slug: source.id for source in whole.contents.sources}
    texts = tuple(
        replace(document, source_id=ids[slug], is_kept=False) for slug, document in attached.items()
    )
    passages = {passage.id: passage for passage in whole.passages}
    anchors: list[Anchor] = []
    files = {source.id: source.sha256 for source in whole.contents.sources}
    for document in texts:
        own = [passage for passage in whole.passages if passage.source_id == document.source_id]
        found = anchor(document.text, own, same_text=files[document.source_id] == document.sha256)
        anchors += found
        for id_, selector in (selectors(document.text, own, found) or {}).items():
            passages[id_] = replace(passages[id_], selector=selector)
    return replace(whole, passages=tuple(passages.values()), documents=texts, anchors=tuple(anchors))


@contextmanager
def _copied_aside(path: Path, *, wanted: bool) -> Iterator[Path | None]:
    """Keep a copy of the old file if the new one has no place for all of it; none if the block fails."""
    if not wanted:
        yield None
        return
    aside = _aside(path)
    try:
        shutil.copy2(path, aside)
        yield aside
    except BaseException as error:
        aside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ReaderError(f"A copy of “{path.name}” cannot be made ({error.strerror}).") from error
        raise


def _move_aside(path: Path) -> None:
    """Give a file another name, and its log with it, so that nothing in it is lost."""
    aside = _aside(path)
    try:
        for end in ("", "-wal", "-journal"):
            old = path.with_name(path.name + end)
            if old.exists():
                old.rename(aside.with_name(aside.name + end))
    except OSError as error:
        raise ReaderError(
            f"“{path.name}” in {path.parent} cannot be used and cannot be moved out of the way"
            f" ({error.strerror}). Move or delete it and start again."
        ) from error


def _aside(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y-%m-%d %H%M%S")
    return path.with_name(f"{path.stem} (kept {stamp}){path.suffix}")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
