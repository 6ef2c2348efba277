"""Makes places of seeds: where a quotation would begin and end, and how like it what stands there is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from explorer.services.anchoring.breaks import Window, breaks
from explorer.services.anchoring.folding import FoldedText
from explorer.services.anchoring.seeding import PIECE, SEED, Hits

BIN = 24
MOST = 40
SHARE = 0.4
DAMAGED = 0.15
"""The share of its seeds that a place may have kept and still be looked at beside a better one."""
FEWEST = 2
FEWEST_SHARE = 0.05
CLOSE = 36
SLACK = 100
"""Letters that may have been put into a passage or lost from it, besides a quarter of its own."""
DIAGONALS = 3
LEAST = 0.5
FOR_A_BREAK = 0.02
LONGEST_BROKEN = 1_500
"""In a quotation of more letters the foot and head of a page count for little: they are not looked for."""
LONGEST_END = 240
"""An end of more letters in which no seed holds is not laid against the text, but counted off."""

_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Letters ``start`` to ``end`` of a folded text, and how like they are to a quotation, 0 to 1.

    ``gap`` are letters between them that were left out of the account: whole lines, as of a page's foot.
    """

    start: int
    end: int
    score: float
    gap: tuple[int, int] | None = None


def likenesses(quotation: str, text: FoldedText, hits: Hits) -> tuple[list[Likeness], bool]:
    """Where ``text`` is like a folded quotation, the likest first, and whether there were too many to see.

    Seeds vote for the diagonal on which they stand. Around the forty with the most votes, the two ends are
    laid against the text from the outermost seeds that hold; too many are more than forty that have two
    fifths of the best one's votes.
    The score is 1 - Levenshtein distance / the longer length, less a little where whole lines have come
    between. None overlaps another by more than a half.
    """
    diagonals, crowded = _diagonals(hits)
    slack = SLACK + len(quotation) // 4
    found: list[Likeness] = []
    for diagonal in diagonals:
        # The close look keeps two copies near each other apart, the wide one bridges what was put in.
        close, wide = (
            _near(hits, diagonal, len(quotation), CLOSE),
            _near(hits, diagonal, len(quotation), slack),
        )
        found += _extended(quotation, text, *close, diagonal, CLOSE)
        if len(wide[0]) > len(close[0]) or len(close[0]) < hits.seeds:
            found += _extended(quotation, text, *wide, diagonal, slack)
    found.sort(key=lambda likeness: (-likeness.score, likeness.start))
    apart: list[Likeness] = []
    for likeness in found:
        if not any(_overlap(likeness, other) for other in apart):
            apart.append(likeness)
    return apart, crowded


