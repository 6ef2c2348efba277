"""Finds the passages of a source again in a copy of its text: exact, moved or lost, and never guessed."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from explorer.domain.passage import Anchor, AnchorState, Passage, Selector

CONTEXT = 32
CROWD = 60
SHORT = 20
AGREES = 0.72
HALF = 0.5
MARGIN = 0.25
PIECE = 50_000

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage may stand. ``left`` and ``right`` tell how far its neighbourhood agrees, 0 to 1."""

    start: int
    end: int
    left: float = 1.0
    right: float = 1.0
    folded: bool = False

    @property
    def context(self) -> float:
        return self.left + self.right


@dataclass(slots=True)
class _Search:
    """A passage on its way to its place."""

    index: int
    passage: Passage
    places: list[_Place] = field(default_factory=list)
    found: _Place | None = None

    @property
    def selector(self) -> Selector:
        return self.passage.selector

    @property
    def shift(self) -> int:
        assert self.found is not None
        return self.found.start - self.selector.start


def anchor(
    text: str, passages: Sequence[Passage], pulse: Callable[[], None] | None = None
) -> tuple[Anchor, ...]:
    """Find each passage in ``text``; the answers are in the order of ``passages``.

    ``text`` and the selectors of the passages are canonical (see
    :func:`explorer.services.plain_text.canonical`); places are in code points. A passage is *exact*
    where its very words stand at the position stored, *moved* where they stand elsewhere, or where
    they differ only in case, quotation marks, dashes, spaces, ligatures or hyphenation, and *lost*
    otherwise. If its words stand in several places, the words around them decide, then the passages
    before and after it; what remains undecided is lost. ``pulse`` is called now and then; what it raises
    ends the work.
    """
    pulse = pulse or _go_on
    searches = [_Search(index, passage) for index, passage in enumerate(passages)]
    in_order = sorted(searches, key=lambda search: (search.selector.start, search.selector.end))
    folded: Folded | None = None
    for search in in_order:
        pulse()
        search.places = _exact_places(text, search.selector)
        if not search.places or _contradicted(search.places, search.selector):
            folded = folded or Folded(text, pulse)
            search.places += _folded_places(
                text, folded, search.selector, {place.start for place in search.places}
            )
        search.places = _likely(search.places, search.selector)
        search.found = _by_context(search.places, search.selector)
    _by_neighbours(in_order)
    return tuple(_answer(search) for search in searches)


def selectors(text: str, passages: Iterable[Passage], anchors: Iterable[Anchor]) -> dict[int, Selector]:
    """Fresh selectors by passage id for those found exactly: 32 characters of ``text`` on either side."""
    exact = {found.passage_id for found in anchors if found.state is AnchorState.EXACT}
    return {
        passage.id: replace(
            passage.selector,
            prefix=text[max(passage.selector.start - CONTEXT, 0) : passage.selector.start],
            suffix=text[passage.selector.end : passage.selector.end + CONTEXT],
        )
        for passage in passages
        if passage.id in exact
    }


class _Table(dict[str, str]):
    """Characters as they are folded, worked out when first met."""

    def __missing__(self, character: str) -> str:
        made = self[character] = _fold_character(character)
        return made


def _go_on() -> None:
    """Nothing stands against going on."""


class Folded:
    """A text reduced to lower-case letters and digits, with the way back to the offsets of the text.

    It is worked on in pieces, so that other threads get their turn; ``pulse`` is called before each.
    """

    def __init__(self, text: str, pulse: Callable[[], None] = _go_on) -> None:
        table = _Table()
        parts: list[str] = []
        self.offsets = array("l")
        for begin in range(0, len(text), PIECE):
            pulse()
            letters = [table[character] for character in text[begin : begin + PIECE]]
            parts.append("".join(letters))
            self.offsets.extend(at for at, folded in enumerate(letters, begin) for _ in folded)
        self.text = "".join(parts)


def fold(text: str) -> str:
    """Letters and digits only: lower case, without accents, ligatures opened."""
    return "".join([_fold_character(character) for character in text])


