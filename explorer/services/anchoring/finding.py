"""Finds the passages of a source again in a copy of its text."""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

from explorer.domain.passage import Anchor, AnchorState, Candidate, Passage, Selector
from explorer.services.anchoring.deciding import (
    HALF,
    LONG,
    SHORT,
    Place,
    Search,
    decide,
    same_numbers,
    state_of,
)
from explorer.services.anchoring.extending import Likeness, likenesses, whole_search
from explorer.services.anchoring.folding import FoldedText, fold, fold_character, go_on
from explorer.services.anchoring.ordering import longest_run, place_by_neighbours, settle_by_neighbours
from explorer.services.anchoring.seeding import find_seeds

CROWD = 60
AROUND = 8
"""Letters more than are known of a side are looked at there: some may have been put in."""
TOGETHER = 3
NEAR = 6
SHORTEST = 12


def anchor(
    text: str | FoldedText,
    passages: Sequence[Passage],
    pulse: Callable[[], None] | None = None,
    *,
    same_text: bool = False,
) -> tuple[Anchor, ...]:
    """Find each passage in ``text``; the answers are in the order of ``passages``.

    Text and quotations are reduced to letters and digits, which alone undoes typography, hyphenation and
    reflow. Then seeds are extended to places, and each place is weighed by its letters, its numbers, the
    words around it, its rivals, and the passages before and after it (:mod:`.deciding`, :mod:`.ordering`).

    Args:
        text: The canonical text of a copy (see :func:`explorer.services.plain_text.canonical`), or its folded
            form; places are code points of the former.
        passages: Those of one source.
        pulse: Called now and then; what it raises ends the work.
        same_text: The copy is known to be the text that the passages were taken from, so that of several
            places with the same words the one that was stored is meant.
    """
    pulse = pulse or go_on
    original = text if isinstance(text, str) else text.original
    if same_text and _all_in_place(original, passages):
        return tuple(
            Anchor(each.id, AnchorState.EXACT, each.selector.start, each.selector.end) for each in passages
        )
    folded = FoldedText(text, pulse) if isinstance(text, str) else text
    quotations = [fold(passage.selector.exact) for passage in passages]
    searches = [
        Search(passage, len(quotation)) for passage, quotation in zip(passages, quotations, strict=True)
    ]
    seeds = find_seeds(folded.letters, quotations, pulse)
    for search, quotation, hits in zip(searches, quotations, seeds, strict=True):
        pulse()
        if not quotation:
            continue
        exact = _exact(quotation, folded)
        found, crowded = likenesses(quotation, folded, hits)
        if not found and SHORTEST <= len(quotation) < LONG:
            found = whole_search(quotation, folded, pulse)
        spans = [Likeness(start, start + len(quotation), 1.0) for start in exact[:CROWD]]
        spans += [
            each
            for each in found
            if not any(start < each.end and each.start < start + len(quotation) for start in exact)
        ]
        around = fold(search.selector.prefix), fold(search.selector.suffix)
        places = [_place(span, folded, search, around) for span in spans]
        if len(quotation) < SHORT:
            places = [place for place in places if _stands_free(original, place, search.selector)]
        if same_text and (own := [place for place in places if _in_place(original, place, search)]):
            search.found = own[0]
        else:
            decide(search, places, crowded=crowded or len(exact) > CROWD)
    in_order = sorted(searches, key=lambda search: (search.selector.start, search.selector.end))
    settle_by_neighbours(in_order)
    place_by_neighbours(in_order)
    run = {id(search) for search in longest_run([search for search in in_order if search.found is not None])}
    return tuple(_answer(search, in_order=id(search) in run) for search in searches)


def _all_in_place(text: str, passages: Sequence[Passage]) -> bool:
    return all(
        selector.exact and text.startswith(selector.exact, selector.start)
        for selector in (passage.selector for passage in passages)
    )


def _exact(quotation: str, folded: FoldedText) -> list[int]:
    """Where the letters of a quotation stand, at most one place more than is a crowd."""
    found: list[int] = []
    at = folded.letters.find(quotation)
    while at >= 0 and len(found) <= CROWD:
        # Not from the middle of what is one character in the text, as a ligature or a fraction.
        if at == 0 or folded.offsets[at - 1] != folded.offsets[at]:
            found.append(at)
        at = folded.letters.find(quotation, at + 1)
    return found


