"""All view models of one window, built once and handed down together."""

from dataclasses import dataclass

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
from explorer.viewmodels.viewport import ViewportModel


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """The state of one window."""

    courier: Courier
    messages: Messages
    settings: SettingsModel
    library: LibraryModel
    edits: EditsModel
    editor: EventEditorModel
    notes: NotesModel
    keeping: KeepingModel
    lanes: LanesModel
    selection: SelectionModel
    viewport: ViewportModel
    timeline: TimelineModel
    area: AreaModel
    ruler: RulerModel
    detail: DetailModel
    comparison: ComparisonModel
    coverage: CoverageModel
    document_coverage: DocumentCoverageModel
    facets: FacetsModel
    results: ResultsModel
    sources: SourcesModel
    series_memory: SeriesMemory
    claims: ClaimsModel
    adding: AddingModel
    record: RecordModel
    reader: ReaderModel
    placing: PlacingModel
    words: SelectedWordsModel
    suggestions: SuggestionsModel
    event_list: EventListModel
    place: PlaceModel
    history: HistoryModel
    renewal: Renewal
    navigator: Navigator
    citing: CitingModel
    exports: ExportModel
