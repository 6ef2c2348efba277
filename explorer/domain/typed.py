"""Dates as people type them, to EDTF. Reads back everything that ``explorer.domain.words`` says in full."""

import re
from collections.abc import Callable

from explorer.domain.errors import DateError
from explorer.domain.grammar import read
from explorer.domain.moments import Form, Moment

MAX_LENGTH = 120

_MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        (
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ),
        1,
    )
    for length in {3, 4 if name == "september" else 3, len(name)}
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_COUNTS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ABOUT = re.compile(r"(?:(?:about|around|circa|approximately|approx\.?|ca?) |(?:ca?\.|~) ?)(.+)")
_PERHAPS = re.compile(r"(?:perhaps|maybe|possibly|probably)\s+(.+)")

_YEAR = r"(?P<year>(?:ad )?[0-9][0-9,]{0,14}(?: (?:ad|ce|bce?))?)"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2}):(?P<rest>[0-9]{2}(?::[0-9]{2})?)"
    r"(?: ?(?P<zone>z|(?:utc|gmt)?[+-][0-9]{2}(?::[0-9]{2})?|utc|gmt))?"
)
_DATED_CLOCK = re.compile(rf"(?P<date>.+?)(?:, (?:at )?| at |t| )(?P<clock>{_CLOCK.pattern})")
_NO_YEAR = re.compile(
    rf"(?:{_DAY} )?(?:of )?{_MONTH}|{_MONTH.replace('month', 'name')} {_DAY.replace('day', 'number')}"
)
_YEAR_OF = re.compile(r"(-?[0-9]{4})(-[0-9]{2})?(?:-[0-9]{2})?(?:T.*|[?~%])?")


def read_typed(text: str) -> str | None:
    """What a person typed as a date, as EDTF; None if it is no date.

    Understands EDTF itself; days, months and years in several orders (day before month where only digits are
    given); decades, centuries, seasons; "about", "since", "until", "before", "after", "from ... to",
    "between ... and", "or".
    """
    if not 2 <= len(text) <= MAX_LENGTH:
        return None
    kept = text.strip()
    if _is_edtf(kept):
        return kept
    folded = " ".join(kept.translate(_FOLDED).lower().split())
    if not folded.isascii():
        return None
    found = _date(folded)
    return found if found is not None and _is_edtf(found) else None


# A dash joins two dates, a hyphen the parts of one.
_FOLDED = (
    {ord(dash): " - " for dash in "‒–—―"}
    | {ord(hyphen): "-" for hyphen in "‐‑−"}
    | {ord(quote): "'" for quote in "‘’ʼ"}
)


def _is_edtf(text: str) -> bool:
    try:
        read(text)
    except DateError:
        return False
    return True


def _date(text: str) -> str | None:
    """One date, interval or set."""
    if text == "at any time":
        return "../.."
    return _moment(text) or _one_sided(text) or _span(text) or _set(text)


_ONE_SIDED = (
    (re.compile(r"from (.+), end unknown"), "{}/"),
    (re.compile(r"until (.+), start unknown"), "/{}"),
    (re.compile(r"(?:since|from) (.+?)(?: on| onwards?)?"), "{}/.."),
    (re.compile(r"(?:until|till|up to) (.+)"), "../{}"),
    (re.compile(r"(?:(?:in|on|at) or before|before|by|not later than) (.+)"), "[..{}]"),
    (re.compile(r"(.+) or (?:before|earlier)"), "[..{}]"),
    (re.compile(r"(?:(?:in|on|at) or after|after|not before) (.+)"), "[{}..]"),
    (re.compile(r"(.+) or (?:after|later)"), "[{}..]"),
)


def _one_sided(text: str) -> str | None:
    for pattern, form in _ONE_SIDED:
        match = pattern.fullmatch(text)
        moment = match and _moment(match[1])
        if moment:
            return form.format(moment)
    return None


def _span(text: str) -> str | None:
    """From one date to another. Every place where the text may part is tried, spaced dashes first."""
    between = re.fullmatch(r"(some time )?between (.+) and (.+)", text)
    if between:
        pair = _pair(between[2], between[3])
        return pair and (f"[{pair[0]}..{pair[1]}]" if between[1] else "/".join(pair))
    text = text.removeprefix("from ")
    for separator in (" - ", " to ", " until ", " till ", " through ", "-"):
        position = text.find(separator)
        while position > 0:
            pair = _pair(text[:position].strip(), text[position + len(separator) :].strip())
            if pair:
                return "/".join(pair)
            position = text.find(separator, position + 1)
    return None


