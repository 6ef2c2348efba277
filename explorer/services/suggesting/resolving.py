"""Gives dates what their own words leave out, from the dates before them or from the publication."""

from dataclasses import dataclass, field, replace

from explorer.domain.days import civil, day_number, days_in_month
from explorer.domain.suggestion import Reason, Rival
from explorer.services.suggesting.dated import Dated, From, Relative, Unit, edtf_of, shifted

FAR = 12
"""So many sentences on, a date in the text no longer says what "that year" means with any certainty."""

CLOSE = 2
"""Within so many sentences a date with its month gives its year to the next month without one."""

_LESS_SURE = 0.45
_SECOND_GUESS = 0.65
_ELECTION = 4
_LAST_YEAR = 9_999
"""Further away nobody counts from a date: "99 centuries later"."""
_WEEK = 7
_FIRST_WEEKDAY = 3
"""Day number 0 was a Thursday."""


@dataclass(frozen=True, slots=True)
class Known:
    """A day as far as it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def edtf(self) -> str:
        """The day, the month or the year as EDTF."""
        text = f"{self.year:04}" if self.year >= 0 else f"-{-self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        return f"{text}-{self.day:02}" if self.day is not None else text


@dataclass(slots=True)
class Memory:
    """What a text has said so far about time.

    ``last`` is the last date with a year, ``said`` the number of the sentence it stood in, ``months`` the
    year last given for each month. ``published`` is the date of the document.
    """

    published: Known | None = None
    last: Known | None = None
    said: int = 0
    months: dict[int, int] = field(default_factory=dict)


def resolve(dates: list[Dated], memory: Memory, sentence: int) -> list[Dated]:
    """The dates of a sentence with their years, as far as they can be known; the memory takes them in.

    ``sentence`` is the number of the sentence in the text.
    """
    resolved = []
    for at, date in enumerate(dates):
        if date.relative is not None:
            whole = _counted(date, date.relative, memory, sentence)
        elif date.open:
            whole = _with_year(date, memory, sentence, dates[at + 1 :])
        else:
            whole = date
        if whole is not None and abs(whole.year or 0) <= _LAST_YEAR:
            resolved.append(whole)
            _remember(whole, memory, sentence)
    return resolved


def _remember(date: Dated, memory: Memory, sentence: int) -> None:
    for one in (date, date.until):
        if one is not None and one.year is not None and one.unit < Unit.DECADE and date.confidence >= 0.5:
            month = one.month if one.month is not None and one.month <= 12 else None
            memory.last, memory.said = Known(one.year, month, one.day), sentence
            if month is not None and date.relative is None:
                memory.months[month] = one.year


def _with_year(date: Dated, memory: Memory, sentence: int, following: list[Dated]) -> Dated | None:
    """A day, month or season that leaves out its year: that of a date before, or of the publication."""
    month = date.month or 0
    guesses: list[tuple[int, Reason, str, float]] = []
    last = memory.last
    if last is not None and last.month is not None and sentence - memory.said <= CLOSE:
        guesses.append((last.year, Reason.YEAR_FROM_TEXT, last.edtf, _SECOND_GUESS))
    if month in memory.months:
        year = memory.months[month]
        guesses.append((year, Reason.YEAR_FROM_TEXT, f"{year:04}-{month:02}", _SECOND_GUESS))
    if last is not None:
        near = sentence - memory.said <= FAR
        sure = _SECOND_GUESS if near else _LESS_SURE
        guesses.append((last.year, Reason.YEAR_FROM_TEXT, last.edtf, sure))
    if not guesses:
        after = next((one for one in following if one.year is not None and one.unit < Unit.DECADE), None)
        if after is not None and after.year is not None:
            guesses.append((after.year, Reason.YEAR_FROM_TEXT, edtf_of(after), _SECOND_GUESS))
    published = memory.published
    if published is not None and published.month is not None and month <= 12:
        year = published.year - (month > published.month)
        guesses.append((year, Reason.YEAR_FROM_PUBLICATION, published.edtf, 0.6))
    if not guesses:
        return None
    year, reason, basis, confidence = guesses[0]
    whole = _dated_in(date, year)
    if whole is None:
        return None
    rivals: list[Rival] = []
    for other, why, what, _ in guesses[1:]:
        rival = _dated_in(date, other)
        if rival is not None and other != year and all(one.edtf != edtf_of(rival) for one in rivals):
            rivals.append(Rival(edtf_of(rival), why, what))
    return replace(whole, reason=reason, basis=basis, confidence=confidence, rivals=tuple(rivals))


def _dated_in(date: Dated, year: int) -> Dated | None:
    """The date in a year, if the calendar has it."""
    until = date.until
    if until is not None and until.year is None:
        until = _dated_in(until, year + ((until.month or 0) < (date.month or 0)))
        if until is None:
            return None
    month = date.month or 0
    if date.day is not None and month <= 12 and date.day > days_in_month(year, month):
        return None
    return replace(date, year=date.year if date.year is not None else year, until=until)


def _counted(date: Dated, relative: Relative, memory: Memory, sentence: int) -> Dated | None:
    """A date that counts from another one; None if that other one does not say enough."""
    from_text = relative.base is From.TEXT
    base = memory.last if from_text else memory.published
    if base is None:
        return None
    whole = _from(date, relative, base)
    if whole is None:
        return None
    if date.reason is not Reason.STATED:
        return replace(whole, basis=base.edtf)
    confidence = date.confidence
    if from_text and sentence - memory.said > FAR:
        confidence = min(confidence, _LESS_SURE)
    reason = Reason.FROM_TEXT if from_text else Reason.FROM_PUBLICATION
    return replace(whole, reason=reason, basis=base.edtf, confidence=confidence)


def _from(date: Dated, relative: Relative, base: Known) -> Dated | None:
    if date.weekday is not None:
        return _weekday(date, relative, base)
    if relative.unit is Unit.SPAN:
        return replace(date, year=-(-base.year // _ELECTION) * _ELECTION)
    if relative.year_only:
        return replace(date, year=base.year + relative.steps)
    if date.month is not None:
        return replace(date, year=_year_of_month(date.month, relative, base))
    if date.unit is Unit.YEAR:
        return replace(date, year=base.year + relative.steps)
    if date.unit is Unit.DECADE:
        return replace(date, year=base.year // 10 * 10 + relative.steps * 10)
    if date.unit is Unit.CENTURY:
        return replace(date, year=base.year // 100 * 100 + relative.steps * 100)
    if date.unit is Unit.MONTH and base.month is not None:
        year, month = shifted(base.year, base.month, relative.steps)
        return replace(date, year=year, month=month)
    if date.unit in (Unit.DAY, Unit.WEEK) and base.month is not None and base.day is not None:
        return _days_on(date, relative, day_number(base.year, base.month, base.day))
    return None


def _days_on(date: Dated, relative: Relative, base: int) -> Dated | None:
    """So many days or weeks on from a day number. "That week" is no day."""
    if date.unit is Unit.WEEK and relative.steps == 0:
        return None
    return _at_day(date, base + relative.steps * (_WEEK if date.unit is Unit.WEEK else 1))


def _at_day(date: Dated, number: int) -> Dated:
    year, month, day = civil(number)
    return replace(date, unit=Unit.DAY, year=year, month=month, day=day)


def _year_of_month(month: int, relative: Relative, base: Known) -> int:
    """The year of the next or the last month of a name, or season; that of the same year counts no step."""
    first = month if month <= 12 else (month - 20) * 3
    if relative.steps == 0:
        return base.year
    if base.month is None:
        return base.year + relative.steps
    if relative.steps > 0:
        return base.year + (first <= base.month)
    return base.year - (first >= base.month)


def _weekday(date: Dated, relative: Relative, base: Known) -> Dated | None:
    """The weekday next before or after the base; that of the same name is a week away."""
    if base.month is None or base.day is None or date.weekday is None:
        return None
    start = day_number(base.year, base.month, base.day)
    today = (start + _FIRST_WEEKDAY) % _WEEK
    if relative.steps > 0:
        return _at_day(date, start + (date.weekday - today - 1) % _WEEK + 1)
    return _at_day(date, start - (today - date.weekday - 1) % _WEEK - 1)
