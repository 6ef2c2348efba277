"""Writing an event: what stands in the fields, what is wrong with it, and saving it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.entity import Entity, EntityKind
from explorer.domain.errors import ReaderError
from explorer.domain.event import Status, Theme
from explorer.domain.words import in_words
from explorer.services.edits import Edits
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.navigator import Navigator, TypedDate
from explorer.viewmodels.pages import Page
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.summary import edtf_of
from explorer.viewmodels.viewport import ViewportModel

if TYPE_CHECKING:
    from explorer.domain.detail import PassageCard
    from explorer.domain.draft import EventDraft, EvidenceDraft, NewEntity

CHANNEL = "event editor"
MOST_SUGGESTED = 8
MONTHS, DAYS = 0.06, 2.5
"""Device pixels a day from which on a view shows months, and days, well enough to point at one."""
KINDS = {"actors": (EntityKind.PERSON, EntityKind.BODY), "places": (EntityKind.PLACE,)}

Named: TypeAlias = "int | NewEntity"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields, as it was typed; dates in words or as EDTF, tags with commas."""

    title: str = ""
    start: str = ""
    end: str = ""
    theme_id: int = 0
    importance: int = 3
    summary: str = ""
    actors: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    tags: str = ""
    citation: str = ""
    url: str = ""
    label: str = ""
    date_checked: bool = False
    citation_checked: bool = False


