"""Checkable statements of the sources, the tests they are put to, and where the sources differ."""

from dataclasses import dataclass
from enum import StrEnum


class Operation(StrEnum):
    """What is worked from the figures of a series.

    The figure of a period; the last of two figures divided by the first; the same as a change in per cent; a
    figure in per cent of that of another series or line in the same period; the place of a period among all
    periods of its line, or of a line among all lines of the period, the greatest being first; the whole of
    which a figure is a stated share.
    """

    VALUE = "value"
    RATIO = "ratio"
    CHANGE = "percent change"
    SHARE = "share"
    RANK = "rank"
    RANK_OF_LINE = "rank among lines"
    IMPLIED_TOTAL = "implied total"


class Comparator(StrEnum):
    """How the result must stand to the number claimed.

    "About" is met by a result that is the number claimed when rounded as that is; "almost" by one below it,
    and no further below than the tolerance.
    """

    AT_LEAST = "at least"
    MORE_THAN = "more than"
    AT_MOST = "at most"
    LESS_THAN = "less than"
    ABOUT = "about"
    ALMOST = "almost"


@dataclass(frozen=True, slots=True)
class Working:
    """One test of a claim: data, not code.

    ``periods`` are the EDTF periods that the operation reads, in its order; ``line`` names the line of the
    series. ``other_series`` and ``other_line`` are the denominator of a share, ``rate`` is the share by which
    an implied total is worked (0.25 for a quarter). The result is set against ``claimed`` as ``comparator``
    says, give or take ``tolerance``, in the unit of the result; without a comparator the sum is for scale.
    """

    operation: Operation
    series: str
    line: str
    periods: tuple[str, ...]
    other_series: str | None = None
    other_line: str | None = None
    rate: float | None = None
    comparator: Comparator | None = None
    claimed: float | None = None
    tolerance: float = 0.0


class Verdict(StrEnum):
    """How a claim stands against the figures. It is always computed."""

    HOLDS = "holds"
    NARROWLY = "holds, narrowly"
    WITHIN_TOLERANCE = "holds within tolerance"
    IN_PART = "holds in part"
    FAILS = "does not hold"
    SUM_ONLY = "not tested"
    UNWORKABLE = "cannot be worked"

    @property
    def favourable(self) -> bool:
        """Whether the claim holds, be it narrowly or within its tolerance."""
        return self in {Verdict.HOLDS, Verdict.NARROWLY, Verdict.WITHIN_TOLERANCE}


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement: what is tested, in words and as data, the figures it gave, what to keep in mind.

    ``verdict`` is the finding of whoever looked into it, in their own words; ``finding`` says which computed
    verdict these words amount to, None where they amount to none. The computed verdict is not kept: it is
    worked from ``workings``. ``computed`` are the named figures of the record as (name, text of the value).
    """

    id: int
    uuid: str
    slug: str
    test: str
    verdict: str
    finding: Verdict | None
    caveats: tuple[str, ...]
    computed: tuple[tuple[str, str], ...]
    workings: tuple[Working, ...]
    passage_ids: tuple[int, ...]
    series_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """What one source adds, omits or disputes on a topic; no ``passage_ids`` where it is silent."""

    source_id: int
    line: str
    passage_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """Several sources on one topic, side by side, and what the record says."""

    id: int
    slug: str
    topic: str
    relation: str
    note: str
    record: str
    event_ids: tuple[int, ...]
    lines: tuple[ConcordanceLine, ...]
