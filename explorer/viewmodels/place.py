"""Where the reader is: kept while moving, found again at the next start."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.pages import Page
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.viewport import ViewportModel

KEEP_AFTER_MS = 1500


class PlaceModel(QObject):
    """Remembers, for each library, the time in view, the selected event, the filter and the page shown.

    The first time a library is opened it shows everything, with the library's opening event selected.
    ``page_changed`` carries the :class:`Page`.
    """

    page_changed = Signal(object)

    def __init__(
        self,
        settings: SettingsModel,
        viewport: ViewportModel,
        selection: SelectionModel,
        facets: FacetsModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._viewport = viewport
        self._selection = selection
        self._facets = facets
        self._page = Page.TIMELINE
        self._library: OpenLibrary | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)
        for moved in (viewport.changed, selection.changed, facets.changed):
            moved.connect(self._moved)

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._page

    def turn_to(self, page: Page) -> None:
        """Show another page."""
        if page != self._page:
            self._page = page
            self._moved()
            self.page_changed.emit(page)

    def leave(self) -> None:
        """Write down where the reader is in this library, before another one is shown."""
        self.keep()
        self._library = None

    def enter(self, library: OpenLibrary) -> None:
        """Go to where the reader left this library."""
        state = self._settings.state(self._name(library))
        self._selection.forget()
        self._facets.restore(state.get("filter", {}))
        first, last = self._viewport.bounds
        start, end = _day(state.get("start"), first), _day(state.get("end"), last)
        self._viewport.show(*((start, end) if start < end else (first, last)))
        event_id = library.contents.start_event_id
        if state.get("version") == library.contents.version:
            # Ids hold for one version of a library only: a story built anew may number its events otherwise.
            event_id = state.get("event")
        if isinstance(event_id, int) and library.index.row_of(event_id) is not None:
            self._selection.select(event_id)
        page = state.get("page")
        self.turn_to(Page(page) if page in tuple(Page) else Page.TIMELINE)
        self._library = library

    def keep(self) -> None:
        """Write down where the reader is now."""
        self._timer.stop()
        if self._library is not None:
            view = self._viewport.goal
            state = {
                "start": view.start,
                "end": view.end,
                "event": self._selection.current,
                "version": self._library.contents.version,
                "filter": self._facets.as_json(),
                "page": self._page,
            }
            self._settings.remember(self._name(self._library), state)
            self._settings.flush()

    def _moved(self, _value: Any = None) -> None:
        if self._library is not None:
            self._timer.start()

    def _name(self, library: OpenLibrary) -> str:
        return f"library/{self._settings.named(library.store.path)}"


def _day(value: object, otherwise: float) -> float:
    return value if isinstance(value, (int, float)) and FIRST_DAY < value < LAST_DAY else otherwise
