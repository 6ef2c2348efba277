"""Ticks of the time axis, from minutes to ages, on the calendar and as historians write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count, takewhile
from math import ceil, floor
from typing import NamedTuple

import numpy as np

from explorer.domain.days import civil, day_number
from explorer.domain.measure import width_em
from explorer.timeline.frame import Ticks
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUTES_A_DAY = 1440
YEAR = 365.2425
MONTH = YEAR / 12
SPACING_EM = 2.0
"""Free room between two texts."""
LONGEST = 1e18
"""Days: more than a step can be, whatever the view."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the ladder: so many of a unit, ``days`` long in the mean; ``sample`` is its widest text."""

    unit: str
    size: int
    days: float
    sample: str


class _Tick(NamedTuple):
    day: float
    text: str
    full: str
    major: bool


def ladder() -> Iterator[Step]:
    """All steps, from five minutes upwards without end."""
    for size in (1, 5, 10, 15, 30):
        yield Step("minutes", size, size / MINUTES_A_DAY, "00:00")
    for size in (1, 3, 6, 12):
        yield Step("hours", size, size / 24, "30 Sep" if size > 1 else "00:00")
    for size, days in ((1, 1.0), (2, 2.0), (5, 5.0), (10, 10.0), (15, 15.0)):
        yield Step("days", size, days, "30 Sep")
    for size in (1, 3, 6):
        yield Step("months", size, size * MONTH, "Sep 2000")
    for power in count():
        for digit in (1, 2, 5):
            size = digit * 10**power
            unit = "years" if size < 10 else "decades" if size < 100 else "centuries"
            yield Step(unit, size, size * YEAR, "2000" if size < 1000 else year_text(-20 * size))


@cache
def _rungs() -> tuple[Step, ...]:
    return tuple(takewhile(lambda step: step.days < LONGEST, ladder()))


def ticks(viewport: Viewport, scale: Scale) -> Ticks:
    """Ticks in view with the finest step at which the texts have room.

    Texts stand in the middle below their tick and do not overlap. They end inside the plot, but may begin
    before it, where the margin has room. A tick so near to the right edge that its text would stick out is
    left out. The first text carries what the others leave out: the year of a day, the day of a time.
    """
    gap = SPACING_EM * scale.em
    pixels = viewport.pixels_per_day
    step = next(step for step in _rungs() if step.days * pixels >= _width(step.sample) * scale.em + gap)
    found = list(_ticks(step, viewport.start, viewport.end))
    x = np.array([viewport.x(tick.day) for tick in found], np.float64)
    small = step.unit in {"minutes", "hours", "days"}
    texts = _texts(found, x.tolist(), viewport.width, scale, needs_context=small)
    while (
        texts
        and not texts[-1]
        and x[len(texts) - 1] + _half(found[len(texts) - 1].text, scale) > viewport.width
    ):
        texts.pop()
    return Ticks(
        x=x[: len(texts)].astype(np.float32),
        text=tuple(texts),
        major=np.array([tick.major for tick in found[: len(texts)]], np.bool_),
        unit=step.unit,
    )


def _half(text: str, scale: Scale) -> float:
    """Half the width of a text."""
    return _width(text) * scale.em / 2


@lru_cache(maxsize=2048)
def _width(text: str) -> float:
    """In em: the same few texts come with every frame."""
    return width_em(text)


def year_text(year: int) -> str:
    """An astronomical year as historians write it: 1970, AD 1, 44 BC, 12,000 BC."""
    if year <= 0:
        return f"{1 - year} BC" if year > -9999 else f"{1 - year:,} BC"
    if year < 100:
        return f"AD {year}"
    return str(year) if year < 10_000 else f"{year:,}"


