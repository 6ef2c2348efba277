"""Published figures by calendar or fiscal year."""

import re
from dataclasses import dataclass
from math import inf

from explorer.domain.event import Status

_ROUNDED = re.compile(r"rounded to (\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure. ``period`` is EDTF; ``line`` names the run it belongs to ("" if the series has only one).

    Runs with different ``line`` are never joined: they differ in definition, region or basis. ``start`` and
    ``end`` are the period's day numbers (end exclusive). ``remark`` says how exact the figure is, in words of
    which three are understood: "rounded to 100", "lower bound", "upper bound". ``provenance`` tells where the
    figure was seen.
    """

    period: str
    start: float
    end: float
    line: str
    value: float
    status: Status
    remark: str
    source: str
    provenance: str = ""

    @property
    def limits(self) -> tuple[float, float]:
        """The least and the greatest value that the figure may stand for, as its remark says."""
        rounded = _ROUNDED.match(self.remark)
        if rounded is not None:
            half = float(rounded[1]) / 2
            return self.value - half, self.value + half
        if self.remark.startswith("lower bound"):
            return self.value, inf
        if self.remark.startswith("upper bound"):
            return min(self.value, 0.0), self.value
        return self.value, self.value


@dataclass(frozen=True, slots=True)
class Break:
    """From ``period`` (EDTF) on, which begins on ``day``, a series is counted in another way: ``note``."""

    period: str
    day: float
    note: str


@dataclass(frozen=True, slots=True)
class Series:
    """A published series with its observations in order of line, then time, and its breaks in method."""

    id: int
    uuid: str
    slug: str
    title: str
    unit: str
    source: str
    note: str
    observations: tuple[Observation, ...]
    breaks: tuple[Break, ...] = ()

    @property
    def kind(self) -> str:
        """What its title counts, where that tells it from series of the same matter: "synthetic opioids".

        Empty where the title does not say.
        """
        for sign in (" with ", ", "):
            if sign in self.title:
                return self.title.partition(sign)[2].partition(" other than ")[0]
        return ""

    @property
    def lines(self) -> tuple[str, ...]:
        """The names of its runs, in their order."""
        return tuple(dict.fromkeys(one.line for one in self.observations))
