"""Takes EDTF text apart into moments: what is written, before any number or word is made of it.

The common forms are read here, in microseconds. What is left of level 2 (qualified or unspecified parts inside a date,
exponents, significant digits) goes to the edtf package, which is imported when the first such date turns up: its
grammar decides, the numbers are ours.
"""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from explorer.domain.days import day_number, days_in_month
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision

MAX_LENGTH = 200
MAX_YEAR = 19_999_999_000

ACCEPTED = (
    "Dates are written like 2023, 2023-11, 2023-11-15 or 2023-11-15T10:30; 2020~ (about), 1972? (perhaps), "
    "198X (the 1980s), 1988-03/1990-02 (from, to), 2013/.. (since) or [1972,1973] (one of them)."
)

_MOMENT = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|Y-?[1-9][0-9]{4,10})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?P<time>T[0-9:Z+-]+)?)?)?"
    r"(?P<mark>[?~%])?"
)
_TIME = re.compile(
    r"T(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    r"(?P<zone>Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)
_LEVEL_2 = re.compile(r"[0-9XYES?~%-]{4,40}")
_MARKS = {
    "?": DateFlag.UNCERTAIN,
    "~": DateFlag.APPROXIMATE,
    "%": DateFlag.UNCERTAIN | DateFlag.APPROXIMATE,
}

# Season number to first month (counted from January of the year) and length in months. The winter of the north and
# the summer of the south run into the next year. Seasons without a hemisphere (21 to 24) are taken as northern.
SEASONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """One date as written, with its time in day numbers.

    ``start`` to ``end`` is the time that the text names; ``earliest`` to ``latest`` adds one unit of the precision on
    each side where the date is approximate or uncertain. ``year`` is the first of ``years`` years; ``month`` is 1 to
    12, or 21 to 41 for a season; ``time`` is ``10:30`` or ``10:30:15`` and ``zone`` as written. ``regular`` is false
    where these parts do not say all that the text says.
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


def read(text: str) -> Reading:
    """Take an EDTF text apart.

    Raises:
        DateError: The text is no EDTF, or names a day that is not in the calendar. The message quotes it and says
            what is accepted.
    """
    text = text.strip() if len(text) <= MAX_LENGTH else text
    if not 4 <= len(text) <= MAX_LENGTH or not text.isascii():
        raise _refused(text)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return Reading(text, Form.SINGLE, (_interval(text),))
    return Reading(text, Form.SINGLE, (_moment(text),))


def _interval(text: str) -> Range:
    sides = text.split("/")
    if len(sides) != 2 or text == "/":
        raise _refused(text)
    first, last = (Side(side) if side in ("", "..") else _moment(side) for side in sides)
    if Side.UNKNOWN in (first, last) and isinstance(first, Side) and isinstance(last, Side):
        raise _refused(text)
    return _ordered(Range(first, last), text)


def _set(text: str) -> Reading:
    if text[0] + text[-1] not in ("[]", "{}"):
        raise _refused(text)
    items: list[Moment | Range] = []
    for part in text[1:-1].split(","):
        first, dots, last = part.strip().partition("..")
        if not dots:
            items.append(_moment(first))
        elif first or last:
            side = Range(_moment(first) if first else Side.OPEN, _moment(last) if last else Side.OPEN)
            items.append(_ordered(side, text))
        else:
            raise _refused(text)
    if len(items) == 1 and isinstance(items[0], Moment):
        raise _refused(text)
    return Reading(text, Form.ONE_OF if text[0] == "[" else Form.ALL_OF, tuple(items))


def _ordered(item: Range, text: str) -> Range:
    if isinstance(item.first, Moment) and isinstance(item.last, Moment) and item.last.end <= item.first.start:
        raise DateError(f"“{text}” ends before it begins. Write the earlier date first.")
    return item


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None or text.startswith("-0000"):
        return _level_2(text)
    year_text, month_text, day_text, time_text, mark = match.group("year", "month", "day", "time", "mark")
    unspecified = year_text.count("X")
    if unspecified and month_text or year_text[0] == "Y" and month_text or month_text == "XX" and day_text not in (None, "XX"):
        return _level_2(text)
    years = int(10**unspecified)
    digits = year_text.replace("X", "0").lstrip("Y")
    year = int(digits) if not (unspecified and digits[0] == "-") else int(digits) - years + 1
    month = None if month_text in (None, "XX") else int(month_text)
    day = None if month is None or day_text in (None, "XX") else int(day_text)
    flags = _MARKS[mark] if mark else DateFlag.NONE
    if time_text:
        if mark or month is None or day is None:
            raise _refused(text)
        return _clock(text, year, month, day, time_text)
    if day_text and month in SEASONS:
        raise _refused(text)
    regular = "XX" not in (month_text, day_text)
    return _moment_of(text, year, years, month, day, flags, regular=regular)


def _clock(text: str, year: int, month: int, day: int, time_text: str) -> Moment:
    """A time of day. It is the clock of the place: a zone stays in the text and does not move the mark to another day."""
    match = _TIME.fullmatch(time_text)
    if match is None:
        raise DateError(f"“{text}” has no time of day that can be read. Write it like 2023-11-15T10:30.")
    hour, minute, second, zone = match.group("hour", "minute", "second", "zone")
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    base = _day(text, year, month, day)
    start = base + seconds / 86_400
    end = base + (seconds + (1 if second else 60)) / 86_400
    time = time_text[1 : 9 if second else 6]
    return Moment(
        text, start, end, start, end, Precision.MINUTE, DateFlag.NONE, year, 1, month, day, time, zone or ""
    )


def _moment_of(
    text: str, year: int, years: int, month: int | None, day: int | None, flags: DateFlag, *, regular: bool = True
) -> Moment:
    """The moment of these parts, widened by one unit on each side where the flags say so."""
    if not -MAX_YEAR <= year <= MAX_YEAR:
        raise DateError(f"“{text}” lies beyond all times this app can show: 20,000 million years either way.")
    if day is not None and month is not None:
        start = float(_day(text, year, month, day))
        pad = 1.0 if flags else 0.0
        return Moment(
            text, start, start + 1, start - pad, start + 1 + pad, Precision.DAY, flags, year, 1, month, day,
            regular=regular,
        )  # fmt: skip
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
        raise DateError(f"“{text}” names month {month:02}, which is not in the calendar. Months are 01 to 12.")
    first = year * 12 + offset
    pad_months = months if flags else 0
    return Moment(
        text,
        _month_start(first),
        _month_start(first + months),
        _month_start(first - pad_months),
        _month_start(first + months + pad_months),
        precision,
        flags,
        year,
        years,
        month,
        regular=regular,
    )


def _month_start(months: int) -> float:
    """Day number of the first day of a month, counted from January of year 0."""
    year, month = divmod(months, 12)
    return float(day_number(year, month + 1))


def _day(text: str, year: int, month: int, day: int) -> int:
    if not 1 <= month <= 12:
        raise DateError(f"“{text}” names month {month:02}, which is not in the calendar. Months are 01 to 12.")
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        raise DateError(f"“{text}” is not in the calendar: that month has {length} days.")
    return day_number(year, month, day)


def _refused(text: str) -> DateError:
    shown = text if len(text) <= 40 else text[:40] + "…"
    return DateError(f"“{shown}” cannot be read as a date. {ACCEPTED}")


def _level_2(text: str) -> Moment:
    """The rest of level 2, read by the edtf package."""
    if not _LEVEL_2.fullmatch(text):
        raise _refused(text)
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(text)
    except (EDTFParseException, ValueError, RecursionError):
        raise _refused(text) from None
    return _from_package(text, parsed)


def _from_package(text: str, parsed: Any) -> Moment:
    raise _refused(text)