def _fold_character(character: str) -> str:
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    parts = unicodedata.normalize("NFKD", character.casefold())
    return "".join(
        part for part in parts if part.isalnum() or (_is_mark(part) and not unicodedata.combining(part))
    )


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _exact_places(text: str, selector: Selector) -> list[_Place]:
    quote = selector.exact
    if not quote:
        return []
    places: list[_Place] = []
    at = text.find(quote)
    while at >= 0 and len(places) <= CROWD:
        end = at + len(quote)
        if at == selector.start or _stands_free(text, at, end, selector):
            places.append(_weigh(text, at, end, selector, folded=False))
        at = text.find(quote, at + 1)
    if len(places) > CROWD:
        return [
            place
            for place in places
            if place.start == selector.start and place.context >= 2 and selector.prefix
        ]
    return places


def _folded_places(text: str, folded: Folded, selector: Selector, known: set[int]) -> list[_Place]:
    quote = fold(selector.exact)
    if not quote:
        return []
    places: list[_Place] = []
    at = folded.text.find(quote)
    while at >= 0:
        start, end = folded.offsets[at], folded.offsets[at + len(quote) - 1] + 1
        start, end = _with_edges(text, start, end, selector.exact)
        whole = (at == 0 or folded.offsets[at - 1] != folded.offsets[at]) and _same_numbers(
            selector.exact, text[start:end]
        )
        if whole and start not in known and _stands_free(text, start, end, selector):
            places.append(_weigh(text, start, end, selector, folded=True))
        if len(places) > CROWD:
            return []
        at = folded.text.find(quote, at + 1)
    return places


