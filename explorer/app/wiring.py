"""Builds every view model once, hands each what it needs, and joins their signals."""

from explorer.app.services import Services
from explorer.viewmodels.adding import AddingModel
from explorer.viewmodels.area import AreaModel
from explorer.viewmodels.citing import CitingModel
from explorer.viewmodels.claims import ClaimsModel
from explorer.viewmodels.comparison import ComparisonModel
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.coverage import CoverageModel
from explorer.viewmodels.detail import DetailModel
from explorer.viewmodels.document_coverage import DocumentCoverageModel
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.event_editor import EventEditorModel
from explorer.viewmodels.event_list import EventListModel
from explorer.viewmodels.exporting import ExportModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.history import HistoryModel
from explorer.viewmodels.keeping import KeepingModel
from explorer.viewmodels.lanes import LanesModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.models import Models
from explorer.viewmodels.navigator import Navigator
from explorer.viewmodels.notes import NotesModel
from explorer.viewmodels.place import PlaceModel
from explorer.viewmodels.placing import PlacingModel
from explorer.viewmodels.reader import ReaderModel
from explorer.viewmodels.record import RecordModel
from explorer.viewmodels.renewal import Renewal
from explorer.viewmodels.results import ResultsModel
from explorer.viewmodels.ruler import RulerModel
from explorer.viewmodels.selected_words import SelectedWordsModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.series_memory import SeriesMemory
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.sources import SourcesModel
from explorer.viewmodels.suggestions import SuggestionsModel
from explorer.viewmodels.timeline import TimelineModel
from explorer.viewmodels.titles import Titles
from explorer.viewmodels.viewport import ViewportModel


def build_models(services: Services, settings: SettingsModel) -> Models:
    """The view models of one window, joined to each other."""
    messages = Messages()
    courier = Courier(messages)
    library = LibraryModel(services.libraries, courier)
    selection = SelectionModel()
    viewport = ViewportModel()
    titles = Titles(services.headings, courier)
    timeline = TimelineModel(titles, viewport)
    # The stage comes first: what the models below say when a library opens is about rows of its index.
    library.opened.connect(timeline.show_library)
    edits = EditsModel(library, services.edits, courier, messages)
    detail = DetailModel(services.details, selection, library, courier)
    facets = FacetsModel(library, services.facets, courier)
    results = ResultsModel(library, services.search, courier)
    event_list = EventListModel(library, services.event_order, titles, courier)
    reader = ReaderModel(library, services.documents, edits, selection, settings, courier)
    claims = ClaimsModel(library, services.claims, courier)
    place = PlaceModel(settings, viewport, selection, facets)
    history = HistoryModel(selection, viewport, place)
    navigator = Navigator(
        library, selection, viewport, timeline, facets, detail, reader, claims, place, messages
    )
    editor = EventEditorModel(
        library, services.edits, edits, selection, viewport, navigator, place, messages, courier
    )
    suggestions = SuggestionsModel(library, reader, edits, services.suggestions, courier)
    suggestions.edit_asked.connect(editor.begin)
    citing = CitingModel(library, services.citations, selection, settings, courier, messages)
    exports = ExportModel(
        library, services.exports, services.annotations, citing, timeline, viewport, edits, courier, messages
    )
    facets.filtered.connect(timeline.set_visible)
    facets.filtered.connect(event_list.set_visible)
    facets.filtered.connect(detail.set_visible)
    results.lit.connect(timeline.set_lit)
    results.lit.connect(event_list.set_lit)
    results.chosen.connect(navigator.take)
    renewal = Renewal(library, timeline, event_list, facets, results, selection, history)
    library.leaving.connect(place.leave)
    library.opened.connect(place.enter)
    library.opened.connect(history.begin)
    return Models(
        courier=courier,
        messages=messages,
        settings=settings,
        library=library,
        edits=edits,
        editor=editor,
        notes=NotesModel(edits),
        keeping=KeepingModel(library, services.libraries, courier),
        lanes=LanesModel(timeline, edits),
        selection=selection,
        viewport=viewport,
        timeline=timeline,
        area=AreaModel(timeline, viewport),
        ruler=RulerModel(timeline, viewport, selection, messages),
        detail=detail,
        comparison=ComparisonModel(detail, library, edits),
        coverage=CoverageModel(library, services.coverages, courier),
        document_coverage=DocumentCoverageModel(reader, suggestions),
        facets=facets,
        results=results,
        sources=SourcesModel(library, services.documents, courier),
        series_memory=SeriesMemory(library, timeline, settings),
        claims=claims,
        record=RecordModel(library, edits, navigator),
        adding=AddingModel(library, services.adding, services.documents, edits, settings, courier),
        reader=reader,
        placing=PlacingModel(library, reader, edits),
        words=SelectedWordsModel(
            library, reader, edits, editor, services.search, services.suggestions, messages, courier
        ),
        suggestions=suggestions,
        event_list=event_list,
        place=place,
        history=history,
        renewal=renewal,
        navigator=navigator,
        citing=citing,
        exports=exports,
    )
