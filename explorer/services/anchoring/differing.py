"""Compares a quotation with what stands in a copy, word by word."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from explorer.domain.difference import Fate, Part
from explorer.services.anchoring.folding import fold

MOST = 4_000
"""Words of a quotation that are compared; of longer ones the beginning."""


def differences(quotation: str, found: str) -> tuple[Part, ...]:
    """The words of both in one line: first what is missing, then what was put in its place.

    Words are the same if their letters and digits are; as they are written in ``found`` they are given then.
    """
    from rapidfuzz.distance import Levenshtein

    ours, theirs = quotation.split()[:MOST], found.split()[:MOST]
    changes = Levenshtein.opcodes([fold(word) for word in ours], [fold(word) for word in theirs])
    parts: list[tuple[Fate, str]] = []
    for change in changes:
        gone = ours[change.src_start : change.src_end]
        new = theirs[change.dest_start : change.dest_end]
        if change.tag == "equal":
            parts += [(Fate.SAME, word) for word in new]
        else:
            parts += [(Fate.MISSING, word) for word in gone] + [(Fate.ADDED, word) for word in new]
    return tuple(_together(parts))


def likeness(quotation: str, found: str) -> float:
    """How like the letters of two texts are, 0 to 1: 1 - Levenshtein distance / the longer length."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(fold(quotation), fold(found))


def _together(parts: Sequence[tuple[Fate, str]]) -> Iterator[Part]:
    for fate, run in groupby(parts, key=lambda part: part[0]):
        yield Part(fate, " ".join(word for _, word in run))
