"""Looks for what a step of a tour can have in focus: events, passages and claims."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from explorer.domain.detail import WorkedClaim
from explorer.domain.search import Hit, HitKind, SearchAnswer
from explorer.services.claims import Claims
from explorer.services.libraries import OpenLibrary
from explorer.services.search import Question, Search
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel

CHANNEL = "focus search"
MOST = 12
"""So many are offered at once."""


class FocusKind(StrEnum):
    """What can be in focus."""

    EVENT = "event"
    PASSAGE = "passage"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Picked:
    """Something that a step has, or could have, in focus: its id, and the words for it."""

    id: int
    words: str


@dataclass(frozen=True, slots=True)
class Offered:
    """What was found for a text."""

    kind: FocusKind
    text: str
    picks: tuple[Picked, ...]


class FocusSearch(QObject):
    """One search at a time; a newer one ends the one before. ``found`` carries the :class:`Offered`."""

    found = Signal(object)

    def __init__(
        self,
        library: LibraryModel,
        search: Search,
        claims: Claims,
        courier: Courier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._search = search
        self._claims = claims
        self._courier = courier
        self._question: Question | None = None
        self._asked = (FocusKind.EVENT, "")
        library.opened.connect(self._forget)

    def look(self, kind: FocusKind, text: str) -> None:
        """Look for records of a kind whose words begin with those of a text; all claims for no text."""
        library = self._library.current
        self._end()
        self._asked = kind, text
        if library is None:
            return
        if kind is FocusKind.CLAIM:
            self._courier.ask(CHANNEL, self._claims.all(library), self._take_claims)
        elif text.strip():
            self._question = Question(library, text)
            self._courier.ask(CHANNEL, self._search.first(self._question), self._take_hits)
        else:
            self._offer(())

    def _take_hits(self, answer: SearchAnswer) -> None:
        wanted = HitKind(self._asked[0].value)
        hits = next((group.hits for group in answer.groups if group.kind is wanted), ())
        self._offer([Picked(hit.id, _hit_words(hit)) for hit in hits])

    def _take_claims(self, claims: tuple[WorkedClaim, ...]) -> None:
        words = self._asked[1].casefold().split()
        picks = [Picked(one.claim.id, claim_words(one)) for one in claims]
        self._offer([pick for pick in picks if all(word in pick.words.casefold() for word in words)])

    def _offer(self, picks: Sequence[Picked]) -> None:
        kind, text = self._asked
        self.found.emit(Offered(kind, text, tuple(picks[:MOST])))

    def _end(self) -> None:
        if self._question is not None:
            self._question.call_off()
            self._question = None
        self._courier.void(CHANNEL)

    def _forget(self, _library: OpenLibrary) -> None:
        self._end()


def claim_words(worked: WorkedClaim) -> str:
    """A claim by the words it tests, or by its test where it stands on no passage."""
    words = " ".join(worked.quotation.split())
    said = f"“{words}”" if words else worked.claim.test
    return f"{said} {worked.source.label}" if worked.source is not None else said


def _hit_words(hit: Hit) -> str:
    """An event with its date, a passage with its source."""
    beside = hit.date if hit.kind is HitKind.EVENT else hit.detail
    return " · ".join(filter(None, (hit.title, beside)))
