"""Dates in words, as a person would say them: day, month, year, and never more exact than the date is.

The other way round, from what a person typed to EDTF, is ``explorer.domain.typed``.
"""

from functools import lru_cache

from explorer.domain.event import DateFlag, Precision
from explorer.domain.grammar import read
from explorer.domain.moments import Form, Moment, Range, Reading, Side

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_SEASONS = ("spring", "summer", "autumn", "winter")
_COUNT = ("first", "second", "third", "last")
_PARTS_OF_YEAR = {
    **{33 + i: f"{_COUNT[i]} quarter of" for i in range(4)},
    **{37 + i: f"{_COUNT[(0, 1, 3)[i]]} four months of" for i in range(3)},
    **{40 + i: f"{_COUNT[i]} half of" for i in range(2)},
}
_SHORT_PARTS_OF_YEAR = {
    **{33 + i: f"Q{i + 1}" for i in range(4)},
    **{37 + i: f"{i + 1}/3 of" for i in range(3)},
    **{40 + i: f"H{i + 1}" for i in range(2)},
}
_UNITS = {
    Precision.MINUTE: "minute",
    Precision.DAY: "day",
    Precision.MONTH: "month",
    Precision.SEASON: "season",
    Precision.YEAR: "year",
    Precision.DECADE: "decade",
    Precision.CENTURY: "century",
}


@lru_cache(maxsize=8192)
def in_words(start: str, end: str | None = None) -> str:
    """The date of an event: "15 November 2023", "about 2020", "12 March 1988 – February 1990".

    Forms for which there are no plain words (a doubt about the month alone, say) stay as they are written.

    Raises:
        DateError: One of the texts is no EDTF.
    """
    return _say(start, end, _LONG)


@lru_cache(maxsize=8192)
def in_short_words(start: str, end: str | None = None) -> str:
    """The same for narrow columns: "15 Nov 2023", "c. 2020", "12 Mar 1988 – Feb 1990".

    Raises:
        DateError: One of the texts is no EDTF.
    """
    return _say(start, end, _SHORT)


def from_words(text: str) -> str | None:
    """What a person typed ("June 1971", "1986-1990", "c. 1982", EDTF itself), as EDTF; None if it is no date.

    Reads back all that :func:`in_words` says.
    """
    from explorer.domain.typed import read_typed

    return read_typed(text)


@lru_cache(maxsize=8192)
def exactness(start: str, end: str | None = None) -> str:
    """How exactly a date is known, in words: "exact day", "known to the month", "about, within a year".

    Raises:
        DateError: One of the texts is no EDTF.
    """
    reading = read(start)
    item = reading.items[0]
    if end is not None:
        last = read(end).items[-1]
        item = Range(
            item if isinstance(item, Moment) else item.first, last if isinstance(last, Moment) else last.last
        )
    elif reading.form is not Form.SINGLE:
        return _exactness_of_set(reading)
    if not isinstance(item, Moment):
        return _exactness_of_range(item)
    return "exact day" if item.precision is Precision.DAY and not item.flags else _exactness_of(item)


def _exactness_of(moment: Moment) -> str:
    unit = _unit(moment)
    if moment.flags & DateFlag.APPROXIMATE:
        return f"about, within a {unit}" + (", and uncertain" if moment.flags & DateFlag.UNCERTAIN else "")
    if moment.flags & DateFlag.UNCERTAIN:
        return f"uncertain, given to the {unit}"
    return f"exact to the {unit}" if moment.precision <= Precision.DAY else f"known to the {unit}"


def _unit(moment: Moment) -> str:
    if moment.precision is Precision.SEASON and moment.month is not None and moment.month > 32:
        return "quarter" if moment.month < 37 else "four months" if moment.month < 40 else "half-year"
    return "millennium" if moment.years == 1000 else _UNITS[moment.precision]


def _exactness_of_range(item: Range) -> str:
    first, last = item.first, item.last
    if isinstance(first, Moment) and isinstance(last, Moment):
        start, end = _exactness_of(first), _exactness_of(last)
        if start == end:
            return f"both ends {start}"
        return f"start {start}, end {end}"
    if isinstance(first, Moment):
        return f"start {_exactness_of(first)}, " + ("end open" if last is Side.OPEN else "end unknown")
    if isinstance(last, Moment):
        return ("start open" if first is Side.OPEN else "start unknown") + f", end {_exactness_of(last)}"
    return "no limits known"


