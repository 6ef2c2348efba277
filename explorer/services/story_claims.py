"""Reads the claims of a story that were looked into, with the tests they are put to."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from explorer.domain.claim import Claim, Comparator, Operation, Verdict, Working
from explorer.domain.ids import record_uuid
from explorer.domain.periods import read_period

Record = Mapping[str, Any]


def read_claim(
    number: int, check: Record, library: UUID, passages: Mapping[str, int], series: Mapping[str, int]
) -> Claim:
    """One record of ``checks.json``.

    Args:
        number: The id that the claim gets.
        check: The record.
        library: The identity of the story.
        passages: The ids of passages by slug.
        series: The ids of series by slug.

    Raises:
        KeyError, ValueError: it names a passage, series, operation or verdict that does not exist.
    """
    computed = {**check["computed"], **check.get("sensitivity", {})}
    return Claim(
        id=number,
        uuid=record_uuid(library, "claim", check["id"]),
        slug=check["id"],
        test=check["test"],
        verdict=check["verdict"],
        finding=Verdict(check["finding"]),
        caveats=tuple(check["caveats"]),
        computed=tuple((name, _figure(value)) for name, value in computed.items()),
        workings=tuple(map(_working, check["workings"])),
        passage_ids=tuple(passages[each] for each in check["claim_ids"]),
        series_ids=tuple(series[each.removesuffix(".csv")] for each in check["series"]),
    )


def _figure(value: object) -> str:
    """A figure of a check as text: thousands with commas, no needless decimals."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def _working(given: Record) -> Working:
    comparator = given.get("comparator")
    return Working(
        operation=Operation(given["operation"]),
        series=given["series"],
        line=given["line"],
        periods=tuple(map(read_period, given["periods"])),
        other_series=given.get("other_series"),
        other_line=given.get("other_line"),
        rate=given.get("rate"),
        comparator=None if comparator is None else Comparator(comparator),
        claimed=given.get("claimed"),
        tolerance=float(given.get("tolerance", 0)),
    )
