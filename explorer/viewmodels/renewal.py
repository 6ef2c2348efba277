"""Brings a change onto the whole screen, and leaves the reader where they are."""

from PySide6.QtCore import QObject

from explorer.viewmodels.event_list import EventListModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.history import HistoryModel
from explorer.viewmodels.library import LibraryModel, Renewed
from explorer.viewmodels.results import ResultsModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.timeline import TimelineModel


class Renewal(QObject):
    """Hands a renewed library on in the one order that works.

    What holds rows of the index comes first and lets go of filter and search, which are about rows; then both
    are set again for the new rows, all before the next frame. Whatever only reads again follows
    ``LibraryModel.changed``.
    """

    def __init__(
        self,
        library: LibraryModel,
        timeline: TimelineModel,
        event_list: EventListModel,
        facets: FacetsModel,
        results: ResultsModel,
        selection: SelectionModel,
        history: HistoryModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._event_list = event_list
        self._facets = facets
        self._results = results
        self._selection = selection
        self._history = history
        library.renewed.connect(self._renew)

    def _renew(self, renewed: Renewed) -> None:
        library, index = renewed.after, renewed.after.index
        touched = renewed.change_set.ids("event")
        gone = [event_id for event_id in touched if index.row_of(event_id) is None]
        self._history.forget(gone)
        if self._selection.current in gone:
            self._selection.select(None)
        self._timeline.titles.renew(library, touched)
        self._timeline.renew(library)
        self._event_list.renew(library)
        self._facets.renew(library)
        self._results.renew(renewed.before.index, library)
