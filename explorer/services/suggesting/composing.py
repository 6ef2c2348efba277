"""Joins single dates to ranges and sets, and reads what stands to their left and right: since, by, about."""

import re
from dataclasses import replace

from explorer.domain.suggestion import Reason
from explorer.services.suggesting.dated import Dated, Side, Unit

_TO = re.compile(
    r"\s*(?:to|until|till|through|thru|up\s+to|-{1,2}|—)\s*(?:the\s+)?(?:about\s+|around\s+)?$", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:and|&)\s*(?:the\s+)?$", re.IGNORECASE)
_OR = re.compile(r"\s*,?\s*(?:or|or\s+perhaps|or\s+possibly)\s+(?:in\s+)?(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?(?:years?\s+|period\s+)?$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:about|around|circa|c\.|ca\.|approximately|roughly|some\s?time\s+in|(?:on|in)\s+or\s+about|near)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?P<side>(?:ever\s+)?since|not\s+until|only\s+after|until|till|up\s+to|by|no\s+later\s+than|"
    r"not\s+later\s+than|before|prior\s+to|after)\s+(?:at\s+least\s+|about\s+|around\s+|the\s+end\s+of\s+)?"
    r"(?P<the>the\s+)?(?:years?\s+)?$",
    re.IGNORECASE,
)
_RIGHT = re.compile(
    r"\s*(?:(?P<since>onwards?\b|and\s+(?:after(?:wards?)?|later|beyond|onwards?|since)(?=\s*[,.;:)]|\s*$)|to\s+the\s+present\b|"
    r"-\s*present\b|on(?=\s*[,.;]))|(?P<before>and\s+(?:before|earlier)(?=\s*[,.;:)]|\s*$)|or\s+(?:before|earlier)\b)|"
    r"(?P<after>or\s+(?:after|later)\b))",
    re.IGNORECASE,
)
_SIDES = {
    "since": Side.SINCE, "ever since": Side.SINCE, "until": Side.UNTIL, "till": Side.UNTIL,
    "up to": Side.UNTIL, "by": Side.BY, "no later than": Side.BY, "not later than": Side.BY,
    "before": Side.BEFORE, "prior to": Side.BEFORE, "after": Side.AFTER,
}  # fmt: skip
_NOUN = re.compile(r"\s+[a-z]")
_REACH = 40


def compose(folded: str, dates: list[Dated]) -> list[Dated]:
    """The dates of a sentence with what joins them and what stands beside them."""
    return [_sided(folded, date) for date in _joined(folded, dates)]


def _joined(folded: str, dates: list[Dated]) -> list[Dated]:
    joined: list[Dated] = []
    for date in dates:
        before = joined[-1] if joined else None
        both = _together(folded, before, date) if before is not None else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(date)
    return joined


def _together(folded: str, left: Dated, right: Dated) -> Dated | None:
    """Two neighbours as one date, if the words between them join them."""
    gap = folded[left.end : right.start]
    if len(gap) > _REACH or left.until or left.others or right.until or right.others:
        return None
    lead = _FROM.search(folded, max(left.start - _REACH, 0), left.start)
    word = lead["word"].lower() if lead else ""
    start = lead.start() if lead else left.start
    if _TO.fullmatch(gap) or (word == "between" and _AND.fullmatch(gap)) or _two_of_a_kind(left, right, gap):
        return _range(left, right, start)
    if (
        _OR.fullmatch(gap)
        and left.unit is right.unit
        and not (left.open or right.open or left.part or right.part)
    ):
        return replace(
            left, end=right.end, others=(right,), confidence=min(left.confidence, right.confidence)
        )
    return None


def _two_of_a_kind(left: Dated, right: Dated, gap: str) -> bool:
    """The 1870s and 1880s: one stretch of time."""
    step = {Unit.DECADE: 10, Unit.CENTURY: 100}.get(left.unit)
    return bool(
        step
        and left.unit is right.unit
        and _AND.fullmatch(gap)
        and (right.year or 0) - (left.year or 0) == step
    )


def _range(left: Dated, right: Dated, start: int) -> Dated | None:
    """From one date to another; what one side leaves out is taken from the other."""
    if (left.relative or right.relative) and (left.open or right.open):
        return None
    if left.year is None and left.span is None and right.year is not None:
        later = right.month is not None and (left.month or 0) > right.month
        left = replace(left, year=right.year - later)
    elif right.year is None and right.span is None and left.year is not None:
        earlier = left.month is not None and (right.month or 0) < left.month
        right = replace(right, year=left.year + earlier)
    if left.year is not None and right.year is not None and _order(right) < _order(left):
        return None
    return replace(
        left,
        start=start,
        end=right.end,
        until=right,
        confidence=max(left.confidence, right.confidence) if left.unit is Unit.YEAR else right.confidence,
        reason=left.reason if left.confidence >= right.confidence else right.reason,
    )


def _order(date: Dated) -> tuple[int, int, int]:
    month = date.month or 0
    return date.year or 0, month if month <= 12 else 0, date.day or 0


def _sided(folded: str, date: Dated) -> Dated:
    """A date with "about", "since", "by" and the like beside it."""
    about = _ABOUT.search(folded, max(date.start - _REACH, 0), date.start)
    if about:
        date = replace(date, start=about.start(), about=True)
    right = _RIGHT.match(folded, date.end)
    if right and date.until is None:
        side = Side.SINCE if right["since"] else Side.BEFORE if right["before"] else Side.AFTER
        lead = _FROM.search(folded, max(date.start - _REACH, 0), date.start)
        return replace(date, side=side, start=lead.start() if lead else date.start, end=right.end())
    left = _LEFT.search(folded, max(date.start - _REACH, 0), date.start)
    if left is None or (date.until is not None and not _one_stretch(date)):
        return date
    word = " ".join(left["side"].lower().split())
    article = left["the"] or folded.startswith("the ", date.start)
    if word not in _SIDES or (article and date.unit is Unit.YEAR and _NOUN.match(folded, date.end)):
        return date
    if _SIDES[word] is Side.SINCE and date.reason is Reason.NAMED and date.span is not None:
        date = replace(date, span=(date.span[1], date.span[1]))
    return replace(date, side=_SIDES[word], start=left.start())


def _one_stretch(date: Dated) -> bool:
    return date.unit in (Unit.DECADE, Unit.CENTURY)
