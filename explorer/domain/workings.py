"""The tests of a claim as the text in which a library keeps them."""

import json
from dataclasses import asdict
from math import isfinite
from typing import Any

from explorer.domain.claim import Comparator, Operation, Working


def to_text(workings: tuple[Working, ...]) -> str:
    """The tests as JSON."""
    return json.dumps([asdict(one) for one in workings], ensure_ascii=False)


def from_text(text: str) -> tuple[Working, ...]:
    """The tests that a text holds.

    Raises:
        ValueError: it is not as :func:`to_text` writes it.
    """
    try:
        return tuple(map(_working, json.loads(text)))
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(f"no tests of a claim: {error}") from error


def _working(given: dict[str, Any]) -> Working:
    comparator = given["comparator"]
    return Working(
        operation=Operation(given["operation"]),
        series=_text(given["series"]),
        line=_text(given["line"]),
        periods=tuple(map(_text, given["periods"])),
        other_series=_maybe_text(given["other_series"]),
        other_line=_maybe_text(given["other_line"]),
        rate=_maybe_number(given["rate"]),
        comparator=None if comparator is None else Comparator(comparator),
        claimed=_maybe_number(given["claimed"]),
        tolerance=_maybe_number(given["tolerance"]) or 0.0,
    )


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise TypeError(f"not a text: {given!r:.40}")
    return given


def _maybe_text(given: object) -> str | None:
    return None if given is None else _text(given)


def _maybe_number(given: object) -> float | None:
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float) or not isfinite(given):
        raise TypeError(f"not a number: {given!r:.40}")
    return float(given)