def _with_edges(text: str, start: int, end: int, quote: str) -> tuple[int, int]:
    """Take in what the letters alone leave out: accents after the last one, brackets, stops."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    first = next(at for at, character in enumerate(quote) if _fold_character(character))
    last = next(at for at, character in enumerate(reversed(quote)) if _fold_character(character))
    for _ in range(first):
        if start and not text[start - 1].isspace() and not _fold_character(text[start - 1]):
            start -= 1
    for _ in range(last):
        if end < len(text) and not text[end].isspace() and not _fold_character(text[end]):
            end += 1
    return start, end


def _same_numbers(quote: str, found: str) -> bool:
    """Whether every number is written alike: folding alone would take 1.5 for 15."""
    numbers = [_NUMBER.findall(unicodedata.normalize("NFKC", part)) for part in (quote, found)]
    return numbers[0] == numbers[1]


def _stands_free(text: str, start: int, end: int, selector: Selector) -> bool:
    """Whether words begin and end here, unless the passage itself was cut out of the middle of a word."""
    cut = selector.prefix[-1:].isalnum() and selector.exact[0].isalnum()
    if not cut and start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    cut = selector.suffix[:1].isalnum() and selector.exact[-1].isalnum()
    return cut or end >= len(text) or not (text[end].isalnum() and text[end - 1].isalnum())


def _weigh(text: str, start: int, end: int, selector: Selector, *, folded: bool) -> _Place:
    left = _agreement(fold(selector.prefix)[::-1], fold(text[max(start - 2 * CONTEXT, 0) : start])[::-1])
    right = _agreement(fold(selector.suffix), fold(text[end : end + 2 * CONTEXT]))
    return _Place(start, end, left, right, folded)


def _agreement(wanted: str, present: str) -> float:
    """Share of ``wanted`` with which ``present`` begins; 1 where nothing is known."""
    if not wanted:
        return 1.0
    same = next(
        (at for at, (a, b) in enumerate(zip(wanted, present, strict=False)) if a != b),
        min(len(wanted), len(present)),
    )
    return same / len(wanted)


def _contradicted(places: list[_Place], selector: Selector) -> bool:
    """Whether these are the right words in wrong surroundings, so that a better place is worth a look."""
    here = any(place.start == selector.start for place in places)
    return (
        not here and bool(selector.prefix or selector.suffix) and max(place.context for place in places) < 1.0
    )


def _likely(places: list[_Place], selector: Selector) -> list[_Place]:
    """Without copies of the words whose surroundings, where they are known, agree on neither side."""
    if len(places) < 2:
        return places
    return [
        place for place in places if place.start == selector.start or max(place.left, place.right) >= HALF
    ]


def _by_context(places: list[_Place], selector: Selector) -> _Place | None:
    """The one place there is, or the one whose surroundings agree clearly better than those of any other."""
    if not places:
        return None
    known = bool(selector.prefix or selector.suffix)
    if len(places) == 1:
        place = places[0]
        short = len(fold(selector.exact)) < SHORT
        if known and short and place.start != selector.start and max(place.left, place.right) < AGREES:
            return None
        return place
    best, second = sorted(places, key=lambda place: place.context, reverse=True)[:2]
    if known and best.context - second.context >= MARGIN and max(best.left, best.right) >= AGREES:
        return best
    return None


def _by_neighbours(in_order: list[_Search]) -> None:
    """Decide between several places by what stands before and after in the document."""
    progress = True
    while progress:
        progress = False
        for at, search in enumerate(in_order):
            if search.found is None and len(search.places) > 1:
                search.found = _between(search, *_neighbours(in_order, at))
                progress = progress or search.found is not None
    _same_words(in_order)


def _neighbours(in_order: list[_Search], at: int) -> tuple[_Search | None, _Search | None]:
    """The nearest passages before and after that are placed and keep the order of the document."""
    run = _longest_run([search for search in in_order if search.found is not None])
    before = [search for search in run if search.selector.start <= in_order[at].selector.start]
    after = [search for search in run if search.selector.start > in_order[at].selector.start]
    return (before[-1] if before else None, after[0] if after else None)


def _longest_run(placed: list[_Search]) -> list[_Search]:
    """The most passages whose places are in the order of the document (longest run that never goes back)."""
    ends: list[int] = []
    tails: list[int] = []
    previous: list[int] = []
    for at, search in enumerate(placed):
        assert search.found is not None
        length = bisect_right(ends, search.found.start)
        previous.append(tails[length - 1] if length else -1)
        if length == len(ends):
            ends.append(search.found.start)
            tails.append(at)
        else:
            ends[length], tails[length] = search.found.start, at
    run = []
    at = tails[-1] if tails else -1
    while at >= 0:
        run.append(placed[at])
        at = previous[at]
    return run[::-1]


def _between(search: _Search, before: _Search | None, after: _Search | None) -> _Place | None:
    """The only place between the two neighbours, or the one that has shifted as far as both have."""
    low = before.found.start if before and before.found else -1
    high = after.found.start if after and after.found else None
    inside = [
        place for place in search.places if place.start >= low and (high is None or place.start <= high)
    ]
    if (before or after) and len(inside) == 1:
        return inside[0]
    # Before the first passage nothing has shifted. Where the two sides shifted differently, the text between
    # them was changed, and a copy of the words may be what was put in: that is no ground for a choice.
    shifts = {before.shift if before else 0}
    if after:
        shifts.add(after.shift)
    shifted = [place for place in inside if {place.start - search.selector.start} == shifts]
    return shifted[0] if len(shifted) == 1 else None


def _same_words(in_order: list[_Search]) -> None:
    """Passages of the same words take the places in order, where there are as many places as passages."""
    groups: dict[str, list[_Search]] = {}
    for search in in_order:
        if len(search.places) > 1:
            groups.setdefault(search.selector.exact, []).append(search)
    for group in groups.values():
        starts = sorted({search.selector.start for search in group})
        places = sorted(group[0].places, key=lambda place: place.start)
        if len(starts) != len(places):
            continue
        seats = dict(zip(starts, places, strict=True))
        if all(search.found in (None, seats[search.selector.start]) for search in group):
            for search in group:
                search.found = seats[search.selector.start]


def _answer(search: _Search) -> Anchor:
    place = search.found
    if place is None:
        return Anchor(search.passage.id, AnchorState.LOST, None, None)
    exact = place.start == search.selector.start and not place.folded
    return Anchor(
        search.passage.id, AnchorState.EXACT if exact else AnchorState.MOVED, place.start, place.end
    )
