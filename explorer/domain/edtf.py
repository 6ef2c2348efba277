"""Dates: EDTF text (ISO 8601-2) to the four numbers and the flags by which events are sorted and drawn."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from explorer.domain.days import FIRST_DAY, LAST_DAY, day_number
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, DateValue, Extent, Precision
from explorer.domain.grammar import read
from explorer.domain.moments import Form, Moment, Range, Reading

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
    return _joined(first, last)


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
    parts = [_part(item) for item in reading.items]
    precision, flags = parts[0].precision, parts[0].flags
    for part in parts[1:]:
        precision = max(precision, part.precision)
        flags |= part.flags
    if reading.form is Form.ONE_OF:
        flags = flags & ~DateFlag.SPAN | DateFlag.ONE_OF
    elif reading.form is Form.ALL_OF:
        flags |= DateFlag.SPAN
    extent = Extent(
        min(part.extent.earliest for part in parts),
        min(part.extent.likely_start for part in parts),
        max(part.extent.likely_end for part in parts),
        max(part.extent.latest for part in parts),
    )
    return DateValue(reading.text, extent, precision, flags)


def _part(item: Moment | Range) -> DateValue:
    """One item of a reading by itself."""
    if isinstance(item, Moment):
        extent = Extent(item.earliest, item.start, item.end, item.latest)
        return DateValue(item.text, extent, item.precision, item.flags)
    first = item.first if isinstance(item.first, Moment) else None
    last = item.last if isinstance(item.last, Moment) else None
    if first and last:
        return _joined(_part(first), _part(last))
    known = first or last
    if known is None:
        bounds = Extent(FIRST_DAY, FIRST_DAY, LAST_DAY, LAST_DAY)
        return DateValue(
            "", bounds, Precision.CENTURY, DateFlag.OPEN_START | DateFlag.OPEN_END | DateFlag.SPAN
        )
    date = _part(known)
    extent = date.extent
    if first is None:
        extent = replace(extent, earliest=FIRST_DAY)
        side = DateFlag.OPEN_START
    else:
        extent = replace(extent, latest=LAST_DAY)
        side = DateFlag.OPEN_END
    return replace(date, extent=extent, flags=date.flags | side | DateFlag.SPAN)


def _joined(first: DateValue, last: DateValue) -> DateValue:
    """From one date to another, where the end may be known less exactly than the start."""
    extent = Extent(
        first.extent.earliest,
        first.extent.likely_start,
        max(first.extent.likely_end, last.extent.likely_end),
        max(first.extent.latest, last.extent.latest),
    )
    flags = first.flags | last.flags | DateFlag.SPAN
    return DateValue(f"{first.text}/{last.text}", extent, max(first.precision, last.precision), flags)
