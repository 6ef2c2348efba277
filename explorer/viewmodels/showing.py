"""Has the timeline show a step of a tour."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from explorer.domain.tour import Show, Step
from explorer.domain.tour_view import Focus, days_of, facets_of
from explorer.services.libraries import OpenLibrary
from explorer.services.tour_focus import TourFocus
from explorer.viewmodels import series_choice
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.viewport import ViewportModel

CHANNEL = "step shown"


@dataclass(frozen=True, slots=True)
class ShownStep:
    """The step that is shown, and what it has in focus; None while that is being read."""

    step: Step
    focus: Focus | None = None


class ShowingModel(QObject):
    """Shows one step at a time: lanes and filters, series, the event in hand, the time in view.

    ``shown`` carries a :class:`ShownStep` when a step is shown, again when what it has in focus was read, and
    None when it is let go. A claim that the step draws is drawn then.
    """

    shown = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        timeline: TimelineModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        facets: FacetsModel,
        focuses: TourFocus,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._timeline = timeline
        self._viewport = viewport
        self._selection = selection
        self._facets = facets
        self._focuses = focuses
        self._courier = courier
        self._current: ShownStep | None = None
        library.opened.connect(self._forget)

    @property
    def current(self) -> ShownStep | None:
        """The step that is shown."""
        return self._current

    def show_step(self, step: Step) -> None:
        """Show a step: set its scene and fly to its time.

        Raises:
            DateError: the view of the step is no range of time; nothing is changed.
        """
        start, end = days_of(step)
        self.set_scene(step)
        self._viewport.fly_to(start, end)

    def set_scene(self, step: Step) -> None:
        """Show all of a step but its time: lanes, filters and series, and the event in hand."""
        library = self._library.current
        if library is None:
            return
        contents = library.contents
        usual = tuple(one.slug for one in series_choice.usual(contents.series))
        self._facets.restore(facets_of(step, contents.themes))
        self._timeline.end_check()
        self._timeline.choose_series(step.series or usual)
        self._selection.select(step.event_id)
        self._say(ShownStep(step))
        self._courier.ask(CHANNEL, self._focuses.of(library, (step,)), self._take)

    def let_go(self) -> None:
        """The step is no longer what is shown; the view stays, a claim drawn for it goes."""
        if self._current is not None:
            self._courier.void(CHANNEL)
            self._timeline.end_check()
            self._say(None)

    def _take(self, found: Mapping[int, Focus]) -> None:
        current = self._current
        if current is None:
            return
        focus = found[current.step.id]
        if current.step.shown is Show.CLAIM and focus.claim is not None:
            self._draw(focus)
        self._say(replace(current, focus=focus))

    def _draw(self, focus: Focus) -> None:
        """Draw the first test of a claim on the series that it reads."""
        library, claim = self._library.current, focus.claim
        judgements = () if claim is None else claim.outcome.judgements
        if library is None or not judgements:
            return
        series = series_choice.tested(library.contents.series, judgements[0].working)
        if series:
            self._timeline.show_check(judgements[0], series)

    def _say(self, shown: ShownStep | None) -> None:
        self._current = shown
        self.shown.emit(shown)

    def _forget(self, _library: OpenLibrary) -> None:
        self._courier.void(CHANNEL)
        if self._current is not None:
            self._say(None)
