"""Sums up what was timed."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter


def milliseconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = perf_counter()
    work()
    return (perf_counter() - begun) * 1000


def p50(times: Sequence[float]) -> float:
    """The median."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """What 95 of 100 do not exceed."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * 0.95), len(ordered) - 1)]


def median_of(runs: Sequence[dict[str, float]], digits: int = 3) -> dict[str, object]:
    """The median of each figure over several runs."""
    return {name: round(statistics.median(run[name] for run in runs), digits) for name in runs[0]}
