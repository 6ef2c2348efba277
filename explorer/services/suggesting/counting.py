"""Makes dates of words that count from another date: last month, that year, three days later."""

import re

from explorer.domain.suggestion import Reason
from explorer.services.suggesting.building import counted_from
from explorer.services.suggesting.dated import Dated, From, Relative, Unit
from explorer.services.suggesting.pieces import count
from explorer.services.suggesting.pieces import month as month_of
from explorer.services.suggesting.tables import WEEKDAYS

_UNITS = {
    "day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "year": Unit.YEAR, "decade": Unit.DECADE,
    "century": Unit.CENTURY, "centurie": Unit.CENTURY,
}  # fmt: skip


def relative_unit(match: re.Match[str]) -> Dated | None:
    """Last month, that year."""
    which, unit = match["which"].lower(), _unit(match["unit"])
    if match["unit"].lower().endswith("s") or _is_a_condition(match):
        return None
    relative = counted_from(which, unit)
    if relative.base is From.TEXT and unit in (Unit.WEEK, Unit.CENTURY):
        return None
    if which == "this" and unit not in (Unit.MONTH, Unit.YEAR):
        return None
    confidence = 0.8 if relative.base is From.PUBLICATION else 0.65
    return Dated(*match.span(), unit, relative=relative, confidence=confidence)


def relative_month(match: re.Match[str]) -> Dated | None:
    """Last August, the following March."""
    return Dated(
        *match.span(),
        Unit.MONTH,
        None,
        month_of(match["month"]),
        relative=counted_from(match["which"], Unit.MONTH),
        confidence=0.65,
    )


def weekday(match: re.Match[str]) -> Dated | None:
    """On Tuesday: the last one before the day of publication."""
    steps = 1 if (match["which"] or "").lower() == "next" else -1
    return Dated(
        *match.span(),
        Unit.DAY,
        weekday=WEEKDAYS[match["weekday"].lower()],
        relative=Relative(From.PUBLICATION, Unit.WEEK, steps),
        confidence=0.6,
    )


def counted(match: re.Match[str]) -> Dated | None:
    """Two years ago, three weeks later, the year before."""
    unit = _unit(match["unit"])
    groups = match.groupdict()
    number = count(groups["count"]) if groups.get("count") else 1
    way = match["way"].lower()
    back = way in {"ago", "earlier", "previously", "before", "previous", "preceding"}
    base = From.PUBLICATION if way == "ago" else From.TEXT
    if unit in (Unit.DECADE, Unit.CENTURY):
        number, unit = number * (10 if unit is Unit.DECADE else 100), Unit.YEAR
    if match["unit"].lower() == "century" and base is From.TEXT:
        return None
    steps = -number if back else number
    return Dated(
        *match.span(),
        unit,
        relative=Relative(base, unit, steps),
        confidence=0.65 if base is From.PUBLICATION else 0.55,
    )


def yesterday(match: re.Match[str]) -> Dated | None:
    """The day before the publication."""
    return Dated(*match.span(), Unit.DAY, relative=Relative(From.PUBLICATION, Unit.DAY, -1), confidence=0.7)


def recent(match: re.Match[str]) -> Dated | None:
    """Some while before the publication: vague."""
    unit = Unit.MONTH if match["recently"] else _unit(match["unit"])
    unit, steps = {
        Unit.WEEK: (Unit.MONTH, -1),
        Unit.MONTH: (Unit.MONTH, -6),
        Unit.YEAR: (Unit.YEAR, -5),
        Unit.DECADE: (Unit.YEAR, -30),
    }[unit]
    return Dated(
        *match.span(),
        unit,
        relative=Relative(From.PUBLICATION, unit, steps),
        about=True,
        confidence=0.35,
        reason=Reason.VAGUE,
    )


def election_year(match: re.Match[str]) -> Dated | None:
    """The year of an American presidential election, at or after the publication: vague."""
    return Dated(
        *match.span(),
        Unit.YEAR,
        relative=Relative(From.PUBLICATION, Unit.SPAN),
        confidence=0.35,
        reason=Reason.VAGUE,
    )


def _unit(word: str) -> Unit:
    return _UNITS[word.lower().removesuffix("s")] if word.lower() != "century" else Unit.CENTURY


def _is_a_condition(match: re.Match[str]) -> bool:
    """The words "that day" may begin "that day-to-day work"."""
    return match.string[match.end() : match.end() + 1] == "-"
