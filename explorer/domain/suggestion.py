"""Dates that were found in a text: what they are, how sure that is, and what it rests on."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a date is what it is."""

    STATED = "stated"
    BARE_YEAR = "bare year"
    YEAR_FROM_TEXT = "year from the text"
    YEAR_FROM_PUBLICATION = "year from the publication"
    FROM_TEXT = "counted from a date in the text"
    FROM_PUBLICATION = "counted from the publication"
    DAY_OR_MONTH_FIRST = "day or month first"
    ERA = "era"
    NAMED = "named"
    VAGUE = "vague"
    LIBRARY_EVENT = "event of the library"
    DOCUMENT = "date of the document"


SHOWN: float = 0.5
"""From this confidence on a suggestion is shown at once; below it is a vague one."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another reading of the same words. ``basis`` is the EDTF or the name that it rests on."""

    edtf: str
    reason: Reason
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A date that stands in a sentence of a document.

    ``start`` and ``end`` are the sentence, ``date_start`` and ``date_end`` the words that give the date, all
    in code points of the document's text. ``edtf`` is valid EDTF. ``confidence`` is between 0 and 1.
    ``basis`` says what a counted date was counted from (EDTF), or the era, or the name. ``title`` is a
    draft. ``entity_ids`` and ``event_ids`` are people, bodies and events of the library that the sentence
    names.
    """

    start: int
    end: int
    date_start: int
    date_end: int
    edtf: str
    confidence: float
    reason: Reason
    basis: str
    rivals: tuple[Rival, ...]
    title: str
    entity_ids: tuple[int, ...] = ()
    event_ids: tuple[int, ...] = ()

    @property
    def vague(self) -> bool:
        """Whether it is only shown when asked for."""
        return self.confidence < SHOWN
