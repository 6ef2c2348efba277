"""A library with everything that finds things in it, for the tests of filters, search and list."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from explorer.domain.entity import Entity
from explorer.services.event_order import EventOrder
from explorer.services.facets import Facets
from explorer.services.headings import Headings
from explorer.services.libraries import Libraries, OpenLibrary
from explorer.services.search import Search
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.event_list import EventListModel
from explorer.viewmodels.facets import FacetsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from explorer.viewmodels.results import ResultsModel
from explorer.viewmodels.selection import SelectionModel
from explorer.viewmodels.titles import Titles
from explorer.widgets.theme import ThemeHolder

ROOT = Path(__file__).resolve().parent.parent.parent


class Hunt:
    """The models that find, joined as in the app, on one library file. Close it when done."""

    def __init__(self, path: Path, bot) -> None:
        self._bot = bot
        self._kept: list[QWidget] = []
        self.workers = Workers()
        self.courier = Courier(Messages())
        story = ROOT / "resources" / "library"
        self.library = LibraryModel(Libraries(self.workers, story, path.parent), self.courier)
        titles = Titles(Headings(self.workers), self.courier)
        self.library.opened.connect(titles.show_library)
        self.selection = SelectionModel()
        self.facets = FacetsModel(self.library, Facets(self.workers), self.courier)
        self.results = ResultsModel(self.library, Search(self.workers), self.courier)
        self.events = EventListModel(self.library, EventOrder(self.workers), titles, self.courier)
        self.facets.filtered.connect(self.events.set_visible)
        self.results.lit.connect(self.events.set_lit)
        self.look = ThemeHolder(ROOT / "resources" / "themes", "light", 1.0)
        self.library.open(path)
        self.settle()

    @property
    def opened(self) -> OpenLibrary:
        """What is open."""
        assert self.library.current is not None
        return self.library.current

    def keep(self, window: QWidget) -> None:
        """Show a window and keep it until the end of the test."""
        self._kept.append(window)
        self._bot.addWidget(window)
        window.show()
        window.activateWindow()
        self._bot.waitUntil(window.isActiveWindow)

    def settle(self) -> None:
        """Wait until every question is answered."""
        self._bot.waitUntil(lambda: self.courier.idle, timeout=10_000)

    def entity(self, slug: str) -> Entity:
        """A person, body or place of the story."""
        return next(entity for entity in self.opened.contents.entities if entity.slug == slug)

    def theme(self, slug: str) -> int:
        """The id of a theme of the story."""
        return next(theme.id for theme in self.opened.contents.themes if theme.slug == slug)

    def titles(self) -> list[str]:
        """What the list of events shows, from the top."""
        titles = self.all_titles()
        return [titles[self.events.event_at(row)] for row in range(self.events.rowCount())]

    def all_titles(self) -> dict[int, str]:
        """The titles of the library's events by id."""
        with self.opened.store.reading() as connection:
            return {heading.id: heading.title for heading in reads.headings(connection)}

    def close(self) -> None:
        """Let go of the threads and the file."""
        self.workers.close()
        self.library.close()