def _texts(found: list[_Tick], x: list[float], width: int, scale: Scale, *, needs_context: bool) -> list[str]:
    """Texts by tick, "" where there is no room; major ticks choose first."""
    texts = [""] * len(found)
    taken: list[tuple[float, float]] = []
    gap = SPACING_EM * scale.em / 2

    def put(at: int, text: str) -> bool:
        half = _half(text, scale)
        first, last = x[at] - half, x[at] + half
        if last > width or any(first < end + gap and start < last + gap for start, end in taken):
            return False
        taken.append((first, last))
        texts[at] = text
        return True

    majors = [at for at, tick in enumerate(found) if tick.major]
    for at in majors:
        put(at, found[at].full) or put(at, found[at].text)
    others = [at for at, tick in enumerate(found) if not tick.major]
    if needs_context and not taken:
        for at in others:
            if put(at, found[at].full):
                break
    for at in others:
        if not texts[at]:
            put(at, found[at].text)
    return texts


def _ticks(step: Step, start: float, end: float) -> Iterator[_Tick]:
    """Ticks of a step in [start, end], in order."""
    if step.unit in {"minutes", "hours"}:
        return _times(step.size * (60 if step.unit == "hours" else 1), start, end)
    if step.unit == "days":
        return _days(step.size, start, end)
    if step.unit == "months":
        return _months(step.size, start, end)
    return _years(step.size, start, end)


def _times(minutes: int, start: float, end: float) -> Iterator[_Tick]:
    a_day = MINUTES_A_DAY // minutes
    for number in range(ceil(start * a_day), floor(end * a_day) + 1):
        day, part = divmod(number, a_day)
        hour, minute = divmod(part * minutes, 60)
        _, month, day_of_month = civil(day)
        date = f"{day_of_month} {MONTHS[month - 1]}"
        time = f"{hour:02}:{minute:02}"
        yield _Tick(number / a_day, time if part else date, f"{date} {time}" if part else date, not part)


def _days(size: int, start: float, end: float) -> Iterator[_Tick]:
    first = ceil(start)
    year, month, _ = civil(first)
    while True:
        begins = day_number(year, month)
        if begins > end:
            return
        following = day_number(year + month // 12, month % 12 + 1)
        for offset in _offsets(size, following - begins):
            day = begins + offset
            if first <= day <= end:
                text = f"{offset + 1} {MONTHS[month - 1]}"
                yield _Tick(float(day), text, f"{text} {year_text(year)}", not offset)
        year, month = year + month // 12, month % 12 + 1


def _offsets(size: int, length: int) -> list[int]:
    """Days after the first of the month: 1, 3, 5 or 1, 5, 10; none too near to the next month."""
    offsets = list(range(0, length, size)) if size < 5 else [0, *range(size - 1, length, size)]
    return [offset for offset in offsets if not offset or length - offset >= min(size, 10) * 0.75]


def _months(size: int, start: float, end: float) -> Iterator[_Tick]:
    year, month, _ = civil(start)
    number = (year * 12 + month - 1) // size * size
    while True:
        year, month = number // 12, number % 12 + 1
        day = day_number(year, month)
        if day > end:
            return
        if day >= start:
            text = f"{MONTHS[month - 1]} {year_text(year)}"
            yield _Tick(float(day), text, year_text(year) if month == 1 else text, month == 1)
        number += size


def _years(size: int, start: float, end: float) -> Iterator[_Tick]:
    """Multiples of ``size`` as historians reckon, without a year 0: ... 200 BC, 100 BC, AD 1, 100, 200 ..."""
    first, last = civil(start)[0], civil(end)[0]
    before = range(-(1 - first) // size * size, 0, size)
    after = range(max(first // size * size, size), last + 1, size)
    years = [1 + year for year in before] + ([] if size == 1 else [1]) + list(after)
    larger = 10 ** len(str(size))
    for year in years:
        day = float(day_number(year))
        if start <= day <= end:
            reckoned = year if year > 0 else year - 1
            text = year_text(year)
            yield _Tick(day, text, text, reckoned % larger == 0)
