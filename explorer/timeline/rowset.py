"""A set of rows as one bit each, with running counts: rank and select without reading it all."""

from typing import Self

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int32]
Rows = NDArray[np.integer]

WORD = 64
BITS = np.uint64(WORD - 1)
ONE = np.uint64(1)
HALVES = tuple((shift, np.uint64((1 << shift) - 1)) for shift in (32, 16, 8, 4, 2, 1))


def words_for(size: int) -> int:
    """Words for ``size`` rows: the place after the last row has a word as well, so that it has a rank."""
    return size // WORD + 1


def pack(mask: Bools) -> Words:
    """One bit a row, the first in the lowest bit; padded with zeros to :func:`words_for` words."""
    packed = np.packbits(mask, bitorder="little")
    padded = np.zeros(words_for(mask.size) * 8, np.uint8)
    padded[: packed.size] = packed
    return padded.view("<u8").astype(np.uint64, copy=False)


def unpack(words: Words, size: int) -> Bools:
    """The reverse of :func:`pack`: bool[size]."""
    octets = words.astype("<u8", copy=False).view(np.uint8)
    return np.unpackbits(octets, count=size, bitorder="little").view(np.bool_)


def bits_of(words: Words, rows: Rows) -> Bools:
    """Which of ``rows`` have their bit set."""
    at = np.asarray(rows)
    set_: Bools = ((words[at >> 6] >> (at.astype(np.uint64) & BITS)) & ONE).astype(np.bool_)
    return set_


class RowSet:
    """Rows of an index, ``size`` in all, each in the set or not.

    Three sixteenths of a byte a row. Those in any range are counted, and the n-th of them is found, at the
    same small cost however many there are.
    """

    __slots__ = ("ranks", "size", "words")

    def __init__(self, words: Words, size: int, ranks: Ints | None = None) -> None:
        """From the words of :func:`pack`; ``ranks``, int32[words + 1], counts the bits before each word."""
        self.words = words
        self.size = size
        self.ranks = _ranks(words) if ranks is None else ranks

    @classmethod
    def of(cls, mask: Bools) -> Self:
        """The rows that are true in bool[size]."""
        return cls(pack(mask), mask.size)

    @classmethod
    def of_rows(cls, rows: Rows, size: int) -> Self:
        """These rows, in any order."""
        mask = np.zeros(size, np.bool_)
        mask[rows] = True
        return cls.of(mask)

    @classmethod
    def every(cls, size: int) -> Self:
        """All rows there are."""
        return cls.of(np.ones(size, np.bool_))

    def __getitem__(self, rows: Rows | slice | int) -> Bools:
        """Whether rows are in the set: bool of the shape of ``rows``."""
        if isinstance(rows, slice):
            rows = np.arange(*rows.indices(self.size))
        return bits_of(self.words, np.asarray(rows))

    def __and__(self, other: "RowSet") -> "RowSet":
        return RowSet(self.words & other.words, self.size)

    def __sub__(self, other: "RowSet") -> "RowSet":
        return RowSet(self.words & ~other.words, self.size)

    @property
    def count(self) -> int:
        """Rows in the set."""
        return int(self.ranks[-1])

    def before(self, places: Rows) -> Rows:
        """How many rows of the set come before each row number, 0 to ``size``; int32 of the same shape."""
        word = places >> 6
        below = (ONE << (places.astype(np.uint64) & BITS)) - ONE
        before: Rows = self.ranks[word] + np.bitwise_count(self.words[word] & below)
        return before

    def nth(self, numbers: Rows) -> Ints:
        """The rows of the set by their number: the inverse of :meth:`before`."""
        # Of the type of the directory: numpy would otherwise copy all of it into the type of the question.
        left = np.asarray(numbers).astype(np.int32)
        word = self.ranks.searchsorted(left, "right") - 1
        left -= self.ranks[word]
        bits = self.words[word]
        row = (word << 6).astype(np.int32)
        for shift, mask in HALVES:
            low = bits & mask
            count = np.bitwise_count(low)
            beyond = left >= count
            left -= count * beyond
            bits = np.where(beyond, bits >> np.uint64(shift), low)
            row += beyond * np.int32(shift)
        return row

    def between(self, low: int, high: int) -> Ints:
        """The rows of the set in [low, high), in order."""
        first, last = self.before(np.array((low, high), np.int64)).tolist()
        return self.nth(np.arange(first, last, dtype=np.int32))

    def rows(self) -> Ints:
        """All rows of the set, in order; linear in ``size``."""
        return np.flatnonzero(unpack(self.words, self.size)).astype(np.int32)


def _ranks(words: Words) -> Ints:
    ranks = np.zeros(len(words) + 1, np.int32)
    np.cumsum(np.bitwise_count(words), out=ranks[1:])
    return ranks
