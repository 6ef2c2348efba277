"""Dates in words, as a reader would say them: day, month, year, and never more exact than the date is."""

from explorer.domain.edtf import parse

def in_words(start: str, end: str | None = None) -> str:
    """The date of an event in words."""
    return start if end is None else f"{start} – {end}"


def in_short_words(start: str, end: str | None = None) -> str:
    """The same for narrow columns."""
    return in_words(start, end)


def exactness(start: str, end: str | None = None) -> str:
    """How exactly the date is known, in words."""
    return parse(start).precision.name.lower()


def from_words(text: str) -> str | None:
    """What a person typed, as EDTF; None if it is no date."""
    try:
        return parse(text.strip()).text
    except ValueError:
        return None
