"""The way of a camera from one stretch of time to another that keeps the eye's orientation.

After J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE Symposium on
Information Visualization 2003: among all ways of zooming and panning from one view to another it is the
shortest as the eye perceives it. Near views are panned to; for far ones the camera rises until both ends are
near enough, and comes down again.
"""

from dataclasses import dataclass
from math import asinh, cosh, exp, log, sinh, tanh

RHO = 1.3
"""How much zooming counts beside panning; the authors' viewers liked values about 1.4 best."""
SAME = 1e-6
"""Views whose middles are apart by less than this share of their width differ in width only."""
FURTHEST = 1e12
"""A way across more views than that is not told apart from one across so many."""


@dataclass(frozen=True, slots=True)
class Flight:
    """A way from days ``start``-``end`` to ``to_start``-``to_end``.

    ``length`` is that of the way as perceived: one unit is a pan by about a width of the view, or a zoom by a
    factor of about four.
    """

    start: float
    end: float
    to_start: float
    to_end: float

    @property
    def length(self) -> float:
        """How far the way is; 0 where there is none."""
        return abs(self._turns()[1] - self._turns()[0]) / RHO

    def at(self, share: float) -> tuple[float, float]:
        """The first and the last day in view after ``share`` of the way, 0 to 1."""
        if share <= 0:
            return self.start, self.end
        if share >= 1:
            return self.to_start, self.to_end
        width, middle = self.end - self.start, (self.start + self.end) / 2
        first, last = self._turns()
        turn = first + (last - first) * share
        if self._same_place():
            # Both ends move evenly with the zoom, so that the day that keeps its place does.
            seen = width * exp(turn - first)
            moved = (self.to_start + self.to_end) / 2 - middle
            grown = (self.to_end - self.to_start) - width
            part = (seen - width) / grown if grown else share
            return middle + moved * part - seen / 2, middle + moved * part + seen / 2
        seen = width * cosh(first) / cosh(turn)
        passed = width / RHO**2 * (cosh(first) * tanh(turn) - sinh(first))
        forward = 1 if self.to_start + self.to_end > self.start + self.end else -1
        place = middle + forward * passed
        return place - seen / 2, place + seen / 2

    def _same_place(self) -> bool:
        return self._way() < SAME * max(self.end - self.start, self.to_end - self.to_start)

    def _way(self) -> float:
        return abs((self.to_start + self.to_end) - (self.start + self.end)) / 2

    def _turns(self) -> tuple[float, float]:
        """Where on the curve of the paper the way begins and ends, in its r."""
        width, last = self.end - self.start, self.to_end - self.to_start
        if self._same_place():
            return 0.0, log(last / width)
        way = min(self._way(), FURTHEST * min(width, last))
        grown = (last * last - width * width) / (2 * RHO**2 * way)
        reach = RHO**2 * way / 2
        return -asinh((grown + reach) / width), -asinh((grown - reach) / last)
