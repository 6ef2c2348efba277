"""Years as statistics count them: calendar years, US fiscal years, any other EDTF period."""

import re

_MOVED = 1977
"""The first US fiscal year that begins on 1 October; earlier ones begin on 1 July."""
_FISCAL = re.compile(r"(\d{4})-(?:10-01/(\d{4})-09-30|07-01/(\d{4})-06-30)")
_NUMBERED = re.compile(r"(?:FY|fiscal\s+(?:year\s+)?)\s*(\d{4})", re.IGNORECASE)


def fiscal_year(year: int) -> str:
    """A fiscal year of the United States as EDTF; it bears the number of the year in which it ends."""
    if year < _MOVED:
        return f"{year - 1:04d}-07-01/{year:04d}-06-30"
    return f"{year - 1:04d}-10-01/{year:04d}-09-30"


def fiscal_number(period: str) -> int | None:
    """The number of the US fiscal year that an EDTF period is; None if it is none."""
    found = _FISCAL.fullmatch(period)
    if found is None:
        return None
    end = int(found[2] or found[3])
    return end if period == fiscal_year(end) else None


def period_in_words(period: str) -> str:
    """A period as a reader names it: "2019", "FY2023" for a US fiscal year, else the EDTF text itself."""
    number = fiscal_number(period)
    return period if number is None else f"FY{number}"


def fiscal_note(period: str) -> str:
    """What a US fiscal year is, as a sentence; "" for any other period."""
    number = fiscal_number(period)
    if number is None:
        return ""
    first, last = ("July", "June") if number < _MOVED else ("October", "September")
    return f"FY{number} is a US fiscal year: {first} {number - 1} to {last} {number}."


def read_period(text: str) -> str:
    """The EDTF period that a typed text names: "2019", "FY2023", "fiscal year 2023", "1998-07".

    Raises:
        DateError: the text is neither a fiscal year nor EDTF.
    """
    given = text.strip()
    numbered = _NUMBERED.fullmatch(given)
    if numbered is not None:
        return fiscal_year(int(numbered[1]))
    from explorer.domain.edtf import parse

    return parse(given).text
