"""A step in its parts: the view with what is said of it, then the evidence, of which a sum is built up."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from explorer.domain.claim import Operation
from explorer.domain.detail import PlacedPassage, WorkedClaim
from explorer.domain.judgement import Judgement
from explorer.domain.series import Series
from explorer.domain.tour import Show, Step
from explorer.domain.tour_view import Focus
from explorer.services.sums import basis_of, steps_of
from explorer.viewmodels.verdicts import verdict_tone, verdict_words


class Ground(Enum):
    """What stands in the middle of the stage."""

    TIMELINE = "timeline"
    QUOTATION = "quotation"
    CHART = "chart"


class Reach(Enum):
    """How far a test is drawn: its series alone, the figures read, all of it."""

    SERIES = 0
    FIGURES = 1
    RESULT = 2


@dataclass(frozen=True, slots=True)
class Beat:
    """One part of a step: what stands in the middle, and the words below, each with its colour role.

    ``test`` is the number of the test that is drawn, as far as ``reach`` says.
    """

    ground: Ground
    words: tuple[tuple[str, str], ...]
    test: int = 0
    reach: Reach = Reach.SERIES


def beats_of(step: Step, focus: Focus | None, series: Mapping[str, Series]) -> tuple[Beat, ...]:
    """The parts of a step; without ``focus``, which is still being read, what is known already."""
    said = Beat(Ground.TIMELINE, ((step.say, "ink"),))
    if focus is None or step.shown is Show.VIEW:
        return (said,)
    beats = [said]
    if quoted(focus) is not None:
        beats.append(Beat(Ground.QUOTATION, ()))
    if step.shown is Show.CLAIM and focus.claim is not None:
        beats += _sum(focus.claim, series)
    return tuple(beats)


def quoted(focus: Focus) -> PlacedPassage | None:
    """The passage that a step quotes: its own, or the one that states its claim."""
    claim = focus.claim
    if focus.passage is not None or claim is None or claim.passage is None or claim.source is None:
        return focus.passage
    return PlacedPassage(claim.passage, claim.source)


def _sum(worked: WorkedClaim, series: Mapping[str, Series]) -> Iterator[Beat]:
    """The figures read and the operation of each test, then the verdict with what to keep in mind."""
    drawn = Ground.QUOTATION
    last = 0
    for number, one in enumerate(worked.outcome.judgements):
        if one.result is None:
            continue
        drawn, last = Ground.CHART, number
        figures, result = _figures_and_result(one, series)
        read = ((" · ".join(figures), "ink"), ("\n" + basis_of(one, series).partition(": ")[2], "muted"))
        yield Beat(drawn, read, number, Reach.FIGURES)
        yield Beat(drawn, ((result, "ink"),), number, Reach.RESULT)
    yield Beat(drawn, tuple(_verdict(worked)), last, Reach.RESULT)


def _figures_and_result(one: Judgement, series: Mapping[str, Series]) -> tuple[tuple[str, ...], str]:
    """The figures, each with what it is and whether it was checked, and what was worked of them."""
    steps = steps_of(one, series)
    # Of a rank the first figure is named, and how many it is set beside.
    ranked = one.working.operation in {Operation.RANK, Operation.RANK_OF_LINE}
    figures = 2 if ranked else len(one.figures)
    return steps[:figures], "\n".join(steps[figures:])


def _verdict(worked: WorkedClaim) -> Iterator[tuple[str, str]]:
    outcome, tr = worked.outcome, QCoreApplication.translate
    verdict = tr("Presenting", "Verdict: {verdict}").format(verdict=verdict_words(outcome.verdict))
    yield verdict, verdict_tone(outcome.verdict)
    if worked.doubtful:
        yield "\n" + tr("Presenting", "A figure in the sum is not checked, or provisional."), "warn"
    if worked.mismatch:
        yield "\n" + worked.mismatch, "warn"
    for sentence in (outcome.reason, *worked.claim.caveats, *outcome.notes):
        if sentence:
            text = sentence[:1].upper() + sentence[1:]
            yield "\n" + (text if text.endswith((".", "?", "!")) else text + "."), "ink"
