"""A few numbers by which texts that are nearly the same are found among many."""

import re
from collections.abc import Sequence
from heapq import nsmallest
from zlib import crc32

SIZE = 96
"""How many numbers a sketch has."""
RUN = 5
"""How many words in a row make one of them."""
_WORD = re.compile(r"\w+")
_SPREAD = 0x9E3779B1


def sketch(text: str) -> tuple[int, ...]:
    """The smallest :data:`SIZE` numbers among those of all runs of :data:`RUN` words, in order.

    Case, punctuation and line breaks do not count. The share of numbers that two sketches have in common is
    about the share of runs that the two texts have in common (bottom-k MinHash). A text of fewer words has
    one number for all of it; a text without words none.
    """
    words = [crc32(word.encode("utf-8", "replace")) for word in _WORD.findall(text.casefold())]
    if not words:
        return ()
    runs = {_mixed(words[at : at + RUN]) for at in range(max(len(words) - RUN + 1, 1))}
    return tuple(nsmallest(SIZE, runs))


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """About which share (0 to 1) of all runs of two texts stands in both."""
    if not one or not other:
        return 0.0
    smallest = set(nsmallest(min(SIZE, max(len(one), len(other))), {*one, *other}))
    return len(smallest & set(one) & set(other)) / len(smallest)


def _mixed(words: Sequence[int]) -> int:
    number = 0
    for word in words:
        number = ((number ^ word) * _SPREAD) & 0xFFFFFFFF
        number ^= number >> 15
    return number
