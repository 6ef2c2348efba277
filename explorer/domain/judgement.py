"""What came of testing a claim."""

from dataclasses import dataclass

from explorer.domain.claim import Verdict, Working
from explorer.domain.event import Status
from explorer.domain.series import Observation


@dataclass(frozen=True, slots=True)
class Judgement:
    """One test, worked.

    ``figures`` are those read, in the order of the operation. ``low`` and ``high`` bound the result where
    figures are rounded or bounds; otherwise both are the result. ``reason`` is a sentence where the test
    cannot be worked. ``notes`` name, in sentences, what in the figures bears on the verdict.
    """

    working: Working
    verdict: Verdict
    figures: tuple[Observation, ...] = ()
    result: float | None = None
    low: float | None = None
    high: float | None = None
    reason: str = ""
    notes: tuple[str, ...] = ()

    @property
    def doubtful(self) -> bool:
        """Whether a figure read is not checked, or provisional."""
        return any(one.status is not Status.CHECKED for one in self.figures)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on a claim, and the tests it comes from."""

    verdict: Verdict
    judgements: tuple[Judgement, ...]
    reason: str = ""

    @property
    def notes(self) -> tuple[str, ...]:
        """What bears on the verdict, each sentence once."""
        return tuple(dict.fromkeys(note for one in self.judgements for note in one.notes))


UNWORKED = Outcome(Verdict.SUM_ONLY, ())
"""Of a claim that was read and not worked yet."""
