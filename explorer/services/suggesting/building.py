"""Makes dates of what the patterns matched; None where the words turn out to be no date."""

import re
from dataclasses import replace

from explorer.domain.days import days_in_month
from explorer.domain.suggestion import Reason, Rival
from explorer.services.suggesting.dated import Dated, From, Part, Relative, Unit, edtf_of
from explorer.services.suggesting.licences import month_is_meant, year_confidence
from explorer.services.suggesting.pieces import day as day_of
from explorer.services.suggesting.pieces import month as month_of
from explorer.services.suggesting.tables import FEASTS, NAMED, ORDINALS, SEASONS, TENS

_PARTS = {
    "early": Part.EARLY, "very early": Part.EARLY, "mid": Part.MID, "middle": Part.MID, "late": Part.LATE,
    "later": Part.LATE, "very late": Part.LATE, "beginning": Part.START, "start": Part.START,
    "outset": Part.START, "opening": Part.START, "close": Part.CLOSE, "end": Part.CLOSE,
    "first half": Part.FIRST_HALF, "second half": Part.SECOND_HALF, "latter half": Part.SECOND_HALF,
    "last half": Part.SECOND_HALF,
}  # fmt: skip
_TWO_DIGITS_FROM = 30
"""Two digits of a year from here on are of the twentieth century."""

_LONGEST_RANGE = 400
"""Years; two numbers further apart are amounts."""


def part_named(match: re.Match[str]) -> Part | None:
    """The part of a unit that a match names, if any."""
    word = match.groupdict().get("part")
    return _PARTS[re.sub(r"\s+", " ", word.lower())] if word else None


def day(match: re.Match[str]) -> Dated | None:
    """A day, with or without its year."""
    groups = match.groupdict()
    year, number = groups.get("year"), day_of(match["day"])
    month = int(match["month"]) if match["month"].isdigit() else month_of(match["month"])
    if year is None and _goes_on_with_a_number(match):
        return None
    return _checked(Dated(*match.span(), Unit.DAY, int(year) if year else None, month, number))


def days(match: re.Match[str]) -> Dated | None:
    """Several days of one month."""
    first = day(match)
    last = first and _checked(replace(first, day=day_of(match["to"])))
    if first is None or last is None or (last.day or 0) <= (first.day or 0):
        return None
    return replace(first, until=last)


def day_in_figures(match: re.Match[str]) -> Dated | None:
    """6/17/1971 and 17.6.1971; where both could be the month, the month comes first with a slash."""
    first, mark, second, year = int(match[1]), match[2], int(match[3]), int(match[4])
    month_first = _checked(Dated(*match.span(), Unit.DAY, year, first, second))
    day_first = _checked(Dated(*match.span(), Unit.DAY, year, second, first))
    if month_first is None or day_first is None or first == second:
        return month_first or day_first
    if mark != "/":
        return day_first
    rivals = tuple(Rival(edtf_of(one), Reason.DAY_OR_MONTH_FIRST) for one in (month_first, day_first))
    return replace(
        month_first,
        others=(day_first,),
        confidence=0.6,
        reason=Reason.DAY_OR_MONTH_FIRST,
        rivals=rivals,
    )


def month(match: re.Match[str]) -> Dated | None:
    """A month of a year, or a part of it."""
    return Dated(
        *match.span(), Unit.MONTH, int(match["year"]), month_of(match["month"]), part=part_named(match)
    )


def months(match: re.Match[str]) -> Dated | None:
    """Two months of one year."""
    first = Dated(*match.span(), Unit.MONTH, int(match["year"]), month_of(match["month"]))
    last = replace(first, month=month_of(match["to"]))
    return replace(first, until=last) if (last.month or 0) > (first.month or 0) else None


def month_alone(match: re.Match[str]) -> Dated | None:
    """A month without its year, where the words around it say that it is one."""
    if not month_is_meant(
        match.string, match.start("month"), match.end("month"), part=match["part"] is not None
    ):
        return None
    return Dated(*match.span(), Unit.MONTH, None, month_of(match["month"]), part=part_named(match))


def month_of_year(match: re.Match[str]) -> Dated | None:
    """A month of another year that is named by counting."""
    counted = counted_from(match["which"], Unit.YEAR, year_only=True)
    return Dated(
        *match.span(),
        Unit.MONTH,
        None,
        month_of(match["month"]),
        part=part_named(match),
        relative=counted,
        confidence=0.8,
    )