def whole_search(quotation: str, text: FoldedText, pulse: Callable[[], None]) -> list[Likeness]:
    """The likest place of a short quotation of which no seed is left, looked for letter by letter."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.fuzz import partial_ratio_alignment

    best: Likeness | None = None
    for begin in range(0, len(text.letters), PIECE):
        pulse()
        piece = text.letters[begin : begin + PIECE + 2 * len(quotation)]
        found = partial_ratio_alignment(quotation, piece, score_cutoff=100 * LEAST)
        if found is None or found.dest_end == found.dest_start:
            continue
        score = Levenshtein.normalized_similarity(quotation, piece[found.dest_start : found.dest_end])
        if score >= LEAST and (best is None or score > best.score):
            best = Likeness(begin + found.dest_start, begin + found.dest_end, score)
    return [best] if best is not None else []


def _diagonals(hits: Hits) -> tuple[list[int], bool]:
    """The diagonals voted for, most votes first, and whether more than forty deserve a look."""
    if not len(hits.at):
        return [], False
    bins, votes = np.unique((hits.places - hits.at) // BIN, return_counts=True)
    beside = np.zeros_like(votes)
    beside[:-1] = np.where(np.diff(bins) == 1, votes[1:], 0)
    votes = votes + beside
    least = max(
        min(votes.max() * SHARE, hits.seeds * DAMAGED), hits.seeds * FEWEST_SHARE, min(FEWEST, hits.seeds)
    )
    chosen = np.flatnonzero(votes >= least)
    taken: list[int] = []
    for index in chosen[np.argsort(-votes[chosen], kind="stable")].tolist():
        middle = int(bins[index]) * BIN + BIN
        # Of two neighbouring bins that share a crowd of votes one is enough.
        if any(abs(middle - other) <= BIN for other in taken):
            continue
        if len(taken) == MOST:
            return taken, bool(votes[index] >= votes.max() * SHARE)
        taken.append(middle)
    return taken, False


def _near(hits: Hits, diagonal: int, length: int, slack: int) -> tuple[_Ints, _Ints]:
    low, high = np.searchsorted(hits.places, (diagonal - slack, diagonal + length + slack))
    at, places = hits.at[low:high], hits.places[low:high]
    near = np.abs(places - at - diagonal) <= slack
    return at[near], places[near]


def _extended(
    quotation: str, text: FoldedText, at: _Ints, places: _Ints, diagonal: int, slack: int
) -> Iterator[Likeness]:
    """The likest place around a diagonal, if any: in the text as it is, or with some lines left out."""
    if not len(at):
        return
    whole = Window(text, max(diagonal - slack, 0), diagonal + len(quotation) + slack)
    best = _likest(quotation, whole, at, places - whole.low)
    if len(quotation) <= LONGEST_BROKEN and (best is None or best.score < 1.0):
        shifts = sorted({int(np.median((places - at)[group])) for group in _by_diagonal(at, places)})
        # Of lines that may be left out as well, as few as possible are.
        for gap in sorted(breaks(quotation, whole, shifts), key=_length):
            window = Window(text, whole.low, whole.high, gap)
            held, own = window.own(places)
            other = _likest(quotation, window, at[held], own)
            if other is not None and (best is None or other.score - FOR_A_BREAK > best.score):
                best = Likeness(other.start, other.end, other.score - FOR_A_BREAK, gap)
    if best is not None:
        yield best


def _length(gap: tuple[int, int]) -> int:
    return gap[1] - gap[0]


def _likest(quotation: str, window: Window, at: _Ints, places: _Ints) -> Likeness | None:
    """The likest stretch of a window; ``places`` are letters of it, the answer is in letters of the text."""
    from rapidfuzz.distance import Levenshtein

    groups = list(_by_diagonal(at, places))
    starts = {_start(quotation, window, *_outermost(at, places, group, first=True)) for group in groups}
    ends = {_end(quotation, window, *_outermost(at, places, group, first=False)) for group in groups}
    best: Likeness | None = None
    for start, end in product(sorted(starts), sorted(ends)):
        if not start < end <= start + 2 * len(quotation) + SLACK:
            continue
        score = Levenshtein.normalized_similarity(quotation, window.letters[start:end])
        if score >= LEAST and (best is None or score > best.score):
            best = Likeness(window.of_text(start), window.of_text(end - 1) + 1, score)
    return best


def _by_diagonal(at: _Ints, places: _Ints) -> Iterator[NDArray[np.bool_]]:
    """The hits of the few most voted bins, as masks."""
    bins = (places - at) // (BIN // 2)
    values, votes = np.unique(bins, return_counts=True)
    for value in values[np.argsort(-votes, kind="stable")[:DIAGONALS]]:
        yield bins == value


def _outermost(at: _Ints, places: _Ints, group: NDArray[np.bool_], *, first: bool) -> tuple[int, int]:
    own = np.flatnonzero(group)
    index = own[np.argmin(at[own])] if first else own[np.argmax(at[own])]
    return int(at[index]), int(places[index])


def _start(quotation: str, window: Window, at: int, place: int) -> int:
    """Lay what the quotation has before a seed against what the text has before it."""
    from rapidfuzz.distance import Levenshtein

    head, guess = quotation[:at], place - at
    if not head:
        return place
    play = 3 + at // 3
    tried = range(max(guess - play, 0), min(guess + play, place) + 1)
    if not tried or at > LONGEST_END:
        return max(guess, 0)
    return min(
        tried,
        key=lambda start: (
            Levenshtein.distance(head, window.letters[start:place]),
            not window.begins_word(start),
            abs(start - guess),
        ),
    )


def _end(quotation: str, window: Window, at: int, place: int) -> int:
    """Lay what the quotation has behind a seed against what the text has behind it."""
    from rapidfuzz.distance import Levenshtein

    tail, begin = quotation[at + SEED :], place + SEED
    if not tail:
        return begin
    guess = begin + len(tail)
    play = 3 + len(tail) // 3
    tried = range(max(guess - play, begin), min(guess + play, len(window.letters)) + 1)
    if not tried or len(tail) > LONGEST_END:
        return min(guess, len(window.letters))
    return min(
        tried,
        key=lambda end: (
            Levenshtein.distance(tail, window.letters[begin:end]),
            not window.ends_word(end),
            abs(end - guess),
        ),
    )


def _overlap(one: Likeness, other: Likeness) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)
