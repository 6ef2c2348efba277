"""Finds where in a text the short runs of letters stand that a quotation is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

SEED = 8
"""Letters in a seed."""
PIECE = 500_000
EVERY = ((60, 1), (400, 2))
"""Up to so many letters, a seed begins at every so many; above, at every fourth."""
COMMONPLACE = 3_000
"""A seed that stands more often in a piece of the text says nothing of the place."""

_FIRST, _SECOND, _THIRD = (
    np.uint64(odd) for odd in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xD6E8FEB86659FD93)
)
_SIEVE = np.uint64(44)
_SIEVE_SIZE = 1 << 20

_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hits:
    """Seeds of one quotation that stand in the text: what begins at letter ``at[i]`` of it, at ``places[i]``.

    Both are arrays of the same length, sorted by ``places``; ``seeds`` is how many seeds were looked for.
    """

    at: _Ints
    places: _Ints
    seeds: int


def find_seeds(letters: str, quotations: Sequence[str], pulse: Callable[[], None]) -> list[Hits]:
    """Look for the seeds of all quotations in one pass over the text.

    A window of eight letters becomes a number of 64 bits by three multiplications (a polynomial hash, as of
    Karp and Rabin), all windows at once; a sieve lets pass what may be a seed.

    Args:
        letters: The folded text.
        quotations: Folded quotations; one of fewer than eight letters has no seeds.
        pulse: Called before each piece of half a million letters.
    """
    starts = [_starts(len(quotation)) for quotation in quotations]
    keys = [
        _windows(_codes(quotation))[begin] if len(begin) else np.zeros(0, np.uint64)
        for quotation, begin in zip(quotations, starts, strict=True)
    ]
    owner = np.repeat(np.arange(len(quotations)), [len(begin) for begin in starts])
    key, at = _joined(keys, np.uint64), _joined(starts, np.int64)
    order = np.argsort(key, kind="stable")
    key, at, owner = key[order], at[order], owner[order]
    found: list[tuple[_Ints, _Ints]] = []
    sieve = np.zeros(_SIEVE_SIZE, np.bool_)
    sieve[key >> _SIEVE] = True
    for begin in range(0, len(letters), PIECE) if len(key) else ():
        pulse()
        windows = _windows(_codes(letters[begin : begin + PIECE + SEED - 1]))
        places = np.flatnonzero(sieve[windows >> _SIEVE])
        windows = windows[places]
        low, high = np.searchsorted(key, windows, "left"), np.searchsorted(key, windows, "right")
        met = high > low
        low, high, places = _without_commonplace(low[met], high[met], places[met])
        counts = high - low
        which = (
            np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(low, counts)
        )
        found.append((which, np.repeat(places + begin, counts)))
    which = _joined([one for one, _ in found], np.int64)
    places = _joined([one for _, one in found], np.int64)
    return _by_quotation(owner[which], at[which], places, [len(begin) for begin in starts])


def _starts(length: int) -> _Ints:
    step = next((step for most, step in EVERY if length <= most), 4)
    return np.arange(0, max(length - SEED + 1, 0), step, dtype=np.int64)


def _codes(text: str) -> NDArray[np.uint64]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)


def _windows(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The number of each window of eight letters."""
    if len(codes) < SEED:
        return np.zeros(0, np.uint64)
    two = codes[:-1] * _FIRST + codes[1:]
    four = two[:-2] * _SECOND + two[2:]
    eight = four[:-4] * _THIRD + four[4:]
    # The low bits of a product know only the low bits of its factors; the sieve reads the high ones.
    return eight * _FIRST


def _joined(parts: Sequence[NDArray[Any]], kind: type) -> NDArray[Any]:
    return np.concatenate([*parts, np.zeros(0, kind)]).astype(kind)


def _without_commonplace(low: _Ints, high: _Ints, places: _Ints) -> tuple[_Ints, _Ints, _Ints]:
    if not len(low):
        return low, high, places
    rare = np.bincount(low)[low] <= COMMONPLACE
    return low[rare], high[rare], places[rare]


def _by_quotation(owner: _Ints, at: _Ints, places: _Ints, seeds: Sequence[int]) -> list[Hits]:
    order = np.lexsort((places, owner))
    owner, at, places = owner[order], at[order], places[order]
    edges = np.searchsorted(owner, np.arange(len(seeds) + 1))
    return [
        Hits(at[low:high], places[low:high], count)
        for low, high, count in zip(edges[:-1], edges[1:], seeds, strict=True)
    ]
