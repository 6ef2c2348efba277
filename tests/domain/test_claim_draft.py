import pytest

from explorer.domain.claim import Comparator, Operation, Verdict, Working
from explorer.domain.claim_draft import MOST_TESTS, ClaimDraft, first_working, problems, refuse_unfit
from explorer.domain.errors import ReaderError
from tests.support.figures import DEATHS, LIBRARY

DOUBLED = Working(
    Operation.RATIO, "deaths", "", ("2019", "2022"), comparator=Comparator.MORE_THAN, claimed=2.0
)


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (ClaimDraft(None, (DOUBLED,)), "Choose the passage"),
        (ClaimDraft(1), "Say what is tested"),
        (ClaimDraft(1, (DOUBLED,) * (MOST_TESTS + 1)), "tests at most"),
        (ClaimDraft(1, (DOUBLED,), test="x" * 2001), "2,000 characters"),
        (ClaimDraft(1, (DOUBLED,), caveats=("x",) * 31), "30 things"),
        (ClaimDraft(1, (DOUBLED,), finding=Verdict.HOLDS), "in words what you find"),
        (ClaimDraft(1, (Working(Operation.VALUE, "deaths", "", ("1950",)),)), "no figure for 1950"),
        (ClaimDraft(1, (first_working(DEATHS),)), "names no number"),
    ],
)
def test_what_is_wrong_is_said_and_refused(draft: ClaimDraft, said: str) -> None:
    assert any(said in sentence for sentence in problems(draft, LIBRARY))
    with pytest.raises(ReaderError):
        refuse_unfit(draft, LIBRARY)


def test_a_claim_may_be_written_down_without_figures_to_test_it() -> None:
    assert problems(ClaimDraft(1, test="Compare with the act."), {}) == ()


def test_a_test_begins_with_the_newest_figure() -> None:
    assert first_working(DEATHS).periods == ("2023",)
