"""Works the sum behind a claim from the published figures, and compares it with the stored figures."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from explorer.domain.claim import Claim, Working
from explorer.domain.event import Status
from explorer.domain.series import Observation, Series

FISCAL_YEAR = re.compile(r"(\d{4})-(?:10-01/(\d{4})-09-30|07-01/(\d{4})-06-30)")
DERIVED = re.compile("percent|share|ratio|margin|gap|implied")
YEAR_IN_NAME = re.compile(r"(?:^|_)(?:fy)?(\d{4})(?=_|$)")


@dataclass(frozen=True, slots=True)
class WorkedSum:
    """A sum as it is shown, with every number in it.

    ``text`` is the sum ("36,359 → 73,838  ×2.03"), or "" where nothing can be worked; ``basis`` says what was
    read ("2019, 2022: US overdose deaths ..."). ``inputs`` are (year, value) as read from the series;
    ``results`` are the numbers worked from them, the chief one first. ``unchecked`` is true when a figure
    read is not checked. ``problem`` is a sentence when the sum ought to be there and cannot be worked.
    """

    text: str = ""
    basis: str = ""
    inputs: tuple[tuple[str, float], ...] = ()
    results: tuple[float, ...] = ()
    unchecked: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Stored figures of a claim set against the sum worked anew.

    ``confirmed`` and ``other`` name the stored figures that were met again and those the sum does not touch.
    ``mismatches`` are whole sentences.
    """

    confirmed: tuple[str, ...]
    other: tuple[str, ...]
    mismatches: tuple[str, ...]


_Worked = tuple[str, tuple[float, ...]]
"""The sum as text, and the numbers worked, the chief one first."""


class _UnworkableError(Exception):
    """The series do not hold what the working asks for; the message is a sentence."""


def work(claim: Claim, series: Mapping[str, Series]) -> WorkedSum:
    """Work a claim's sum.

    Args:
        claim: The claim; without a working the sum is empty.
        series: The series of the library by slug.
    """
    working = claim.working
    if working is None:
        return WorkedSum()
    operation = _OPERATIONS.get(working.operation)
    if operation is None:
        return WorkedSum(problem=f"The operation “{working.operation}” is not known.")
    try:
        read = _read(working, series)
        text, results = operation(read, working.factor, series[working.series].unit)
    except _UnworkableError as reason:
        return WorkedSum(problem=str(reason))
    return WorkedSum(
        text=text,
        basis=_basis(working, series),
        inputs=tuple((_year(found.period), found.value) for found in read),
        results=results,
        unchecked=any(found.status is not Status.CHECKED for found in read),
    )


def compare(claim: Claim, worked: WorkedSum) -> Comparison:
    """Set the stored figures of a claim against the sum worked anew.

    A stored figure counts as met when a number of the sum, rounded as the stored one is, equals it. It is a
    mismatch when the chief result is stored nowhere, or when no stored figure of a year that was read has the
    value read.
    """
    stored = {name: (text, number) for name, text in claim.computed if (number := _number(text)) is not None}
    if worked.problem:
        return Comparison((), tuple(stored), (worked.problem,))
    if not worked.results or not stored:
        return Comparison((), tuple(stored), ())
    numbers = [value for _, value in worked.inputs] + list(worked.results)
    confirmed = tuple(name for name, (text, _) in stored.items() if any(_meets(text, n) for n in numbers))
    mismatches = []
    if not any(_meets(text, worked.results[0]) for text, _ in stored.values()):
        figures = ", ".join(f"{name} {text}" for name, (text, _) in stored.items())
        mismatches.append(f"The sum gives {_plain(worked.results[0])}, but the stored figures are {figures}.")
    for year, value in worked.inputs:
        of_year = {name: text for name, (text, _) in stored.items() if _years(name) == (year,)}
        plain = {name: text for name, text in of_year.items() if not DERIVED.search(name)}
        if plain and not any(_meets(text, value) for text in plain.values()):
            figures = ", ".join(f"{name} {text}" for name, text in plain.items())
            mismatches.append(f"The series has {_plain(value)} for {year}, but stored is {figures}.")
    return Comparison(confirmed, tuple(name for name in stored if name not in confirmed), tuple(mismatches))


def period_in_words(period: str) -> str:
    """A period as a reader names it: "2019", "FY2023" for a US fiscal year, else the EDTF text itself."""
    fiscal = FISCAL_YEAR.fullmatch(period)
    if fiscal is None:
        return period
    end = fiscal[2] or fiscal[3]
    return f"FY{end}" if int(end) == int(fiscal[1]) + 1 else period


