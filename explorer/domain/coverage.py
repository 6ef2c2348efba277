"""What of a library no passage of a source supports, and what of a document the timeline uses."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Gap(StrEnum):
    """Why something is listed."""

    NOTHING = "nothing"
    """An event with neither passage nor citation."""
    CITATION_ALONE = "citation"
    """An event that rests on its citation alone."""
    NUMBER = "number"
    """A sentence of a summary with a number that no passage of the event has."""
    INTERPRETATION = "interpretation"
    """A relation that is our reading, open to dispute."""
    NO_BASIS = "basis"
    """A relation that rests on no passage and is not said to be a reading."""


@dataclass(frozen=True, slots=True)
class Unsupported:
    """One thing: the event it is about, and its words (a title, a sentence, a relation)."""

    gap: Gap
    event_id: int
    slug: str
    start: str
    words: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is not supported, in the order of :class:`Gap` and of time within each; ``events`` there are."""

    events: int
    supported: int
    """Events that rest on a passage."""
    unsupported: tuple[Unsupported, ...]
    more: int = 0
    """How many others were left out."""

    def of(self, gap: Gap) -> tuple[Unsupported, ...]:
        """Those of one kind."""
        return tuple(each for each in self.unsupported if each.gap is gap)


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def numbers(text: str) -> Iterator[str]:
    """The numbers in a text, without the separators of thousands."""
    for found in _NUMBER.finditer(text):
        yield re.sub(r"[,\s](?=\d{3}\b)", "", found.group())


def unsupported_sentences(sentences: Iterable[str], told: Iterable[str], date: str) -> Iterator[str]:
    """Sentences with a number that is neither in what is told nor in the event's own date.

    Args:
        sentences: Those of the summary.
        told: The words of the passages on which the event rests.
        date: The date of the event, as EDTF.
    """
    known = {number.lstrip("0") for text in (*told, date.replace("-", " ")) for number in numbers(text)}
    for sentence in sentences:
        if any(number.lstrip("0") not in known for number in numbers(sentence)):
            yield sentence


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """How much of a text stands on the timeline, and how much is quoted without an event (shares, 0 to 1).

    ``unused`` are the places (start, end) of dated sentences on which no event stands, None as long as nobody
    has looked for them.
    """

    on_timeline: float
    quoted_only: float
    unused: tuple[tuple[int, int], ...] | None


def covered(places: Iterable[tuple[int, int]], length: int) -> float:
    """The share of a text of this length that lies in places (start, end), which may overlap."""
    total = reached = 0
    for start, end in sorted(places):
        total += max(end - max(start, reached), 0)
        reached = max(reached, end)
    return min(total / length, 1.0) if length else 0.0
