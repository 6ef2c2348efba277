"""A date as it was read, in parts, and the EDTF that the parts make."""

import re
from dataclasses import dataclass, replace
from enum import Enum, IntEnum

from explorer.domain.days import days_in_month
from explorer.domain.suggestion import Reason, Rival

_MONTH_FIRST = re.compile(r"\d{4}-\d\d")


class Unit(IntEnum):
    """How wide a date is."""

    DAY = 1
    WEEK = 2
    MONTH = 3
    SEASON = 4
    YEAR = 5
    DECADE = 6
    CENTURY = 7
    SPAN = 8


class Part(Enum):
    """Which part of a unit is meant."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    START = "start"
    CLOSE = "close"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


class Side(Enum):
    """On which side of the date something happened."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


class From(Enum):
    """What a relative date counts from."""

    PUBLICATION = "publication"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Relative:
    """Words that count from another date: ``steps`` units on or back, or to a named month or weekday.

    ``year_only`` says that the other date gives the year and nothing else ("in October of that year").
    """

    base: From
    unit: Unit
    steps: int = 0
    year_only: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a sentence. ``start`` and ``end`` are the code points of its words in the folded sentence.

    ``year`` is None until it is known; of a decade or a century it is the first. ``month`` may also be a
    season (21 to 24), as in EDTF. ``span`` holds the first and the last moment of a fixed time that is none
    of the units. ``until`` is the end of a range, ``others`` are the other readings of "or".
    """

    start: int
    end: int
    unit: Unit
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: Part | None = None
    span: tuple[str, str] | None = None
    about: bool = False
    side: Side | None = None
    until: "Dated | None" = None
    others: "tuple[Dated, ...]" = ()
    relative: Relative | None = None
    confidence: float = 0.95
    reason: Reason = Reason.STATED
    basis: str = ""
    rivals: tuple[Rival, ...] = ()

    @property
    def open(self) -> bool:
        """Whether the year is still missing."""
        return (self.year is None and self.span is None) or (self.until is not None and self.until.open)

    def at(self, start: int, end: int) -> "Dated":
        """The same date with more or other words."""
        return replace(self, start=start, end=end)


def edtf_of(date: Dated) -> str:
    """The EDTF of a date whose year is known."""
    if date.others:
        return "[" + ",".join([_single(date), *(_single(other) for other in date.others)]) + "]"
    first, last = bounds(date)
    if date.until is not None:
        last = bounds(date.until)[1]
    if date.side is None:
        if date.until is not None:
            return f"{first}/{last}"
        return _about(_single(date), date.about)
    text = _single(date) if date.part is None and date.span is None and date.until is None else ""
    plain = text if "/" not in text and "X" not in text else ""
    return {
        Side.SINCE: f"{plain or first}/..",
        Side.UNTIL: f"../{plain or last}",
        Side.BY: f"[..{(plain or last).rstrip('~')}]",
        Side.BEFORE: f"[..{(plain or first).rstrip('~')}]",
        Side.AFTER: f"[{(plain or last).rstrip('~')}..]",
    }[date.side]


def bounds(date: Dated) -> tuple[str, str]:
    """The first and the last moment of a date, as EDTF."""
    if date.span is not None:
        return _part_of_span(date.span, date.part)
    year = date.year
    if year is None:
        raise ValueError("a date without its year has no bounds")
    if date.unit is Unit.CENTURY:
        return _part_of_years(year, 99, date.part, (33, 66), 49)
    if date.unit is Unit.DECADE:
        return _part_of_years(year, 9, date.part, (3, 6), 4)
    if date.month is None:
        return _part_of_year(year, date.part)
    if date.day is not None:
        day = f"{_year(year)}-{date.month:02}-{date.day:02}"
        return day, day
    month = f"{_year(year)}-{date.month:02}"
    if date.part is None or date.month > 12:
        return month, month
    length = days_in_month(year, date.month)
    days = {
        Part.EARLY: (1, 10),
        Part.MID: (11, 20),
        Part.LATE: (21, length),
        Part.START: (1, 10),
        Part.CLOSE: (21, length),
        Part.FIRST_HALF: (1, 15),
        Part.SECOND_HALF: (16, length),
    }[date.part]
    return f"{month}-{days[0]:02}~", f"{month}-{days[1]:02}~"


def shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """A month some months on."""
    years, rest = divmod(year * 12 + month - 1 + by, 12)
    return years, rest + 1


def _single(date: Dated) -> str:
    """One date without its side and its end."""
    first, last = bounds(date)
    if date.part is None and date.span is None:
        if date.unit is Unit.CENTURY:
            return f"{_year(date.year or 0)[:-2]}XX"
        if date.unit is Unit.DECADE:
            return f"{_year(date.year or 0)[:-1]}X"
    return first if first == last else f"{first}/{last}"


def _about(text: str, about: bool) -> str:
    if not about:
        return text
    return "/".join(f"{side.rstrip('~')}~" for side in text.split("/"))


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _part_of_years(
    first: int, length: int, part: Part | None, thirds: tuple[int, int], half: int
) -> tuple[str, str]:
    """A part of a decade or of a century."""
    from_to = {
        None: (0, length),
        Part.EARLY: (0, thirds[0]),
        Part.MID: (thirds[0] + 1, thirds[1]),
        Part.LATE: (thirds[1] + 1, length),
        Part.START: (0, 0),
        Part.CLOSE: (length, length),
        Part.FIRST_HALF: (0, half),
        Part.SECOND_HALF: (half + 1, length),
    }[part]
    mark = "" if part is None or (length == 9 and "half" in part.value) else "~"
    return f"{_year(first + from_to[0])}{mark}", f"{_year(first + from_to[1])}{mark}"


def _part_of_year(year: int, part: Part | None) -> tuple[str, str]:
    if part is None:
        return _year(year), _year(year)
    first, last, mark = {
        Part.EARLY: (1, 4, "~"),
        Part.MID: (5, 8, "~"),
        Part.LATE: (9, 12, "~"),
        Part.START: (1, 1, "~"),
        Part.CLOSE: (12, 12, "~"),
        Part.FIRST_HALF: (1, 6, ""),
        Part.SECOND_HALF: (7, 12, ""),
    }[part]
    return f"{_year(year)}-{first:02}{mark}", f"{_year(year)}-{last:02}{mark}"


def _part_of_span(span: tuple[str, str], part: Part | None) -> tuple[str, str]:
    """A part of a fixed time, by months; its own ends stay as they are."""
    first, last = span
    if part is None or not (_MONTH_FIRST.match(first) and _MONTH_FIRST.match(last)):
        return span
    start, end = (int(text[:4]) * 12 + int(text[5:7]) - 1 for text in span)
    third, half = (end - start) // 3, (end - start) // 2

    def month(number: int) -> str:
        return f"{number // 12:04}-{number % 12 + 1:02}~"

    return {
        Part.EARLY: (first, month(start + third)),
        Part.START: (first, month(start + third)),
        Part.MID: (month(start + third), month(end - third)),
        Part.LATE: (month(end - third), last),
        Part.CLOSE: (month(end - third), last),
        Part.FIRST_HALF: (first, month(start + half)),
        Part.SECOND_HALF: (month(start + half), last),
    }[part]