def season(match: re.Match[str]) -> Dated | None:
    """A season of a year; that of two years is a winter."""
    name = match["season"].lower()
    return Dated(*match.span(), Unit.SEASON, int(match["year"]), SEASONS[name])


def seasons(match: re.Match[str]) -> Dated | None:
    """Two seasons of one year."""
    first = season(match)
    last = SEASONS[match["to"].lower()]
    if first is None or last <= (first.month or 0):
        return None
    return replace(first, until=replace(first, month=last))


def season_relative(match: re.Match[str]) -> Dated | None:
    """A season by counting from another date."""
    return Dated(
        *match.span(),
        Unit.SEASON,
        None,
        SEASONS[match["season"].lower()],
        relative=counted_from(match["which"], Unit.SEASON),
        confidence=0.65,
    )


def season_of_year(match: re.Match[str]) -> Dated | None:
    """A season of another year that is named by counting."""
    counted = counted_from(match["which"], Unit.YEAR, year_only=True)
    return Dated(
        *match.span(), Unit.SEASON, None, SEASONS[match["season"].lower()], relative=counted, confidence=0.7
    )


def quarter(match: re.Match[str]) -> Dated | None:
    """A quarter of a year."""
    word = match["quarter"].lower()
    number = {"last": 4}.get(word) or (int(word[0]) if word[0].isdigit() else ORDINALS[word])
    year = match["year"]
    return Dated(*match.span(), Unit.SPAN, span=(f"{year}-{number * 3 - 2:02}", f"{year}-{number * 3:02}"))


def year(match: re.Match[str]) -> Dated | None:
    """A year by itself, where the words around it say that it is one."""
    part = part_named(match)
    confidence = year_confidence(match.string, match.start("year"), match.end("year"))
    if part is not None:
        confidence = 0.95
    if not confidence:
        return None
    reason = Reason.STATED if confidence > 0.9 else Reason.BARE_YEAR
    return Dated(
        *match.span(),
        Unit.YEAR,
        int(match["year"]),
        part=part,
        confidence=confidence,
        reason=reason,
    )


def years(match: re.Match[str]) -> Dated | None:
    """From one year to another, the second perhaps in two digits."""
    first, text = int(match["year"]), match["next"]
    last = first - first % 10 ** len(text) + int(text)
    if not first < last <= min(first + _LONGEST_RANGE, 2099):
        return None
    begin = Dated(*match.span(), Unit.YEAR, first)
    return replace(begin, until=replace(begin, year=last))


def year_of_era(match: re.Match[str]) -> Dated | None:
    """AD 79, 44 BC."""
    number = int(match["year"] or match["after"])
    before = (match["era"] or "").upper().startswith("B")
    if number == 0 or (match["era"] and match["era"].replace(".", "") not in {"AD", "BC", "BCE", "CE"}):
        return None
    return Dated(*match.span(), Unit.YEAR, 1 - number if before else number)


def decade(match: re.Match[str]) -> Dated | None:
    """A decade in figures or in words."""
    groups = match.groupdict()
    if groups.get("ten"):
        if _is_an_age(match):
            return None
        first = 1900 + TENS[groups["ten"].lower()]
    else:
        text = groups["decade"]
        first = int(text) if len(text) == 4 else 1900 + int(text)
        if len(text) == 2 and (not ("'" in match[0] or _follows_a_decade(match)) or _is_an_age(match)):
            return None
        if match[0].endswith("'s") and part_named(match) is None and not _has_article(match):
            return replace(Dated(*match.span(), Unit.YEAR, first), confidence=0.7) if len(text) == 4 else None
    rivals: tuple[Rival, ...] = ()
    if first % 100 == 0 and part_named(match) is None:
        rivals = (Rival(f"{first // 100:02}XX", Reason.STATED),)
    return Dated(*match.span(), Unit.DECADE, first, part=part_named(match), rivals=rivals)


def century(match: re.Match[str]) -> Dated | None:
    """A century."""
    number = day_of(match["century"])
    if number > 21:
        return None
    return Dated(*match.span(), Unit.CENTURY, (number - 1) * 100, part=part_named(match))


def centuries(match: re.Match[str]) -> Dated | None:
    """Two centuries that share their noun."""
    first = century(match)
    number = day_of(match["to"])
    if first is None or number > 21:
        return None
    part = _PARTS[match["part2"].lower()] if match["part2"] else None
    return replace(first, until=Dated(*match.span(), Unit.CENTURY, (number - 1) * 100, part=part))


