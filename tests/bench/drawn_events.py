"""Draws events as a large archive would have them: skewed in time, in words, in lanes; the same every time.

What is drawn for an event depends on its id alone, so a small library is the beginning of a large one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import DateFlag, Precision
from explorer.domain.measure import width_em

SEED = 1961
CHUNK = 50_000
"""Events drawn at a time."""
FIRST_DAY, DECADE, LAST_DAY = (
    int(np.datetime64(day, "D").astype(np.int64)) for day in ("1961-01-01", "2015-01-01", "2025-01-01")
)
IN_DECADE, ON_BUSY_DAYS = 0.7, 0.1
BUSY_DAYS = 100
LANE_SHARES = (0.30, 0.22, 0.16, 0.12, 0.09, 0.06, 0.03, 0.02)
IMPORTANCE_SHARES = (0.62, 0.22, 0.10, 0.045, 0.015)
SPANS, COARSE, CLOCKED = 0.2, 0.1, 0.15
"""Shares of all events: that last; known to the month or year; known to the minute without lasting."""
SHORTEST_SPAN, LONGEST_SPAN = 2 * 60, 30 * 365 * 24 * 60
"""Minutes; between them the logarithm of the length is spread evenly."""
TO_THE_MINUTE = 2 * 24 * 60
"""Spans shorter than this many minutes have their hours written down."""
WITH_SUMMARY, WITH_ENTITY = 0.1, 0.2
WORDS = 20_000
ONSETS = (*"bdfgklmnprstvz", "st", "tr", "pl", "gr")
CODAS = ("", "n", "r", "s", "l", "t", "nd", "m")
LONGEST_TITLE = 6
COMMON = "the"
"""Stands in every second title."""

DAY = 24 * 60
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Columns of some events, in the order of their ids; all sequences of one length but ``parts``.

    ``lane`` counts from 0. ``parts`` holds (event id, place of an entity in a list of them, first ones most).
    """

    id: list[int]
    title: list[str]
    summary: list[str]
    label_em: list[float]
    start: list[str]
    end: list[str | None]
    earliest: list[float]
    latest: list[float]
    precision: list[int]
    flags: list[int]
    importance: list[int]
    lane: list[int]
    parts: list[tuple[int, int]]


class Words:
    """Made-up words, the earlier the more frequent (Zipf), with their widths."""

    def __init__(self) -> None:
        random = np.random.default_rng(SEED)
        heads = [a + b for a in ONSETS for b in "aeiou"]
        made: dict[str, None] = {}
        while len(made) < WORDS:
            parts = random.integers(0, len(heads), int(random.integers(2, 5)))
            made["".join(heads[part] for part in parts) + CODAS[int(random.integers(len(CODAS)))]] = None
        self.texts = list(made)
        # The last one is the empty word: titles are of unequal length.
        self.widths = np.array([width_em(text) for text in self.texts] + [0.0])
        self.shares = np.cumsum(1 / np.arange(1, WORDS + 1))
        self.shares /= self.shares[-1]

    def draw(self, random: np.random.Generator, shape: tuple[int, int]) -> Ints:
        """Numbers of words by Zipf's law."""
        return self.shares.searchsorted(random.random(shape)).astype(np.int64)


def drawn(events: int, entities: int) -> Iterator[Chunk]:
    """The events with ids from 1 to ``events``, which take part of ``entities`` entities among them."""
    words = Words()
    for number, first in enumerate(range(0, events, CHUNK)):
        yield _chunk(number, first, min(CHUNK, events - first), words, entities)


def busy_days() -> Ints:
    """The hundred days on which a tenth of all happens."""
    return np.random.default_rng(SEED).choice(np.arange(DECADE, LAST_DAY), BUSY_DAYS, replace=False)


def _chunk(number: int, first: int, wanted: int, words: Words, entities: int) -> Chunk:
    random = np.random.default_rng((SEED, number))
    importance = _one_of(random, IMPORTANCE_SHARES) + 1
    lane = _one_of(random, LANE_SHARES)
    dates = _dates(random)
    titles, label_em, summaries = _texts(random, words, wanted)
    takes_part = np.flatnonzero(random.random(CHUNK) < WITH_ENTITY)
    whom = (entities ** random.random(len(takes_part))).astype(np.int64) - 1
    parts = zip((takes_part + first + 1).tolist(), whom.tolist(), strict=True)
    return Chunk(
        id=list(range(first + 1, first + wanted + 1)),
        title=titles,
        summary=summaries,
        label_em=label_em[:wanted].tolist(),
        importance=importance[:wanted].tolist(),
        lane=lane[:wanted].tolist(),
        parts=[part for part in parts if part[0] <= first + wanted],
        **{name: column[:wanted].tolist() for name, column in dates.items()},
    )


