"""What the search field found."""

from PySide6.QtCore import QObject, Signal

from explorer.domain.search import Hit, SearchAnswer
from explorer.services.libraries import OpenLibrary
from explorer.services.search import Found, Question, Search
from explorer.timeline.carrying import carried_set
from explorer.timeline.edited import EditedIndex
from explorer.timeline.index import EventIndex
from explorer.timeline.rowset import RowSet
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel

CHANNEL = "search"


class ResultsModel(QObject):
    """Searches as one types: the newest question wins, whenever its answer comes.

    ``answered`` carries a SearchAnswer with the first hits, or None when the search is over; ``counted`` the
    same answer once its totals are known; ``lit`` which events were found, a set of rows of the
    library's index, or None; ``chosen`` the Hit that the reader took.
    """

    answered = Signal(object)
    counted = Signal(object)
    lit = Signal(object)
    chosen = Signal(object)

    def __init__(
        self, library: LibraryModel, search: Search, courier: Courier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._search = search
        self._courier = courier
        self._question: Question | None = None
        self._text = ""
        self._waiting = False
        self._answer: SearchAnswer | None = None
        self._lit: RowSet | None = None
        library.opened.connect(self._start_anew)

    @property
    def text(self) -> str:
        """What is searched for, as typed."""
        return self._text

    @property
    def waiting(self) -> bool:
        """Whether the first hits of what was asked last are still to come."""
        return self._waiting

    @property
    def answer(self) -> SearchAnswer | None:
        """What was found last, with its totals as soon as they are known; None if nothing is searched for."""
        return self._answer

    def search(self, text: str) -> None:
        """Ask for a text; an empty one ends the search."""
        library = self._library.current
        if not text.strip() or library is None:
            self.clear()
        elif text != self._text:
            self._call_off()
            self._text = text
            self._waiting = True
            self._question = Question(library, text)
            self._courier.ask(CHANNEL, self._search.first(self._question), self._take_first)

    def clear(self) -> None:
        """End the search: nothing is found, nothing is lit."""
        self._courier.void(CHANNEL)
        self._call_off()
        was_searching = bool(self._text)
        self._text, self._waiting, self._answer, self._lit = "", False, None, None
        if was_searching:
            self.answered.emit(None)
            self.lit.emit(None)

    def renew(self, before: EventIndex, library: OpenLibrary) -> None:
        """Search again after a change. What was lit of the events stays lit until the answer comes."""
        if not self._text:
            return
        if self._lit is not None and library.index is not before:
            self._lit = _renewed(self._lit, before, library.index)
            self.lit.emit(self._lit)
        self._call_off()
        self._question = Question(library, self._text)
        self._courier.ask(CHANNEL, self._search.first(self._question), self._take_first)

    def choose(self, hit: Hit) -> None:
        """Take a hit. The events found stay lit until the search is cleared."""
        self.chosen.emit(hit)

    def _take_first(self, answer: SearchAnswer) -> None:
        question = self._question
        self._waiting = False
        if not answer.query or question is None:
            self.clear()
            return
        self._answer = answer
        self._courier.ask(CHANNEL, self._search.rest(question, answer), self._take_rest)
        self.answered.emit(answer)

    def _take_rest(self, found: Found) -> None:
        self._answer = found.answer
        self._lit = found.lit
        self.counted.emit(found.answer)
        self.lit.emit(found.lit)

    def _call_off(self) -> None:
        if self._question is not None:
            self._question.call_off()
            self._question = None

    def _start_anew(self, _library: OpenLibrary) -> None:
        self.clear()


def _renewed(lit: RowSet, before: EventIndex, index: EventIndex) -> RowSet:
    """The rows of the same events in another index of the library."""
    if isinstance(index, EditedIndex) and index.follows(before):
        return carried_set(lit, before, index, fresh=False)
    return index.set_of(before.id[lit.rows()])
