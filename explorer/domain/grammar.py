"""Reads EDTF text.

The common forms are read here, in microseconds; the rest of level 2 is in ``explorer.domain.level2``.
"""

import re

from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision
from explorer.domain.moments import (
    MARKS,
    SEASONS,
    Form,
    Moment,
    Range,
    Reading,
    Side,
    checked_day,
    moment_of_day,
    moment_of_months,
    refused,
)

MAX_LENGTH = 200

_MOMENT = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|Y-?[1-9][0-9]{4,10})"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?P<time>T[0-9:Z+-]+)?)?)?"
    r"(?P<mark>[?~%])?"
)
_TIME = re.compile(
    r"T(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    r"(?P<zone>Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?"
)


def read(text: str) -> Reading:
    """Take an EDTF text apart.

    Raises:
        DateError: The text is no EDTF, or names a day that is not in the calendar. The message quotes it and
            says what is accepted.
    """
    if len(text) > MAX_LENGTH or not text.isascii():
        raise refused(text)
    text = text.strip()
    if text.startswith(("[", "{")):
        return _set(text)
    if "/" in text:
        return Reading(text, Form.SINGLE, (_interval(text),))
    return Reading(text, Form.SINGLE, (_moment(text),))


def _interval(text: str) -> Range:
    sides = text.split("/")
    if len(sides) != 2:
        raise refused(text)
    first, last = (Side(side) if side in ("", "..") else _moment(side) for side in sides)
    if isinstance(first, Side) and isinstance(last, Side) and Side.UNKNOWN in (first, last):
        raise refused(text)
    return _ordered(Range(first, last), text)


def _set(text: str) -> Reading:
    if text[0] + text[-1] not in ("[]", "{}"):
        raise refused(text)
    items: list[Moment | Range] = []
    for part in text[1:-1].split(","):
        first, dots, last = part.strip().partition("..")
        if not first and not last:
            raise refused(text)
        if dots:
            run = Range(_moment(first) if first else Side.OPEN, _moment(last) if last else Side.OPEN)
            items.append(_ordered(run, text))
        else:
            items.append(_moment(first))
    if len(items) == 1 and isinstance(items[0], Moment):
        raise refused(text)
    return Reading(text, Form.ONE_OF if text[0] == "[" else Form.ALL_OF, tuple(items))


def _ordered(item: Range, text: str) -> Range:
    if isinstance(item.first, Moment) and isinstance(item.last, Moment) and item.last.end <= item.first.start:
        raise DateError(f"“{text}” ends before it begins. Write the earlier date first.")
    return item


def _moment(text: str) -> Moment:
    match = _MOMENT.fullmatch(text)
    if match is None or text.startswith("-0000"):
        return _level_2(text)
    year_text, month_text, day_text, time_text, mark = match.groups()
    unspecified = year_text.count("X")
    if month_text and (
        unspecified or year_text[0] == "Y" or (month_text == "XX" and day_text not in (None, "XX"))
    ):
        return _level_2(text)
    years = int(10**unspecified)
    digits = year_text.replace("X", "0").removeprefix("Y")
    year = int(digits) - (years - 1 if digits[0] == "-" else 0)
    month = int(month_text) if month_text and month_text != "XX" else None
    day = int(day_text) if day_text and day_text != "XX" else None
    flags = MARKS[mark] if mark else DateFlag.NONE
    if day_text and month in SEASONS:
        raise refused(text)
    if month is None or day is None:
        if time_text:
            raise refused(text)
        return moment_of_months(text, year, years, month, flags, regular="XX" not in (month_text, day_text))
    if not time_text:
        return moment_of_day(text, year, month, day, flags)
    if mark:
        raise refused(text)
    return _clock(text, year, month, day, time_text)


def _clock(text: str, year: int, month: int, day: int, time_text: str) -> Moment:
    """A time of day by the clock of the place.

    A zone stays in the text; it does not move the mark, which could fall on another day than the one written.
    """
    match = _TIME.fullmatch(time_text)
    if match is None:
        raise DateError(f"“{text}” has no time of day that can be read. Write it like 2023-11-15T10:30.")
    hour, minute, second, zone = match.groups()
    seconds = int(hour) * 3600 + int(minute) * 60 + int(second or 0)
    base = checked_day(text, year, month, day)
    start = base + seconds / 86_400
    end = base + (seconds + (1 if second else 60)) / 86_400
    time = f"{hour}:{minute}:{second}" if second else f"{hour}:{minute}"
    return Moment(
        text, start, end, start, end, Precision.MINUTE, DateFlag.NONE, year, 1, month, day, time, zone or ""
    )


def _level_2(text: str) -> Moment:
    from explorer.domain.level2 import read_level_2

    return read_level_2(text)
