"""Works the tests of a claim from the published figures. Nothing here reads or writes anything."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from math import inf, isfinite, isnan

from explorer.domain.claim import Comparator, Operation, Verdict, Working
from explorer.domain.event import Status
from explorer.domain.judgement import Judgement, Outcome
from explorer.domain.numerals import plain
from explorer.domain.periods import fiscal_note, fiscal_number, period_in_words
from explorer.domain.series import Observation, Series

NARROW = 0.02
"""A claim holds narrowly where the result clears the number claimed by less than this share of it."""
EQUAL = 1e-9
"""Results closer than this share are one result: what is left of dividing binary fractions."""

SeriesBySlug = Mapping[str, Series]


class _UnworkableError(Exception):
    """The series do not hold what the test asks for; the message is a sentence."""


def judge_all(workings: Sequence[Working], series: SeriesBySlug) -> Outcome:
    """Work all tests of a claim and put their verdicts together.

    The verdict is that of the tests that compare; it holds in part where some hold and others do not.

    Args:
        workings: The tests; none is a claim that no published figure can test.
        series: The series of the library by slug.
    """
    if not workings:
        reason = "No series of this library holds the figures that would test this statement."
        return Outcome(Verdict.UNWORKABLE, (), reason)
    judged = tuple(judge(working, series) for working in workings)
    return Outcome(_together([one.verdict for one in judged]), judged, _reasons(judged))


def judge(working: Working, series: SeriesBySlug) -> Judgement:
    """Work one test."""
    try:
        figures = tuple(_read(working, series))
        result = _work(working, [one.value for one in figures])
        low, high = _limits(working, figures, result)
    except _UnworkableError as reason:
        return Judgement(working, Verdict.UNWORKABLE, reason=str(reason))
    notes = tuple(_notes(working, figures, series[working.series], (result, low, high)))
    if working.comparator is None:
        return Judgement(working, Verdict.SUM_ONLY, figures, result, low, high, notes=notes)
    if working.claimed is None:
        missing = "The test names no number that is claimed."
        return Judgement(working, Verdict.UNWORKABLE, figures, result, low, high, missing, notes)
    return Judgement(working, compared(working, result), figures, result, low, high, notes=notes)


def compared(working: Working, result: float) -> Verdict:
    """Set a result against the number claimed. Needs a comparator and a number."""
    comparator, claimed, tolerance = working.comparator, working.claimed, working.tolerance
    if comparator is None or claimed is None:
        raise ValueError("nothing to compare with")
    if comparator is Comparator.ABOUT:
        if abs(result - claimed) <= 0.5 * 10.0 ** -_decimals(claimed) * (1 + EQUAL):
            return Verdict.HOLDS
        return _allowed(abs(result - claimed), tolerance)
    if comparator is Comparator.ALMOST:
        return Verdict.FAILS if result >= claimed else _allowed(claimed - result, tolerance)
    over = result - claimed if comparator in {Comparator.AT_LEAST, Comparator.MORE_THAN} else claimed - result
    same = abs(over) <= EQUAL * max(abs(result), abs(claimed))
    strict = comparator in {Comparator.MORE_THAN, Comparator.LESS_THAN}
    if (same and strict) or (over < 0 and not same):
        return _allowed(max(-over, 0.0), tolerance) if tolerance else Verdict.FAILS
    ranks = working.operation in {Operation.RANK, Operation.RANK_OF_LINE}
    return Verdict.NARROWLY if over < NARROW * abs(claimed) and not ranks else Verdict.HOLDS


def _allowed(short: float, tolerance: float) -> Verdict:
    within = short <= tolerance * (1 + EQUAL)
    return Verdict.WITHIN_TOLERANCE if within else Verdict.FAILS


def _decimals(claimed: float) -> int:
    text = f"{claimed:.9f}".rstrip("0")
    return len(text.partition(".")[2])


def _together(verdicts: Sequence[Verdict]) -> Verdict:
    compared = [one for one in verdicts if one is not Verdict.SUM_ONLY]
    if not compared:
        return Verdict.SUM_ONLY
    if Verdict.UNWORKABLE in compared:
        return Verdict.UNWORKABLE
    holding = [one for one in compared if one.favourable]
    if not holding:
        return Verdict.FAILS
    if len(holding) < len(compared):
        return Verdict.IN_PART
    order = (Verdict.WITHIN_TOLERANCE, Verdict.NARROWLY, Verdict.HOLDS)
    return next(one for one in order if one in holding)


def _reasons(judged: Iterable[Judgement]) -> str:
    return " ".join(dict.fromkeys(one.reason for one in judged if one.reason))


# Reading


def _read(working: Working, series: SeriesBySlug) -> list[Observation]:
    needed = 2 if working.operation in {Operation.RATIO, Operation.CHANGE} else 1
    if len(working.periods) < needed:
        missing = "no period" if not working.periods else "only one of two periods"
        raise _UnworkableError(f"The test names {missing}.")
    found = [_figure(series, working.series, working.line, period) for period in working.periods[:needed]]
    if working.operation is Operation.SHARE:
        if working.other_series is None:
            raise _UnworkableError("The test of a share names no series to divide by.")
        found.append(_figure(series, working.other_series, working.other_line or "", working.periods[0]))
    if working.operation is Operation.RANK:
        found += _others(series[working.series], found[0], same_line=True)
    if working.operation is Operation.RANK_OF_LINE:
        found += _others(series[working.series], found[0], same_line=False)
    return found


def _figure(series: SeriesBySlug, slug: str, line: str, period: str) -> Observation:
    if slug not in series:
        raise _UnworkableError(f"The library has no series “{slug}”.")
    one = series[slug]
    mine = [observation for observation in one.observations if observation.line == line]
    named = f"{slug}, {line}" if line else slug
    if not mine:
        lines = ", ".join(f"“{name}”" for name in one.lines if name)
        has = f"its lines are {lines}" if lines else "it has one line without a name"
        raise _UnworkableError(f"The series {slug} has no line “{line}”; {has}.")
    wanted = period_in_words(period)
    found = next((each for each in mine if period_in_words(each.period) == wanted), None)
    if found is None:
        raise _UnworkableError(f"The series {named} has no figure for {wanted}{_instead(mine, period)}.")
    return found


def _instead(mine: Sequence[Observation], period: str) -> str:
    """What the line has in place of a period, where it counts other years than were asked for."""
    number = fiscal_number(period)
    wanted = int(period) if number is None and period.isdigit() else number
    for each in mine:
        fiscal = fiscal_number(each.period)
        if number is None and fiscal == wanted and wanted is not None:
            return f"; it counts by fiscal year and has FY{fiscal}"
        if number is not None and each.period == str(number):
            return f"; it counts by calendar year and has {number}"
    return ""


def _others(series: Series, figure: Observation, *, same_line: bool) -> list[Observation]:
    if same_line:
        return [one for one in series.observations if one.line == figure.line and one is not figure]
    wanted = period_in_words(figure.period)
    return [one for one in series.observations if period_in_words(one.period) == wanted and one is not figure]


# Working


def _work(working: Working, values: Sequence[float]) -> float:
    result = _OPERATIONS[working.operation](values, working.rate)
    if not isfinite(result):
        raise _UnworkableError("The figures are too large to be worked.")
    return result


def _value(values: Sequence[float], _rate: float | None) -> float:
    return values[0]


def _ratio(values: Sequence[float], _rate: float | None) -> float:
    return _divided(values[1], values[0])


def _change(values: Sequence[float], _rate: float | None) -> float:
    # A change is told as a part of where it began; that must not turn its sign.
    return _divided(values[1] - values[0], abs(values[0])) * 100


def _share(values: Sequence[float], _rate: float | None) -> float:
    return _divided(values[0], values[1]) * 100


def _rank(values: Sequence[float], _rate: float | None) -> float:
    return 1.0 + sum(value > values[0] for value in values[1:])


def _implied_total(values: Sequence[float], rate: float | None) -> float:
    if rate is None or not 0 < rate <= 1:
        raise _UnworkableError("An implied total needs a rate above 0 and up to 1.")
    return values[0] / rate


def _divided(upper: float, lower: float) -> float:
    if lower == 0:
        raise _UnworkableError("The sum would divide by nought.")
    return upper / lower


_OPERATIONS: Mapping[Operation, Callable[[Sequence[float], float | None], float]] = {
    Operation.VALUE: _value,
    Operation.RATIO: _ratio,
    Operation.CHANGE: _change,
    Operation.SHARE: _share,
    Operation.RANK: _rank,
    Operation.RANK_OF_LINE: _rank,
    Operation.IMPLIED_TOTAL: _implied_total,
}


def _limits(working: Working, figures: Sequence[Observation], result: float) -> tuple[float, float]:
    """The least and the greatest result that the figures allow, where they are rounded or bounds."""
    limits = [one.limits for one in figures]
    if all(low == high for low, high in limits):
        return result, result
    if working.operation in {Operation.RANK, Operation.RANK_OF_LINE}:
        (low, high), others = limits[0], limits[1:]
        return 1.0 + sum(one[0] > high for one in others), 1.0 + sum(one[1] > low for one in others)
    divisor = {Operation.RATIO: 0, Operation.CHANGE: 0, Operation.SHARE: 1}.get(working.operation)
    if divisor is not None and limits[divisor][0] <= 0 <= limits[divisor][1]:
        return -inf, inf
    # Each operation rises or falls throughout with each of its figures: the extremes are at the corners.
    corners = [_corner(working, corner) for corner in product(*limits)]
    known = [corner for corner in corners if not isnan(corner)]
    return min(known), max(known)


def _corner(working: Working, values: Sequence[float]) -> float:
    if working.operation is Operation.CHANGE:
        # Of infinite figures the ratio is known where the change is not.
        sign = 1 if values[0] > 0 else -1
        return sign * (_ratio(values, None) - 1) * 100
    return _OPERATIONS[working.operation](values, working.rate)


# What to name


def _notes(
    working: Working, figures: Sequence[Observation], series: Series, results: tuple[float, float, float]
) -> Iterator[str]:
    ranked = working.operation in {Operation.RANK, Operation.RANK_OF_LINE}
    for one in figures[:1] if ranked else figures:
        named = f"{plain(one.value)} for {period_in_words(one.period)}"
        if one.status is Status.PROVISIONAL:
            yield f"The figure {named} is provisional: it may be superseded."
        elif one.status is Status.UNCHECKED:
            yield f"The figure {named} has not been checked."
        if one.remark:
            yield f"The figure {named}: {one.remark}."
    if ranked and any(one.status is not Status.CHECKED for one in figures[1:]):
        yield "Some of the figures it is ranked among have not been checked or are provisional."
    for period in dict.fromkeys(one.period for one in figures[:2]):
        note = fiscal_note(period)
        if note:
            yield note
    yield from _break_notes(working, figures, series)
    yield from _limit_notes(working, results)


def _break_notes(working: Working, figures: Sequence[Observation], series: Series) -> Iterator[str]:
    if working.operation not in {Operation.RATIO, Operation.CHANGE}:
        return
    first, last = sorted(figures[:2], key=lambda one: one.start)
    for each in series.breaks:
        if first.start < each.day <= last.start:
            yield f"The series breaks in method at {period_in_words(each.period)}: {each.note}"


def _limit_notes(working: Working, results: tuple[float, float, float]) -> Iterator[str]:
    result, low, high = results
    if low == high:
        return
    if isfinite(low) and isfinite(high):
        between = f"between {plain(low, 1)} and {plain(high, 1)}"
    elif isfinite(low):
        between = f"{plain(low, 1)} or more"
    elif isfinite(high):
        between = f"{plain(high, 1)} or less"
    else:
        between = "any number"
    yield f"As exact as the figures are, the result is {between}."
    if working.comparator is not None and working.claimed is not None:
        verdicts = {compared(working, each).favourable for each in (result, low, high)}
        if len(verdicts) > 1:
            yield "The verdict is not the same throughout this range."
