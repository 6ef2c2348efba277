"""Has the stage show the step that the talk has come to."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.detail import EventDetail, SourceDetail
from explorer.domain.errors import DateError
from explorer.domain.passage import Anchor
from explorer.domain.tour import Show, Step
from explorer.domain.tour_view import Focus, days_of
from explorer.services.documents import Documents
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.presenting.flights import Flights
from explorer.viewmodels.presenting.talk import TalkModel, TalkState
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.showing import ShowingModel, ShownStep
from explorer.viewmodels.timeline import Stage, TimelineModel
from explorer.viewmodels.viewport import ViewportModel

SOURCE = "source on the stage"
ANCHOR = "anchor of the quotation"
SAME_VIEW = 1e-3
"""Share of its width by which a view may be off and still be that of the step."""


@dataclass(frozen=True, slots=True)
class StepMatter:
    """What a step puts before the class.

    ``focus`` is None while it is being read. ``anchor`` tells where the quotation was found in the reader's
    own copy of its source, None where there is no copy.
    """

    step: Step
    focus: Focus | None = None
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class OpenedSource:
    """A source that is open over the stage, at one of its passages if there is one."""

    detail: SourceDetail
    passage_id: int | None


class Director(QObject):
    """Joins the talk to the models of the stage.

    ``matter_changed`` carries the :class:`StepMatter`; ``event_opened`` an :class:`EventDetail` and
    ``source_opened`` an :class:`OpenedSource` when one is looked at off the path; ``closed`` comes when what
    was opened is to be put away.
    """

    matter_changed = Signal(object)
    event_opened = Signal(object)
    source_opened = Signal(object)
    closed = Signal()

    def __init__(
        self,
        talk: TalkModel,
        library: LibraryModel,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        showing: ShowingModel,
        detail: DetailModel,
        documents: Documents,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.flights = Flights(viewport, self)
        self._talk = talk
        self._library = library
        self._timeline = timeline
        self._viewport = viewport
        self._selection = selection
        self._showing = showing
        self._detail = detail
        self._documents = documents
        self._courier = courier
        self._matter: StepMatter | None = None
        self._goal: tuple[float, float] | None = None
        self._last = (viewport.viewport.start, viewport.viewport.end)
        self._wanted: int | None = None
        talk.stepped.connect(self._show_step)
        talk.returned.connect(self._return)
        showing.shown.connect(self._take_focus)
        viewport.changed.connect(self._watch_view)
        timeline.changed.connect(self._watch_stage)
        selection.changed.connect(self._watch_selection)
        detail.shown.connect(self._take_detail)
        self.flights.landed.connect(self._land)

    @property
    def matter(self) -> StepMatter | None:
        """What the step shows."""
        return self._matter

    def take_hand(self) -> None:
        """Somebody moves the view by hand: a flight under way ends where it is."""
        self.flights.stop()

    def open_event(self, event_id: int) -> None:
        """Look at an event with its sources; the path is left for it."""
        self._talk.stray()
        self._wanted = event_id
        if self._selection.current == event_id:
            self._take_detail(self._detail.current)
        else:
            self._selection.select(event_id)

    def open_evidence(self) -> None:
        """Look at the event in hand, or at what the step quotes where there is none."""
        matter = self._matter
        if self._selection.current is not None:
            self.open_event(self._selection.current)
        elif matter is not None and matter.focus is not None and matter.focus.passage is not None:
            placed = matter.focus.passage
            self.open_source(placed.source.id, placed.passage.id)

    def open_source(self, source_id: int, passage_id: int | None = None) -> None:
        """Open a source over the stage, at a passage; the path is left for it."""
        library = self._library.current
        if library is not None:
            self._talk.stray()

            def take(found: SourceDetail) -> None:
                self.source_opened.emit(OpenedSource(found, passage_id))

            self._courier.ask(SOURCE, self._documents.source(library, source_id), take)

    def _show_step(self, state: TalkState) -> None:
        """Fly there, with the scene of the step about it."""
        step = state.step
        self._put_away()
        self._matter = StepMatter(step)
        self._goal = _days(step)
        self._showing.set_scene(step)
        self.matter_changed.emit(self._matter)
        if self._goal is not None:
            self.flights.fly(*self._goal)

    def _return(self, state: TalkState) -> None:
        self._put_away()
        self._showing.set_scene(state.step)
        if self._goal is not None:
            self.flights.fly(*self._goal)

    def _put_away(self) -> None:
        self._wanted = None
        self._courier.void(SOURCE)
        self.closed.emit()

    def _take_focus(self, shown: ShownStep | None) -> None:
        matter = self._matter
        if shown is None or matter is None or shown.step.id != matter.step.id:
            return
        self._choose_series(shown.step)
        if shown.focus is None:
            return
        self._matter = replace(matter, focus=shown.focus)
        self.matter_changed.emit(self._matter)
        if shown.step.shown is Show.QUOTATION and matter.anchor is None:
            self._ask_for_anchor(shown.focus)

    def _choose_series(self, step: Step) -> None:
        """The figures that the step names; a claim is drawn on a chart of its own, not among the lanes."""
        self._timeline.end_check()
        self._timeline.choose_series(step.series)

    def _ask_for_anchor(self, focus: Focus) -> None:
        library, placed = self._library.current, focus.passage
        if library is None or placed is None:
            return
        wanted = placed.passage.id

        def take(found: SourceDetail) -> None:
            anchor = next((one.anchor for one in found.passages if one.passage.id == wanted), None)
            matter = self._matter
            if anchor is not None and matter is not None and matter.focus is focus:
                self._matter = replace(matter, anchor=anchor)
                self.matter_changed.emit(self._matter)

        self._courier.ask(ANCHOR, self._documents.source(library, placed.source.id), take)

    def _take_detail(self, detail: EventDetail | None) -> None:
        if detail is None:
            self._timeline.set_related((), ())
            return
        self._timeline.set_related(detail.causes, detail.effects)
        if self._wanted == detail.event.id:
            self._wanted = None
            self.event_opened.emit(detail)

    def _watch_view(self, view: Viewport) -> None:
        """A view that nobody flew to was taken by hand."""
        last, self._last = self._last, (view.start, view.end)
        if self.flights.under_way or self._goal is None or self._last == last:
            return
        bounds = self._viewport.bounds
        start, end = max(self._goal[0], bounds[0]), min(self._goal[1], bounds[1])
        slack = SAME_VIEW * view.days
        if abs(view.start - start) > slack or abs(view.end - end) > slack:
            self._talk.stray()

    def _watch_stage(self, stage: Stage) -> None:
        """Only lanes with something in the step's time take of the room; of a step with lanes, those."""
        matter = self._matter
        if matter is None or self._goal is None:
            return
        chosen = matter.step.lanes
        lanes = frozenset(at for at, theme in enumerate(stage.contents.themes) if theme.id in chosen)
        if not lanes:
            # What only goes on in that time, as a long span does, is not what the step is about.
            lanes = frozenset(at for at in range(len(stage.lanes)) if self._begins(at, self._goal))
        self._timeline.show_lanes(lanes or None)

    def _begins(self, lane: int, days: tuple[float, float]) -> bool:
        return bool(self._timeline.events_between(lane, *days, 1))

    def _watch_selection(self, event_id: int | None) -> None:
        state = self._talk.state
        if state is not None and event_id is not None and event_id != state.step.event_id:
            self._talk.stray()

    def _land(self) -> None:
        """The filters of the step may have come while the camera flew."""
        if self._timeline.stage is not None:
            self._watch_stage(self._timeline.stage)


def _days(step: Step) -> tuple[float, float] | None:
    """The time of a step; a library of a stranger may have none, and then the camera stays where it is."""
    try:
        return days_of(step)
    except DateError:
        return None
