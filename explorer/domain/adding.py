"""What becomes of files that a reader adds to a library."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How it ended, or what is still to be decided."""

    ADDED = "added"
    DUPLICATE = "duplicate"
    ALIKE = "alike"
    COPY = "copy"
    NO_TEXT = "no text"
    REFUSED = "refused"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Twin:
    """A document of the library that is like another one; ``share`` (0 to 1) tells how like.

    ``same_file`` is true if they are the same byte for byte, ``same_text`` if they say the same.
    """

    source_id: int
    title: str
    share: float
    same_file: bool
    same_text: bool


@dataclass(frozen=True, slots=True)
class CopyOf:
    """A source without text whose quotations stand in a file: ``found`` of the ``tried`` ones.

    Both are 0 if nothing is quoted of the source; then it has the title of the file.
    """

    source_id: int
    title: str
    found: int
    tried: int