def quarter_of_century(match: re.Match[str]) -> Dated | None:
    """A quarter of a century, about."""
    word = match["quarter"].lower()
    first = (day_of(match["century"]) - 1) * 100 + (
        3 if word in {"last", "final"} else ORDINALS[word] - 1
    ) * 25
    return Dated(*match.span(), Unit.SPAN, span=(f"{first:04}~", f"{first + 24:04}~"))


def turn(match: re.Match[str]) -> Dated | None:
    """The turn of a century: its first year, about."""
    return Dated(*match.span(), Unit.YEAR, (day_of(match["century"]) - 1) * 100, about=True)


def fiscal_year(match: re.Match[str]) -> Dated | None:
    """A fiscal year of the United States: from October, until that of 1976 from July."""
    number = int(match["year"])
    if number < 100:
        number += 2000 if number < _TWO_DIGITS_FROM else 1900
    span = (
        (f"{number - 1}-10-01", f"{number}-09-30")
        if number > 1976
        else (f"{number - 1}-07-01", f"{number}-06-30")
    )
    return Dated(*match.span(), Unit.SPAN, span=span)


def named(match: re.Match[str]) -> Dated | None:
    """What has a name of its own; its beginning or its end alone is a point that the name does not give."""
    first, last = NAMED[re.sub(r"\s+", " ", match["name"].lower())]
    before = match.string[max(match.start() - 24, 0) : match.start()].lower()
    if re.search(
        r"(?:end|outbreak|beginning|start|close|eve|aftermath|wake|veterans?|memor\w+)\s+(?:of\s+)?$", before
    ):
        return None
    if last and not re.search(
        r"\b(?:in|during|throughout|before|after|since|until|by|from|through|of)\s+(?:the\s+)?$", before
    ):
        return None
    after = match.string[match.end() : match.end() + 12]
    if last and re.match(r"\s+(?:veteran|memorial|museum|hero|medal|era)", after):
        return None
    span = (first, last or first)
    return Dated(
        *match.span(), Unit.SPAN, span=span, confidence=0.7, reason=Reason.NAMED, basis=match["name"]
    )


def feast(match: re.Match[str]) -> Dated | None:
    """A day with a name, of a year."""
    month_number, number = FEASTS[re.sub(r"\s+", " ", match["feast"].lower())]
    return Dated(*match.span(), Unit.DAY, int(match["year"]), month_number, number)


def counted_from(which: str, unit: Unit, *, year_only: bool = False) -> Relative:
    """What "last", "this", "that", "the following" and the like count from, and how far."""
    word = which.lower().split()[-1]
    base = From.PUBLICATION if word in {"last", "this", "next"} else From.TEXT
    steps = {"last": -1, "next": 1, "previous": -1, "preceding": -1, "following": 1}.get(word, 0)
    return Relative(base, unit, steps, year_only)


def _checked(date: Dated) -> Dated | None:
    """The date if the calendar has it."""
    if not 1 <= (date.month or 0) <= 12:
        return None
    length = days_in_month(date.year if date.year is not None else 2000, date.month or 1)
    return date if 1 <= (date.day or 0) <= length else None


def _goes_on_with_a_number(match: re.Match[str]) -> bool:
    """Whether a day without a year is the beginning of something else ("June 17:30")."""
    return bool(re.match(r"[:/]\d|,\d{3}\b", match.string[match.end() : match.end() + 4]))


def _follows_a_decade(match: re.Match[str]) -> bool:
    """The 1970s and 80s."""
    before = match.string[max(match.start() - 20, 0) : match.start()]
    return bool(re.search(r"\d0'?s\s*(?:and|or|to|through|-)\s*(?:the\s+)?$", before))


def _has_article(match: re.Match[str]) -> bool:
    """The 1840's are a decade, 1840's best book is of that year."""
    return bool(
        re.search(
            r"\b(?:the|these|those)\s+$",
            match.string[max(match.start() - 8, 0) : match.start()],
            re.IGNORECASE,
        )
    )


def _is_an_age(match: re.Match[str]) -> bool:
    """In her twenties; a man in his early sixties."""
    before = match.string[max(match.start() - 12, 0) : match.start()].lower()
    return bool(re.search(r"\b(?:his|her|their|my|your|our|its)\s+$", before))
