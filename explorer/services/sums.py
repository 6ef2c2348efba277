"""The sum behind a claim as it is shown: in one line, and step by step."""

from collections.abc import Callable, Iterator, Mapping

from explorer.domain.claim import Comparator, Operation, Verdict
from explorer.domain.event import Status
from explorer.domain.judgement import Judgement, Outcome
from explorer.domain.numerals import plain, signed_percent, times, with_unit
from explorer.domain.periods import period_in_words
from explorer.domain.series import Series

SeriesBySlug = Mapping[str, Series]

_SIGNS = {
    Comparator.AT_LEAST: ("≥", "<"),
    Comparator.MORE_THAN: (">", "≤"),
    Comparator.AT_MOST: ("≤", ">"),
    Comparator.LESS_THAN: ("<", "≥"),
}


def line_of(judgement: Judgement, series: SeriesBySlug) -> str:
    """The sum in one line ("36,359 → 73,838  ×2.03"); "" where it cannot be worked."""
    if judgement.result is None:
        return ""
    return _LINES[judgement.working.operation](judgement, series[judgement.working.series].unit)


def lines_of(outcome: Outcome, series: SeriesBySlug) -> str:
    """The sums of all tests of a claim in one line."""
    found = (line_of(one, series) for one in outcome.judgements)
    return "; ".join(line for line in found if line)


def basis_of(judgement: Judgement, series: SeriesBySlug) -> str:
    """What was read: the periods, the series and, in brackets, its line."""
    working = judgement.working
    periods = ", ".join(period_in_words(period) for period in dict.fromkeys(working.periods))
    slugs, lines = [working.series], [working.line]
    if working.operation is Operation.SHARE:
        slugs.append(working.other_series or working.series)
        lines.append(working.other_line or "")
    titles = list(dict.fromkeys(series[slug].title for slug in slugs if slug in series))
    named = [line.replace("-", " ") for line in lines if line]
    runs = f" ({' ÷ '.join(named)})" if named and len(titles) == 1 else ""
    return f"{periods}: {' ÷ '.join(titles)}{runs}"


def basis_of_all(outcome: Outcome, series: SeriesBySlug) -> str:
    """What was read for all tests of a claim."""
    return "; ".join(dict.fromkeys(basis_of(one, series) for one in outcome.judgements if one.figures))


def question_of(judgement: Judgement, series: SeriesBySlug) -> str:
    """What a test asks: "ratio of 2022 to 2019, more than 2"."""
    working = judgement.working
    periods = [period_in_words(period) for period in working.periods] or ["?"]
    what = {
        Operation.VALUE: "figure of {0}",
        Operation.RATIO: "ratio of {1} to {0}",
        Operation.CHANGE: "change from {0} to {1} in per cent",
        Operation.SHARE: "share in {0} in per cent",
        Operation.RANK: "place of {0} among all periods, the greatest first",
        Operation.RANK_OF_LINE: "place among all lines in {0}, the greatest first",
        Operation.IMPLIED_TOTAL: "whole in {0} of which the figure is the stated share",
    }[working.operation].format(periods[0], periods[-1])
    unit = series[working.series].unit if working.series in series else ""
    if working.comparator is None or working.claimed is None:
        return what
    unit = unit if working.operation in {Operation.VALUE, Operation.IMPLIED_TOTAL} else ""
    asked = f"{what}, {working.comparator.value} {with_unit(working.claimed, unit)}"
    return f"{asked}, give or take {plain(working.tolerance)}" if working.tolerance else asked


def steps_of(judgement: Judgement, series: SeriesBySlug) -> tuple[str, ...]:
    """The sum step by step, each figure with what it is and whether it was checked."""
    if judgement.result is None:
        return (judgement.reason,)
    steps = list(_figures_read(judgement, series))
    steps.append(_worked(judgement))
    steps.append(judgement.reason or _comparison(judgement))
    return tuple(filter(None, steps))


