"""Dates of bibliographies to EDTF and back: CSL's parts, BibTeX's year and month, RIS's slashes."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from explorer.domain.errors import DateError

_PART = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FIRST_SEASON = 21
"""EDTF counts spring as month 21; CSL as season 1."""
_LONGEST = 200
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?)[ ]?(?=\d)", re.IGNORECASE)


def is_edtf(text: str) -> bool:
    """Whether a text is a date in EDTF."""
    from explorer.domain.edtf import parse

    try:
        parse(text)
    except DateError:
        return False
    return True


def edtf_from_text(text: str) -> str | None:
    """A date from EDTF or from words as people write them; None if it is neither."""
    from explorer.domain.words import from_words

    text = text.strip()[:_LONGEST]
    if is_edtf(text):
        return text
    written = from_words(text) or from_words(_ABOUT.sub("about ", text))
    return written if written is not None and is_edtf(written) else None


def edtf_from_csl(value: Any) -> str | None:
    """A date variable of CSL-JSON as EDTF; None if nothing can be read from it."""
    if isinstance(value, str):
        return edtf_from_text(value)
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    if isinstance(parts, Sequence) and not isinstance(parts, str) and parts:
        date = _from_parts(value, parts)
        if date is not None:
            return date
    for name in ("raw", "literal"):
        text = value.get(name)
        if isinstance(text, str) and (date := edtf_from_text(text)) is not None:
            return date
    return None


def csl_from_edtf(text: str) -> dict[str, Any]:
    """A date as a date variable of CSL-JSON.

    What CSL has no parts for (a decade, one of several years, an open end) goes in as ``raw`` EDTF, with the
    words for it as ``literal``.
    """
    ends = [_PART.fullmatch(end) for end in text.split("/")]
    if len(ends) <= 2 and all(ends):
        found = [end.groups("") for end in ends if end is not None]
        numbers = [[int(part) for part in end[:3] if part] for end in found]
        marks = {end[3] for end in found}
        if len(marks) == 1 and all(_in_calendar(part) for part in numbers):
            return {"date-parts": numbers, **({"circa": True} if marks == {"~"} else {})}
        season = numbers[0][1] - _FIRST_SEASON + 1 if len(numbers[0]) == 2 else 0
        if len(ends) == 1 and 1 <= season <= 4:
            circa = {"circa": True} if marks == {"~"} else {}
            return {"date-parts": [numbers[0][:1]], "season": season, **circa}
    from explorer.domain.words import in_words

    return {"raw": text, "literal": in_words(text)}


def edtf_from_bibtex(date: str, year: str, month: str, day: str) -> str | None:
    """The date of an entry: biblatex's ``date``, else ``year``, ``month`` (word or number) and ``day``."""
    if date and (found := edtf_from_text(date)) is not None:
        return found
    year = year.strip()
    if not re.fullmatch(r"-?\d{4}", year):
        return edtf_from_text(f"{month} {year}".strip()) if year else None
    number = _month(month)
    if number is None:
        return year
    days = day.strip() or "".join(re.findall(r"\d+", month)[:1] if not month.strip().isdigit() else ())
    for text in (f"{year}-{number:02d}-{days.zfill(2)}", f"{year}-{number:02d}"):
        if is_edtf(text):
            return text
    return year


def edtf_from_ris(text: str) -> str | None:
    """A date of RIS (``YYYY/MM/DD/other``, any part empty); ``other`` may hold EDTF or "circa"."""
    parts = [part.strip() for part in text.split("/", 3)]
    other = parts[3] if len(parts) > 3 else ""
    if other and is_edtf(other):
        return other
    if parts and re.fullmatch(r"\d{4}", parts[0]):
        month, day = ([*parts[1:3], "", ""])[:2]
        date = edtf_from_bibtex("", parts[0], month, day)
        about = re.match(r"(?:circa|ca?\.|about)", other, re.IGNORECASE)
        if date is not None and not month and other in _SEASONS:
            date = f"{date}-{_FIRST_SEASON - 1 + _SEASONS[other]}"
        return f"{date}~" if about and date is not None else date
    return edtf_from_text(text)


def ris_from_edtf(text: str) -> str:
    """A date as RIS writes it; what has no year, month and day goes into its last part as EDTF."""
    found = _PART.fullmatch(text)
    year, month, day, mark = found.groups("") if found is not None else ("-", "", "", "")
    if not mark and not year.startswith("-") and int(month or 1) <= len(_MONTHS):
        return f"{year}/{month}/{day}/"
    return f"{first_year(text)}///{text}"


def first_year(text: str) -> str:
    """The year of a date in four digits, for forms that know no more; "" for one outside 0 to 9999."""
    from explorer.domain.days import civil
    from explorer.domain.edtf import parse

    extent = parse(text).extent
    year = civil(extent.likely_start)[0]
    return f"{year:04d}" if 0 <= year <= 9999 else ""


def month_and_day(text: str) -> tuple[str, str]:
    """Month and day of a date that has them, without leading zeros; else ""."""
    found = _PART.fullmatch(text)
    if found is None or not found[2] or not _in_calendar([int(found[1]), int(found[2])]):
        return "", ""
    return str(int(found[2])), str(int(found[3])) if found[3] else ""


def _from_parts(value: Mapping[str, Any], parts: Sequence[Any]) -> str | None:
    circa = "~" if value.get("circa") not in (None, False, 0, "", "0", "false") else ""
    dates = [_joined(part) for part in parts[:2]]
    if dates[0] is None:
        return None
    season = str(value.get("season", "")).strip().lower()
    number = _SEASONS.get(season, int(season) if season in {"1", "2", "3", "4"} else 0)
    if number and len(dates) == 1 and "-" not in dates[0][1:]:
        dates[0] += f"-{_FIRST_SEASON - 1 + number}"
    text = "/".join(f"{date}{circa}" if date is not None else ".." for date in dates)
    return text if is_edtf(text) else None


def _joined(part: Any) -> str | None:
    """Year, month and day as EDTF; None for no year, or the 0 that stands for an open end."""
    if not isinstance(part, Sequence) or isinstance(part, str):
        return None
    try:
        numbers = [int(number) for number in part[:3] if number not in (None, "")]
    except (OverflowError, TypeError, ValueError):
        return None
    if not numbers or numbers == [0] or abs(numbers[0]) > 9999:
        return None
    year = f"-{-numbers[0]:04d}" if numbers[0] < 0 else f"{numbers[0]:04d}"
    return "-".join((year, *(f"{number:02d}" for number in numbers[1:])))


def _in_calendar(numbers: Sequence[int]) -> bool:
    return len(numbers) < 2 or 1 <= numbers[1] <= 12


def _month(text: str) -> int | None:
    text = text.strip().lower()
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return next((number for number, name in enumerate(_MONTHS, 1) if name in text), None)
