"""What a presentation is made of; built when one begins and taken down when it ends."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.domain.tour import Tour
from explorer.domain.tour_nearest import nearest_step
from explorer.domain.tour_view import Focus
from explorer.services.details import Details
from explorer.services.documents import Documents
from explorer.services.facets import Facets
from explorer.services.headings import Headings
from explorer.services.libraries import OpenLibrary
from explorer.services.tour_focus import TourFocus
from explorer.services.workers import Workers
from explorer.viewmodels.area import AreaModel
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Message, Messages
from explorer.viewmodels.models import Models
from explorer.viewmodels.pages import Page
from explorer.viewmodels.presenting.clock import TalkClock
from explorer.viewmodels.presenting.director import Director
from explorer.viewmodels.presenting.talk import TalkModel
from explorer.viewmodels.ruler import RulerModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.showing import ShowingModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.titles import Titles
from explorer.viewmodels.tours import PlayAsk, ToursModel
from explorer.viewmodels.viewport import ViewportModel
from explorer.widgets.presenting.awake import Awake
from explorer.widgets.presenting.canvas import StageTimeline
from explorer.widgets.presenting.look import StageLook
from explorer.widgets.presenting.no_tour import NoTour
from explorer.widgets.presenting.screens import Screens
from explorer.widgets.presenting.speaker import SpeakerWindow
from explorer.widgets.presenting.window import StageWindow
from explorer.widgets.theme import ThemeHolder

CHART_TYPE = 15
"""Type of this size in a window is the smallest of the stage in a plot: less room goes to what is no text."""

UNCHECKED = "what is unchecked in a tour"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a presentation was left: the time in view and the event in hand."""

    start: float
    end: float
    event_id: int | None


class StageModels(QObject):
    """The state of one presentation: models of its own on the library that is open.

    The normal window stays as it is behind it, and what it has to say is said there and not on the stage.
    """

    def __init__(self, library: LibraryModel, workers: Workers, parent: QObject) -> None:
        super().__init__(parent)
        self.messages = Messages(self)
        self.courier = Courier(self.messages, self)
        self.viewport = ViewportModel(self)
        self.selection = SelectionModel(self)
        self.timeline = TimelineModel(Titles(Headings(workers), self.courier, self), self.viewport, self)
        self.area = AreaModel(self.timeline, self.viewport, self)
        self.ruler = RulerModel(self.timeline, self.viewport, self.selection, self.messages, self)
        self.facets = FacetsModel(library, Facets(workers), self.courier, self)
        self.facets.filtered.connect(self.timeline.set_visible)
        self.detail = DetailModel(Details(workers), self.selection, library, self.courier, self)
        self.showing = ShowingModel(
            library,
            self.timeline,
            self.viewport,
            self.selection,
            self.facets,
            TourFocus(workers),
            self.courier,
            self,
        )
        self.talk = TalkModel(self)
        self.clock = TalkClock(self)
        self.director = Director(
            self.talk,
            library,
            self.timeline,
            self.viewport,
            self.selection,
            self.showing,
            self.detail,
            Documents(workers),
            self.courier,
            self,
        )


