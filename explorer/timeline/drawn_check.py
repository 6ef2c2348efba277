"""What of a worked test is drawn on the plot of its series: the figures read, the threshold, the span."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from explorer.domain.claim import Comparator, Operation
from explorer.domain.event import Status
from explorer.domain.judgement import Judgement
from explorer.domain.numerals import plain, signed_percent, times, with_unit
from explorer.domain.periods import period_in_words
from explorer.domain.series import Observation

SIGNS = {
    Comparator.AT_LEAST: "≥",
    Comparator.MORE_THAN: ">",
    Comparator.AT_MOST: "≤",
    Comparator.LESS_THAN: "<",
    Comparator.ABOUT: "≈",
    Comparator.ALMOST: "≲",
}


@dataclass(frozen=True, slots=True)
class CheckPoint:
    """A figure that the test read; ``day`` is the middle of its period. It is not ``firm`` if not checked."""

    day: float
    value: float
    text: str
    firm: bool


@dataclass(frozen=True, slots=True)
class Threshold:
    """The value that is claimed, on the scale of the series."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """What was worked, as a distance between two values at a day."""

    day: float
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class DrawnCheck:
    """A test on the plot: the figures read, the value claimed, and what was worked."""

    points: tuple[CheckPoint, ...]
    threshold: Threshold | None
    span: Span | None

    @property
    def values(self) -> tuple[float, ...]:
        """All values that must be in sight."""
        return tuple(self._values())

    @property
    def days(self) -> tuple[float, float]:
        """The first and the last day that must be in sight."""
        found = [point.day for point in self.points]
        return min(found), max(found)

    def _values(self) -> Iterator[float]:
        yield from (point.value for point in self.points)
        if self.threshold is not None:
            yield self.threshold.value
        if self.span is not None:
            yield from (self.span.low, self.span.high)


def drawn_check(judgement: Judgement, unit: str) -> DrawnCheck | None:
    """How a test is drawn; None where it could not be worked.

    Args:
        judgement: The test, worked.
        unit: The unit of its series.
    """
    working, result = judgement.working, judgement.result
    if result is None or not judgement.figures:
        return None
    first = judgement.figures[0]
    ranked = working.operation in {Operation.RANK, Operation.RANK_OF_LINE}
    points = tuple(_point(one, unit) for one in (judgement.figures[:1] if ranked else judgement.figures))
    span: Span | None = None
    match working.operation:
        case Operation.RATIO | Operation.CHANGE:
            last = judgement.figures[1]
            text = times(result) if working.operation is Operation.RATIO else signed_percent(result)
            span = _span(max(_middle(first), _middle(last)), first.value, last.value, text)
        case Operation.SHARE:
            span = _span(_middle(first), first.value, judgement.figures[1].value, f"{plain(result, 1)} %")
        case Operation.IMPLIED_TOTAL:
            points += (CheckPoint(_middle(first), result, with_unit(result, unit), firm=False),)
            span = _span(_middle(first), first.value, result, f"{plain((working.rate or 0.0) * 100)} %")
        case Operation.RANK | Operation.RANK_OF_LINE:
            place = f"{points[0].text} ({plain(result)}/{len(judgement.figures)})"
            points = (CheckPoint(points[0].day, points[0].value, place, points[0].firm),)
        case Operation.VALUE:
            pass
    return DrawnCheck(points, _threshold(judgement, unit), span)


def _middle(one: Observation) -> float:
    return (one.start + one.end) / 2


def _point(one: Observation, unit: str) -> CheckPoint:
    return CheckPoint(_middle(one), one.value, with_unit(one.value, unit), one.status is Status.CHECKED)


def _span(day: float, first: float, last: float, text: str) -> Span | None:
    return None if first == last else Span(day, min(first, last), max(first, last), text)


def _threshold(judgement: Judgement, unit: str) -> Threshold | None:
    """The number claimed, turned into a value of the series."""
    working = judgement.working
    if working.claimed is None or working.comparator is None:
        return None
    base, claimed, sign = judgement.figures[0].value, working.claimed, SIGNS[working.comparator]
    named = period_in_words(judgement.figures[0].period)
    match working.operation:
        case Operation.VALUE:
            value, text = claimed, with_unit(claimed, unit)
        case Operation.RATIO:
            value = base * claimed
            text = f"{plain(claimed)} × {named}: {with_unit(value, unit)}"
        case Operation.CHANGE:
            value = base + abs(base) * claimed / 100
            text = f"{named} {signed_percent(claimed)}: {with_unit(value, unit)}" if claimed else named
        case Operation.SHARE:
            value = judgement.figures[1].value * claimed / 100
            text = f"{plain(claimed)} %: {with_unit(value, unit)}"
        case Operation.IMPLIED_TOTAL:
            value, text = claimed, with_unit(claimed, unit)
        case _:
            return None
    return Threshold(value, f"{sign} {text}") if isfinite(value) else None
