"""Checkable statements of the sources, and where the sources differ."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Working:
    """How a claim is worked from a series: data, not code.

    ``operation`` is one of ``value``, ``ratio``, ``percent change``, ``share``, ``implied total``.
    ``periods`` are the EDTF periods the operation reads, in its order; ``line`` names the line of the
    series; ``other_series`` is the denominator of a share. ``factor`` is the claimed threshold, rate or
    ratio.
    """

    operation: str
    series: str
    line: str
    periods: tuple[str, ...]
    other_series: str | None
    other_line: str | None
    factor: float | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement: the test in words, the figures it gave, the verdict and what to keep in mind.

    ``computed`` are the named figures of the check as (name, text of the value).
    """

    id: int
    uuid: str
    slug: str
    test: str
    verdict: str
    caveats: tuple[str, ...]
    computed: tuple[tuple[str, str], ...]
    working: Working | None
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
