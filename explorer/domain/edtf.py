"""Dates: EDTF text (ISO 8601-2) to the four numbers and the flags by which events are sorted and drawn."""

from datetime import date
from functools import lru_cache

from explorer.domain.days import FIRST_DAY, LAST_DAY, day_number
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, DateValue, Extent, Precision
from explorer.domain.grammar import read
from explorer.domain.moments import Form, Moment, Range, Reading, Side

_EPOCH = date(1970, 1, 1).toordinal()
_CACHED = 65_536


@lru_cache(maxsize=_CACHED)
def parse(text: str) -> DateValue:
    """Read one EDTF text: level 0 and 1, and of level 2 sets, seasons and qualified or unspecified parts.

    What is open reaches to the bounds of all times (``explorer.domain.days``). The likely part is the time
    that is written: of an open interval its known end, of a set everything from its first to its last date.

    Raises:
        DateError: The text is no EDTF, or names a day that is not in the calendar.
    """
    return _plain(text) or _value(read(text))


def event_date(start: str, end: str | None) -> DateValue:
    """The date of an event from its start and, if it lasts, its end.

    If it lasts, the text is ``start/end``, the precision the coarser one, and ``DateFlag.SPAN`` is set.

    Raises:
        DateError: One of them cannot be read, or the end lies before the start.
    """
    first = parse(start)
    if end is None:
        return first
    last = parse(end)
    if last.extent.latest <= first.extent.earliest:
        raise DateError(
            f"The event ends ({end}) before it begins ({start}). Give the earlier date as the start."
        )
    extent = Extent(
        first.extent.earliest,
        first.extent.likely_start,
        max(first.extent.likely_end, last.extent.likely_end),
        max(first.extent.latest, last.extent.latest),
    )
    flags = first.flags | last.flags | DateFlag.SPAN
    return DateValue(f"{first.text}/{last.text}", extent, max(first.precision, last.precision), flags)


def _plain(text: str) -> DateValue | None:
    """YYYY-MM-DD, YYYY-MM and YYYY without the grammar, or None for everything else and everything wrong."""
    length = len(text)
    if length == 10:
        if text[4] != "-" or text[7] != "-" or not text.isascii():
            return None
        try:
            start = float(date.fromisoformat(text).toordinal() - _EPOCH)
        except ValueError:
            return None
        return DateValue(text, Extent(start, start, start + 1.0, start + 1.0), Precision.DAY, DateFlag.NONE)
    if not text.isascii() or not text[:4].isdigit():
        return None
    if length == 4:
        year = int(text)
        return _unmarked(text, day_number(year), day_number(year + 1), Precision.YEAR)
    if length == 7 and text[4] == "-" and text[5:].isdigit():
        year, month = int(text[:4]), int(text[5:])
        if 1 <= month <= 12:
            following = day_number(year, month + 1) if month < 12 else day_number(year + 1)
            return _unmarked(text, day_number(year, month), following, Precision.MONTH)
    return None


def _unmarked(text: str, start: int, end: int, precision: Precision) -> DateValue:
    return DateValue(
        text, Extent(float(start), float(start), float(end), float(end)), precision, DateFlag.NONE
    )


def _value(reading: Reading) -> DateValue:
    moments = [moment for item in reading.items for moment in _moments(item)]
    flags = DateFlag.NONE
    for moment in moments:
        flags |= moment.flags
    earliest = min((moment.earliest for moment in moments), default=FIRST_DAY)
    latest = max((moment.latest for moment in moments), default=LAST_DAY)
    if any(isinstance(item, Range) and isinstance(item.first, Side) for item in reading.items):
        flags |= DateFlag.OPEN_START
        earliest = FIRST_DAY
    if any(isinstance(item, Range) and isinstance(item.last, Side) for item in reading.items):
        flags |= DateFlag.OPEN_END
        latest = LAST_DAY
    if reading.form is Form.ONE_OF:
        flags |= DateFlag.ONE_OF
    elif reading.form is Form.ALL_OF or isinstance(reading.items[0], Range):
        flags |= DateFlag.SPAN
    likely_start = min((moment.start for moment in moments), default=FIRST_DAY)
    likely_end = max((moment.end for moment in moments), default=LAST_DAY)
    precision = max((moment.precision for moment in moments), default=Precision.CENTURY)
    return DateValue(reading.text, Extent(earliest, likely_start, likely_end, latest), precision, flags)


def _moments(item: Moment | Range) -> tuple[Moment, ...]:
    sides = (item,) if isinstance(item, Moment) else (item.first, item.last)
    return tuple(side for side in sides if isinstance(side, Moment))