@dataclass(frozen=True, slots=True)
class EditorState:
    """An event in the making.

    ``event_id`` is None for a new one. ``typed`` is what the fields begin with, ``evidence`` the passages
    that are added with it, ``problems`` are sentences by field, "" for what is of no field.
    """

    event_id: int | None
    typed: Typed
    evidence: "tuple[EvidenceDraft, ...]" = ()
    problems: Mapping[str, str] = field(default_factory=dict)
    saving: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody or some place that may be meant, and the words for it."""

    words: str
    named: Named


class EventEditorModel(QObject):
    """At most one event is written at a time.

    ``opened`` carries the :class:`EditorState` with which the fields begin, ``changed`` the state while one
    writes, ``closed`` the id of the event that was saved, or None.
    """

    opened = Signal(object)
    changed = Signal(object)
    closed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        services: Edits,
        edits: EditsModel,
        selection: SelectionModel,
        viewport: ViewportModel,
        navigator: Navigator,
        place: PlaceModel,
        messages: Messages,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._services = services
        self._edits = edits
        self._selection = selection
        self._viewport = viewport
        self._navigator = navigator
        self._place = place
        self._messages = messages
        self._courier = courier
        self._state: EditorState | None = None
        self._base: EventDraft | None = None
        library.opened.connect(self._forget)

    @property
    def state(self) -> EditorState | None:
        """What is written; None while nothing is."""
        return self._state

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The lanes of the open library."""
        library = self._library.current
        return () if library is None else library.contents.themes

    # Beginning

    def begin_new(self, day: float | None = None, theme_id: int | None = None) -> None:
        """Write a new event on a day, as exactly as the view shows it, or in the middle of the view."""
        view = self._viewport.viewport
        at = (view.start + view.end) / 2 if day is None else day
        lanes = self.themes
        if theme_id is None:
            theme_id = self._lane_in_hand()
        if lanes:
            from explorer.domain.draft import EventDraft

            self.begin(EventDraft("", self._written_at(at), theme_id or lanes[0].id))

    def date_at(self, day: float) -> str:
        """A day in words, as exactly as the view shows it."""
        return in_words(self._written_at(day))

    def begin(self, draft: "EventDraft") -> None:
        """Write a new event that begins with a draft (of a passage, or of a date found in a text).

        While another one is written nothing happens but that this is said.
        """
        library = self._library.current
        if library is None:
            return
        if self._state is not None:
            self._messages.show_notice(self.tr("An event is being written. Save or leave it first."))
        elif self._may_write(library):
            self._open(None, draft)

    def edit(self, event_id: int) -> None:
        """Write on an event that is there."""
        library = self._library.current
        if library is None or self._state is not None or not self._may_write(library):
            return

        def take(draft: "EventDraft") -> None:
            self._open(event_id, draft)

        self._courier.ask(CHANNEL, self._services.draft(library, event_id), take)

    def delete(self, event_id: int) -> None:
        """Take an event off the timeline and say how it comes back."""
        from explorer.services import drafts

        self._edits.apply(drafts.deleted_event(event_id), done=self._tell_deleted)

    def take_passage_away(self, card: "PassageCard") -> None:
        """Rest the event in hand no longer on a passage."""
        from explorer.services import drafts

        event_id = self._selection.current
        if event_id is not None:
            self._edits.apply(drafts.evidence_removed(event_id, card.passage.id), done=self._tell_deleted)

    # Writing

    def read_date(self, text: str) -> TypedDate:
        """What a text says as a date, in words."""
        return self._navigator.read_date(text)

    def problems(self, typed: Typed) -> Mapping[str, str]:
        """What keeps the fields from becoming an event, by field."""
        from explorer.domain.draft import problems

        found = dict(problems(self._draft(typed)))
        for name, text in (("start", typed.start), ("end", typed.end)):
            problem = self.read_date(text).problem if text.strip() else ""
            if problem:
                found[name] = problem
        return found

    def is_touched(self, typed: Typed) -> bool:
        """Whether anything was typed that would be lost."""
        return self._state is not None and typed != self._state.typed

    def suggestions(self, group: str, text: str) -> Sequence[Suggestion]:
        """Who or what may be meant in the field "actors" or "places": known ones first, then new ones."""
        library, words = self._library.current, text.casefold().split()
        if library is None or not words:
            return ()
        known = [
            entity
            for entity in library.contents.entities
            if entity.kind in KINDS[group] and _begins(entity, words)
        ]
        known.sort(key=lambda entity: (not entity.name.casefold().startswith(words[0]), entity.name))
        found = [Suggestion(entity.name, entity.id) for entity in known[:MOST_SUGGESTED]]
        name = " ".join(text.split())
        if not any(suggestion.words.casefold() == name.casefold() for suggestion in found):
            adding = {
                EntityKind.PERSON: self.tr("Add the person “{name}”"),
                EntityKind.BODY: self.tr("Add the body “{name}”"),
                EntityKind.PLACE: self.tr("Add the place “{name}”"),
            }
            from explorer.domain.draft import NewEntity

            found += [
                Suggestion(adding[kind].format(name=name), NewEntity(kind, name)) for kind in KINDS[group]
            ]
        return tuple(found)

    def name_of(self, named: Named) -> str:
        """The name of somebody or some place."""
        if not isinstance(named, int):
            return named.name
        library = self._library.current
        entities = () if library is None else library.contents.entities
        return next((entity.name for entity in entities if entity.id == named), "")

    def save(self, typed: Typed) -> None:
        """Put the event on the timeline, or say what is wrong with it; the fields stay until it is there."""
        state = self._state
        if state is None or state.saving:
            return
        found = self.problems(typed)
        if found:
            self._put(replace(state, problems=found))
            return
        from explorer.services import drafts

        self._put(replace(state, problems={}, saving=True))
        draft = self._draft(typed)
        event_id = state.event_id
        plan = drafts.new_event(draft) if event_id is None else drafts.changed_event(event_id, draft)
        self._edits.apply(plan, done=self._note_saved, failed=self._note_failed)

    def leave(self) -> None:
        """Write on it no longer; what was typed is let go."""
        if self._state is not None:
            self._state = None
            self.closed.emit(None)

    # What follows

    def _open(self, event_id: int | None, draft: "EventDraft") -> None:
        self._base = draft
        typed = Typed(
            title=draft.title,
            start=_in_words(draft.start),
            end=_in_words(draft.end or ""),
            theme_id=draft.theme_id,
            importance=draft.importance,
            summary=draft.summary,
            actors=draft.actors,
            places=draft.places,
            tags=", ".join(draft.tags),
            citation=draft.citation,
            url=draft.url or "",
            label=draft.label,
            date_checked=draft.date_status is Status.CHECKED,
            citation_checked=draft.citation_status is Status.CHECKED,
        )
        self._state = EditorState(event_id, typed, draft.evidence)
        self.opened.emit(self._state)

    def _draft(self, typed: Typed) -> "EventDraft":
        base = self._base
        if base is None:
            raise ValueError("nothing is written")
        return replace(
            base,
            title=" ".join(typed.title.split()),
            start=self._written(typed.start, base.start) or "",
            end=self._written(typed.end, base.end or ""),
            theme_id=typed.theme_id,
            importance=typed.importance,
            summary=typed.summary.strip(),
            actors=typed.actors,
            places=typed.places,
            tags=tuple(filter(None, (tag.strip() for tag in typed.tags.split(",")))),
            citation=typed.citation.strip(),
            url=typed.url.strip() or None,
            label=" ".join(typed.label.split()),
            date_status=_status(base.date_status, checked=typed.date_checked),
            citation_status=_status(base.citation_status, checked=typed.citation_checked),
        )

    def _written(self, text: str, before: str) -> str | None:
        """A typed date as EDTF; what was not touched stays as it was written."""
        if not text.strip():
            return None
        if text == _in_words(before):
            return before
        date = self.read_date(text).date
        return None if date is None else date.text

    def _may_write(self, library: OpenLibrary) -> bool:
        """Whether the library can be changed; says what to do if not, before anything is typed."""
        if library.store.read_only:
            self._messages.show_problem(
                self.tr(
                    "This library is open read-only. Copy its file to a folder of your own and open the copy"
                    " to change it."
                )
            )
        return not library.store.read_only

    def _written_at(self, day: float) -> str:
        scale = self._viewport.viewport.pixels_per_day
        return edtf_of(day, "days" if scale >= DAYS else "months" if scale >= MONTHS else "years")

    def _lane_in_hand(self) -> int | None:
        """The lane of the selected event."""
        library, event_id = self._library.current, self._selection.current
        row = None if library is None or event_id is None else library.index.row_of(event_id)
        return None if library is None or row is None else self.themes[int(library.index.lane[row])].id

    def _note_saved(self, change_set: ChangeSet) -> None:
        state, self._state = self._state, None
        event_id = None if state is None else state.event_id
        if event_id is None:
            event_id = next(iter(change_set.ids("event")), None)
        self.closed.emit(event_id)
        if event_id is not None:
            if self._place.page is Page.SOURCES:
                self._selection.select(event_id)
            else:
                self._selection.lead_to(event_id)
        if change_set.changes:
            self._messages.show_notice(
                self.tr("{title}: saved. Ctrl Z takes it back.").format(title=change_set.title)
            )

    def _note_failed(self, error: ReaderError) -> None:
        if self._state is not None:
            self._put(replace(self._state, saving=False, problems={"": str(error)}))

    def _tell_deleted(self, change_set: ChangeSet) -> None:
        self._messages.show_notice(
            self.tr("{title}: done. Ctrl Z brings it back.").format(title=change_set.title), seconds=12
        )

    def _put(self, state: EditorState) -> None:
        self._state = state
        self.changed.emit(state)

    def _forget(self, _library: OpenLibrary) -> None:
        self._courier.void(CHANNEL)
        self.leave()


def _in_words(written: str) -> str:
    return in_words(written) if written else ""


def _status(before: Status, *, checked: bool) -> Status:
    """What is not checked stays what else it was (provisional, say)."""
    if checked:
        return Status.CHECKED
    return Status.UNCHECKED if before is Status.CHECKED else before


def _begins(entity: Entity, words: Sequence[str]) -> bool:
    """Whether all words are beginnings of words of the entity's names."""
    parts = " ".join((entity.name, *entity.aliases)).casefold().split()
    return all(any(part.startswith(word) for part in parts) for word in words)
