"""The parts of the window that are built when they are first asked for: a start need not wait for them."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from explorer.viewmodels.models import Models
from explorer.widgets.actions import Actions
from explorer.widgets.adding.intake import Intake
from explorer.widgets.citing.host import CitingHost
from explorer.widgets.editor.host import EditorHost
from explorer.widgets.theme import ThemeHolder

if TYPE_CHECKING:
    from explorer.widgets.claims.view import ClaimsView
    from explorer.widgets.compare.view import CompareView
    from explorer.widgets.coverage import CoverageWindow
    from explorer.widgets.date_field import DateField
    from explorer.widgets.detail.pane import DetailPane
    from explorer.widgets.event_list import EventList
    from explorer.widgets.facets.panel import FacetsPanel
    from explorer.widgets.sources.view import SourcesView
    from explorer.widgets.tours.view import ToursView

MakeTours = Callable[[ThemeHolder, QWidget], "ToursView"]


class LateParts(QObject):
    """Each is made once. ``page_made`` carries a page that fills the window, ``twin_made`` a list.

    What the parts ask for goes up: ``event_asked`` carries an event's id, ``passage_asked`` a PassageCard,
    ``source_asked`` a Source, ``claim_asked`` a claim's id, ``entity_asked`` an Entity; ``left`` comes when
    the keyboard may go back to the page.
    """

    page_made = Signal(object)
    twin_made = Signal(object)
    event_asked = Signal(object)
    passage_asked = Signal(object)
    source_asked = Signal(object)
    claim_asked = Signal(object)
    entity_asked = Signal(object)
    left = Signal()

    def __init__(
        self,
        models: Models,
        actions: Actions,
        editing: EditorHost,
        citing: CitingHost,
        intake: Intake,
        look: ThemeHolder,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._models = models
        self._actions = actions
        self._editing = editing
        self._citing = citing
        self._intake = intake
        self._look = look
        self._window = window
        self._make_tours: MakeTours | None = None

    def offer_tours(self, make: MakeTours) -> None:
        """Have the page of tours made so; whoever runs the window has what it needs."""
        self._make_tours = make

    @cached_property
    def facets(self) -> "FacetsPanel":
        """The filters at the left; built after the first frame, which shows the timeline."""
        from explorer.widgets.facets.panel import FacetsPanel

        panel = FacetsPanel(self._models.facets, self._look, self._window)
        panel.passage_asked.connect(self.passage_asked)
        return panel

    @cached_property
    def detail(self) -> "DetailPane":
        """The details at the right; built after the first frame, as the filters are."""
        from explorer.widgets.detail.pane import DetailPane

        pane = DetailPane(self._models.detail, self._models.selection, self._look, self._window)
        pane.passage_asked.connect(self.passage_asked)
        pane.entity_asked.connect(self.entity_asked)
        pane.event_asked.connect(self.event_asked)
        pane.source_asked.connect(self.source_asked)
        pane.claim_asked.connect(self.claim_asked)
        pane.clear_asked.connect(self._models.facets.clear)
        pane.compare_asked.connect(self._actions["compare"].trigger)
        steps, history = pane.sheet.heading.steps, self._models.history
        steps.back_asked.connect(history.go_back)
        steps.forward_asked.connect(history.go_forward)
        history.changed.connect(steps.show_ways)
        steps.show_ways(history.ways)
        self._editing.join(pane)
        self._citing.serve_detail(pane)
        return pane

    @cached_property
    def date_field(self) -> "DateField":
        """The field in which a date is typed."""
        from explorer.widgets.date_field import DateField

        field = DateField(self._models.navigator, self._look, self._window)
        field.left.connect(self.left)
        return field

    @cached_property
    def coverage(self) -> "CoverageWindow":
        """What no passage supports, in a window of its own."""
        from explorer.widgets.coverage import CoverageWindow

        window = CoverageWindow(self._models.coverage, self._look, self._window)
        window.event_asked.connect(self.event_asked)
        return window

    @cached_property
    def compare(self) -> "CompareView":
        """The sources of an event side by side."""
        from explorer.widgets.compare.view import CompareView

        view = CompareView(self._models.comparison, self._look, self._window)
        view.passage_asked.connect(self.passage_asked)
        view.left.connect(self._models.history.go_back)
        self.page_made.emit(view)
        return view

    @cached_property
    def sources(self) -> "SourcesView":
        """The sources page."""
        from explorer.widgets.sources.tools import ReaderTools
        from explorer.widgets.sources.view import SourcesView

        models = self._models
        view = SourcesView(models.sources, models.reader, models.selection, self._look, self._window)
        view.event_asked.connect(models.selection.lead_to)
        view.offer_adding(self._actions["add"], self._actions["paste"])
        view.offer_record(models.record)
        view.offer_dates(models.suggestions)
        view.offer_coverage(models.document_coverage)
        self._intake.serve(view)
        self._citing.serve_sources(view)
        tools = ReaderTools(models.placing, models.words, view.pane, self._look)
        tools.claim_asked.connect(self._begin_claim)
        self.page_made.emit(view)
        return view

    @cached_property
    def tours(self) -> "ToursView":
        """The tours page."""
        if self._make_tours is None:
            raise ValueError("nobody has offered tours")
        view = self._make_tours(self._look, self._window)
        self.page_made.emit(view)
        return view

    @cached_property
    def claims(self) -> "ClaimsView":
        """The claims page."""
        from explorer.widgets.claims.view import ClaimsView

        view = ClaimsView(self._models, self._look, self._window)
        view.passage_asked.connect(self._models.navigator.open_claim)
        view.lane_asked.connect(self._models.navigator.show_on_lane)
        self.page_made.emit(view)
        return view

    def _begin_claim(self, passage: object) -> None:
        self.claims.begin_claim(passage)

    @cached_property
    def event_list(self) -> "EventList":
        """The list twin of the timeline."""
        from explorer.widgets.event_list import EventList

        view = EventList(self._models.event_list, self._models.selection, self._look, self._window)
        view.event_asked.connect(self.event_asked)
        self._editing.menu.serve(view.table)
        self.twin_made.emit(view)
        return view
