"""Day numbers: days since 1970-01-01 in the proleptic Gregorian calendar, for any year.

Years are astronomical: year 0 is 1 BC, year -1 is 2 BC. The fraction of a day number is the time of day.
"""

from math import floor

_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EPOCH = 719_528
_DAYS_IN_400_YEARS = 146_097


def is_leap(year: int) -> bool:
    """Whether a year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days in a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else _DAYS_IN[month]


def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Day number of a calendar day; the month is 1 to 12, the day may run over the end of the month."""
    before = year - 1
    number = (
        365 * year + before // 4 - before // 100 + before // 400 + 1 + _DAYS_BEFORE[month] + day - 1 - _EPOCH
    )
    return number + 1 if month > 2 and is_leap(year) else number


def civil(day: float) -> tuple[int, int, int]:
    """Year, month and day of the month in which a day number lies."""
    cycles, rest = divmod(floor(day) + _EPOCH, _DAYS_IN_400_YEARS)
    year = rest * 400 // _DAYS_IN_400_YEARS
    start = day_number(year) + _EPOCH
    if start > rest:
        year -= 1
        start = day_number(year) + _EPOCH
    elif rest - start >= 365 + is_leap(year):
        year += 1
        start = day_number(year) + _EPOCH
    rest -= start
    month = min(rest // 29 + 1, 12)
    leap = is_leap(year)
    while _DAYS_BEFORE[month] + (leap and month > 2) > rest:
        month -= 1
    return cycles * 400 + year, month, rest - _DAYS_BEFORE[month] - (leap and month > 2) + 1


FIRST_DAY: float = float(day_number(-20_000_000_000))
"""Where an open start reaches to: before anything that can be dated."""

LAST_DAY: float = float(day_number(20_000_000_000))
"""Where an open end reaches to."""
