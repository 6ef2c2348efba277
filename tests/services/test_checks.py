import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.claim import Claim, Comparator, Operation, Verdict, Working
from explorer.domain.judging import judge_all
from explorer.services.checks import compare, disagreement
from tests.support.figures import FY2021, FY2023, LIBRARY, figure, series

RATIO = Working(Operation.RATIO, "deaths", "", ("2019", "2022"))
CHANGE = Working(Operation.CHANGE, "seizures", "southwest-border", (FY2021, FY2023))


def claim(*workings: Working, finding: Verdict | None = None, **computed: str) -> Claim:
    figures = tuple(computed.items())
    return Claim(1, "u", "a-check", "a test", "as we see it", finding, (), figures, workings, (), ())


def test_recorded_figures_that_agree_are_named() -> None:
    checked = claim(
        CHANGE,
        sw_fy2021="10600.0",
        sw_fy2023="26,700",
        sw_increase_percent="151.9",
        sw_low="150.2",
        sw_high="153.6",
        nationwide_fy2021="11200.0",
        found="a request",
    )
    compared = compare(checked, judge_all(checked.workings, LIBRARY))
    assert compared.confirmed == ("sw_fy2021", "sw_fy2023", "sw_increase_percent", "sw_low", "sw_high")
    assert compared.other == ("nationwide_fy2021",)
    assert compared.mismatches == ()


def test_a_wrong_result_and_a_wrong_figure_are_each_reported() -> None:
    wrong = claim(RATIO, value_2019="36000", value_2022="73838", ratio="2.5")
    first, second = compare(wrong, judge_all(wrong.workings, LIBRARY)).mismatches
    assert "2.0308" in first
    assert "ratio 2.5" in first
    assert "36,359 for 2019" in second


def test_a_test_that_cannot_be_worked_is_reported() -> None:
    broken = claim(Working(Operation.VALUE, "deaths", "", ("1950",)), value="1")
    assert compare(broken, judge_all(broken.workings, LIBRARY)).mismatches == (
        "The series deaths has no figure for 1950.",
    )


def test_without_a_test_or_a_record_there_is_nothing_to_compare() -> None:
    bare = claim(letter_percent="30")
    assert compare(bare, judge_all((), LIBRARY)).mismatches == ()
    assert compare(claim(RATIO), judge_all((RATIO,), LIBRARY)).mismatches == ()


HOLDING = Working(Operation.VALUE, "deaths", "", ("2022",), comparator=Comparator.MORE_THAN, claimed=7e4)
FAILING = Working(Operation.VALUE, "deaths", "", ("2022",), comparator=Comparator.MORE_THAN, claimed=8e4)


@pytest.mark.parametrize(
    ("finding", "workings", "agree"),
    [
        (Verdict.HOLDS, (HOLDING,), True),
        (Verdict.NARROWLY, (HOLDING,), True),
        (Verdict.IN_PART, (HOLDING,), False),
        (Verdict.IN_PART, (HOLDING, FAILING), True),
        (Verdict.FAILS, (HOLDING,), False),
        (Verdict.HOLDS, (FAILING,), False),
        (Verdict.SUM_ONLY, (HOLDING,), False),
        (Verdict.HOLDS, (RATIO,), True),
        (Verdict.FAILS, (), True),
        (None, (FAILING,), True),
    ],
)
def test_a_finding_that_the_figures_do_not_bear_out_is_said(
    finding: Verdict | None, workings: tuple[Working, ...], agree: bool
) -> None:
    said = disagreement(claim(*workings, finding=finding), judge_all(workings, LIBRARY))
    assert (said == "") == agree
    assert agree or "“as we see it”" in said


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_a_sum_always_agrees_with_its_own_rounded_result(first: float, last: float) -> None:
    of = {"s": series("s", "deaths", figure("2019", first), figure("2022", last))}
    how = Working(Operation.CHANGE, "s", "", ("2019", "2022"))
    outcome = judge_all((how,), of)
    stored = claim(how, increase_percent=f"{outcome.judgements[0].result:.2f}")
    assert compare(stored, outcome).mismatches == ()