class Presentation(QObject):
    """One presentation, from its first step until it is left. ``ended`` carries it when that comes."""

    ended = Signal(object)

    def __init__(
        self, models: Models, workers: Workers, look: ThemeHolder, themes: Path, app_window: QWidget
    ) -> None:
        super().__init__(app_window)
        self._models = models
        self._focuses = TourFocus(workers)
        self.stage = StageModels(models.library, workers, self)
        self.look = StageLook(themes, look)
        self._charts = StageLook(themes, look, CHART_TYPE)
        stage = self.stage
        canvas = StageTimeline(
            stage.timeline, stage.viewport, stage.selection, stage.area, stage.ruler, self.look
        )
        self.window = StageWindow(stage.talk, stage.director, canvas, self.look, self._charts)
        self.speaker = SpeakerWindow(stage.talk, stage.clock, self.window, look)
        self.screens = Screens(self.window, self.speaker, app_window)
        self.awake = Awake(self)
        self.awake.refused.connect(self._tell_sleep)
        stage.messages.shown.connect(self._tell)
        self.window.left.connect(self.end)
        self.window.notes_asked.connect(self.screens.ask_for_notes)
        models.library.opened.connect(self._end_with)
        models.library.changed.connect(self._renew)

    def begin(self, library: OpenLibrary, tour: Tour, number: int) -> None:
        """Put a tour on the stage at a step; the camera begins where the window stands."""
        stage, view = self.stage, self._models.viewport.viewport
        stage.viewport.reduced_motion = self._models.viewport.reduced_motion
        stage.timeline.show_library(library)
        stage.facets.renew(library)
        stage.viewport.show(view.start, view.end)
        self.window.know_series({one.slug: one for one in library.contents.series})
        stage.courier.ask(UNCHECKED, self._focuses.of(library, tour.steps), self._mark_unchecked)
        self.screens.place()
        stage.talk.begin(tour, number)
        stage.clock.start()
        self.awake.hold()

    def end(self) -> None:
        """Take the stage down, with the window behind it at the same place."""
        stage = self.stage
        if stage.talk.state is None:
            return
        view, event_id = stage.viewport.goal, stage.selection.current
        stage.talk.end()
        stage.courier.stop()
        stage.clock.pause()
        stage.director.flights.stop()
        stage.viewport.stop()
        self.awake.release()
        self.speaker.hide()
        self.window.hide()
        self.ended.emit(Place(view.start, view.end, event_id))

    def take_down(self) -> None:
        """Let go of all windows and models."""
        self.end()
        for part in (self.speaker, self.window, self):
            part.deleteLater()

    def _mark_unchecked(self, found: Mapping[int, Focus]) -> None:
        self.speaker.mark_unchecked(
            frozenset(step for step, focus in found.items() if not focus.event_checked)
        )

    def _tell(self, message: Message) -> None:
        """What went wrong is for the speaker, not for the class."""
        self.speaker.warn(message.text)

    def _tell_sleep(self) -> None:
        self.speaker.warn(self.tr("The screen may go dark: this system could not be asked to keep it on."))

    def _end_with(self, _library: OpenLibrary) -> None:
        self.end()

    def _renew(self, library: OpenLibrary) -> None:
        """Something in the library was changed meanwhile."""
        state = self.stage.talk.state
        if state is None or library is not self._models.library.current:
            return
        self.stage.timeline.renew(library)
        self.stage.facets.renew(library)
        tour = next((one for one in library.contents.tours if one.id == state.tour.id), None)
        if tour is None or not tour.steps:
            self.end()
        elif tour != state.tour:
            self.stage.talk.renew(tour)


class Presenting(QObject):
    """Begins presentations, one at a time. ``tour_wanted`` comes where a tour is to be made first."""

    tour_wanted = Signal()

    def __init__(
        self,
        models: Models,
        tours: ToursModel,
        workers: Workers,
        look: ThemeHolder,
        themes: Path,
        app_window: QWidget,
    ) -> None:
        super().__init__(app_window)
        self._models = models
        self._tours = tours
        self._workers = workers
        self._look = look
        self._themes = themes
        self._window = app_window
        self._notice: NoTour | None = None
        self.current: Presentation | None = None

    def present(self, *, here: bool) -> None:
        """Present the tour that was used last, or the first.

        ``here``: from the step in hand on the page of tours, elsewhere from the one nearest to the view.
        """
        library = self._models.library.current
        if library is None or self.current is not None:
            return
        used = self._tours.last_used
        tour = next((one for one in (used, *library.contents.tours) if one is not None and one.steps), None)
        if tour is None:
            self._tell_no_tour()
            return
        self.present_tour(tour, self._nearest(tour) if here else 0)

    def play(self, asked: PlayAsk) -> None:
        """Present what the page of tours asks for."""
        library = self._models.library.current
        tours = () if library is None else library.contents.tours
        tour = next((one for one in tours if one.id == asked.tour_id), None)
        if tour is not None:
            self.present_tour(tour, asked.position)

    def present_tour(self, tour: Tour, number: int = 0) -> None:
        """Present a tour from one of its steps, counted from 0."""
        library = self._models.library.current
        if library is None or not tour.steps or self.current is not None:
            return
        self._tours.note_use(tour)
        self.current = Presentation(self._models, self._workers, self._look, self._themes, self._window)
        self.current.ended.connect(self._end)
        self.current.begin(library, tour, number)

    def close(self) -> None:
        """End what is shown."""
        if self.current is not None:
            self.current.end()

    def _nearest(self, tour: Tour) -> int:
        state, view = self._tours.state, self._models.viewport.goal
        if self._models.place.page is Page.TOURS and state.tour is not None and state.tour.id == tour.id:
            return state.position
        return nearest_step(tour, view.start, view.end)

    def _end(self, place: Place) -> None:
        """The window shows what the stage showed; Back leads to where it was before."""
        ended, self.current = self.current, None
        if ended is not None:
            ended.take_down()
        models = self._models
        models.place.turn_to(Page.TIMELINE)
        models.selection.select(place.event_id)
        models.viewport.show(place.start, place.end)
        self._window.activateWindow()

    def _tell_no_tour(self) -> None:
        if self._notice is None:
            self._notice = NoTour(self._look, self._window)
            self._notice.tour_wanted.connect(self.tour_wanted)
        self._notice.show()
        self._notice.raise_()
