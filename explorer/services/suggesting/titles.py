"""Draft titles: the sentence with as little taken away as makes it short: it says what the source says."""

import re

LONGEST = 70
"""Characters; the limit of an event's title."""

_LEAD_IN = re.compile(
    r"(?:However|Moreover|Furthermore|Likewise|Thus|Therefore|Notably|Resultantly|Indeed|Meanwhile|Nevertheless|"
    r"Ultimately|Unfortunately|Finally|Also|Still|Then|Of\s+course|In\s+fact|In\s+addition|For\s+example|"
    r"For\s+instance|On\s+the\s+other\s+hand|In\s+other\s+words|As\s+a\s+result|Similarly|Consequently|"
    r"Subsequently|Firstly|Secondly|Thirdly|Unsurprisingly|Significantly),\s+"
)
_BRACKETS = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_PREPOSITION = re.compile(
    r"(?:In|On|By|Since|Until|During|For|From|Around|About|After|Before|Between|As\s+of|At)\s*$"
)
_BEGINS = re.compile(
    r"(?i:in|on|by|since|until|during|for|from|about|around|before|after|between|last|this|that)\s"
)
_TAIL = re.compile(
    r",\s+(?:which|who|whose|where|citing|noting|adding|saying|making|including|while|as\s+well)\b.*",
    re.DOTALL,
)
_ENDS = " \t\n.,;:-–—"


def draft_title(sentence: str, date_start: int, date_end: int) -> str:
    """A title from a sentence in which a date stands from ``date_start`` to ``date_end``.

    Takes away a lead-in adverb, a date phrase at the very start that a comma follows, brackets, and what
    comes after ", which" and the like if the rest is too long; then clips at a word. A date that is the
    subject stays.
    """
    text = sentence
    lead = _LEAD_IN.match(text)
    begin = lead.end() if lead else 0
    text = _without_date(text, begin, date_start, date_end)
    text = " ".join(_BRACKETS.sub("", text).split()).strip(_ENDS)
    if not text:
        text = " ".join(sentence.split())
    if len(text) > LONGEST:
        shorter = _TAIL.sub("", text)
        text = shorter if len(shorter) >= LONGEST // 3 else text
    if len(text) > LONGEST:
        text = text[: LONGEST - 1]
        text = (text[: text.rindex(" ")] if " " in text else text).rstrip(_ENDS) + "…"
    return text[:1].upper() + text[1:]


def _without_date(text: str, begin: int, date_start: int, date_end: int) -> str:
    """The text from ``begin`` without the date phrase it may begin with."""
    before = text[begin:date_start]
    starts = not before.strip() or _PREPOSITION.fullmatch(before)
    comma = re.match(r"\s*,\s+", text[date_end:])
    named = bool(before.strip()) or bool(_BEGINS.match(text, date_start))
    if date_start >= begin and starts and comma and named:
        return text[date_end + comma.end() :]
    return text[begin:]