def _pair(left: str, right: str) -> tuple[str, str] | None:
    """Both ends of a span. What one end leaves out (year, month, day) is taken from the other."""
    first, last = _moment(left), _moment(right)
    if first and last:
        return first, last
    known = _YEAR_OF.fullmatch(first or last or "")
    if first and not last:
        if known and right in ("later that month", "later that year"):
            return first, known[1] + (known[2] or "" if right.endswith("month") else "")
        return (
            _later_clock(first, right)
            or (known and _short_year(first, right))
            or _filled_right(first, right, known)
        )
    if last and known:
        filled = _filled(left, known)
        return (filled, last) if filled else None
    return None


def _filled(text: str, known: re.Match[str]) -> str | None:
    """A day or month without a year, given the year (and month) of the other end."""
    if text.isdigit() and len(text) <= 2 and known[2]:
        return f"{known[1]}{known[2]}-{int(text):02}"
    match = _NO_YEAR.fullmatch(text)
    month = match and _MONTHS.get(match["month"] or match["name"])
    if not match or not month:
        return None
    day = match["day"] or match["number"]
    return f"{known[1]}-{month:02}" + (f"-{int(day):02}" if day else "")


def _filled_right(first: str, right: str, known: re.Match[str] | None) -> tuple[str, str] | None:
    last = known and not right.isdigit() and _filled(right, known)
    return (first, last) if last else None


def _short_year(first: str, right: str) -> tuple[str, str] | None:
    """The 74 of "1973-74": a later year of the same century. The 13 of "2018-13" is a slip, not 2113."""
    if len(first) != 4 or not re.fullmatch("[0-9]{2}", right):
        return None
    last = first[:2] + right
    return (first, last) if last > first else None


def _later_clock(first: str, right: str) -> tuple[str, str] | None:
    """A second time of day on the same day; a zone given once holds for both."""
    day, has_time, clock = first.partition("T")
    time = _clock(right) if has_time else None
    if not time:
        return None
    zone = re.sub("^[0-9:]+", "", time)
    return first + (zone if re.fullmatch("[0-9:]+", clock) else ""), f"{day}T{time}"


def _set(text: str) -> str | None:
    """One of several dates ("1667, 1668 or 1670 to 1672"), or all of them ("1960 and 1961")."""
    for word, brackets in ((" or ", "[]"), (" and ", "{}")):
        head, found, tail = text.rpartition(word)
        if not found:
            continue
        items = [head] if _member(head) else head.split(", ")
        members = [_member(item) for item in (*items, tail)]
        if all(members):
            return brackets[0] + ",".join(filter(None, members)) + brackets[1]
    return None


def _member(text: str) -> str | None:
    first, found, last = text.partition(" to ")
    if not found:
        return _moment(text)
    pair = _pair(first, last)
    return "..".join(pair) if pair else None


def _moment(text: str) -> str | None:
    """One date, with its doubts."""
    exact = _edtf_moment(text)
    if exact:
        return exact
    words = text
    mark = ""
    match = _ABOUT.fullmatch(words)
    if match:
        mark, words = "~", match[1]
    if words.endswith("?"):
        mark, words = "%" if mark else "?", words[:-1].rstrip()
    elif mark and words.endswith(", uncertain"):
        mark, words = "%", words.removesuffix(", uncertain")
    match = _PERHAPS.fullmatch(words)
    if match:
        mark, words = "%" if mark else "?", match[1]
    plain = _plain(words)
    if plain is None or not mark:
        return plain
    return f"{plain}{mark}" if _is_edtf(f"{plain}{mark}") else None


def _edtf_moment(text: str) -> str | None:
    """EDTF itself, whatever its case, if it is one date."""
    exact = text.upper()
    try:
        reading = read(exact)
    except DateError:
        return None
    return exact if reading.form is Form.SINGLE and isinstance(reading.items[0], Moment) else None


def _plain(text: str) -> str | None:
    """One date without doubts."""
    text = re.sub("^(?:in|on|during) ", "", text)
    exact = _edtf_moment(text)
    if exact:
        return exact
    for pattern, build in _PATTERNS:
        match = pattern.fullmatch(text)
        found = match and build(match)
        if found and _is_edtf(found):
            return found
    return _with_clock(text)


def _with_clock(text: str) -> str | None:
    match = _DATED_CLOCK.fullmatch(text)
    if not match:
        return None
    date, time = _plain(match["date"]), _clock(match["clock"])
    return f"{date}T{time}" if date and time and re.fullmatch("-?[0-9]{4}-[0-9]{2}-[0-9]{2}", date) else None


def _clock(text: str) -> str | None:
    match = _CLOCK.fullmatch(text)
    if not match:
        return None
    zone = match["zone"] or ""
    zone = "Z" if zone in ("z", "utc", "gmt") else zone.removeprefix("utc").removeprefix("gmt")
    return f"{int(match['hour']):02}:{match['rest']}{zone}"


