"""What a text gives away: dates in a hint, and the name of its own author or document in a quotation."""

import re
from collections.abc import Iterable

from explorer.domain.source import Source

BLANK = "▁▁▁▁"
"""Stands for what was taken out."""
MOST_MASKED = 0.34
"""A quotation of which more than this share would go is no riddle any more."""
SHORTEST_NAME = 3
SMALL_WORDS = frozenset(
    {"and", "for", "of", "on", "the", "in", "to", "from", "with", "by", "at", "de", "von"}
)
ARTICLES = ("the ", "a ", "an ")

_DATE = re.compile(
    r"(?<!\d)(?:1\d{3}|20\d\d)(?!\d|,\d)|['’]\d\ds?\b"
    r"|\b(?:in|of|since|by|until|till|from|to|before|after|about|circa|AD|c\.)\s+\d{1,4}\b(?![,.]\d|\s*%)"
    r"|\b\d+\s*(?:AD|BC|CE|BCE)\b"
    r"|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|\bMay\b(?! (?:be|have|not|also|well)\b)"
    r"|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s+\d"
    r"|\b\d{1,2}\s+(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
    r"|\b(?:century|centuries|decades?|fifties|sixties|seventies|eighties|nineties|millennium)\b"
)


def names_a_date(text: str) -> bool:
    """Whether a text may give away when something happened: a year, a month, a century.

    It says yes once too often rather than once too seldom.
    """
    return _DATE.search(text) is not None


def undated(title: str, label: str) -> str | None:
    """What an event is called on a card: its title, else its short name; None where both name a date."""
    return next((name for name in (title, label) if name and not names_a_date(name)), None)


def without_dates(text: str) -> str:
    """A text with all that may give away when something happened blanked out."""
    return _DATE.sub(BLANK, text)


def names_of(source: Source) -> tuple[str, ...]:
    """What a quotation may not say of its own source.

    Title and its parts, short name, publisher, authors, and the family name of an author who is a person.
    """
    wholes = [source.title, source.label, source.publisher]
    wholes += re.split(r"[:–—]\s", source.title)
    wholes += re.split(r",\s", source.label)
    for author in re.split(r"\s*(?:[,;&]|\band\b)\s*", source.authors):
        wholes.append(author)
        words = author.split()
        if 2 <= len(words) <= 3 and not SMALL_WORDS & {word.lower() for word in words}:
            wholes.append(words[-1])
    trimmed = (whole.strip(" .,“”\"'") for whole in wholes)
    return tuple(dict.fromkeys(name for name in map(_without_article, trimmed) if len(name) >= SHORTEST_NAME))


def masked(text: str, names: Iterable[str]) -> str | None:
    """A text with these names blanked out; None where too little would be left of it.

    A name of one word counts only with a capital letter: "Brown" is a name, "brown" is not.
    """
    taken = 0
    for name in sorted(names, key=len, reverse=True):
        words = r"[\s\-]+".join(map(re.escape, name.split()))
        how = re.IGNORECASE if " " in name else re.NOFLAG
        for found in re.finditer(rf"(?<!\w){words}(?!\w)", text, how):
            taken += len(found[0])
        text = re.sub(rf"(?<!\w){words}(?!\w)", BLANK, text, flags=how)
    left = len(text.replace(BLANK, ""))
    return None if taken > MOST_MASKED * (taken + left) else text


def _without_article(name: str) -> str:
    for article in ARTICLES:
        if name.lower().startswith(article):
            return name[len(article) :]
    return name
