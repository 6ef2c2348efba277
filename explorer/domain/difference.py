"""How the words of a copy differ from those of a quotation."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of some words: still there, missing in the copy, or put in there."""

    SAME = "same"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Part:
    """Some words that follow upon each other, and what became of them."""

    fate: Fate
    words: str
