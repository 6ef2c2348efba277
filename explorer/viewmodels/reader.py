"""The document in hand: its text, its passages and the one that is looked at."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.detail import DocumentPassage, SourceDetail
from explorer.domain.errors import ReaderError
from explorer.domain.event import Theme
from explorer.domain.source import Document, SourceRole
from explorer.services.documents import Attachment, AttachReport, Documents
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.settings import KEEP_FILES, SettingsModel

READ = "reader"
PREPARE = "reader, preparing"
SAVE = "reader, saving a file"


@dataclass(frozen=True, slots=True)
class ReaderState:
    """What the reader shows.

    ``passages`` are in the order in which they stand in the text shown; those that were not found
    come last. ``themes`` are the lanes by id. ``busy`` is the source id whose text is being
    attached or detached, ``cancellable`` tells whether that can be called off. ``report`` tells how the
    last attaching in this session went, ``detached`` is a text that was just taken out and can be put
    back, ``problem`` a sentence for what did not work.
    """

    detail: SourceDetail | None = None
    passages: tuple[DocumentPassage, ...] = ()
    themes: Mapping[int, Theme] = field(default_factory=dict)
    busy: int | None = None
    cancellable: bool = False
    report: AttachReport | None = None
    detached: Document | None = None
    problem: str = ""


class ReaderModel(QObject):
    """Opens sources and walks through their passages; attaches and detaches the reader's own copies."""

    changed = Signal(object)
    passage_changed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        documents: Documents,
        edits: EditsModel,
        selection: SelectionModel,
        settings: SettingsModel,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._documents = documents
        self._edits = edits
        self._selection = selection
        self._settings = settings
        self._courier = courier
        self._source_id: int | None = None
        self._asked_passage: int | None = None
        self._passage_id: int | None = None
        self._detail: SourceDetail | None = None
        self._busy: int | None = None
        self._errand: Errand | None = None
        self._reports: dict[int, AttachReport] = {}
        self._detached: dict[int, Document] = {}
        self._problem = ""
        self._state = ReaderState()
        library.opened.connect(self._start_anew)
        library.changed.connect(self._reload)

    @property
    def state(self) -> ReaderState:
        """What is to be shown."""
        return self._state

    @property
    def current(self) -> int | None:
        """Id of the passage that is looked at."""
        return self._passage_id

    def open_first(self) -> None:
        """Open the first article of the library, unless a source is open."""
        library = self._library.current
        if library is None or self._source_id is not None:
            return
        articles = [source for source in library.contents.sources if source.role is SourceRole.ARTICLE]
        for source in (articles or library.contents.sources)[:1]:
            self.open_source(source.id)

    def open_source(self, source_id: int, passage_id: int | None = None) -> None:
        """Open a source, at one of its passages if ``passage_id`` is given."""
        if self._detail is not None and self._detail.source.id == source_id == self._source_id:
            if passage_id is not None:
                self.go_to(passage_id)
            return
        self._source_id = source_id
        self._asked_passage = passage_id
        self._problem = ""
        self._reload()

    def go_to(self, passage_id: int) -> None:
        """Look at one passage of the open source. Asked for again, it is shown again.

        One that was just made is looked at once it is there.
        """
        if any(item.passage.id == passage_id for item in self._state.passages):
            self._passage_id = passage_id
            self.passage_changed.emit(passage_id)
        else:
            self._asked_passage = passage_id

    def next_passage(self) -> None:
        """Go on to the next passage; the last one stays."""
        self._step(1)

    def previous_passage(self) -> None:
        """Go back to the previous passage; the first one stays."""
        self._step(-1)

    def select_event(self) -> int | None:
        """Select the event of the current passage, asked again the next of its events. Returns its id."""
        item = next((item for item in self._state.passages if item.passage.id == self._passage_id), None)
        ids = [event.id for event in (*item.events, *item.examples)] if item is not None else []
        if not ids:
            return None
        current = self._selection.current
        chosen = ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
        self._selection.select(chosen)
        return chosen

    def attach(self, path: Path) -> None:
        """Attach the file at ``path``, of any kind that is read, to the open source."""
        library = self._library.current
        if library is not None and self._source_id is not None and self._busy is None:
            errand = Errand()
            keep = bool(self._settings.value(KEEP_FILES))
            self._prepare(self._documents.copy(library, self._source_id, path, errand, keep=keep), errand)

    def attach_again(self) -> None:
        """Put back the text that was detached."""
        library = self._library.current
        document = self._state.detached
        if library is not None and document is not None and self._busy is None:
            errand = Errand()
            self._prepare(self._documents.again(library, document, errand), errand)

    def cancel(self) -> None:
        """Call off the attaching of a text; the library stays as it was. Too late, it goes on to its end."""
        if self._errand is not None:
            self._errand.call_off()
            self._courier.void(PREPARE)
            self._busy = self._errand = None
            self._show()

    def detach(self) -> None:
        """Take the text of the open source out of the library; :meth:`attach_again` puts it back."""
        library = self._library.current
        document = self._detail.document if self._detail is not None else None
        if library is None or document is None or self._busy is not None:
            return
        self._detached[document.source_id] = document
        self._begin(document.source_id)
        plan = self._documents.detaching(document.source_id, document.filename)
        self._edits.apply(plan, done=self._note_detached, failed=self._refuse)

    def save_file(self, path: Path) -> None:
        """Write the file of the open document, as it was when it was added, to ``path``."""
        library = self._library.current
        if library is not None and self._source_id is not None:
            answer = self._documents.save_file(library, self._source_id, path)
            self._courier.ask(SAVE, answer, _ignore, self._refuse)

    def dismiss_problem(self) -> None:
        """Forget what did not work."""
        if self._problem:
            self._problem = ""
            self._show()

    def _prepare(self, answer: Future[Attachment], errand: Errand) -> None:
        assert self._source_id is not None
        self._errand = errand
        self._begin(self._source_id)
        self._courier.ask(PREPARE, answer, self._write, self._refuse)

    def _write(self, attachment: Attachment) -> None:
        self._errand = None
        self._show()
        done = partial(self._note_attached, attachment.report)
        self._edits.apply(attachment.change_set, attachment.contents, done, self._refuse)

    def _begin(self, source_id: int) -> None:
        self._busy = source_id
        self._problem = ""
        self._show()

    def _note_attached(self, report: AttachReport, _change_set: ChangeSet) -> None:
        self._reports[report.source_id] = report
        self._detached.pop(report.source_id, None)
        self._busy = None
        self._show()

    def _note_detached(self, _change_set: ChangeSet) -> None:
        if self._busy is not None:
            self._reports.pop(self._busy, None)
        self._busy = None
        self._show()

    def _refuse(self, error: ReaderError) -> None:
        self._busy = self._errand = None
        self._problem = str(error)
        self._show()

    def _start_anew(self) -> None:
        self._courier.void(PREPARE)
        self._source_id = self._passage_id = self._asked_passage = self._busy = self._errand = None
        self._detail = None
        self._problem = ""
        self._reports.clear()
        self._detached.clear()
        self._show()

    def _reload(self) -> None:
        library = self._library.current
        if library is not None and self._detail is not None and self._is_gone(library):
            # Undo took the source away that is read.
            self._source_id = self._passage_id = self._detail = None
            self._show()
            self.open_first()
        elif library is not None and self._source_id is not None:
            self._courier.ask(
                READ, self._documents.source(library, self._source_id), self._take, self._refuse
            )

    def _is_gone(self, library: OpenLibrary) -> bool:
        """Whether the source that is read is in the library no more."""
        return (
            self._detail is not None
            and self._detail.source.id == self._source_id
            and all(source.id != self._source_id for source in library.contents.sources)
        )

    def _take(self, detail: SourceDetail) -> None:
        shown = None if self._detail is None else (self._detail.source.id, self._detail.document is None)
        another = self._detail is None or self._detail.source.id != detail.source.id
        to_be_shown = self._asked_passage is not None or shown != (detail.source.id, detail.document is None)
        self._detail = detail
        if another:
            self._passage_id = None
        asked, self._asked_passage = self._asked_passage, None
        if asked is not None and any(item.passage.id == asked for item in detail.passages):
            self._passage_id = asked
        if detail.document is not None:
            self._detached.pop(detail.source.id, None)
        else:
            self._reports.pop(detail.source.id, None)
        self._show()
        if to_be_shown:
            # After a change of the library the reader's place in the text stays as it is.
            self.passage_changed.emit(self._passage_id)

    def _show(self) -> None:
        library, detail = self._library.current, self._detail
        source_id = detail.source.id if detail is not None else -1
        self._state = ReaderState(
            detail,
            _in_order(detail) if detail is not None else (),
            {theme.id: theme for theme in library.contents.themes} if library is not None else {},
            self._busy,
            self._errand is not None,
            self._reports.get(source_id),
            self._detached.get(source_id) if self._busy is None else None,
            self._problem,
        )
        self.changed.emit(self._state)

    def _step(self, by: int) -> None:
        ids = [item.passage.id for item in self._state.passages]
        if not ids:
            return
        if self._passage_id in ids:
            at = min(max(ids.index(self._passage_id) + by, 0), len(ids) - 1)
        else:
            at = 0 if by > 0 else len(ids) - 1
        self.go_to(ids[at])


def _ignore(_answer: None) -> None:
    """The file is where the reader wanted it."""


def _in_order(detail: SourceDetail) -> tuple[DocumentPassage, ...]:
    """As they stand in the attached text, or else in the document they were taken from."""

    def place(item: DocumentPassage) -> tuple[int, int, int]:
        stored = item.passage.selector.start
        if detail.document is None:
            return (0, stored, item.passage.id)
        if item.anchor is None or item.anchor.start is None:
            return (1, stored, item.passage.id)
        return (0, item.anchor.start, item.passage.id)

    return tuple(sorted(detail.passages, key=place))
