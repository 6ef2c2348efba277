"""Writing the bibliographic record of a source."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.errors import ReaderError
from explorer.domain.record import RecordDraft
from explorer.domain.source import Source
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.navigator import Navigator, TypedDate


@dataclass(frozen=True, slots=True)
class RecordState:
    """The record that is written. ``problem`` is a sentence on why it was not saved."""

    source: Source
    draft: RecordDraft
    problem: str = ""
    saving: bool = False


class RecordModel(QObject):
    """One record at a time.

    ``opened`` carries the :class:`RecordState` with which the fields begin, ``changed`` the state while one
    writes, ``closed`` nothing: it was saved, or left.
    """

    opened = Signal(object)
    changed = Signal(object)
    closed = Signal()

    def __init__(
        self, library: LibraryModel, edits: EditsModel, navigator: Navigator, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edits = edits
        self._navigator = navigator
        self._state: RecordState | None = None
        library.opened.connect(self._leave)

    @property
    def state(self) -> RecordState | None:
        """The record that is written, if one is."""
        return self._state

    def begin(self, source: Source) -> None:
        """Begin to write the record of a source."""
        from explorer.services.records import draft_of

        self._state = RecordState(source, draft_of(source))
        self.opened.emit(self._state)

    def read_date(self, text: str) -> TypedDate:
        """How a date is understood, in words or as EDTF."""
        return self._navigator.read_date(text)

    def save(self, draft: RecordDraft) -> None:
        """Save what stands in the fields; ``date`` is what was typed, in words or as EDTF."""
        from explorer.services.records import problem_of, saving

        if self._state is None or self._state.saving:
            return
        typed = self.read_date(draft.date) if draft.date else None
        if typed is not None and typed.date is not None:
            draft = replace(draft, date=typed.date.text)
        problem = (typed.problem if typed is not None else "") or problem_of(draft)
        self._state = replace(self._state, problem=problem, saving=not problem)
        self.changed.emit(self._state)
        if not problem:
            self._edits.apply(
                saving(self._state.source.id, draft), done=self._note_saved, failed=self._refuse
            )

    def leave(self) -> None:
        """Leave without saving."""
        if self._state is not None:
            self._state = None
            self.closed.emit()

    def _note_saved(self, _change_set: ChangeSet) -> None:
        self.leave()

    def _refuse(self, error: ReaderError) -> None:
        if self._state is not None:
            self._state = replace(self._state, problem=str(error), saving=False)
            self.changed.emit(self._state)

    def _leave(self, _library: object) -> None:
        self.leave()
