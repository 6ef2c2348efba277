"""The dates found in the document in hand: walked through, accepted, edited or rejected one by one."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.change import ChangeSet
from explorer.domain.detail import SourceDetail
from explorer.domain.errors import ReaderError
from explorer.services.edits import Plan
from explorer.services.libraries import OpenLibrary
from explorer.services.suggestions import FoundDates, Search, Suggestions
from explorer.viewmodels.accepting import draft_of, evidence_of
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.offers import Offer, OfferStatus, end_of_next, offers_of
from explorer.viewmodels.reader import ReaderModel, ReaderState

FIND = "dates of a document"
REJECTED = "rejected dates"
POLL = 100
"""Milliseconds between two looks at how far the search is."""


@dataclass(frozen=True, slots=True)
class SuggestionsState:
    """What the panel shows.

    ``open`` tells whether the panel is wanted, ``source_id`` which document it is about (None if there is no
    text), ``found`` whether that has been read. ``offers`` are those listed, ``row`` the one in hand (-1:
    none). ``vague`` and ``rejected`` count what was found but is of that kind; vague ones are listed only
    with ``vague_shown``, rejected ones never. ``cut`` tells that the text has more dates than were taken.
    """

    open: bool = False
    source_id: int | None = None
    searching: bool = False
    found: bool = False
    offers: tuple[Offer, ...] = ()
    row: int = -1
    vague: int = 0
    vague_shown: bool = False
    rejected: int = 0
    cut: bool = False
    problem: str = ""


class SuggestionsModel(QObject):
    """Finds the dates of the document that the reader shows, and turns those accepted into events.

    ``changed`` carries the :class:`SuggestionsState`, ``progressed`` the share of the text that is read (0 to
    1), ``edit_asked`` an ``EventDraft`` to be edited before it is saved, ``current_changed`` the
    :class:`Offer` in hand or None. Nothing enters the library without :meth:`accept`.
    """

    changed = Signal(object)
    progressed = Signal(object)
    edit_asked = Signal(object)
    current_changed = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        reader: ReaderModel,
        edits: EditsModel,
        suggestions: Suggestions,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._reader = reader
        self._edits = edits
        self._suggestions = suggestions
        self._courier = courier
        self._state = SuggestionsState()
        self._detail: SourceDetail | None = None
        self._found: dict[tuple[int, str], FoundDates] = {}
        self._search: Search | None = None
        self._titles: dict[str, str] = {}
        self._chosen: dict[str, str] = {}
        self._ends: dict[str, int] = {}
        self._offers: tuple[Offer, ...] = ()
        self._pending: dict[str, OfferStatus] = {}
        self._settled: set[str] = set()
        self._current: str | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._look)
        library.opened.connect(self._start_anew)
        reader.changed.connect(self._take_document)
        edits.applied.connect(self._note_change)

    @property
    def state(self) -> SuggestionsState:
        """What is to be shown."""
        return self._state

    @property
    def current(self) -> Offer | None:
        """The suggestion in hand."""
        return self._state.offers[self._state.row] if self._state.row >= 0 else None

    def find(self) -> None:
        """Open the panel, and read the document in hand for dates unless that is done."""
        self._state = replace(self._state, open=True)
        self._begin()
        self._show()

    def look(self) -> None:
        """Read the document in hand for dates without opening the panel, unless that is done."""
        self._begin()

    def close(self) -> None:
        """Close the panel; a search is called off."""
        self._call_off()
        self._state = replace(self._state, open=False, problem="")
        self._show()

    def cancel(self) -> None:
        """Call the search off."""
        self.close()

    def show_vague(self, shown: bool) -> None:
        """List the vague ones as well, or no longer."""
        self._state = replace(self._state, vague_shown=shown)
        self._show()

    def select(self, row: int) -> None:
        """Take a suggestion in hand."""
        offers = self._state.offers
        if 0 <= row < len(offers) and row != self._state.row:
            self._current = offers[row].digest
            self._show()

    def next(self) -> None:
        """Go on to the next suggestion; the last one stays."""
        self.select(min(self._state.row + 1, len(self._state.offers) - 1))

    def previous(self) -> None:
        """Go back to the previous suggestion; the first one stays."""
        self.select(max(self._state.row - 1, 0))

    def rename(self, row: int, title: str) -> None:
        """Give a suggestion another title; an empty one brings the draft back."""
        offer = self._state.offers[row]
        words = " ".join(title.split())
        if words:
            self._titles[offer.digest] = words
        else:
            self._titles.pop(offer.digest, None)
        self._retake(replace(offer, title=words or offer.suggestion.title))

    def choose_reading(self, step: int) -> None:
        """Take the next (1) or previous (-1) reading of the date in hand; after the last comes the first."""
        offer = self.current
        if offer is None or len(offer.readings) < 2 or offer.status is not OfferStatus.OPEN:
            return
        values = [one.edtf for one in offer.readings]
        at = values.index(offer.edtf) if offer.edtf in values else 0
        edtf = self._chosen[offer.digest] = values[(at + step) % len(values)]
        self._retake(replace(offer, edtf=edtf))

    def extend(self) -> None:
        """Let the passage in hand take in the next sentence of its paragraph; after the last, none."""
        offer, detail = self.current, self._detail
        if offer is None or offer.status is not OfferStatus.OPEN or detail is None or detail.document is None:
            return
        end = end_of_next(detail.document.text, offer.end) or offer.suggestion.end
        self._ends[offer.digest] = end
        self._retake(replace(offer, end=end))
        self.current_changed.emit(self.current)

    def accept(self) -> None:
        """Make an event of the suggestion in hand, or rest the event that it names on its sentence."""
        offer, detail = self.current, self._detail
        if offer is None or detail is None or offer.status is not OfferStatus.OPEN:
            return
        from explorer.services.drafts import evidence_added, new_event

        if offer.event is not None:
            plan = evidence_added(offer.event.id, (evidence_of(offer, detail),))
        else:
            theme_id = self._theme(offer)
            if theme_id is None:
                self._say(self.tr("This library has no lane yet. Make one, and accept the date then."))
                return
            plan = new_event(draft_of(offer, theme_id, detail))
        self._deal_with(offer, OfferStatus.ON_TIMELINE, plan)

    def edit(self) -> None:
        """Ask for the suggestion in hand to be edited before it becomes an event."""
        offer, detail = self.current, self._detail
        if offer is None or detail is None or offer.status is not OfferStatus.OPEN:
            return
        theme_id = self._theme(offer)
        if theme_id is not None:
            self.edit_asked.emit(draft_of(offer, theme_id, detail))

    def reject(self) -> None:
        """Do not offer the suggestion in hand again; Undo brings it back."""
        offer, source_id = self.current, self._state.source_id
        if offer is None or source_id is None or offer.status is not OfferStatus.OPEN:
            return
        from explorer.services.suggestions import rejection

        title = self.tr("Reject the date “{words}”").format(words=offer.words)
        plan = rejection(source_id, offer.digest, offer.suggestion.edtf, title)
        self._deal_with(offer, OfferStatus.REJECTED, plan)

    def _deal_with(self, offer: Offer, status: OfferStatus, plan: Plan) -> None:
        """Show at once what becomes of a suggestion, take the next one in hand, and put it on disk."""

        def settle(_change_set: ChangeSet) -> None:
            self._settled.add(offer.digest)

        def fail(error: ReaderError) -> None:
            self._pending.pop(offer.digest, None)
            self._renew()
            self._say(str(error))

        self._pending[offer.digest] = status
        self._current = self._following()
        self._state = replace(self._state, problem="")
        self._retake(replace(offer, status=status))
        self._edits.apply(plan, done=settle, failed=fail)

    def _following(self) -> str | None:
        """The next open suggestion after the one in hand, after the last one the first."""
        offers, row = self._state.offers, self._state.row
        order = [*offers[row + 1 :], *offers[:row]]
        following = next((one.digest for one in order if one.status is OfferStatus.OPEN), None)
        return following or self._current

    # What comes from outside

    def _start_anew(self, _library: OpenLibrary) -> None:
        self._call_off()
        self._found.clear()
        for kept in (self._titles, self._chosen, self._ends, self._pending, self._settled):
            kept.clear()
        self._detail = self._current = None
        self._state = SuggestionsState()
        self._renew()

    def _take_document(self, state: ReaderState) -> None:
        before = self._detail
        self._detail = state.detail
        if _document_of(before) != _document_of(state.detail):
            self._call_off()
            self._current = None
            self._state = replace(self._state, problem="")
        if self._state.open:
            self._begin()
        if before is not state.detail:
            self._drop_settled()
            self._renew()

    def _note_change(self, change_set: ChangeSet) -> None:
        library, key = self._library.current, _document_of(self._detail)
        if library is not None and key is not None and change_set.touches("rejected_date"):
            self._courier.ask(REJECTED, self._suggestions.rejected(library, key[0]), self._take_rejected)

    def _take_rejected(self, rejected: frozenset[str]) -> None:
        key = _document_of(self._detail)
        if key in self._found:
            self._found[key] = replace(self._found[key], rejected=rejected)
            self._drop_settled()
            self._renew()

    def _drop_settled(self) -> None:
        """What is on disk is shown as it stands there."""
        for digest in self._settled:
            self._pending.pop(digest, None)
        self._settled.clear()

    # Searching

    def _begin(self) -> None:
        library, key = self._library.current, _document_of(self._detail)
        if library is None or key is None or key in self._found or self._search is not None:
            return
        self._search = Search()
        self._timer.start()
        self._courier.ask(
            FIND, self._suggestions.find(library, key[0], self._search), self._take, self._refuse
        )

    def _call_off(self) -> None:
        if self._search is not None:
            self._search.call_off()
            self._courier.void(FIND)
            self._end()

    def _end(self) -> None:
        self._search = None
        self._timer.stop()

    def _look(self) -> None:
        if self._search is not None:
            self.progressed.emit(self._search.share)

    def _take(self, found: FoundDates) -> None:
        self._end()
        self._found[found.source_id, found.sha256] = found
        self._renew()

    def _refuse(self, error: ReaderError) -> None:
        self._end()
        self._say(str(error))

    def _say(self, problem: str) -> None:
        self._state = replace(self._state, problem=problem)
        self._show()

    # Showing

    def _renew(self) -> None:
        """Look again what became of each suggestion."""
        key = _document_of(self._detail)
        found = self._found.get(key) if key is not None else None
        library, detail = self._library.current, self._detail
        self._offers = ()
        if found is not None and detail is not None and library is not None:
            entities = library.contents.entities
            offers = offers_of(found, detail, entities, self._chosen, self._titles, self._ends)
            self._offers = tuple(
                replace(one, status=self._pending.get(one.digest, one.status)) for one in offers
            )
        self._show()

    def _retake(self, offer: Offer) -> None:
        """Put a suggestion that the reader has changed in its place."""
        self._offers = tuple(offer if one.digest == offer.digest else one for one in self._offers)
        self._show()

    def _show(self) -> None:
        key = _document_of(self._detail)
        kept = [one for one in self._offers if one.status is not OfferStatus.REJECTED]
        listed = tuple(one for one in kept if self._state.vague_shown or not one.suggestion.vague)
        before = self.current
        row = self._row(listed)
        self._current = listed[row].digest if row >= 0 else self._current
        self._state = replace(
            self._state,
            source_id=key[0] if key is not None else None,
            searching=self._search is not None,
            found=key in self._found,
            cut=key in self._found and self._found[key].is_cut,
            offers=listed,
            row=row,
            vague=sum(one.suggestion.vague for one in kept),
            rejected=len(self._offers) - len(kept),
        )
        self.changed.emit(self._state)
        if (before and before.digest) != (self.current and self.current.digest) or not self._state.open:
            self.current_changed.emit(self.current if self._state.open else None)

    def _row(self, listed: tuple[Offer, ...]) -> int:
        """The row of the suggestion in hand, or else of the first open one at or after its place."""
        digests = [one.digest for one in listed]
        if self._current in digests:
            return digests.index(self._current)
        start = min(max(self._state.row, 0), len(listed))
        order = [*range(start, len(listed)), *range(start)]
        first_open = next((at for at in order if listed[at].status is OfferStatus.OPEN), None)
        return first_open if first_open is not None else (0 if listed else -1)

    def _theme(self, offer: Offer) -> int | None:
        """The lane of an event of that name, or of the event nearest to it in the document, or the first."""
        library, detail = self._library.current, self._detail
        if library is None or detail is None or not library.contents.themes:
            return None
        found = self._found[detail.source.id, detail.document.sha256] if detail.document else None
        if found is not None and offer.suggestion.event_ids:
            return found.events[offer.suggestion.event_ids[0]].theme_id
        near = [
            (abs(item.anchor.start - offer.suggestion.start), event.theme_id)
            for item in detail.passages
            if item.anchor is not None and item.anchor.start is not None
            for event in item.events[:1]
        ]
        return min(near)[1] if near else library.contents.themes[0].id


def _document_of(detail: SourceDetail | None) -> tuple[int, str] | None:
    if detail is None or detail.document is None:
        return None
    return detail.source.id, detail.document.sha256
