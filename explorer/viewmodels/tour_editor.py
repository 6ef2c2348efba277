"""Naming a tour: title, audience and minutes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.errors import ReaderError
from explorer.domain.tour import Tour
from explorer.domain.tour_draft import TourDraft, tour_problems
from explorer.services import tour_edits
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages


@dataclass(frozen=True, slots=True)
class TourState:
    """A tour in the making; ``tour_id`` is None for a new one. ``problems`` are sentences by field."""

    tour_id: int | None
    typed: TourDraft
    problems: Mapping[str, str] = field(default_factory=dict)
    saving: bool = False


class TourEditorModel(QObject):
    """At most one tour is named at a time.

    ``opened`` carries the :class:`TourState` with which the fields begin, ``changed`` the state while one
    writes, ``closed`` None.
    """

    opened = Signal(object)
    changed = Signal(object)
    closed = Signal(object)

    def __init__(
        self, library: LibraryModel, edits: EditsModel, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edits = edits
        self._messages = messages
        self._state: TourState | None = None
        library.opened.connect(self._forget)

    @property
    def state(self) -> TourState | None:
        """What is written; None while nothing is."""
        return self._state

    def begin_new(self) -> None:
        """Name a new tour."""
        self._open(TourState(None, TourDraft("")))

    def edit(self, tour: Tour) -> None:
        """Name a tour that is there otherwise."""
        self._open(TourState(tour.id, TourDraft(tour.title, tour.audience, tour.minutes)))

    def problems(self, typed: TourDraft) -> Mapping[str, str]:
        """What keeps the fields from becoming a tour, by field."""
        return tour_problems(typed)

    def is_touched(self, typed: TourDraft) -> bool:
        """Whether anything was typed that would be lost."""
        return self._state is not None and typed != self._state.typed

    def save(self, typed: TourDraft) -> None:
        """Keep what stands in the fields, or say what is wrong with it."""
        state = self._state
        if state is None or state.saving:
            return
        found = self.problems(typed)
        if found:
            self._put(replace(state, problems=found))
            return
        self._put(replace(state, problems={}, saving=True))
        if state.tour_id is None:
            plan = tour_edits.new_tour(typed)
        else:
            plan = tour_edits.changed_tour(state.tour_id, typed)
        self._edits.apply(plan, done=self._note_saved, failed=self._note_failed)

    def leave(self) -> None:
        """Write on it no longer."""
        if self._state is not None:
            self._state = None
            self.closed.emit(None)

    def _open(self, state: TourState) -> None:
        self._state = state
        self.opened.emit(state)

    def _note_saved(self, change_set: ChangeSet) -> None:
        self.leave()
        if change_set.changes:
            text = self.tr("{title}: saved. Ctrl Z takes it back.").format(title=change_set.title)
            self._messages.show_notice(text)

    def _note_failed(self, error: ReaderError) -> None:
        if self._state is not None:
            self._put(replace(self._state, saving=False, problems={"": str(error)}))

    def _put(self, state: TourState) -> None:
        self._state = state
        self.changed.emit(state)

    def _forget(self, _library: OpenLibrary) -> None:
        self.leave()
