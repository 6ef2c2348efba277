"""Pieces that the patterns are made of, from the tables, and what their words mean."""

import re

from explorer.services.suggesting.tables import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    SHORT_MONTHS,
    TENS,
    WEEKDAYS,
)


def _any(words: "list[str] | tuple[str, ...]") -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _named(words: "list[str]") -> str:
    """Words with a capital, or in capitals throughout."""
    return _any([word.capitalize() for word in words] + [word.upper() for word in words])


MONTH = rf"(?:(?:{_named(list(MONTHS))})(?![\w])|(?:{_named(list(SHORT_MONTHS))})(?:\.|(?![\w.])))"
ORDINAL = rf"(?i:{_any(list(ORDINALS))})"
DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?|(?i:{_any(list(ORDINALS))}))"
YEAR = r"(?:1\d{3}|20\d{2})(?![\w%]|[.,:]\d|-\d{3})"
SEASON = rf"(?i:{_any(list(SEASONS))})"
WEEKDAY = rf"(?:{_named(list(WEEKDAYS))})"
COUNT = rf"(?:\d{{1,3}}|(?i:{_any(list(NUMBERS))}))"
TEN = rf"(?i:{_any(list(TENS))})"
UNIT = r"(?i:days?|weeks?|months?|years?|decades?|century|centuries)"
PART = (
    r"(?i:\b(?:the\s+)?(?P<part>early|mid|middle|late|later|very\s+late|very\s+early|beginning|start|outset|opening|"
    r"close|end|(?:first|second|latter|last)\s+half)(?:[\s-]+|\s+of\s+)(?:the\s+|years\s+of\s+(?:the\s+)?|"
    r"months\s+of\s+|part\s+of\s+(?:the\s+)?|days\s+of\s+|in\s+(?:the\s+)?)?)"
)
START = r"(?<![\w$£€#./-])"

_WORDS = {**MONTHS, **SHORT_MONTHS}


def month(text: str) -> int:
    """The number of a month by its name or its short name."""
    return _WORDS[text.rstrip(".").lower()]


def day(text: str) -> int:
    """The number of a day, in digits or in words."""
    return ORDINALS.get(text.lower()) or int(re.sub(r"\D", "", text))


def count(text: str) -> int:
    """A number in digits or in words."""
    return NUMBERS.get(text.lower()) or int(text)
