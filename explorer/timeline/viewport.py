"""The window onto time: which days lie on which pixels."""

from dataclasses import dataclass, replace
from typing import Self

MIN_DAYS = 1 / 24
MAX_DAYS = 20_000 * 365.2425


@dataclass(frozen=True, slots=True)
class Viewport:
    """Day numbers at the left and right edge of a plot that is ``width`` device pixels wide."""

    start: float
    end: float
    width: int

    @property
    def days(self) -> float:
        """Days in view."""
        return self.end - self.start

    @property
    def pixels_per_day(self) -> float:
        """Device pixels a day."""
        return self.width / self.days

    def x(self, day: float) -> float:
        """Device pixel of a day number, from the left edge of the plot."""
        return (day - self.start) * self.pixels_per_day

    def day(self, x: float) -> float:
        """Day number at a device pixel."""
        return self.start + x / self.pixels_per_day

    def zoomed(self, factor: float, about: float) -> Self:
        """Zoomed in by ``factor`` (> 1 shows less time), the day ``about`` keeping its pixel."""
        days = min(max(self.days / factor, MIN_DAYS), MAX_DAYS)
        share = (about - self.start) / self.days
        start = about - share * days
        return replace(self, start=start, end=start + days)

    def panned(self, days: float) -> Self:
        """Moved to later (positive) or earlier times."""
        return replace(self, start=self.start + days, end=self.end + days)

    def clamped(self, first: float, last: float) -> Self:
        """Kept to [first, last]: never wider than that, and moved inside where it sticks out."""
        days = min(max(self.days, MIN_DAYS), last - first)
        start = min(max(self.start + (self.days - days) / 2, first), last - days)
        return replace(self, start=start, end=start + days)
