"""The date range filter as it is typed."""

import math
from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QCoreApplication

from explorer.domain.errors import DateError
from explorer.domain.facet import DateRange

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DateFields:
    """Two dates in words or EDTF, "" for an open side, and which of the two answers is wanted."""

    start: str = ""
    end: str = ""
    certain: bool = False

    @classmethod
    def of_json(cls, remembered: object) -> Self:
        """From remembered JSON; what cannot be read as a range becomes no range."""
        kept = remembered if isinstance(remembered, dict) else {}
        start, end = (text if isinstance(text := kept.get(side), str) else "" for side in ("start", "end"))
        made = cls(start, end, kept.get("certain") is True)
        try:
            date_range(made)
        except DateError:
            return cls()
        return made


def date_range(fields: DateFields) -> DateRange | None:
    """The days meant, None if both sides are open.

    Raises:
        DateError: a text is no date, or the range ends before it begins.
    """
    if not (fields.start or fields.end):
        return None
    start = -math.inf if not fields.start else _extent(fields.start)[0]
    end = math.inf if not fields.end else _extent(fields.end)[1]
    if start >= end:
        sentence = translate("FacetDates", "The range ends before it begins. Type the earlier date first.")
        raise DateError(sentence)
    return DateRange(start, end, fields.certain)


def range_in_words(fields: DateFields) -> str:
    """A filter's chip: "Possibly from June 1971 to 1990"."""
    sentences = {
        (True, True, True): translate("FacetDates", "Certainly from {start} to {end}"),
        (True, True, False): translate("FacetDates", "Possibly from {start} to {end}"),
        (True, False, True): translate("FacetDates", "Certainly from {start} on"),
        (True, False, False): translate("FacetDates", "Possibly from {start} on"),
        (False, True, True): translate("FacetDates", "Certainly up to {end}"),
        (False, True, False): translate("FacetDates", "Possibly up to {end}"),
    }
    sentence = sentences[bool(fields.start), bool(fields.end), fields.certain]
    return sentence.format(start=_words(fields.start), end=_words(fields.end))


def _extent(text: str) -> tuple[float, float]:
    from explorer.domain.edtf import event_date
    from explorer.domain.words import from_words

    written = from_words(text)
    if written is None:
        sentence = translate("FacetDates", "“{text}” is no date. Try 1971, June 1971 or 15 November 2023.")
        raise DateError(sentence.format(text=text))
    extent = event_date(written, None).extent
    return extent.earliest, extent.latest


def _words(text: str) -> str:
    from explorer.domain.words import from_words, in_words

    written = from_words(text)
    return text if written is None else in_words(written)