def _exactness_of_set(reading: Reading) -> str:
    item = reading.items[0]
    if reading.form is Form.ALL_OF:
        return "several dates"
    if len(reading.items) == 1 and isinstance(item, Range):
        if item.first is Side.OPEN:
            return "only the latest possible date is known"
        if item.last is Side.OPEN:
            return "only the earliest possible date is known"
        return "somewhere between two dates"
    return "one of several dates"


class _Voice:
    """How the parts of a date are said: in full."""

    months = MONTHS
    parts_of_year = _PARTS_OF_YEAR

    def marked(self, words: str, flags: DateFlag) -> str:
        """Words for a date that is about right, or perhaps not."""
        if flags & DateFlag.APPROXIMATE:
            return f"about {words}, uncertain" if flags & DateFlag.UNCERTAIN else f"about {words}"
        return f"perhaps {words}" if flags & DateFlag.UNCERTAIN else words

    def decade(self, year: int) -> str:
        return f"the {year}s"

    def era(self, number: str, unit: str) -> str:
        return f"the {number} {unit}"

    def year(self, year: int) -> str:
        if year >= 10_000:
            return f"the year {year:,}"
        if year <= 0:
            return f"{_grouped(1 - year)} BC"
        return str(year) if year >= 1000 else f"AD {year}"

    def sided(self, moment: Moment, side: str) -> str:
        """Not before, or not after; ``side`` is "before" or "after"."""
        word = {Precision.DAY: "on", Precision.MINUTE: "at"}.get(moment.precision, "in")
        return f"{word} or {side} {self.moment(moment)}"

    def between(self, first: str, last: str) -> str:
        return f"some time between {first} and {last}"

    def span(self, first: str, last: str) -> str:
        return f"{first} – {last}"

    def missing(self, words: str, note: str) -> str:
        return f"{words}, {note} unknown"

    def moment(self, moment: Moment) -> str:
        """One date with its doubts."""
        words = self.plain(moment)
        return moment.text if words is None else self.marked(words, moment.flags)

    def plain(self, moment: Moment) -> str | None:
        """One date without its doubts; None where there are no words for it."""
        if not moment.regular:
            return self._some(moment)
        if moment.years > 1:
            return self._years(moment)
        if moment.month is None:
            return self.year(moment.year)
        if moment.month > 12:
            return self._season(moment.year, moment.month)
        words = f"{self.months[moment.month - 1]} {self.year(moment.year)}"
        if moment.day is not None:
            words = f"{moment.day} {words}"
        return f"{words}, {self.clock(moment)}" if moment.time else words

    def clock(self, moment: Moment) -> str:
        """Time of day with its zone."""
        zone = " UTC" + moment.zone.replace("Z", "").replace("-", "−") if moment.zone else ""
        return moment.time + zone

    def _some(self, moment: Moment) -> str | None:
        parts = moment.text.rstrip("?~%").removeprefix("-").split("-")
        if parts[0].isdigit() and moment.precision in (Precision.YEAR, Precision.MONTH) and not moment.day:
            if parts[1:] == ["XX"]:
                return f"some month of {self.year(moment.year)}"
            if parts[1:] == ["XX", "XX"]:
                return f"some day of {self.year(moment.year)}"
            if parts[2:] == ["XX"] and moment.month is not None:
                return f"some day of {self.months[moment.month - 1]} {self.year(moment.year)}"
        return None

    def _years(self, moment: Moment) -> str | None:
        if moment.years == 10:
            return self.decade(moment.year) if moment.year >= 100 else None
        unit = "century" if moment.years == 100 else "millennium"
        if moment.year >= 0:
            return self.era(_ordinal(moment.year // moment.years + 1), unit)
        return self.era(_ordinal((1 - moment.year) // moment.years), unit) + " BC"

    def _season(self, year: int, number: int) -> str:
        if number in self.parts_of_year:
            return f"{self.parts_of_year[number]} {self.year(year)}"
        season = _SEASONS[(number - 21) % 4]
        turns = number in (24, 28, 30)
        years = self.year(year)
        if turns and 1000 <= year < 9999:
            years += f"–{year + 1}" if year % 100 == 99 else f"–{(year + 1) % 100:02}"
        hemisphere = "" if number < 25 else " (northern)" if number < 29 else " (southern)"
        return f"{season} {years}{hemisphere}"


class _ShortVoice(_Voice):
    """How the parts of a date are said where there is little room."""

    months = SHORT_MONTHS
    parts_of_year = _SHORT_PARTS_OF_YEAR

    def marked(self, words: str, flags: DateFlag) -> str:
        words = f"c. {words}" if flags & DateFlag.APPROXIMATE else words
        return f"{words}?" if flags & DateFlag.UNCERTAIN else words

    def decade(self, year: int) -> str:
        return f"{year}s"

    def era(self, number: str, unit: str) -> str:
        return f"{number} c." if unit == "century" else f"{number} mill."

    def year(self, year: int) -> str:
        return f"{year:,}" if year >= 10_000 else super().year(year)

    def sided(self, moment: Moment, side: str) -> str:
        return f"{self.moment(moment)} or {'earlier' if side == 'before' else 'later'}"

    def between(self, first: str, last: str) -> str:
        return f"between {first} and {last}"

    def span(self, first: str, last: str) -> str:
        return f"{first} – {last}" if " " in first + last else f"{first}–{last}"

    def missing(self, words: str, note: str) -> str:
        return f"{words}, {note}?"


_LONG = _Voice()
_SHORT = _ShortVoice()


def _say(start: str, end: str | None, voice: _Voice) -> str:
    reading = read(start)
    if end is None:
        return _say_reading(reading, voice)
    first, last = reading.items[0], read(end).items[0]
    if isinstance(first, Moment) and isinstance(last, Moment) and reading.form is Form.SINGLE:
        return _say_range(Range(first, last), voice)
    return voice.span(_say_reading(reading, voice), _say_reading(read(end), voice))


def _say_reading(reading: Reading, voice: _Voice) -> str:
    item = reading.items[0]
    if reading.form is Form.SINGLE:
        return voice.moment(item) if isinstance(item, Moment) else _say_range(item, voice)
    if reading.form is Form.ONE_OF and len(reading.items) == 1 and isinstance(item, Range):
        return _say_choice(item, voice)
    said = [_say_item(part, voice) for part in reading.items]
    if any(not words or "," in words for words in said):
        return reading.text
    return ", ".join(said[:-1]) + (" or " if reading.form is Form.ONE_OF else " and ") + said[-1]


def _say_item(item: Moment | Range, voice: _Voice) -> str:
    """One member of a set; "" where it has an open side, which cannot be said in a list."""
    if isinstance(item, Moment):
        return voice.moment(item)
    if isinstance(item.first, Moment) and isinstance(item.last, Moment):
        return f"{voice.moment(item.first)} to {voice.moment(item.last)}"
    return ""


def _say_choice(item: Range, voice: _Voice) -> str:
    if isinstance(item.first, Moment) and isinstance(item.last, Moment):
        return voice.between(voice.moment(item.first), voice.moment(item.last))
    if isinstance(item.last, Moment):
        return voice.sided(item.last, "before")
    return voice.sided(item.first, "after") if isinstance(item.first, Moment) else ""


def _say_range(item: Range, voice: _Voice) -> str:
    first, last = item.first, item.last
    if isinstance(first, Moment):
        if isinstance(last, Moment):
            return _say_span(first, last, voice)
        if last is Side.OPEN:
            return f"since {voice.moment(first)}"
        return voice.missing(f"from {voice.moment(first)}", "end")
    if isinstance(last, Moment):
        words = f"until {voice.moment(last)}"
        return words if first is Side.OPEN else voice.missing(words, "start")
    return "at any time"


def _say_span(first: Moment, last: Moment, voice: _Voice) -> str:
    """From one date to another, saying what both share only once."""
    full = voice.span(voice.moment(first), voice.moment(last))
    if first.year != last.year or first.flags or last.flags or not (first.regular and last.regular):
        return full
    if first.years > 1 or last.years > 1 or first.month is None or first.month > 12:
        return full
    if last.month is None:
        return voice.span(voice.moment(first), "later that year")
    if last.month > 12:
        return full
    same_month = first.month == last.month
    if first.time or last.time:
        same_day = same_month and first.day == last.day and first.zone == last.zone
        if not (same_day and first.time and last.time):
            return full
        return f"{voice.moment(first).removesuffix(voice.clock(first))}{first.time} – {voice.clock(last)}"
    if first.day is None:
        return full if same_month else voice.span(voice.months[first.month - 1], voice.moment(last))
    if not same_month:
        return voice.span(f"{first.day} {voice.months[first.month - 1]}", voice.moment(last))
    if last.day is None:
        return voice.span(voice.moment(first), "later that month")
    return voice.span(str(first.day), voice.moment(last)) if first.day < last.day else full


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _grouped(number: int) -> str:
    return f"{number:,}" if number >= 10_000 else str(number)
