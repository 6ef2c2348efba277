"""Published figures on the time axis: points, gaps, and a scale of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

import numpy as np
from numpy.typing import NDArray

from explorer.domain.event import Status
from explorer.domain.series import Observation

HEAD_ROOM = 1.06
"""The axis ends so far above the data, as a share of its range."""
NOTHING = 1e-9
"""A smaller range of values is no range."""
GAP = 1.5
"""Two observations further apart than this many usual distances are not joined."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Observations of one line without a gap: ``day`` is the middle of each period.

    ``firm`` is False for provisional figures; ``observation`` indexes the observations given.
    """

    line: str
    day: Floats
    value: Floats
    firm: NDArray[np.bool_]
    observation: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class ValueAxis:
    """A linear value axis from ``low`` to ``high`` with round ticks and their texts."""

    low: float
    high: float
    ticks: tuple[float, ...]
    texts: tuple[str, ...]

    def y(self, value: Floats, height: float) -> Floats:
        """Pixels below the top of a plot ``height`` pixels high."""
        return (self.high - value) / (self.high - self.low) * height


def segments(observations: Sequence[Observation]) -> tuple[Segment, ...]:
    """Cut a series into lines at each change of ``line`` and at each gap in time."""
    lines = dict.fromkeys(observation.line for observation in observations)
    found: list[Segment] = []
    for line in lines:
        mine = [number for number, observation in enumerate(observations) if observation.line == line]
        mine.sort(key=lambda number: observations[number].start)
        middles = np.array([(observations[number].start + observations[number].end) / 2 for number in mine])
        steps = np.diff(middles)
        usual = _median(steps) if len(steps) else 0.0
        breaks = np.flatnonzero(steps > GAP * usual) + 1
        for part in np.split(np.arange(len(mine)), breaks):
            numbers = [mine[at] for at in part]
            found.append(
                Segment(
                    line,
                    middles[part],
                    np.array([observations[number].value for number in numbers], np.float64),
                    np.array(
                        [observations[number].status is not Status.PROVISIONAL for number in numbers],
                        np.bool_,
                    ),
                    np.array(numbers, np.int32),
                )
            )
    return tuple(found)


def _median(values: Floats) -> float:
    """The median of some; numpy's own would load all of its masked arrays, in the middle of the start."""
    ordered, half = np.sort(values), len(values) // 2
    return float(ordered[half] + ordered[~half]) / 2


def value_axis(values: Sequence[float] | Floats, height: float, least_gap: float) -> ValueAxis:
    """An axis from zero (or a round value below the least negative one) with ticks at round values.

    Args:
        values: All values that are drawn.
        height: Of the plot in pixels.
        least_gap: Pixels between two ticks at least.
    """
    finite = [float(value) for value in values if np.isfinite(value)]
    low, high = min([0.0, *finite]), max([0.0, *finite])
    if high - low < NOTHING:
        high = low + 1.0
    step = _round_up((high - low) * HEAD_ROOM * min(least_gap / height, 1.0))
    first, last = floor(low / step), max(ceil(high / step), 1)
    values_at = [number * step for number in range(first, last + 1)]
    # The axis ends a little above the data, with the tick above it only where the data comes near.
    top = max(low + (high - low) * HEAD_ROOM, step)
    top = min(top, values_at[-1])
    shown = tuple(value for value in values_at if value <= top)
    return ValueAxis(values_at[0], max(top, high), shown, tuple(value_text(value, step) for value in shown))


def value_text(value: float, step: float = 1.0) -> str:
    """A value as an axis writes it: 0, 0.5, 50, 100k, 1.5m, 2bn; ``step`` tells the decimals it needs."""
    units = ((1e9, "bn"), (1e6, "m"), (1e3, "k"), (1.0, ""))
    unit, suffix = next((pair for pair in units if abs(value) >= pair[0]), units[-1])
    value, step = value / unit, step / unit
    decimals = max(0, -floor(log10(step) + 1e-9)) if step < 1 else 0
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}{suffix}"


def _round_up(value: float) -> float:
    """The next of 1, 2, 5, 10 ... times a power of ten."""
    power = 10.0 ** floor(log10(value))
    return float(next(digit * power for digit in (1, 2, 5, 10) if digit * power >= value * (1 - 1e-9)))
