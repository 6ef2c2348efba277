"""Sees where the foot and the head of a page have come between the words of a quotation."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.services.anchoring.folding import FoldedText

FURNITURE = 90
"""Letters in all that the lines left out may have."""
PROBE = 10
GOES_ON = 75.0

_PAGE_NUMBER = re.compile(r"\b\d+\b")


class Window:
    """Letters ``low`` to ``high`` of a folded text, without those of a gap.

    ``letters`` are what is left; all other places are counted in them, unless it says otherwise.
    """

    def __init__(self, text: FoldedText, low: int, high: int, gap: tuple[int, int] = (0, 0)) -> None:
        self.text = text
        self.low, self.high = low, min(high, len(text.letters))
        self._gap = gap if gap[1] > gap[0] else (self.high, self.high)
        self.letters = text.letters[low : self._gap[0]] + text.letters[self._gap[1] : self.high]

    def of_text(self, at: int) -> int:
        """The place in the text of a letter of the window."""
        place = at + self.low
        return place if place < self._gap[0] else place + self._gap[1] - self._gap[0]

    def own(self, places: NDArray[np.int64]) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
        """Which places of the text are outside the gap, and where these are in the window."""
        begin, end = self._gap
        held = (places < begin) | (places >= end)
        kept = places[held]
        return held, np.where(kept < begin, kept, kept - (end - begin)) - self.low

    def begins_word(self, at: int) -> bool:
        """Whether no letter or digit stands right before a letter."""
        return self.text.begins_word(self.of_text(at))

    def ends_word(self, at: int) -> bool:
        """Whether no letter or digit stands right behind the letter before."""
        return at == 0 or self.text.ends_word(self.of_text(at - 1) + 1)


def breaks(quotation: str, window: Window, shifts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Whole lines, as letters of the text, that may have come between the words of a quotation.

    Those with a page number in them, after or before which a quotation that stands at one of the ``shifts``
    goes on, and does not go on in the lines themselves.
    """
    letters, lines = window.text.letters, list(_line_ends(window))
    for at, begin in enumerate(lines):
        for end in lines[at + 1 :]:
            if end - begin > FURNITURE:
                break
            if _PAGE_NUMBER.search(window.text.original, *window.text.span(begin, end)) is None:
                continue
            length = end - begin
            for shift in shifts:
                behind = quotation[begin - shift : begin - shift + PROBE] if begin > shift else ""
                before = quotation[max(end - shift - PROBE, 0) : end - shift] if end > shift else ""
                if _goes_on(
                    behind, letters[begin : begin + length], letters[end : end + len(behind) + 2]
                ) or (
                    end - shift < len(quotation)
                    and _goes_on(before, letters[begin:end], letters[max(begin - len(before) - 2, 0) : begin])
                ):
                    yield begin, end
                    break


def _line_ends(window: Window) -> Iterator[int]:
    """The letters before which lines begin, each once."""
    text = window.text
    if window.high <= window.low:
        return
    at, stop = text.offsets[window.low], text.offsets[window.high - 1]
    last = -1
    while (at := text.original.find("\n", at, stop)) >= 0:
        letter = bisect_left(text.offsets, at)
        if letter != last:
            yield letter
        last = letter
        at += 1


def _goes_on(words: str, within: str, beyond: str) -> bool:
    """Whether ``words`` stand beyond the lines rather than in them."""
    from rapidfuzz.fuzz import partial_ratio

    if not words:
        return False
    found = partial_ratio(words, beyond, score_cutoff=GOES_ON)
    return found >= GOES_ON and found > partial_ratio(words, within[: len(words) + 2])
