"""What the search field found."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.search import Hit, SearchAnswer
from explorer.services.libraries import OpenLibrary
from explorer.services.search import Search
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel

CHANNEL = "search"


class ResultsModel(QObject):
    """Searches as one types: the newest question wins, whenever its answer comes.

    ``answered`` carries a SearchAnswer, or None when the search is over; ``lit`` the ids of all events found
    (int tuple) or None; ``chosen`` the Hit that the reader took.
    """

    answered = Signal(object)
    lit = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, library: LibraryModel, search: Search, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._search = search
        self._courier = courier
        self._text = ""
        self._waiting = False
        self._answer: SearchAnswer | None = None
        library.opened.connect(self._start_anew)

    @property
    def text(self) -> str:
        """What is searched for, as typed."""
        return self._text

    @property
    def waiting(self) -> bool:
        """Whether the answer to what was asked last is still to come."""
        return self._waiting

    @property
    def answer(self) -> SearchAnswer | None:
        """What was found last; None if nothing is searched for."""
        return self._answer

    def search(self, text: str) -> None:
        """Ask for a text; an empty one ends the search."""
        library = self._library.current
        if not text.strip() or library is None:
            self.clear()
        elif text != self._text:
            self._text = text
            self._waiting = True
            self._courier.ask(CHANNEL, self._search.find(library, text), self._take)

    def clear(self) -> None:
        """End the search: nothing is found, nothing is lit."""
        self._courier.void(CHANNEL)
        was_searching = bool(self._text)
        self._text, self._waiting, self._answer = "", False, None
        if was_searching:
            self.answered.emit(None)
            self.lit.emit(None)

    def choose(self, hit: Hit) -> None:
        """Take a hit. The events found stay lit until the search is cleared."""
        self.chosen.emit(hit)

    def _take(self, answer: SearchAnswer) -> None:
        self._waiting = False
        if not answer.query:
            self.clear()
            return
        self._answer = answer
        self.answered.emit(answer)
        self.lit.emit(answer.event_ids)

    def _start_anew(self, _library: OpenLibrary) -> None:
        self.clear()
