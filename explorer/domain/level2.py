"""The rare forms of EDTF level 2: doubtful or missing parts inside a date, exponents, significant digits.

The edtf package decides what is valid. The numbers are ours: it widens an approximate day by a year, a month
and a day at once. Its import takes a tenth of a second and waits until the first such date turns up.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from explorer.domain.days import day_number, days_in_month
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision
from explorer.domain.moments import MARKS, Moment, moment_of_day, moment_of_months, refused

_PARTS = re.compile(
    r"(?P<year_own>[?~%])?(?P<year>Y?-?[0-9X]{1,11})(?:E(?P<exponent>[0-9]{1,2}))?(?:S(?P<significant>[0-9]{1,2}))?"
    r"(?P<year_all>[?~%])?"
    r"(?:-(?P<month_own>[?~%])?(?P<month>[0-9X]{2})(?P<month_all>[?~%])?"
    r"(?:-(?P<day_own>[?~%])?(?P<day>[0-9X]{2})(?P<day_all>[?~%])?)?)?"
)
_UNIT_DAYS = {"year": 366.0, "month": 31.0, "day": 1.0}


def read_level_2(text: str) -> Moment:
    """Read one date of level 2.

    Raises:
        DateError: It is no EDTF, or no day of the calendar fits it.
    """
    match = _PARTS.fullmatch(text)
    if match is None:
        raise refused(text)
    parts = match.groupdict()
    marked = any(mark in text for mark in MARKS)
    if "X" in text:
        # The package crashes on the valid 2021-0X, and what fits the calendar is valid anyway.
        if (
            marked
            or parts["exponent"]
            or parts["significant"]
            or len(parts["year"] or "") - text.count("-", 0, 1) != 4
        ):
            raise refused(text)
        return _unspecified(text, parts)
    rounded = bool(parts["exponent"] or parts["significant"])
    # The package has no answer, not even an error of its own, for a doubt about a rounded year.
    if (rounded and (marked or parts["month"])) or not _is_valid(text):
        raise refused(text)
    return _rounded(text, parts) if rounded else _qualified(text, parts)


def _is_valid(text: str) -> bool:
    from edtf import parse_edtf

    return parse_edtf(text, fail_silently=True) is not None


def _rounded(text: str, parts: dict[str, str | None]) -> Moment:
    """A year with an exponent, or of which only the first digits count: those count for the likely year."""
    digits = (parts["year"] or "").removeprefix("Y")
    year = int(digits) * 10 ** int(parts["exponent"] or 0)
    plain = moment_of_months(text, year, 1, None, DateFlag.NONE, regular=False)
    if not parts["significant"]:
        return plain
    unknown = max(len(str(abs(year))) - int(parts["significant"]), 0)
    size = int(10**unknown)
    first = year // size * size if year >= 0 else -(-year // size * size) - size + 1
    precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[min(unknown, 2)]
    return replace(
        plain,
        earliest=float(day_number(first)),
        latest=float(day_number(first + size)),
        precision=precision,
        flags=DateFlag.APPROXIMATE,
    )


def _unspecified(text: str, parts: dict[str, str | None]) -> Moment:
    """Digits that are not given anywhere in the date: from the first day that fits to the last."""
    year, month, day = (parts[name] or "" for name in ("year", "month", "day"))
    if day:
        precision = Precision.MONTH
    if "X" in month or not month:
        precision = Precision.YEAR
    if "X" in year:
        precision = Precision.DECADE if year.index("X") == len(year) - 1 else Precision.CENTURY
    first = next(_fitting(year, month, day, from_start=True), None)
    last = next(_fitting(year, month, day, from_start=False), None)
    if first is None or last is None:
        raise DateError(f"No day of the calendar fits “{text}”.")
    start, end = float(first), float(last)
    return Moment(
        text, start, end, start, end, precision, DateFlag.NONE, int(year.replace("X", "0")), regular=False
    )


def _fitting(year: str, month: str, day: str, *, from_start: bool) -> Iterator[int]:
    """Edges of the days that fit: their starts in order of time, or their ends backwards."""
    step = 1 if from_start else -1
    sign, digits = (-1, year[1:]) if year.startswith("-") else (1, year)
    for y in (sign * number for number in _matching(digits, 0, 9999, step * sign)):
        for m in _matching(month or "XX", 1, 12, step):
            for d in _matching(day or "XX", 1, days_in_month(y, m), step):
                yield day_number(y, m, d) + (0 if from_start else 1)


def _matching(mask: str, low: int, high: int, step: int) -> Iterator[int]:
    """The numbers from low to high (or back, for step -1) whose digits fit the mask."""
    numbers = range(low, high + 1)
    for number in numbers if step > 0 else reversed(numbers):
        if all(m in ("X", n) for m, n in zip(mask, f"{number:0{len(mask)}}", strict=True)):
            yield number


def _qualified(text: str, parts: dict[str, str | None]) -> Moment:
    """Doubt about some parts only. The coarsest part in doubt sets how far the date may lie off."""
    flags = DateFlag.NONE
    pad = 0.0
    for name, days in _UNIT_DAYS.items():
        for side in ("own", "all"):
            mark = parts[f"{name}_{side}"]
            if mark:
                flags |= MARKS[mark]
                pad = max(pad, days)
    year, month, day = int(parts["year"] or ""), int(parts["month"] or 0), int(parts["day"] or 0)
    if not month:
        return moment_of_months(text, year, 1, None, flags)
    if day:
        known = moment_of_day(text, year, month, day, DateFlag.NONE)
    else:
        known = moment_of_months(text, year, 1, month, DateFlag.NONE)
    return replace(known, earliest=known.start - pad, latest=known.end + pad, flags=flags, regular=False)
