"""Which step of a tour is most like a view."""

from math import inf, log

from explorer.domain.errors import DateError
from explorer.domain.tour import Step, Tour
from explorer.domain.tour_view import days_of


def nearest_step(tour: Tour, start: float, end: float) -> int:
    """The number (from 0) of the step whose time is most like the days from ``start`` to ``end``.

    Views are alike whose middles are near for their length, and whose lengths are alike.
    """
    return min(range(len(tour.steps)), key=lambda at: _apart(tour.steps[at], start, end), default=0)


def _apart(step: Step, start: float, end: float) -> float:
    try:
        first, last = days_of(step)
    except DateError:
        return inf
    length, own = max(end - start, 1.0), max(last - first, 1.0)
    return abs(start + end - first - last) / (length + own) + abs(log(own / length))
