"""How long it is from one day to another, in words, by the calendar and never more exact than its ends."""

from explorer.domain.days import civil, day_number, days_in_month
from explorer.domain.event import Precision

MONTH = 365.2425 / 12
YEAR = 365.2425
MINUTES = 24 * 60
_YEARS = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}
_LEAST = {
    Precision.MONTH: "month",
    Precision.SEASON: "month",
    Precision.YEAR: "year",
    Precision.DECADE: "decade",
    Precision.CENTURY: "century",
}


def length_in_words(
    start: float, end: float, finest: Precision = Precision.DAY, *, about: bool = False
) -> str:
    """The time between two day numbers: "2 years 114 days", "3 hours 20 minutes", "about 5 years".

    Years are counted from anniversary to anniversary; that of 29 February is the 28th where there is no 29th.

    Args:
        start: Day number of one end.
        end: Day number of the other; either may be the earlier one.
        finest: How finely both ends are known. Days and coarser units are counted whole; months and years,
            which are no fixed number of days, are rounded and always said to be about right.
        about: Whether an end is only about right.
    """
    first, last = min(start, end), max(start, end)
    if finest > Precision.DAY:
        return _rounded(last - first, finest)
    days = finest is Precision.DAY
    words = _whole_days(int(first // 1), int(last // 1)) if days else _fine(first, last)
    return f"about {words}" if about else words


def _rounded(days: float, finest: Precision) -> str:
    if finest in _YEARS:
        step = _YEARS[finest]
        years, months = round(days / YEAR / step) * step, 0
    else:
        years, months = divmod(round(days / MONTH), 12)
    words = _joined((years, "year"), (months, "month"))
    return f"about {words}" if words else f"less than a {_LEAST[finest]}"


def _whole_days(first: int, last: int) -> str:
    years, days = _years_and_days(first, last)
    return _joined((years, "year"), (days, "day")) or "the same day"


def _fine(first: float, last: float) -> str:
    begun, ended = round(first * MINUTES), round(last * MINUTES)
    days, minutes = divmod(ended - begun, MINUTES)
    hours, minutes = divmod(minutes, 60)
    years, rest = _years_and_days(begun // MINUTES, begun // MINUTES + days)
    if years:
        return _joined((years, "year"), (rest, "day"))
    if days:
        return _joined((days, "day"), (hours, "hour"))
    return _joined((hours, "hour"), (minutes, "minute")) or "the same minute"


def _years_and_days(first: int, last: int) -> tuple[int, int]:
    """Whole years from one day to a later one, and the days that are left."""
    year, month, day = civil(first)
    years = civil(last)[0] - year
    if _anniversary(year + years, month, day) > last:
        years -= 1
    return years, last - _anniversary(year + years, month, day)


def _anniversary(year: int, month: int, day: int) -> int:
    return day_number(year, month, min(day, days_in_month(year, month)))


def _joined(*parts: tuple[int, str]) -> str:
    return " ".join(f"{count:,} {unit}{'' if count == 1 else 's'}" for count, unit in parts if count)
