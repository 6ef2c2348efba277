"""A claim as it is being written, before it is in the library."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.domain.claim import Comparator, Operation, Verdict, Working
from explorer.domain.draft import PassageDraft
from explorer.domain.errors import ReaderError
from explorer.domain.judging import judge
from explorer.domain.series import Series

MOST_TESTS = 12
TEXT_LENGTH = 2_000
"""Characters of the longest text of a claim."""
MOST_CAVEATS = 30

TWO_PERIODS = frozenset({Operation.RATIO, Operation.CHANGE})
"""Operations that read the figures of two periods."""


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim as it is typed.

    ``passage`` is the statement: the id of a passage, or one to be made with it, None while none is chosen.
    ``test`` says in words what is tested, ``verdict`` what the writer finds, ``finding`` which computed
    verdict that amounts to.
    """

    passage: int | PassageDraft | None
    workings: tuple[Working, ...] = ()
    test: str = ""
    caveats: tuple[str, ...] = ()
    verdict: str = ""
    finding: Verdict | None = None


def problems(draft: ClaimDraft, series: Mapping[str, Series]) -> tuple[str, ...]:
    """What keeps a draft from becoming a claim, as sentences; none if nothing does.

    Args:
        draft: The claim.
        series: The series of the library by slug.
    """
    found = []
    if draft.passage is None:
        found.append("Choose the passage that makes the statement.")
    if not draft.workings and not draft.test.strip():
        found.append("Say what is tested, or add a test.")
    if len(draft.workings) > MOST_TESTS:
        found.append(f"A claim has {MOST_TESTS} tests at most.")
    texts = (draft.test, draft.verdict, *draft.caveats)
    if any(len(text) > TEXT_LENGTH for text in texts):
        found.append(f"A text of a claim has {TEXT_LENGTH:,} characters at most.")
    if len(draft.caveats) > MOST_CAVEATS:
        found.append(f"A claim has {MOST_CAVEATS} things to keep in mind at most.")
    if draft.finding is not None and not draft.verdict.strip():
        found.append("Say in words what you find, or leave open what it amounts to.")
    for working in draft.workings:
        reason = judge(working, series).reason
        if reason and reason not in found:
            found.append(reason)
    return tuple(found)


def refuse_unfit(draft: ClaimDraft, series: Mapping[str, Series]) -> None:
    """Refuse a draft that cannot become a claim.

    Raises:
        ReaderError: the first sentence of :func:`problems`.
    """
    for sentence in problems(draft, series):
        raise ReaderError(sentence)


def first_working(series: Series) -> Working:
    """A test to begin with: the newest figure of a series' first line, set against nothing yet."""
    line = series.lines[0] if series.lines else ""
    periods = [one.period for one in series.observations if one.line == line]
    return Working(Operation.VALUE, series.slug, line, tuple(periods[-1:]), comparator=Comparator.AT_LEAST)
