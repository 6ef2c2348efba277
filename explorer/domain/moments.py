"""What an EDTF text says, taken apart: moments, ranges of them, sets of them.

This is the step between the text and its numbers or its words.
"""

from dataclasses import dataclass
from enum import Enum

from explorer.domain.days import day_number, days_in_month
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision

MAX_YEAR = 19_999_999_000

MARKS = {
    "?": DateFlag.UNCERTAIN,
    "~": DateFlag.APPROXIMATE,
    "%": DateFlag.UNCERTAIN | DateFlag.APPROXIMATE,
}

# Season number to first month (counted from January of the year) and length in months. The winter of the
# north and the summer of the south run into the next year. Without a hemisphere (21 to 24) they are northern.
SEASONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip

ACCEPTED = (
    "Dates are written like 2023, 2023-11, 2023-11-15 or 2023-11-15T10:30; 2020~ (about), 1972? (perhaps), "
    "198X (the 1980s), 1988-03/1990-02 (from, to), 2013/.. (since) or [1972,1973] (one of them)."
)


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as written, with its time in day numbers.

    ``start`` to ``end`` is the time that the text names; ``earliest`` to ``latest`` adds one unit of the
    precision on each side where the date is approximate or uncertain. ``year`` is the first of ``years``
    years; ``month`` is 1 to 12, or 21 to 41 for a season; ``time`` is ``10:30`` or ``10:30:15`` and ``zone``
    as written. ``regular`` is false where these parts do not say all that the text says.
    """

    text: str
    start: float
    end: float
    earliest: float
    latest: float
    precision: Precision
    flags: DateFlag
    year: int
    years: int = 1
    month: int | None = None
    day: int | None = None
    time: str = ""
    zone: str = ""
    regular: bool = True


class Side(Enum):
    """An end of a range that is not given."""

    OPEN = ".."
    """There is no end."""
    UNKNOWN = ""
    """There is one, but it is not known."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another, both included."""

    first: Moment | Side
    last: Moment | Side


class Form(Enum):
    """How the items of a reading belong together."""

    SINGLE = "single"
    ONE_OF = "one of"
    ALL_OF = "all of"


@dataclass(frozen=True, slots=True)
class Reading:
    """An EDTF text taken apart. A single moment or interval has one item, a set has several."""

    text: str
    form: Form
    items: tuple[Moment | Range, ...]


def moment_of_day(text: str, year: int, month: int, day: int, flags: DateFlag) -> Moment:
    """The moment of one calendar day.

    Raises:
        DateError: There is no such day.
    """
    start = float(checked_day(text, year, month, day))
    pad = 1.0 if flags else 0.0
    end = start + 1.0
    return Moment(text, start, end, start - pad, end + pad, Precision.DAY, flags, year, 1, month, day)


def moment_of_months(
    text: str, year: int, years: int, month: int | None, flags: DateFlag, *, regular: bool = True
) -> Moment:
    """The moment of a month, a season or, without a month, of ``years`` years from ``year`` on.

    Raises:
        DateError: There is no such month, or it lies beyond all times.
    """
    if not -MAX_YEAR <= year <= MAX_YEAR:
        raise DateError(
            f"“{text}” lies too far away: this app keeps time for 20,000 million years either way."
        )
    if month is None:
        offset, months = 0, 12 * years
        precision = {1: Precision.YEAR, 10: Precision.DECADE}.get(years, Precision.CENTURY)
    elif month in SEASONS:
        offset, months = SEASONS[month][0] - 1, SEASONS[month][1]
        precision = Precision.SEASON
    elif 1 <= month <= 12:
        offset, months = month - 1, 1
        precision = Precision.MONTH
    else:
        raise _no_month(text, month)
    first = year * 12 + offset
    last = first + months
    pad = months if flags else 0
    return Moment(
        text,
        _month_start(first),
        _month_start(last),
        _month_start(first - pad),
        _month_start(last + pad),
        precision,
        flags,
        year,
        years,
        month,
        regular=regular,
    )


def checked_day(text: str, year: int, month: int, day: int) -> int:
    """The day number of a calendar day that ``text`` names.

    Raises:
        DateError: There is no such day.
    """
    if not 1 <= month <= 12:
        raise _no_month(text, month)
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        raise DateError(f"“{text}” is not in the calendar: that month has {length} days. {ACCEPTED}")
    return day_number(year, month, day)


def refused(text: str) -> DateError:
    """The error for a text that is no date at all."""
    shown = text if len(text) <= 40 else text[:40] + "…"
    return DateError(f"“{shown}” cannot be read as a date. {ACCEPTED}")


def _no_month(text: str, month: int) -> DateError:
    return DateError(f"“{text}” names month {month:02}, which is not in the calendar. {ACCEPTED}")


def _month_start(months: int) -> float:
    """Day number of the first day of a month, counted from January of year 0."""
    year, month = divmod(months, 12)
    return float(day_number(year, month + 1))
