"""Which of the places where a passage may stand is its own; what cannot be told is asked, not guessed."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from explorer.domain.passage import AnchorState, Passage, Selector
from explorer.services.anchoring.selecting import CONTEXT

SHORT = 20
LONG = 40
AGREES = 0.72
HALF = 0.5
AT_HOME = 1.2
SURE = 1.5
MARGIN = 0.35
AS_GOOD = 0.9
RIVAL = 0.08
FAR_RIVAL = 0.25
LEAST = 0.60
LIKE = 0.86
ALIKE = 0.96
SHOWN = 12
"""So many places at most are shown to choose from."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_ORDINAL = re.compile(r"st\b|nd\b|rd\b|th\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage may stand.

    ``start`` and ``end`` are code points. ``score`` is the likeness of its letters, ``left`` and ``right``
    that of the words before and after, 0 to 1 each; 1 where nothing is known of them. ``same_numbers`` is
    true where every number is written as in the quotation, ``same_words`` where no word is another one, but
    at most read badly.
    """

    start: int
    end: int
    score: float = 1.0
    left: float = 1.0
    right: float = 1.0
    same_numbers: bool = True
    same_words: bool = True

    @property
    def context(self) -> float:
        """How far both sides agree, 0 to 2."""
        return self.left + self.right

    @property
    def whole(self) -> bool:
        """Whether every letter and number is there."""
        return self.score == 1.0 and self.same_numbers


@dataclass(slots=True)
class Search:
    """A passage on its way to its place: ``found``, or one of those ``asked``, or none but a ``guess``."""

    passage: Passage
    letters: int
    found: Place | None = None
    asked: Sequence[Place] = field(default=())
    guess: Place | None = None

    @property
    def selector(self) -> Selector:
        """Where the passage was when it was noted."""
        return self.passage.selector

    @property
    def known(self) -> bool:
        """Whether the words around the passage are known."""
        return bool(self.selector.prefix or self.selector.suffix)

    @property
    def complete(self) -> bool:
        """Whether all there was is known of them, so that nothing known means the edge of the document."""
        return self.known and len(self.selector.prefix) == min(CONTEXT, self.selector.start)

    @property
    def shift(self) -> int:
        """How far the passage found has moved, in code points."""
        assert self.found is not None
        return self.found.start - self.selector.start


def decide(search: Search, places: Iterable[Place], *, crowded: bool = False) -> None:
    """Choose between ``places``; ``crowded`` tells that there were more than could be looked at.

    The thresholds come from a grid of 108 settings on 5,850 trials. A place is chosen only if it is likely
    enough for itself and no rival is nearly as likely: one whose letters are as like by 0.08, or by 0.25 with
    neighbours, or one neighbour, that agree as well. Rivals do not count where both neighbours agree far
    better (0.35) here, unless one neighbour is the same there: the whole paragraph may have been repeated.
    """
    ranked = sorted(places, key=_weight, reverse=True)
    if not ranked:
        return
    best = ranked[0]
    rivals = [place for place in ranked[1:] if _rivals(place, best, known=search.known)]
    apart = search.known and best.context >= SURE
    apart = apart and all(
        best.context - rival.context >= MARGIN and max(rival.left, rival.right) < AS_GOOD for rival in rivals
    )
    if not _fits(search, best, alone=not rivals and not crowded):
        search.guess = best if best.score >= LEAST else None
    elif (rivals or crowded) and (crowded or not apart):
        search.asked = tuple(sorted([best, *rivals][:SHOWN], key=lambda place: place.start))
    else:
        search.found = best


def state_of(place: Place) -> AnchorState:
    """How a passage at its place was found, as far as the place alone tells."""
    if not place.whole:
        return AnchorState.APPROXIMATE
    return AnchorState.EXACT if place.context >= AT_HOME else AnchorState.MOVED


def same_numbers(quote: str, found: str) -> bool:
    """Whether every number is written alike: folding alone would take 1.5 for 15."""
    return _numbers(quote) == _numbers(found)


def _numbers(text: str) -> list[str]:
    """The numbers in a text; a single digit in a word is a letter that was read badly ("di5cuss")."""
    text = unicodedata.normalize("NFKC", text)
    return [found[0] for found in _NUMBER.finditer(text) if len(found[0]) > 1 or _alone(text, found)]


def _alone(text: str, digit: re.Match[str]) -> bool:
    before, behind = text[digit.start() - 1 : digit.start()], text[digit.end() : digit.end() + 1]
    return not before.isalpha() and (not behind.isalpha() or _ORDINAL.match(text, digit.end()) is not None)


def _weight(place: Place) -> tuple[float, int]:
    return place.score + place.context / 4, -place.start


def _rivals(place: Place, best: Place, *, known: bool) -> bool:
    behind = best.score - place.score
    if not known:
        return behind <= RIVAL
    as_good = place.context >= best.context - RIVAL or max(place.left, place.right) >= AS_GOOD
    return behind <= RIVAL or (place.score >= LEAST and behind <= FAR_RIVAL and as_good)


def _fits(search: Search, place: Place, *, alone: bool) -> bool:
    """Whether a place is likely enough, whatever stands elsewhere."""
    # A side of which nothing was noted speaks neither for a place nor against it.
    left = place.left if search.selector.prefix or search.complete else HALF
    right = place.right if search.selector.suffix or search.complete else HALF
    low, high = sorted((left, right))
    if place.whole:
        return not search.known or search.letters >= SHORT or high >= AGREES
    if not search.known:
        return place.same_numbers and place.same_words and place.score >= LIKE and search.letters >= SHORT
    if not place.same_numbers and left + right < SURE:
        return False
    return (
        (place.score >= LEAST and low >= HALF and high >= AGREES)
        or (place.score >= LIKE and high >= AGREES)
        or (place.score >= ALIKE and search.letters >= LONG and alone and place.same_words)
    )