def _read(working: Working, series: Mapping[str, Series]) -> list[Observation]:
    if not working.periods:
        raise _UnworkableError("The working names no period.")
    found = [_figure(series, working.series, working.line, period) for period in working.periods]
    if working.operation == "share":
        if working.other_series is None:
            raise _UnworkableError("The working of a share names no series to divide by.")
        period = working.periods[-1]
        found = [found[0], _figure(series, working.other_series, working.other_line or "", period)]
    return found


def _figure(series: Mapping[str, Series], slug: str, line: str, period: str) -> Observation:
    if slug not in series:
        raise _UnworkableError(f"The library has no series “{slug}”.")
    wanted = period_in_words(period)
    for observation in series[slug].observations:
        if observation.line == line and period_in_words(observation.period) == wanted:
            return observation
    where = f"{slug}, {line}" if line else slug
    raise _UnworkableError(f"The series {where} has no figure for {wanted}.")


def _basis(working: Working, series: Mapping[str, Series]) -> str:
    periods = ", ".join(period_in_words(period) for period in dict.fromkeys(working.periods))
    slugs = [working.series]
    lines = [working.line]
    if working.operation == "share":
        slugs.append(working.other_series or working.series)
        lines.append(working.other_line or "")
    titles = list(dict.fromkeys(series[slug].title for slug in slugs))
    named = [line.replace("-", " ") for line in lines if line]
    runs = f" ({' ÷ '.join(named)})" if named and len(titles) == 1 else ""
    return f"{periods}: {' ÷ '.join(titles)}{runs}"


def _value(read: Sequence[Observation], factor: float | None, unit: str) -> _Worked:
    value = read[0].value
    shown = _with_unit(value, unit)
    if factor is None:
        return shown, (value,)
    sign = ">" if value > factor else "<" if value < factor else "="
    return f"{shown} {sign} {_with_unit(factor, unit)}", (value, value - factor, abs(value - factor))


def _ratio(read: Sequence[Observation], _factor: float | None, _unit: str) -> _Worked:
    first, last = _pair(read)
    ratio = last / first
    return f"{_plain(first)} → {_plain(last)}  ×{ratio:.2f}", (ratio, (ratio - 1) * 100, last - first)


def _percent_change(read: Sequence[Observation], _factor: float | None, unit: str) -> _Worked:
    first, last = _pair(read)
    change = (last / first - 1) * 100
    sign = "+" if change > 0 else "−" if change < 0 else "±"
    return f"{_plain(first)} → {_with_unit(last, unit)}  {sign}{_percent(change)}", (change, last / first)


def _share(read: Sequence[Observation], _factor: float | None, _unit: str) -> _Worked:
    part, whole = _pair(read, divide_by=1)
    share = part / whole * 100
    return f"{_plain(part)} ÷ {_plain(whole)} = {share:.1f} %", (share,)


def _implied_total(read: Sequence[Observation], rate: float | None, unit: str) -> _Worked:
    if not rate:
        raise _UnworkableError("The working of an implied total names no rate.")
    seen = read[0].value
    total = seen / rate
    text = f"{_plain(seen)} ÷ {_plain(rate * 100)} % = {_with_unit(total, unit)}"
    return text, (total, total - seen)


_Operation = Callable[[Sequence[Observation], float | None, str], _Worked]
_OPERATIONS: Mapping[str, _Operation] = {
    "value": _value,
    "ratio": _ratio,
    "percent change": _percent_change,
    "share": _share,
    "implied total": _implied_total,
}


def _pair(read: Sequence[Observation], divide_by: int = 0) -> tuple[float, float]:
    if len(read) < 2:
        raise _UnworkableError("The working needs two figures and names one.")
    first, last = read[0].value, read[-1].value
    if (first, last)[divide_by] == 0:
        raise _UnworkableError("The sum would divide by nought.")
    return first, last


def _with_unit(value: float, unit: str) -> str:
    if unit.startswith("percent"):
        return f"{_plain(value)} %"
    if unit.startswith("pounds"):
        return f"{_plain(value)} lb"
    return _plain(value)


def _percent(change: float) -> str:
    """Whole percents where they are large, one decimal where a whole one would hide the change."""
    size = abs(change)
    return f"{size:,.0f} %" if size >= 20 else f"{size:.1f} %"


def _plain(value: float) -> str:
    """A number with thousands separated and no more decimals than it has (four at most)."""
    whole = f"{value:,.4f}".rstrip("0").rstrip(".")
    return whole.replace("-", "−")


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "").replace("−", "-"))
    except ValueError:
        return None


def _meets(stored: str, worked: float) -> bool:
    number = _number(stored)
    if number is None:
        return False
    decimals = len(stored.partition(".")[2]) if "e" not in stored.lower() else 6
    return abs(number - worked) <= 0.5 * float(10**-decimals) + 1e-9


def _year(period: str) -> str:
    return period_in_words(period).removeprefix("FY")


def _years(name: str) -> tuple[str, ...]:
    return tuple(YEAR_IN_NAME.findall(name))
