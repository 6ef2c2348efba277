"""What looks like a date and is none: spans of a sentence in which no bare number is a year."""

import re
from dataclasses import dataclass

from explorer.services.suggesting.pieces import MONTH, START, YEAR
from explorer.services.suggesting.tables import COUNTED, LAWS, NUMBERED, UNITS


@dataclass(frozen=True, slots=True)
class Trap:
    """A span that blocks dates in it: any date if it is ``firm``, else only dates no longer than it."""

    start: int
    end: int
    firm: bool


_NUMBER = r"\d[\d,.]*\d|\d"
_CAPITAL = rf"(?!{MONTH})[A-Z][\w'&.-]*"
_LAW = "|".join(word.capitalize() for word in LAWS)

_FIRM = (
    r"(?i:https?://|www\.)\S+",
    r"(?i:accessed|retrieved|last\s+visited|downloaded)\s+(?:on\s+)?[\w.,]+(?:\s+[\w.,]+){0,2}",
    r"(?i:isbn|issn|doi|oclc)[\s:]*[\d\s./Xx-]+",
    r"[\(\[][^()\[\]]*(?:\bISBN|\bVol\.|\bvol\.|\bpp?\.\s*\d|\b\d\w\w\s+ed\.|\bPress\b|\beds?\.\s)[^()\[\]]*[\)\]]",
    (
        rf"\((?:see\s+|cf\.\s+)?{_CAPITAL}(?:\s+(?:and|&|et\s+al\.?)?\s*{_CAPITAL})*,?\s+\d{{4}}[a-z]?"
        r"(?:\s*[,:]\s*(?:pp?\.\s*)?\d+(?:-\d+)?)?(?:;[^()]*)?\)"
    ),
    rf"\[[^\[\]]*(?<!\d),\s*(?:{MONTH},?\s*)?\d{{4}}\]",
    rf"{_CAPITAL}\s+\(\d{{4}}[a-z]?\s*[,:]\s*(?:pp?\.\s*)?\d+(?:-\d+)?\)",
    (
        rf"\(?(?:[A-Z][a-z]+\s+|{MONTH}\s+\d{{1,2}},?\s*)?\d{{4}}(?:-\d{{2,4}})?\)?"
        r"\s*,\s*(?:pp?|vol|no|nos)\.\s*\d+(?:\s*-+\s*\d+)?"
    ),
    r"\b\d+\s+(?:U\.?S\.?C\.?|F\.\s?(?:Supp|[23]d)\.?|Stat\.|C\.?F\.?R\.?|UNTS|Fed\.\s?Reg\.)\s*(?:§+\s*)?\d*",
    r"\b(?:Pub(?:lic|\.)\s+L(?:aw|\.)|P\.L\.|H\.R\.|S\.|E\.O\.|Executive\s+Order)\s*(?:No\.\s*)?\d[\d-]*",
    r"\+?\(?\d{1,4}\)?[ -]\d{3}[ -]\d{4}\b",
    r"\b\d{3}-\d{4}\b(?!-)",
)
_SOFT = (
    rf"[$£€¥]\s?(?:{_NUMBER})",
    rf"(?:{_NUMBER})(?:\s*|-)(?:(?i:{'|'.join(UNITS)})\b|%)",
    rf"(?<!\b[Ii]n )(?<!\b[Ss]ince )\b(?:{_NUMBER})\s+(?i:{'|'.join(COUNTED)})\b",
    (
        r"(?i:between|from|some|about|around|nearly|over|under)\s+\d[\d,]*\s+(?i:and|to|or)\s+\d[\d,]*\s+"
        rf"(?i:{'|'.join(UNITS + COUNTED)})\b"
    ),
    rf"\b(?i:{'|'.join(NUMBERED)})\.?\s*(?:(?i:no)\.?\s*)?#?(?:{_NUMBER})(?:\s*(?:-|and|to|,)\s*(?:{_NUMBER}))*",
    rf"\b(?i:nos?|pp?|vols?|ch|sec|art|arts|fig|figs|par|ss?|tel)\.\s*(?:{_NUMBER})(?:\s*(?:-|and|,)\s*(?:{_NUMBER}))*",
    r"§+\s*[\d.-]+",
    r"\b(?i:ages?|aged)\s+(?:of\s+)?\d+(?:\s*(?:to|-|and)\s*\d+)?",
    rf"{START}{YEAR}\s+(?:[A-Z][\w'-]*\s+|on\s+|and\s+|of\s+){{0,5}}?(?:{_LAW})\b(?!\s+(?:on|in)\s+\d)",
    rf"\b(?:{_LAW})(?:\s+on\s+{_CAPITAL}(?:\s+{_CAPITAL})*)?\s+(?:of\s+|\()\s*(?:{YEAR})\)?",
    rf"\b(?:{_LAW})(?:\s+(?:on|for|against|of)\s+(?:the\s+)?{_CAPITAL}(?:\s+(?:and\s+|of\s+)?{_CAPITAL})*)\s*,\s*{YEAR}",
    rf"\b\d{{1,4}}\s+{_CAPITAL}(?:\s+{_CAPITAL})?\s+(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Drive|Lane|Boulevard|Blvd\.)",
    r"\b(?!FY)[A-Z]{2,}[-/]?\d{1,4}\b",
)
_PATTERNS = tuple((re.compile(text), True) for text in _FIRM) + tuple(
    (re.compile(text), False) for text in _SOFT
)


def traps(folded: str) -> list[Trap]:
    """All traps of a folded sentence; they may overlap."""
    return [Trap(*match.span(), firm) for pattern, firm in _PATTERNS for match in pattern.finditer(folded)]