def _place(span: Likeness, folded: FoldedText, search: Search, around: tuple[str, str]) -> Place:
    start, end = span.start, span.end
    prefix, suffix = around
    before = folded.letters[max(start - len(prefix) - AROUND, 0) : start]
    after = folded.letters[end : end + len(suffix) + AROUND]
    first, last = folded.span(start, end)
    if span.score < 1.0:
        first, last = _whole_words(folded.original, first, last, search.selector)
    first, last = _with_edges(folded.original, first, last, search.selector.exact)
    there = folded.original[first:last]
    letters = folded.letters[start:end]
    if span.gap:
        letters = folded.letters[start : span.gap[0]] + folded.letters[span.gap[1] : end]
        before_it, behind_it = folded.offsets[span.gap[0] - 1] + 1, folded.offsets[span.gap[1]]
        there = folded.original[first:before_it] + " " + folded.original[behind_it:last]
    return Place(
        first,
        last,
        span.score,
        left=_agreement(prefix, before, search),
        right=_agreement(suffix, after, search),
        same_numbers=same_numbers(search.selector.exact, there),
        same_words=span.score == 1.0 or not _has_other_words(search, letters),
    )


def _agreement(wanted: str, there: str, search: Search) -> float:
    """How like the letters on one side are to those known.

    At the edge of its document a passage has none; where there are some now, that tells nothing. A side of
    which nothing was noted counts as agreeing.
    """
    from rapidfuzz.fuzz import partial_ratio

    if not wanted:
        return HALF if search.complete and there else 1.0
    return partial_ratio(wanted, there) / 100


def _has_other_words(search: Search, letters: str) -> bool:
    """Whether letters side by side have changed, as by another word, not as by bad reading here and there."""
    from rapidfuzz.distance import Levenshtein

    changed = [edit.src_pos for edit in Levenshtein.editops(fold(search.selector.exact), letters)]
    return any(second - first < TOGETHER for first, second in pairwise(changed))


def _whole_words(text: str, start: int, end: int, selector: Selector) -> tuple[int, int]:
    """Go to the nearest ends of words, unless the passage itself was cut out of the middle of a word."""
    if not _cut(selector.prefix[-1:], selector.exact[0]):
        start = _edge_of_word(text, start)
    if not _cut(selector.exact[-1], selector.suffix[:1]):
        end = _edge_of_word(text, end)
    return start, end


def _edge_of_word(text: str, at: int) -> int:
    for off in range(NEAR):
        for edge in (at - off, at + off):
            if 0 <= edge <= len(text) and not _cut(text[max(edge - 1, 0) : edge], text[edge : edge + 1]):
                return edge
    return at


def _cut(before: str, behind: str) -> bool:
    """Whether two characters side by side are of one word."""
    return before.isalnum() and behind.isalnum()


def _with_edges(text: str, start: int, end: int, quote: str) -> tuple[int, int]:
    """Take in what the letters alone leave out: accents after the last one, brackets, stops."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    first = next(at for at, character in enumerate(quote) if fold_character(character))
    last = next(at for at, character in enumerate(reversed(quote)) if fold_character(character))
    for _ in range(first):
        if start and not text[start - 1].isspace() and not fold_character(text[start - 1]):
            start -= 1
    for _ in range(last):
        if end < len(text) and not text[end].isspace() and not fold_character(text[end]):
            end += 1
    return start, end


def _stands_free(text: str, place: Place, selector: Selector) -> bool:
    """Whether words begin and end here, unless the passage itself was cut out of the middle of a word.

    Asked of the very words of short passages only: a long one that was scanned may have run into others.
    """
    start, end = place.start, place.end
    if not place.whole or start == selector.start:
        return True
    begins = _cut(selector.prefix[-1:], selector.exact[0]) or not _cut(
        text[max(start - 1, 0) : start], text[start]
    )
    ends = _cut(selector.exact[-1], selector.suffix[:1]) or not _cut(text[end - 1], text[end : end + 1])
    return begins and ends


def _in_place(text: str, place: Place, search: Search) -> bool:
    return place.start == search.selector.start and text.startswith(search.selector.exact, place.start)


def _answer(search: Search, *, in_order: bool) -> Anchor:
    id_, place = search.passage.id, search.found
    if place is None:
        state = AnchorState.SEVERAL if search.asked else AnchorState.LOST
        shown = search.asked or ([search.guess] if search.guess else [])
        candidates = tuple(Candidate(each.start, each.end, each.score) for each in shown)
        return Anchor(id_, state, None, None, max((each.score for each in shown), default=0.0), candidates)
    state = state_of(place)
    if state is AnchorState.EXACT and not in_order:
        state = AnchorState.MOVED
    return Anchor(id_, state, place.start, place.end, place.score)