def _figures_read(judgement: Judgement, series: SeriesBySlug) -> Iterator[str]:
    working = judgement.working
    ranked = working.operation in {Operation.RANK, Operation.RANK_OF_LINE}
    for number, one in enumerate(judgement.figures[:1] if ranked else judgement.figures):
        other = number == 1 and working.operation is Operation.SHARE
        slug = (working.other_series or working.series) if other else working.series
        unit = series[slug].unit
        line = f", {one.line.replace('-', ' ')}" if one.line else ""
        status = "" if one.status is Status.CHECKED else f" ({_status(one.status)})"
        yield f"{period_in_words(one.period)}{line}: {with_unit(one.value, unit)}{status}"
    if ranked:
        yield f"Set beside {len(judgement.figures) - 1} other figures."


def _status(status: Status) -> str:
    return "provisional" if status is Status.PROVISIONAL else "not checked"


def _worked(judgement: Judgement) -> str:
    values = [plain(one.value) for one in judgement.figures]
    result = plain(judgement.result or 0.0)
    match judgement.working.operation:
        case Operation.RATIO:
            return f"{values[1]} ÷ {values[0]} = {result}"
        case Operation.CHANGE:
            return f"({values[1]} − {values[0]}) ÷ {values[0]} = {result} %"
        case Operation.SHARE:
            return f"{values[0]} ÷ {values[1]} = {result} %"
        case Operation.IMPLIED_TOTAL:
            return f"{values[0]} ÷ {plain(judgement.working.rate or 0.0)} = {result}"
        case Operation.RANK | Operation.RANK_OF_LINE:
            return f"Place {result} of {len(judgement.figures)}"
        case _:
            return f"The figure is {result}."


def _comparison(judgement: Judgement) -> str:
    working, result = judgement.working, judgement.result
    if working.comparator is None or working.claimed is None or result is None:
        return ""
    apart = result - working.claimed
    asked = f"Claimed: {working.comparator.value} {plain(working.claimed)}"
    if working.tolerance:
        asked += f", give or take {plain(working.tolerance)}"
    if apart == 0:
        return f"{asked}. The result is that number: {judgement.verdict.value}."
    side = "above" if apart > 0 else "below"
    percent = f" ({plain(abs(apart / working.claimed) * 100, 1)} %)" if working.claimed else ""
    return f"{asked}. The result is {plain(abs(apart))} {side} it{percent}: {judgement.verdict.value}."


# In one line


def _value(judgement: Judgement, unit: str) -> str:
    return with_unit(judgement.figures[0].value, unit) + _against(judgement, unit)


def _ratio(judgement: Judgement, _unit: str) -> str:
    first, last = judgement.figures[0].value, judgement.figures[1].value
    return f"{plain(first)} → {plain(last)}  {times(judgement.result or 0.0)}"


def _change(judgement: Judgement, unit: str) -> str:
    first, last = judgement.figures[0].value, judgement.figures[1].value
    return f"{plain(first)} → {with_unit(last, unit)}  {signed_percent(judgement.result or 0.0)}"


def _share(judgement: Judgement, _unit: str) -> str:
    part, whole = judgement.figures[0].value, judgement.figures[1].value
    return f"{plain(part)} ÷ {plain(whole)} = {judgement.result:.1f} %"


def _rank(judgement: Judgement, _unit: str) -> str:
    return f"place {plain(judgement.result or 0.0)} of {len(judgement.figures)}"


def _implied_total(judgement: Judgement, unit: str) -> str:
    seen, rate = judgement.figures[0].value, judgement.working.rate or 0.0
    return f"{plain(seen)} ÷ {plain(rate * 100)} % = {with_unit(judgement.result or 0.0, unit)}"


def _against(judgement: Judgement, unit: str) -> str:
    working = judgement.working
    if working.claimed is None or working.comparator is None:
        return ""
    signs = _SIGNS.get(working.comparator)
    if signs is None:
        below = (judgement.result or 0.0) < working.claimed
        sign = "<" if below else "=" if judgement.result == working.claimed else ">"
    else:
        met = judgement.verdict in {Verdict.HOLDS, Verdict.NARROWLY}
        sign = signs[0] if met else signs[1]
    return f" {sign} {with_unit(working.claimed, unit)}"


_LINES: Mapping[Operation, Callable[[Judgement, str], str]] = {
    Operation.VALUE: _value,
    Operation.RATIO: _ratio,
    Operation.CHANGE: _change,
    Operation.SHARE: _share,
    Operation.RANK: _rank,
    Operation.RANK_OF_LINE: _rank,
    Operation.IMPLIED_TOTAL: _implied_total,
}
