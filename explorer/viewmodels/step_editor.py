"""Writing a step of a tour: what stands in the fields, what is wrong with it, and saving it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.errors import DateError, ReaderError
from explorer.domain.event import Theme
from explorer.domain.series import Series
from explorer.domain.tour import Show, Step, Tour
from explorer.domain.tour_draft import SENTENCES, StepDraft, draft_of, step_problems
from explorer.domain.tour_view import Focus, filters_of
from explorer.domain.words import in_words
from explorer.services import tour_edits
from explorer.services.libraries import OpenLibrary
from explorer.services.suggesting.sentences import sentences
from explorer.services.tour_focus import TourFocus
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.filter_words import FilterWords
from explorer.viewmodels.focus_search import FocusSearch, Picked, claim_words
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.navigator import Navigator, TypedDate
from explorer.viewmodels.view_taking import ViewTaking

CHANNEL = "step editor"


@dataclass(frozen=True, slots=True)
class TypedStep:
    """What stands in the fields, as it was typed; dates in words or as EDTF."""

    title: str = ""
    start: str = ""
    end: str = ""
    lanes: tuple[int, ...] = ()
    filters: str = ""
    series: tuple[str, ...] = ()
    event: Picked | None = None
    passage: Picked | None = None
    claim: Picked | None = None
    show: Show = Show.VIEW
    say: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class StepState:
    """A step in the making.

    ``step_id`` is None for a new one, which comes to stand at ``position`` of the tour. ``typed`` is what the
    fields begin with, ``problems`` are sentences by field, "" for what is of no field.
    """

    tour: Tour
    step_id: int | None
    position: int
    typed: TypedStep
    problems: Mapping[str, str] = field(default_factory=dict)
    saving: bool = False


class StepEditorModel(QObject):
    """At most one step is written at a time.

    ``opened`` carries the :class:`StepState` with which the fields begin, ``changed`` the state while one
    writes, ``taken`` a :class:`TypedStep` with the view of the timeline in it, ``closed`` None.
    """

    opened = Signal(object)
    changed = Signal(object)
    taken = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        edits: EditsModel,
        navigator: Navigator,
        taking: ViewTaking,
        focuses: TourFocus,
        search: FocusSearch,
        messages: Messages,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.search = search
        self._library = library
        self._edits = edits
        self._navigator = navigator
        self._taking = taking
        self._focuses = focuses
        self._messages = messages
        self._courier = courier
        self._filter_words = FilterWords(self)
        self._state: StepState | None = None
        self._base: StepDraft | None = None
        library.opened.connect(self._forget)

    @property
    def state(self) -> StepState | None:
        """What is written; None while nothing is."""
        return self._state

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The lanes of the open library."""
        library = self._library.current
        return () if library is None else library.contents.themes

    @property
    def series(self) -> tuple[Series, ...]:
        """The series of the open library."""
        library = self._library.current
        return () if library is None else library.contents.series

    # Beginning

    def begin_new(self, tour: Tour, position: int) -> None:
        """Write a new step of a tour, which begins with what the timeline shows and without a title."""
        taken = self._taking.draft()
        if taken is not None and self._state is None:
            self._read(tour, None, position, replace(taken, title=""))

    def edit(self, tour: Tour, step: Step) -> None:
        """Write on a step that is there."""
        if self._state is None:
            self._read(tour, step.id, tour.steps.index(step), draft_of(step))

    # Writing

    def read_date(self, text: str) -> TypedDate:
        """What a text says as a date, in words."""
        return self._navigator.read_date(text)

    def words_of_filters(self, filters: str) -> str:
        """What else narrows the view of the step, in words."""
        library = self._library.current
        if library is None or not filters:
            return ""
        return " · ".join(self._filter_words.of(filters_of(filters), library.contents))

    def count_of(self, say: str) -> tuple[str, bool]:
        """How many sentences a text has, in words, and whether they are too many for a class to read."""
        count = sum(1 for _ in sentences(say))
        if count == 0:
            return self.tr("One to three sentences, for the class to read"), False
        if count <= SENTENCES:
            return (self.tr("1 sentence") if count == 1 else self.tr("%n sentences", "", count)), False
        text = self.tr("{count} sentences: more than {most} are hard to read from the last row")
        return text.format(count=count, most=SENTENCES), True

    def take_view(self, typed: TypedStep) -> None:
        """Put range, lanes, filters and series of the timeline as it is now into the fields."""
        draft = self._taking.draft()
        if draft is not None:
            self.taken.emit(
                replace(
                    typed,
                    start=in_words(draft.view_start),
                    end=in_words(draft.view_end),
                    lanes=draft.lanes,
                    filters=draft.filters,
                    series=draft.series,
                )
            )

    def problems(self, typed: TypedStep) -> Mapping[str, str]:
        """What keeps the fields from becoming a step, by field."""
        names = {"view_start": "start", "view_end": "end", "speaker_note": "note"}
        found = {names.get(name, name): told for name, told in step_problems(self._draft(typed)).items()}
        for name, text in (("start", typed.start), ("end", typed.end)):
            problem = self.read_date(text).problem if text.strip() else ""
            if problem:
                found[name] = problem
        return found

    def is_touched(self, typed: TypedStep) -> bool:
        """Whether anything was typed that would be lost."""
        return self._state is not None and typed != self._state.typed

    def save(self, typed: TypedStep) -> None:
        """Put the step into its tour, or say what is wrong with it; the fields stay until it is there."""
        state = self._state
        if state is None or state.saving:
            return
        found = self.problems(typed)
        if found:
            self._put(replace(state, problems=found))
            return
        self._put(replace(state, problems={}, saving=True))
        draft = self._draft(typed)
        if state.step_id is None:
            plan = tour_edits.new_step(state.tour.id, draft, state.position)
        else:
            plan = tour_edits.changed_step(state.step_id, draft)
        self._edits.apply(plan, done=self._note_saved, failed=self._note_failed)

    def leave(self) -> None:
        """Write on it no longer; what was typed is let go."""
        if self._state is not None:
            self._state = None
            self.closed.emit(None)

    # What follows

    def _read(self, tour: Tour, step_id: int | None, position: int, draft: StepDraft) -> None:
        """Read what a step has in focus, then open it."""
        library = self._library.current
        if library is None:
            return
        key = step_id or 0

        def take(found: Mapping[int, Focus]) -> None:
            self._open(StepState(tour, step_id, position, self._typed(draft, found[key])), draft)

        self._courier.ask(CHANNEL, self._focuses.of(library, (_as_step(key, draft),)), take)

    def _open(self, state: StepState, base: StepDraft) -> None:
        self._state, self._base = state, base
        self.opened.emit(state)

    def _typed(self, draft: StepDraft, focus: Focus) -> TypedStep:
        event, passage, claim = focus.event, focus.passage, focus.claim
        return TypedStep(
            title=draft.title,
            start=_words_of(draft.view_start),
            end=_words_of(draft.view_end),
            lanes=draft.lanes,
            filters=draft.filters,
            series=draft.series,
            event=None if event is None else Picked(event.id, event.title),
            passage=None
            if passage is None
            else Picked(
                passage.passage.id,
                f"“{' '.join(passage.passage.selector.exact.split())}” {passage.source.label}",
            ),
            claim=None if claim is None else Picked(claim.claim.id, claim_words(claim)),
            show=draft.show,
            say=draft.say,
            note=draft.speaker_note,
        )

    def _draft(self, typed: TypedStep) -> StepDraft:
        base = self._base
        if base is None:
            raise ValueError("nothing is written")
        return StepDraft(
            title=" ".join(typed.title.split()),
            view_start=self._written(typed.start, base.view_start),
            view_end=self._written(typed.end, base.view_end),
            lanes=typed.lanes,
            filters=typed.filters,
            series=typed.series,
            event_id=None if typed.event is None else typed.event.id,
            passage_id=None if typed.passage is None else typed.passage.id,
            claim_id=None if typed.claim is None else typed.claim.id,
            show=typed.show,
            say=typed.say.strip(),
            speaker_note=typed.note.strip(),
        )

    def _written(self, text: str, before: str) -> str:
        """A typed date as EDTF; what was not touched stays as it was written."""
        if text == _words_of(before):
            return before
        date = self.read_date(text).date if text.strip() else None
        return "" if date is None else date.text

    def _note_saved(self, change_set: ChangeSet) -> None:
        self._state = None
        self.closed.emit(None)
        if change_set.changes:
            text = self.tr("{title}: saved. Ctrl Z takes it back.").format(title=change_set.title)
            self._messages.show_notice(text)

    def _note_failed(self, error: ReaderError) -> None:
        if self._state is not None:
            self._put(replace(self._state, saving=False, problems={"": str(error)}))

    def _put(self, state: StepState) -> None:
        self._state = state
        self.changed.emit(state)

    def _forget(self, _library: OpenLibrary) -> None:
        self._courier.void(CHANNEL)
        self.leave()


def _words_of(written: str) -> str:
    """A date in words; as it is written where it is none, so that it can be mended."""
    try:
        return in_words(written)
    except DateError:
        return written


def _as_step(id_: int, draft: StepDraft) -> Step:
    return Step(
        id_,
        draft.title,
        draft.view_start,
        draft.view_end,
        draft.lanes,
        draft.filters,
        draft.series,
        draft.event_id,
        draft.passage_id,
        draft.claim_id,
        draft.show,
        draft.say,
        draft.speaker_note,
    )
