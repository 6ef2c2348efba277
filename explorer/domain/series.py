"""Published figures by calendar or fiscal year."""

from dataclasses import dataclass

from explorer.domain.event import Status


@dataclass(frozen=True, slots=True)
class Observation:
    """One figure. ``period`` is EDTF; ``line`` names the run it belongs to ("" if the series has only one).

    Runs with different ``line`` are never joined: they differ in definition, region or basis. ``start`` and
    ``end`` are the period's day numbers (end exclusive). ``provenance`` tells where the figure was seen.
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


@dataclass(frozen=True, slots=True)
class Series:
    """A published series with its observations in order of line, then time."""

    id: int
    uuid: str
    slug: str
    title: str
    unit: str
    source: str
    note: str
    observations: tuple[Observation, ...]