def _year(text: str) -> str | None:
    """An EDTF year; up to three digits only with an era."""
    digits = re.sub("[^0-9]", "", text)
    if "," in text and not re.search("[0-9]{2},", text):
        return None
    if text.isdigit() and len(text) < 4:
        return None
    number = int(digits)
    if "b" in text:
        number = 1 - number
    if abs(number) > 9999:
        return f"Y{number}"
    return f"{number:04}" if number >= 0 else f"{number:05}"


def _calendar(match: re.Match[str]) -> str | None:
    """A month in words with its year, and perhaps a day."""
    year, month = _year(match["year"]), _MONTHS.get(match["month"])
    day = match.groupdict().get("day")
    if not year or not month:
        return None
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _digits(match: re.Match[str]) -> str:
    """Digits only: day before month, unless only the other order is in the calendar."""
    day, month = int(match["day"]), int(match["month"])
    if month > 12 >= day:
        day, month = month, day
    return f"{match['year']}-{month:02}-{day:02}"


def _decade(match: re.Match[str]) -> str:
    tens = match["tens"]
    return f"{'19' + tens if len(tens) == 1 else tens.zfill(3)}X"


def _era(match: re.Match[str]) -> str | None:
    """A century or millennium, counted from one."""
    number = int(match["number"]) - 1
    digits = 2 if match["unit"].startswith("c") else 1
    if not 0 <= number < 10**digits:
        return None
    return ("-" if match["bc"] else "") + f"{number:0{digits}}" + "X" * (4 - digits)


def _season(match: re.Match[str]) -> str | None:
    year = _year(match["year"])
    season = _SEASONS[match["season"]] + {"northern": 4, "southern": 8}.get(match["half"] or "", 0)
    turn = match["next"]
    if year is None or (turn and int(turn[-2:]) != (int(year) + 1) % 100):
        return None
    return f"{year}-{season}"


def _part_of_year(match: re.Match[str]) -> str | None:
    count, unit, year = match["count"], match["unit"], _year(match["year"])
    first, parts = {"q": (33, 4), "f": (37, 3), "h": (40, 2)}[unit[0]]
    number = parts if count == "last" else _COUNTS.get(count) or int(count)
    return f"{year}-{first + number - 1}" if year and number <= parts else None


def _some(match: re.Match[str]) -> str | None:
    year = _year(match["year"])
    month = _MONTHS.get(match["month"] or "")
    if year is None or bool(month) != bool(match["month"]):
        return None
    if match["what"] == "month":
        return None if month else f"{year}-XX"
    return f"{year}-{month:02}-XX" if month else f"{year}-XX-XX"


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (re.compile(rf"{_DAY}(?: of)? {_MONTH},? {_YEAR}"), _calendar),
    (re.compile(rf"{_MONTH} {_DAY}, ?{_YEAR}"), _calendar),
    (re.compile(rf"{_MONTH} {_DAY} {_YEAR}"), _calendar),
    (re.compile(rf"{_MONTH}(?: of)?,? {_YEAR}"), _calendar),
    (re.compile(r"(?P<day>[0-9]{1,2})([./-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{4})"), _digits),
    (
        re.compile(r"(?P<y>[0-9]{4})([./-])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})"),
        lambda match: f"{match['y']}-{int(match['m']):02}-{int(match['d']):02}",
    ),
    (re.compile(r"(?P<m>[0-9]{1,2})[./](?P<y>[0-9]{4})"), lambda match: f"{match['y']}-{int(match['m']):02}"),
    (re.compile(r"(?:the )?'?(?P<tens>[0-9]{1,3})0'?s"), _decade),
    (
        re.compile(
            r"(?:the )?(?P<number>[0-9]{1,3})(?:st|nd|rd|th) "
            r"(?P<unit>century|cent\.?|c\.?|millennium|mill\.?)(?P<bc> bce?)?"
        ),
        _era,
    ),
    (
        re.compile(
            rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter)(?: of)? {_YEAR}"
            r"(?: ?[-/] ?(?P<next>[0-9]{2}|[0-9]{4}))?(?: \((?P<half>northern|southern)\))?"
        ),
        _season,
    ),
    (
        re.compile(
            r"(?:the )?(?P<count>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) "
            rf"(?P<unit>quarter|four months|half)(?: of)? {_YEAR}"
        ),
        _part_of_year,
    ),
    (re.compile(rf"(?P<unit>[qh])(?P<count>[1-4]) {_YEAR}"), _part_of_year),
    (re.compile(rf"some (?P<what>day|month) of (?:(?P<month>[a-z]{{3,9}}) )?{_YEAR}"), _some),
    (re.compile(rf"(?:the year )?{_YEAR}"), lambda match: _year(match["year"])),
)
