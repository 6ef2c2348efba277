"""The patterns of dates: each a regular expression over a folded sentence and what it makes of a match."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explorer.services.suggesting import building as build
from explorer.services.suggesting import counting
from explorer.services.suggesting.dated import Dated
from explorer.services.suggesting.pieces import (
    COUNT,
    DAY,
    MONTH,
    ORDINAL,
    PART,
    SEASON,
    START,
    TEN,
    UNIT,
    WEEKDAY,
    YEAR,
)
from explorer.services.suggesting.tables import FEASTS, NAMED


@dataclass(frozen=True, slots=True)
class Pattern:
    """``hint`` is a group of words, one of which a sentence must have for the pattern to be tried."""

    name: str
    hint: str
    expression: re.Pattern[str]
    make: Callable[[re.Match[str]], Dated | None]


HINTS = {
    "digit": re.compile(r"\d"),
    "month": re.compile(MONTH),
    "season": re.compile(SEASON),
    "word": re.compile(
        r"(?i)centur|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|"
        r"\b(?:war|pearl|christmas|new\s+year|may\s+day|boxing)\b"
    ),
    "relative": re.compile(
        r"(?i)\b(?:last|this|next|previous|preceding|following|same|that|ago|later|earlier|before|after|yesterday|"
        r"recent|recently|election)\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    ),
}
"""A sentence without any of these has no date; the patterns of a group are left out where it has none."""

_S = r"\s+"
_YEAR = rf"(?P<year>{YEAR})"
_M = rf"(?P<month>{MONTH})"
_D = rf"(?P<day>{DAY})"
_OR = r"\s*(?:-{1,2}|to|until|till|through|and|&)\s*"
_RELATIVE = (
    r"(?i:(?P<which>last|this|next|(?:the\s+)?(?:previous|preceding|following|same)|that|"
    r"(?:that|the)\s+very))"
)
_NAMES = "|".join(
    map(re.escape, sorted((name for name in NAMED if name[0].isalpha()), key=len, reverse=True))
)


def _table() -> Iterator[tuple[str, str, str, Callable[[re.Match[str]], Dated | None]]]:
    yield "17 June 1971", "month", rf"{START}{_D}{_S}(?:of\s+)?{_M},?\s*(?:of\s+)?{_YEAR}", build.day
    yield "June 17, 1971", "month", rf"\b{_M}\s*{_D}\s*,?\s*(?:of\s+)?{_YEAR}", build.day
    yield "17 June", "month", rf"{START}{_D}{_S}(?:of\s+)?{_M}", build.day
    yield "June 17", "month", rf"\b{_M}\s*{_D}(?![\w%]|[.,:]\d)", build.day
    yield (
        "1971-06-17",
        "digit",
        r"(?<![\w/-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w/-])",
        build.day,
    )
    yield (
        "6/17/1971",
        "digit",
        r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2([12]\d{3})(?![\w/-])",
        build.day_in_figures,
    )
    yield (
        "21 to 28 February 1972",
        "month",
        rf"{START}{_D}{_OR}(?:the\s+)?(?P<to>{DAY}){_S}(?:of\s+)?{_M}(?:,?\s*(?:of\s+)?{_YEAR})?",
        build.days,
    )
    yield (
        "February 21 to 28, 1972",
        "month",
        rf"\b{_M}{_S}{_D}{_OR}(?:the\s+)?(?P<to>{DAY})(?:\s*,?\s*(?:of\s+)?{_YEAR}|(?![\w%]))",
        build.days,
    )
    yield "June 1971", "month", rf"(?:{PART})?\b{_M}(?:,|\s+of)?\s*\[?{_YEAR}\]?", build.month
    yield (
        "October and November 1990",
        "month",
        rf"\b{_M}{_S}(?:and|or){_S}(?P<to>{MONTH})(?:,|\s+of)?\s*{_YEAR}",
        build.months,
    )
    yield "in June", "month", rf"\b(?:{PART})?\b{_M}", build.month_alone
    yield (
        "June last year",
        "month",
        rf"\b(?:{PART})?{_M}{_S}(?:of\s+)?{_RELATIVE}{_S}year\b",
        build.month_of_year,
    )
    yield (
        "spring of 1976",
        "season",
        rf"(?:{PART})?\b(?P<season>{SEASON})(?:,|\s+of)?\s+{_YEAR}(?:[-/](?P<next>\d\d(?:\d\d)?)\b)?",
        build.season,
    )
    yield (
        "spring and summer of 1918",
        "season",
        rf"\b(?P<season>{SEASON}){_OR}(?:the\s+)?(?P<to>{SEASON})(?:,|\s+of)?\s+{_YEAR}",
        build.seasons,
    )
    yield "that summer", "season", rf"\b{_RELATIVE}{_S}(?P<season>{SEASON})\b", build.season_relative
    yield (
        "summer of that year",
        "season",
        rf"\b(?P<season>{SEASON}){_S}of{_S}{_RELATIVE}{_S}year\b",
        build.season_of_year,
    )
    yield (
        "first quarter of 2021",
        "digit",
        rf"(?i:\b(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th){_S}quarter{_S}(?:of\s+)?(?:the\s+year\s+)?){_YEAR}",
        build.quarter,
    )
    yield "Q1 2021", "digit", rf"\bQ(?P<quarter>[1-4])[\s,/-]*(?:of\s+)?{_YEAR}", build.quarter
    yield "1971", "digit", rf"(?:{PART}|{START}){_YEAR}", build.year
    yield (
        "1973-74",
        "digit",
        rf"{START}(?P<year>1\d{{3}}|20\d\d)\s*(?:-{{1,2}}|/|—)\s*(?P<next>\d{{4}}|\d\d?)(?![\w%]|[.,:/-]\d)",
        build.years,
    )
    yield (
        "1973 to 1975",
        "digit",
        rf"{START}(?P<year>1\d{{3}}|20\d\d)\s+(?:to|until|till|through)\s+(?P<next>\d{{4}})(?![\w%]|[.,:/-]\d)",
        build.years,
    )
    yield (
        "AD 79",
        "digit",
        r"\b(?:A\.?D\.?|CE)\s+(?P<year>\d{1,4})\b|(?<![\w,.$£€])(?P<after>\d{1,4})\s+(?P<era>A\.?D\.?|B\.?C\.?E?\.?|C\.?E\.?)(?![\w])",
        build.year_of_era,
    )
    yield "the 1980s", "digit", rf"(?:{PART}|{START})(?P<decade>1\d\d0|20\d0)'?s\b", build.decade
    yield "the '90s", "digit", rf"(?:{PART}|(?<![\w.-]))'?(?P<decade>[2-9]0)'?s\b", build.decade
    yield "mid-eighties", "word", rf"(?:{PART}|\b(?:the|nineteen)[\s-]+)(?P<ten>{TEN})\b", build.decade
    yield (
        "19th century",
        "word",
        rf"(?:{PART})?\b(?P<century>(?i:{ORDINAL})|\d{{1,2}}(?:st|nd|rd|th))[\s-]+(?i:century|c\.)",
        build.century,
    )
    yield (
        "late 19th and early 20th century",
        "word",
        rf"(?:{PART})?\b(?P<century>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)){_OR}(?:the\s+)?(?P<part2>(?i:early|mid|late))?[\s-]*(?P<to>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))[\s-]+(?i:century|centuries)",
        build.centuries,
    )
    yield (
        "turn of the 20th century",
        "word",
        rf"(?i:turn{_S}of(?:{_S}the)?){_S}(?P<century>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)){_S}(?i:century)",
        build.turn,
    )
    yield (
        "last quarter of the 20th century",
        "word",
        (
            rf"(?i:\b(?P<quarter>first|second|third|fourth|last|final){_S}quarter{_S}of{_S}(?:the{_S})?)"
            rf"(?P<century>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)){_S}(?i:century)"
        ),
        build.quarter_of_century,
    )
    yield "FY2023", "digit", r"\b(?:FY|F\.Y\.)\s?'?(?P<year>\d{4}|\d\d)\b", build.fiscal_year
    yield "fiscal year 2023", "digit", rf"(?i:\bfiscal(?:\s+years?)?)\s+(?P<year>{YEAR})", build.fiscal_year
    yield "last month", "relative", rf"\b{_RELATIVE}{_S}(?P<unit>{UNIT})\b", counting.relative_unit
    yield (
        "earlier this month",
        "relative",
        rf"(?i:\b(?:earlier|later|late|early)\s+)(?P<which>(?i:this|last)){_S}(?P<unit>{UNIT})\b",
        counting.relative_unit,
    )
    yield "last August", "relative", rf"\b{_RELATIVE}{_S}{_M}(?!,?\s*\d)", counting.relative_month
    yield (
        "on Tuesday",
        "relative",
        rf"(?i:\b(?:on|(?P<which>last|this|next)))\s+(?P<weekday>{WEEKDAY})\b(?!\s+[A-Z])",
        counting.weekday,
    )
    yield (
        "two years ago",
        "relative",
        rf"(?i:\b(?P<count>{COUNT}))\s+(?P<unit>{UNIT})\s+(?i:(?P<way>ago|later|earlier|afterwards|afterward|thereafter|previously|before(?=\s*[,.;])|after(?=\s*[,.;])))\b",
        counting.counted,
    )
    yield (
        "the year before",
        "relative",
        rf"(?i:\bthe\s+(?P<unit>{UNIT})\s+(?P<way>before|after))(?=\s*[,.;)]|$)",
        counting.counted,
    )
    yield (
        "the next day",
        "relative",
        r"(?i:\bthe\s+(?P<way>next|following|previous|preceding)\s+(?P<unit>day|week|month|year|decade))\b",
        counting.counted,
    )
    yield "yesterday", "relative", r"(?i:\byesterday\b)", counting.yesterday
    yield (
        "recent years",
        "relative",
        r"(?i:\b(?:in\s+)?(?:the\s+)?(?:recent|past\s+few|last\s+few)\s+(?P<unit>years|months|weeks|decades)\b)|\b(?i:(?P<recently>recently))\b",
        counting.recent,
    )
    yield "election year", "relative", r"(?i:\ban\s+election\s+year\b)", counting.election_year
    yield (
        "named",
        "word",
        rf"(?i:(?<!post-)(?<!pre-)\b(?:the\s+)?(?P<name>{_NAMES})\b)",
        build.named,
    )
    yield "9/11", "digit", r"(?<![\w/-])(?P<name>9/11)(?![\w/])", build.named
    yield (
        "Christmas Day 1968",
        "word",
        rf"(?i:\b(?P<feast>{'|'.join(sorted(FEASTS, key=len, reverse=True))})),?\s+(?:of\s+|in\s+)?{_YEAR}",
        build.feast,
    )


PATTERNS = tuple(Pattern(name, hint, re.compile(text), make) for name, hint, text, make in _table())