def _one_of(random: np.random.Generator, shares: tuple[float, ...]) -> Ints:
    return np.minimum(np.cumsum(shares).searchsorted(random.random(CHUNK)), len(shares) - 1).astype(np.int64)


def _starts(random: np.random.Generator) -> Ints:
    """Minutes since 1970 at which events begin."""
    when = random.random(CHUNK)
    # Before the last decade ever more is written down: the density grows with the square of the time passed.
    early = FIRST_DAY + (DECADE - FIRST_DAY) * random.random(CHUNK) ** (1 / 3)
    late = DECADE + (LAST_DAY - DECADE) * random.random(CHUNK)
    busy = random.choice(busy_days(), CHUNK)
    day = np.where(when < IN_DECADE, late, early).astype(np.int64)
    day[when >= 1 - ON_BUSY_DAYS] = busy[when >= 1 - ON_BUSY_DAYS]
    return day * DAY + random.integers(0, DAY, CHUNK)


def _dates(random: np.random.Generator) -> dict[str, NDArray[Any]]:
    """Texts, extents, precisions and flags, as ``explorer.domain.edtf`` would read the texts."""
    kind = random.random(CHUNK)
    begun = _starts(random)
    length = SHORTEST_SPAN * (LONGEST_SPAN / SHORTEST_SPAN) ** random.random(CHUNK)
    ended = np.minimum(begun + length.astype(np.int64), LAST_DAY * DAY - 1)
    begun = np.minimum(begun, ended)
    span = kind < SPANS
    coarse = (kind >= SPANS) & (kind < SPANS + COARSE)
    yearly = coarse & (random.random(CHUNK) < 0.4)
    minute = np.where(span, ended - begun < TO_THE_MINUTE, kind >= 1 - CLOCKED)
    units = {"m": minute, "M": coarse & ~yearly, "Y": yearly, "D": ~minute & ~coarse}
    start, end = (np.full(CHUNK, None, object) for _ in range(2))
    earliest, latest = (np.empty(CHUNK) for _ in range(2))
    for unit, mine in units.items():
        first, last = (minutes[mine].astype("M8[m]").astype(f"M8[{unit}]") for minutes in (begun, ended))
        lasts = span[mine]
        start[mine] = np.datetime_as_string(first).tolist()
        end[np.flatnonzero(mine)[lasts]] = np.datetime_as_string(last[lasts]).tolist()
        earliest[mine] = _days(first)
        latest[mine] = _days(np.where(lasts, last, first) + 1)
    precisions = (Precision.MINUTE, Precision.MONTH, Precision.YEAR, Precision.DAY)
    return {
        "start": start,
        "end": end,
        "earliest": earliest,
        "latest": latest,
        "precision": np.select(list(units.values()), list(map(int, precisions))),
        "flags": np.where(span, int(DateFlag.SPAN), 0),
    }


def _days(moments: NDArray[np.datetime64]) -> Floats:
    return moments.astype("M8[m]").astype(np.int64) / DAY


def _texts(random: np.random.Generator, words: Words, wanted: int) -> tuple[list[str], Floats, list[str]]:
    """Titles with their widths, and summaries, most of them empty."""
    drawn = words.draw(random, (CHUNK, LONGEST_TITLE))
    length = random.integers(3, LONGEST_TITLE + 1, CHUNK)
    with_common = random.random(CHUNK) < 0.5
    drawn[np.arange(LONGEST_TITLE) >= length[:, None]] = WORDS
    width = words.widths[drawn].sum(axis=1) + (length - 1 + with_common) * width_em(" ")
    width += with_common * width_em(COMMON)
    heads = np.where(with_common, f"{COMMON} ", "").tolist()
    text_of = words.texts.__getitem__
    titles = [
        head + " ".join(map(text_of, row[:count]))
        for head, row, count in zip(
            heads[:wanted], drawn[:wanted].tolist(), length[:wanted].tolist(), strict=True
        )
    ]
    summaries = [""] * wanted
    told = np.flatnonzero(random.random(CHUNK) < WITH_SUMMARY)
    for event, row in zip(told.tolist(), words.draw(random, (len(told), 12)).tolist(), strict=True):
        if event < wanted:
            summaries[event] = f"{COMMON} " + " ".join(map(text_of, row))
    return titles, width, summaries
