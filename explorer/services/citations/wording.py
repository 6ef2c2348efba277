"""Words that our own templates need: dates as the styles write them, and what stands for a missing title."""

import re

from explorer.domain.citation import CitationStyle
from explorer.domain.words import in_words
from explorer.services.citations.marks import CLOSE_QUOTE, OPEN_QUOTE

_DAY = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_MLA_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()  # noqa: SIM905
_WORKS = {
    "article-magazine": "article",
    "article-newspaper": "article",
    "article-journal": "article",
    "article": "article",
    "book": "book",
    "chapter": "chapter",
    "dataset": "data set",
    "interview": "interview",
    "manuscript": "manuscript",
    "map": "map",
    "report": "report",
    "speech": "speech",
    "webpage": "web page",
}


def date_words(date: str | None, style: CitationStyle) -> str:
    """A date as a style writes it; one that is not a plain day or month, in our words; "" for none."""
    if date is None:
        return ""
    found = _DAY.fullmatch(date)
    if found is None or not 1 <= int(found[2]) <= len(_MONTHS):
        return in_words(date)
    year, number, day = found[1].lstrip("0"), int(found[2]) - 1, int(found[3] or 0)
    match style:
        case CitationStyle.MLA:
            return " ".join(part for part in (str(day or ""), _MLA_MONTHS[number], year) if part)
        case CitationStyle.HARVARD:
            return " ".join(part for part in (str(day or ""), _MONTHS[number], year) if part)
        case _:
            return f"{_MONTHS[number]} {day}, {year}" if day else f"{_MONTHS[number]} {year}"


def quoted(text: str) -> str:
    """A text in the quotation marks of the style."""
    return f"{OPEN_QUOTE}{text}{CLOSE_QUOTE}"


def stand_in(kind: str) -> str:
    """What stands in brackets for the title of an untitled work."""
    return f"[Untitled {_WORKS.get(kind, 'document')}]"
