"""Words and rows of the series lane: names, values, and the height at which a value stands."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.domain.series import Observation, Series
from explorer.timeline.series import ValueAxis, value_axis
from explorer.widgets.timeline.geometry import Box

HEAD_ROOM = 0.06
FOOT_ROOM = 0.08


@dataclass(frozen=True, slots=True)
class ValueScale:
    """The value axis laid into the series' box. It holds still while time moves."""

    axis: ValueAxis
    head: float
    foot: float

    @classmethod
    def of(
        cls, series: Sequence[Series], box: Box, least_gap: float, more: Sequence[float] = ()
    ) -> "ValueScale":
        """One axis for all series shown, and ``more`` values; ticks are ``least_gap`` device pixels apart."""
        values = [observation.value for one in series for observation in one.observations] + list(more)
        head, foot = box.y + box.height * HEAD_ROOM, box.bottom - box.height * FOOT_ROOM
        return cls(value_axis(values, max(foot - head, 1.0), least_gap), head, foot)

    def y(self, value: float) -> float:
        """Device row of a value."""
        return self.head + float(self.axis.y(np.array([value]), self.foot - self.head)[0])

    def value(self, y: float) -> float:
        """Value at a device row."""
        share = (y - self.head) / (self.foot - self.head)
        return self.axis.high - share * (self.axis.high - self.axis.low)


@dataclass(frozen=True, slots=True)
class ValueScales:
    """One scale a unit, laid into the same box: the first belongs to the first series and has the grid."""

    units: tuple[tuple[str, ValueScale], ...]

    @classmethod
    def of(
        cls, series: Sequence[Series], box: Box, least_gap: float, more: Sequence[float] = ()
    ) -> "ValueScales":
        """The scales of these series; ``more`` values must be in sight on the first."""
        units = dict.fromkeys(one.unit for one in series)
        return cls(
            tuple(
                (
                    unit,
                    ValueScale.of(
                        [one for one in series if one.unit == unit], box, least_gap, () if at else more
                    ),
                )
                for at, unit in enumerate(units)
            )
        )

    @property
    def first(self) -> ValueScale:
        """The scale whose numbers stand left of the plot."""
        return self.units[0][1]

    def on_first(self, unit: str) -> tuple[float, float]:
        """Factor and offset that turn a value of a unit into the value that stands as high on the first."""
        own, first = dict(self.units)[unit].axis, self.first.axis
        factor = (first.high - first.low) / (own.high - own.low)
        return factor, first.high - own.high * factor


def observed(series: Series, day: float) -> tuple[Observation, ...]:
    """What was observed of the period in which a day lies, one for each line."""
    return tuple(one for one in series.observations if one.start <= day < one.end)


def heading(series: Sequence[Series]) -> str:
    """What the series have in common: the first one's title up to where it names its kind."""
    if not series:
        return ""
    title, kind = series[0].title, series[0].kind
    return title[: title.index(kind)].removesuffix(" with ").removesuffix(", ") if kind else title


def short_name(series: Series) -> str:
    """The kind that a title names ("synthetic opioids"), else the unit."""
    return series.kind or series.unit


def full_value(value: float) -> str:
    """A value as it was published: 73,838 or 25.2."""
    return f"{value:,.10g}"
