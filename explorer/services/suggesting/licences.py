"""When a number is a year and a name a month: by the words beside it."""

import re

from explorer.services.suggesting.tables import DATED_VERBS, HAPPENINGS

_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|since|until|till|by|before|after|from|to|of|during|throughout|around|about|circa|c\.|ca\.|"
    r"between|through|for|year|years|period|as\s+of|dated|early|mid|late|autumn|spring|summer|winter|fall|into|"
    r"back\s+in|back\s+to|far\s+back\s+as|as\s+early\s+as|as\s+late\s+as|approximately|roughly|pre|post|"
    r"[a-z]+ly\s+in|than\s+in|again\s+in|only\s+in|on|or)"
    r"|\b(?:" + "|".join(DATED_VERBS) + r"))[\s,(-]*(?:the\s+(?:year\s+)?)?$"
)
_STRONG = re.compile(
    r"(?i)(?:\[i\]n|\b(?:in|since|until|till|by|during|throughout|circa|c\.|ca\.|year|years|dated|as\s+of|early|mid|late))"
    r"\s+(?:the\s+(?:year\s+)?)?$"
)
_DATE_BEFORE = re.compile(
    r"(?:\b(?:1\d|20)\d\d|\bFY\s?\d{2,4})(?:\s*,\s*|\s*,?\s+(?:and|or|to|until|through)\s+(?:in\s+|again\s+in\s+)?|\s*-{1,2}\s*)$"
)
_BRACKETS = re.compile(r"[(\[]\s*(?:[a-z]+\.?\s+)?$")
_CLOSED = re.compile(r"\s*[)\];,-]")
_HAPPENING = re.compile(r"(?:\s+[\w'-]+){0,3}?\s+(?:" + "|".join(HAPPENINGS) + r")\b(?!\s+[A-Z])")
_NOUN = re.compile(r"\s+(?!(?:and|or|to|was|is|as|in|on|of|for|by|with)\b)[a-z]")
_SUBJECT = re.compile(r"\s+(?:was|saw|brought|marked|began|became|is|has|had|proved|ended|turned|would)\b")
_OWNED = re.compile(r"(?:'s|\b(?i:his|her|its|their|our|my))\s+$")
_PLACE = re.compile(r"\b(?:in|at|from|of)\s+[A-Z]\w+(?:\s+[A-Z]\w+)?,\s*$")
_AMOUNT = re.compile(r"\s+(?:[a-z]+\s+)?(?:of\s+(?:the|them|its|his|their)\b|more\b|other\b)")
_MONTH_BEFORE = re.compile(
    r"(?i)(?:\b(?:in|since|until|till|by|before|after|from|to|of|during|throughout|through|between|around|about|"
    r"early|mid|late|last|next|this|that|following|previous|preceding|each|every|and|or|as\s+of)[\s-]+)$"
)
_ALSO_A_WORD = re.compile(r"(?i)(?:may|march|mar\.?|august|aug|april|june)$")
_MONTH_STRONG = re.compile(
    r"(?i)\b(?:in|since|until|till|by|during|last|next|mid|late|early|following|previous)[\s-]+$"
)


def year_confidence(text: str, start: int, end: int) -> float:
    """How sure it is that the four digits from ``start`` to ``end`` are a year.

    A preposition, a verb such as "founded" or the end of a range before it, brackets around it, or a noun of
    what happens after it; otherwise it is a number (0).
    """
    before, after = text[max(start - 40, 0) : start], text[end : end + 60]
    if _AMOUNT.match(after) and not _STRONG.search(before):
        return 0.0
    if _STRONG.search(before):
        return 0.95
    if _BEFORE.search(before):
        return 0.9 if not before.rstrip().lower().endswith((" or", " on")) else 0.7
    listed = _DATE_BEFORE.search(before)
    if listed and year_confidence(
        text, start - len(before) + listed.start(), start - len(before) + listed.start() + 4
    ):
        return 0.75
    if (_OWNED.search(before) and _NOUN.match(after)) or _PLACE.search(before):
        return 0.7
    if _BRACKETS.search(before) and _CLOSED.match(after):
        return 0.7
    if _HAPPENING.match(after):
        return 0.75
    if (not before.strip() or before.rstrip()[-1] in '.;:—"') and _SUBJECT.match(after):
        return 0.7
    return 0.0


def month_is_meant(text: str, start: int, end: int, *, part: bool) -> bool:
    """Whether the capitalised name from ``start`` to ``end`` is a month, which has no year beside it."""
    if part:
        return True
    before, after, name = text[max(start - 24, 0) : start], text[end : end + 24], text[start:end]
    if len(name) < 4 and name.lower() != "may":
        return False
    if _ALSO_A_WORD.search(name):
        return bool(_MONTH_STRONG.search(before)) and not re.match(r"\s+[A-Z]|'s\b", after)
    return after.startswith("'s") or bool(_MONTH_BEFORE.search(before))
