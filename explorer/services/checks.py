"""Sets what is worked from the series against what a claim's record says: its figures and its finding."""

import re
from dataclasses import dataclass

from explorer.domain.claim import Claim, Operation, Verdict
from explorer.domain.judgement import Judgement, Outcome
from explorer.domain.numerals import plain, read_number
from explorer.domain.periods import period_in_words

DERIVED = re.compile("percent|share|ratio|margin|gap|implied|low|high")
YEAR_IN_NAME = re.compile(r"(?:^|_)(?:fy)?(\d{4})(?=_|$)")
OPEN = frozenset({Verdict.SUM_ONLY, Verdict.UNWORKABLE})
"""Verdicts that say neither yes nor no."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Recorded figures of a claim set against the sums worked anew.

    ``confirmed`` and ``other`` name the recorded figures that were met again and those the sums do not touch.
    ``mismatches`` are whole sentences.
    """

    confirmed: tuple[str, ...]
    other: tuple[str, ...]
    mismatches: tuple[str, ...]


def compare(claim: Claim, outcome: Outcome) -> Comparison:
    """Set the recorded figures of a claim against the sums worked anew.

    A recorded figure counts as met when a number of a sum, rounded as the recorded one is, equals it. It is a
    mismatch when the result of a test is recorded nowhere, or when no recorded figure of a year that was read
    has the value read. A test that cannot be worked is one too.
    """
    stored = {name: text for name, text in claim.computed if read_number(text) is not None}
    mismatches = [one.reason for one in outcome.judgements if one.reason]
    worked = [one for one in outcome.judgements if one.result is not None]
    if not worked or not stored:
        return Comparison((), tuple(stored), tuple(mismatches))
    numbers = [number for one in worked for number in _numbers(one)]
    confirmed = tuple(name for name, text in stored.items() if any(_meets(text, n) for n in numbers))
    for one in worked:
        result = one.result or 0.0
        if not any(_meets(text, result) for text in stored.values()):
            figures = ", ".join(f"{name} {text}" for name, text in stored.items())
            mismatches.append(f"The sum gives {plain(result)}, but the recorded figures are {figures}.")
    mismatches += _wrong_years(stored, worked)
    return Comparison(confirmed, tuple(name for name in stored if name not in confirmed), tuple(mismatches))


def disagreement(claim: Claim, outcome: Outcome) -> str:
    """A sentence where the finding on record is another one than the figures give; "" where they agree.

    Where the figures say neither yes nor no, the finding rests on something else and there is nothing to set
    against it.
    """
    if claim.finding is None or outcome.verdict in OPEN:
        return ""
    if claim.finding.favourable and outcome.verdict.favourable:
        return ""
    if claim.finding is outcome.verdict:
        return ""
    return f"The figures say “{outcome.verdict.value}”, but the finding on record is “{claim.verdict}”."


def _numbers(judgement: Judgement) -> list[float]:
    """Every number that a sum holds or that follows from it at once."""
    values = [one.value for one in judgement.figures]
    numbers = list(values)
    bounds = (judgement.result, judgement.low, judgement.high)
    numbers += [bound for bound in bounds if bound is not None]
    result, claimed = judgement.result or 0.0, judgement.working.claimed
    if claimed is not None:
        numbers += [result - claimed, abs(result - claimed)]
    match judgement.working.operation:
        case Operation.RATIO:
            numbers += [(result - 1) * 100, values[1] - values[0]]
        case Operation.CHANGE:
            numbers.append(result / 100 + 1)
        case Operation.IMPLIED_TOTAL:
            numbers.append(result - values[0])
    return numbers


def _wrong_years(stored: dict[str, str], worked: list[Judgement]) -> list[str]:
    wrong = []
    read: dict[str, list[float]] = {}
    for one in worked:
        for figure in one.figures:
            read.setdefault(period_in_words(figure.period).removeprefix("FY"), []).append(figure.value)
    for year, values in read.items():
        of_year = {name: text for name, text in stored.items() if YEAR_IN_NAME.findall(name) == [year]}
        bare = {name: text for name, text in of_year.items() if not DERIVED.search(name)}
        if bare and not any(_meets(text, value) for text in bare.values() for value in values):
            figures = ", ".join(f"{name} {text}" for name, text in bare.items())
            had = " and ".join(plain(value) for value in values)
            wrong.append(f"The series has {had} for {year}, but recorded is {figures}.")
    return wrong


def _meets(stored: str, worked: float) -> bool:
    number = read_number(stored)
    if number is None:
        return False
    decimals = len(stored.partition(".")[2]) if "e" not in stored.lower() else 6
    return abs(number - worked) <= 0.5 * float(10**-decimals) + 1e-9
