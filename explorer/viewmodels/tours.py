"""The tours of the open library, the one in hand and its step in hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.errors import DateError
from explorer.domain.tour import Step, Tour
from explorer.domain.tour_draft import TourDraft, draft_of
from explorer.domain.tour_view import Focus
from explorer.services import tour_edits
from explorer.services.edits import Plan
from explorer.services.libraries import OpenLibrary
from explorer.services.tour_focus import TourFocus
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.pages import Page
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.showing import ShowingModel
from explorer.viewmodels.view_taking import ViewTaking

T = TypeVar("T", Tour, Step)
CHANNEL = "tours"
LONG_S = 12.0
"""Seconds for which it is said how something that is gone comes back."""


@dataclass(frozen=True, slots=True)
class PlayAsk:
    """A tour is to be played from one of its steps, counted from 0."""

    tour_id: int
    position: int


@dataclass(frozen=True, slots=True)
class ToursState:
    """What the page of tours shows. ``focuses`` are there, by the id of the step, once they were read."""

    tours: tuple[Tour, ...] = ()
    tour: Tour | None = None
    step: Step | None = None
    focuses: Mapping[int, Focus] = field(default_factory=dict)
    read_only: bool = False

    @property
    def position(self) -> int:
        """Where the step in hand stands, from 0; 0 without one."""
        return 0 if self.tour is None or self.step is None else self.tour.steps.index(self.step)


class ToursModel(QObject):
    """Every request that changes a tour is one change, which Undo takes back.

    ``changed`` carries the :class:`ToursState`, ``play_asked`` a :class:`PlayAsk`.
    """

    changed = Signal(object)
    play_asked = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        edits: EditsModel,
        focuses: TourFocus,
        showing: ShowingModel,
        taking: ViewTaking,
        place: PlaceModel,
        settings: SettingsModel,
        messages: Messages,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._edits = edits
        self._focuses = focuses
        self._showing = showing
        self._taking = taking
        self._place = place
        self._settings = settings
        self._messages = messages
        self._courier = courier
        self._active = False
        self._state = ToursState()
        library.opened.connect(self._begin)
        library.changed.connect(self._renew)
        edits.applied.connect(self._follow)
        if library.current is not None:
            self._begin(library.current)

    @property
    def state(self) -> ToursState:
        """What was last said by ``changed``."""
        return self._state

    def set_active(self, active: bool) -> None:
        """Say whether anyone looks: what the steps have in focus is not read before."""
        self._active = active
        if active:
            self._read()

    # What is in hand

    def choose_tour(self, tour_id: int) -> None:
        """Take a tour in hand, at its first step; steps made of a view go to it from now on."""
        tour = next((one for one in self._state.tours if one.id == tour_id), None)
        if tour is not None:
            self.note_use(tour)
            self._put(tour, tour.steps[0] if tour.steps else None)

    def choose_step(self, step_id: int) -> None:
        """Take a step of the tour in hand."""
        tour = self._state.tour
        step = None if tour is None else next((one for one in tour.steps if one.id == step_id), None)
        if step is not None and step is not self._state.step:
            self._put(tour, step)

    def note_use(self, tour: Tour) -> None:
        """A tour was used: the next step made of a view goes to it."""
        library = self._library.current
        if library is not None:
            self._settings.remember(_name(library), {"tour": tour.uuid})

    @property
    def last_used(self) -> Tour | None:
        """The tour that was used last, also before a restart; None if it is no more, or none was."""
        library = self._library.current
        if library is None:
            return None
        uuid = self._settings.state(_name(library)).get("tour")
        return next((tour for tour in library.contents.tours if tour.uuid == uuid), None)

    # Showing

    def show_step(self) -> None:
        """Show the step in hand on the timeline."""
        tour, step = self._state.tour, self._state.step
        if tour is None or step is None:
            return
        try:
            self._showing.show_step(step)
        except DateError as error:
            self._messages.show_problem(
                self.tr("The view of “{title}” cannot be shown. {problem} Edit the step.").format(
                    title=step.title, problem=error
                )
            )
            return
        self._place.turn_to(Page.TIMELINE)
        text = self.tr("Step {number} of “{tour}”: {title}. Alt Left leads back to the tours.")
        self._messages.show_notice(
            text.format(number=self._state.position + 1, tour=tour.title, title=step.title)
        )

    def play(self) -> None:
        """Ask for the tour in hand to be played from its beginning."""
        self._ask_play(0)

    def play_from_here(self) -> None:
        """Ask for the tour in hand to be played from the step in hand."""
        self._ask_play(self._state.position)

    # Changing

    def keep_view(self) -> None:
        """Make a step of what is in view: the last of the tour used last, or the first of a new one."""
        draft = self._taking.draft()
        if draft is None or not self.may_write():
            return
        tour = self.last_used
        if tour is None:
            made = TourDraft(self.tr("My tour"))
            self._edits.apply(tour_edits.new_tour(made, (draft,)), done=self._tell_kept)
        else:
            self._edits.apply(tour_edits.new_step(tour.id, draft), done=self._tell_kept)

    def take_view(self) -> None:
        """Give the step in hand the view of the timeline: range, lanes, filters and series."""
        step, taken = self._state.step, self._taking.draft()
        if step is None or taken is None:
            return
        draft = replace(
            draft_of(step),
            view_start=taken.view_start,
            view_end=taken.view_end,
            lanes=taken.lanes,
            filters=taken.filters,
            series=taken.series,
        )
        self._apply(tour_edits.changed_step(step.id, draft))

    def duplicate_tour(self) -> None:
        """Make a second tour of the steps of the one in hand."""
        if self._state.tour is not None:
            self._apply(tour_edits.duplicated_tour(self._state.tour.id))

    def delete_tour(self) -> None:
        """Delete the tour in hand, and say how it comes back."""
        if self._state.tour is not None:
            self._apply(tour_edits.deleted_tour(self._state.tour.id))

    def move_step(self, step_id: int, position: int) -> None:
        """Have a step of the tour in hand stand at a place, counted from 0."""
        if self.may_write():
            self._edits.apply(tour_edits.moved_step(step_id, position))

    def duplicate_step(self) -> None:
        """Put the step in hand behind itself once more."""
        if self._state.step is not None:
            self._apply(tour_edits.duplicated_step(self._state.step.id))

    def delete_step(self) -> None:
        """Delete the step in hand, and say how it comes back."""
        if self._state.step is not None:
            self._apply(tour_edits.deleted_step(self._state.step.id))

    def may_write(self) -> bool:
        """Whether the library can be changed; says what to do if not."""
        library = self._library.current
        if library is not None and library.store.read_only:
            self._messages.show_problem(
                self.tr(
                    "This library is open read-only. Copy its file to a folder of your own and open the copy"
                    " to change its tours."
                )
            )
        return library is not None and not library.store.read_only

    # What follows

    def _follow(self, change_set: ChangeSet) -> None:
        """Take in hand what a change set has brought: a new tour, or a new step."""
        tours = self._state.tours
        new = _new(change_set, "tour")
        tour = next((one for one in tours if one.id == new), None)
        if tour is not None:
            self.choose_tour(tour.id)
            return
        new = _new(change_set, "step")
        for one in tours:
            step = next((each for each in one.steps if each.id == new), None)
            if step is not None:
                self.note_use(one)
                self._put(one, step)

    def _apply(self, plan: Plan) -> None:
        if self.may_write():
            self._edits.apply(plan, done=self._tell_done)

    def _tell_done(self, change_set: ChangeSet) -> None:
        if change_set.changes:
            text = self.tr("{title}: done. Ctrl Z takes it back.").format(title=change_set.title)
            self._messages.show_notice(text, seconds=LONG_S)

    def _tell_kept(self, _change_set: ChangeSet) -> None:
        tour, step = self._state.tour, self._state.step
        if tour is not None and step is not None:
            text = self.tr("The view is now step {number} of the tour “{tour}”. Ctrl Z takes it back.")
            said = text.format(number=self._state.position + 1, tour=tour.title)
            self._messages.show_notice(said, seconds=LONG_S)

    def _ask_play(self, position: int) -> None:
        tour = self._state.tour
        if tour is None:
            return
        if not tour.steps:
            self._messages.show_notice(self.tr("This tour has no steps yet. Make one of a view first."))
            return
        self.note_use(tour)
        self.play_asked.emit(PlayAsk(tour.id, position))

    def _begin(self, library: OpenLibrary) -> None:
        self._courier.void(CHANNEL)
        tours = library.contents.tours
        used = self.last_used
        tour = used or (tours[0] if tours else None)
        self._state = ToursState(tours, None, None, {}, library.store.read_only)
        self._put(tour, tour.steps[0] if tour is not None and tour.steps else None)

    def _renew(self, library: OpenLibrary) -> None:
        """Go on with the tours as they are after a change, with what is in hand or stands in its place."""
        before, tours = self._state, library.contents.tours
        if tours is not before.tours:
            tour = _same(tours, before.tours, before.tour)
            steps = () if tour is None else tour.steps
            alike = tour is not None and before.tour is not None and tour.id == before.tour.id
            step = _same(steps, before.tour.steps if alike and before.tour else steps, before.step)
            self._state = ToursState(tours, None, None, before.focuses, library.store.read_only)
            self._put(tour, step)
        self._read()

    def _put(self, tour: Tour | None, step: Step | None) -> None:
        other = tour is None or self._state.tour is None or tour.id != self._state.tour.id
        before = self._state
        self._state = ToursState(before.tours, tour, step, before.focuses, before.read_only)
        self.changed.emit(self._state)
        if other:
            self._read()

    def _read(self) -> None:
        library, tour = self._library.current, self._state.tour
        if self._active and library is not None and tour is not None:
            self._courier.ask(CHANNEL, self._focuses.of(library, tour.steps), self._take)

    def _take(self, focuses: Mapping[int, Focus]) -> None:
        state = self._state
        if focuses != state.focuses:
            self._state = ToursState(state.tours, state.tour, state.step, focuses, state.read_only)
            self.changed.emit(self._state)


def _same(now: tuple[T, ...], before: tuple[T, ...], chosen: T | None) -> T | None:
    """The one that was chosen, or what stands in its place; the first if none was."""
    if not now:
        return None
    found = next((one for one in now if chosen is not None and one.id == chosen.id), None)
    at = next((at for at, one in enumerate(before) if chosen is not None and one.id == chosen.id), 0)
    return found or now[min(at, len(now) - 1)]


def _new(change_set: ChangeSet, record: str) -> int:
    """The id of the last record of a kind that a change set makes; 0 for none."""
    made = (each for each in change_set.changes if each.record == record and each.before is None)
    return max((int(each.key["id"]) for each in made), default=0)


def _name(library: OpenLibrary) -> str:
    return f"tours/{library.store.path}"
