"""Which series are drawn below the lanes: chosen by the reader, remembered for each library."""

from PySide6.QtCore import QObject

from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.settings import SettingsModel
from explorer.viewmodels.timeline import TimelineModel


class SeriesMemory(QObject):
    """Brings back the series that the reader chose the last time this library was open."""

    def __init__(
        self,
        library: LibraryModel,
        timeline: TimelineModel,
        settings: SettingsModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._timeline = timeline
        self._settings = settings
        library.opened.connect(self._recall)
        timeline.series_chosen.connect(self._remember)

    def _recall(self, library: OpenLibrary) -> None:
        state = self._settings.state(self._name(library))
        slugs = state.get("shown")
        if isinstance(slugs, list):
            self._timeline.choose_series([slug for slug in slugs if isinstance(slug, str)])

    def _remember(self, slugs: tuple[str, ...]) -> None:
        library = self._library.current
        if library is not None:
            self._settings.remember(self._name(library), {"shown": list(slugs)})

    def _name(self, library: OpenLibrary) -> str:
        return f"series/{self._settings.named(library.store.path)}"
