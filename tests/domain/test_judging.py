from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from explorer.domain.claim import Comparator, Operation, Verdict, Working
from explorer.domain.judging import compared, judge, judge_all
from explorer.domain.series import Break, Series
from tests.support.figures import FY2021, FY2022, FY2023, LIBRARY, figure, series

SW = "southwest-border"


def working(operation: Operation, slug: str, *periods: str, line: str = "", **more: object) -> Working:
    return Working(operation, slug, line, periods, **more)  # type: ignore[arg-type]


def asked(comparator: Comparator, claimed: float, tolerance: float = 0.0) -> Working:
    return working(
        Operation.RATIO, "deaths", "2019", "2022", comparator=comparator, claimed=claimed, tolerance=tolerance
    )


@pytest.mark.parametrize(
    ("how", "result"),
    [
        (working(Operation.VALUE, "deaths", "2022"), 73838),
        (working(Operation.RATIO, "deaths", "2019", "2022"), 73838 / 36359),
        (working(Operation.CHANGE, "deaths", "2022", "2019"), -50.7584),
        (working(Operation.SHARE, "deaths", "2022", other_series="all", other_line="icd10"), 68.4059),
        (working(Operation.RANK, "deaths", "2023"), 2),
        (working(Operation.RANK_OF_LINE, "seizures", FY2023, line=SW), 2),
        (working(Operation.IMPLIED_TOTAL, "seizures", FY2023, line=SW, rate=0.25), 106800),
    ],
)
def test_each_operation(how: Working, result: float) -> None:
    judged = judge(how, LIBRARY)
    assert judged.result == pytest.approx(result, rel=1e-5)
    assert judged.verdict is Verdict.SUM_ONLY
    assert not judged.reason


@pytest.mark.parametrize(
    ("comparator", "claimed", "tolerance", "result", "verdict"),
    [
        (Comparator.AT_LEAST, 2, 0, 2.0, Verdict.NARROWLY),
        (Comparator.AT_LEAST, 2, 0, 2.5, Verdict.HOLDS),
        (Comparator.AT_LEAST, 2, 0, 1.99, Verdict.FAILS),
        (Comparator.AT_LEAST, 2, 0.1, 1.99, Verdict.WITHIN_TOLERANCE),
        (Comparator.MORE_THAN, 2, 0, 2.0, Verdict.FAILS),
        (Comparator.MORE_THAN, 2, 0.1, 2.0, Verdict.WITHIN_TOLERANCE),
        (Comparator.MORE_THAN, 0, 0, 0.001, Verdict.HOLDS),
        (Comparator.MORE_THAN, 0.3, 0, 0.1 + 0.2, Verdict.FAILS),
        (Comparator.AT_MOST, 33.3, 0, 98.9, Verdict.FAILS),
        (Comparator.LESS_THAN, 33.3, 0, 30.0, Verdict.HOLDS),
        (Comparator.LESS_THAN, 33.3, 0, 33.2, Verdict.NARROWLY),
        (Comparator.ABOUT, 152, 0, 151.89, Verdict.HOLDS),
        (Comparator.ABOUT, 152, 0, 151.4, Verdict.FAILS),
        (Comparator.ABOUT, 152, 1, 151.4, Verdict.WITHIN_TOLERANCE),
        (Comparator.ABOUT, 33.3, 0, 33.4, Verdict.FAILS),
        (Comparator.ALMOST, 90, 2, 89.0, Verdict.WITHIN_TOLERANCE),
        (Comparator.ALMOST, 90, 2, 87.0, Verdict.FAILS),
        (Comparator.ALMOST, 90, 2, 90.0, Verdict.FAILS),
    ],
)
def test_each_comparison(
    comparator: Comparator, claimed: float, tolerance: float, result: float, verdict: Verdict
) -> None:
    assert compared(asked(comparator, claimed, tolerance), result) is verdict


def test_a_rank_does_not_hold_narrowly() -> None:
    first = working(Operation.RANK, "deaths", "2022", comparator=Comparator.AT_MOST, claimed=1)
    assert judge(first, LIBRARY).verdict is Verdict.HOLDS


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (working(Operation.VALUE, "nowhere", "2022"), "no series “nowhere”"),
        (working(Operation.VALUE, "deaths", "1950"), "no figure for 1950."),
        (working(Operation.VALUE, "share", "2022"), "counts by fiscal year and has FY2022"),
        (working(Operation.VALUE, "deaths", FY2022), "counts by calendar year and has 2022"),
        (working(Operation.VALUE, "deaths"), "names no period"),
        (working(Operation.RATIO, "deaths", "2022"), "only one of two periods"),
        (working(Operation.SHARE, "deaths", "2022"), "no series to divide by"),
        (working(Operation.IMPLIED_TOTAL, "deaths", "2022"), "needs a rate"),
        (working(Operation.IMPLIED_TOTAL, "deaths", "2022", rate=0.0), "needs a rate"),
        (working(Operation.RATIO, "seizures", FY2021, FY2023, line="moon"), "its lines are “southwest"),
        (working(Operation.RATIO, "deaths", "2019", "2022", line="moon"), "one line without a name"),
        (working(Operation.VALUE, "deaths", "2022", comparator=Comparator.ABOUT), "names no number"),
    ],
)
def test_what_cannot_be_worked_says_why(how: Working, said: str) -> None:
    judged = judge(how, LIBRARY)
    assert judged.verdict is Verdict.UNWORKABLE
    assert said in judged.reason


def test_division_by_nought_and_overflow_are_refused() -> None:
    of = {"z": series("z", "deaths", figure("2019", 0), figure("2021", 1e-300), figure("2022", 1e300))}
    assert "nought" in judge(working(Operation.RATIO, "z", "2019", "2022"), of).reason
    assert "too large" in judge(working(Operation.RATIO, "z", "2021", "2022"), of).reason


def notes(how: Working, of: dict[str, Series] = LIBRARY) -> str:
    return " ".join(judge(how, of).notes)


def test_provisional_and_unchecked_figures_are_named() -> None:
    assert "56,516 for 2020 has not been checked" in notes(working(Operation.VALUE, "deaths", "2020"))
    assert "72,776 for 2023 is provisional" in notes(working(Operation.VALUE, "deaths", "2023"))
    assert "ranked among" in notes(working(Operation.RANK, "deaths", "2022"))
    assert judge(working(Operation.VALUE, "deaths", "2020"), LIBRARY).doubtful
    assert not judge(working(Operation.VALUE, "deaths", "2022"), LIBRARY).doubtful


def test_fiscal_years_are_explained() -> None:
    assert "FY2022 is a US fiscal year: October 2021 to September 2022." in notes(
        working(Operation.VALUE, "share", FY2022)
    )


def test_a_break_in_method_between_two_figures_is_named_and_one_outside_is_not() -> None:
    broken = {
        "b": series(
            "b",
            "deaths",
            *(figure(year, 5) for year in ("1997", "1998", "1999", "2000")),
            breaks=(Break("1999", figure("1999", 5).start, "New codes."),),
        )
    }
    assert "breaks in method at 1999: New codes." in notes(
        working(Operation.RATIO, "b", "1998", "1999"), broken
    )
    assert "breaks" not in notes(working(Operation.RATIO, "b", "1999", "2000"), broken)
    assert "breaks" not in notes(working(Operation.RATIO, "b", "1997", "1998"), broken)


def test_rounded_figures_bound_the_result() -> None:
    judged = judge(working(Operation.CHANGE, "seizures", FY2021, FY2023, line=SW), LIBRARY)
    assert (judged.low, judged.high) == (pytest.approx(150.2347, abs=1e-3), pytest.approx(153.5545, abs=1e-3))


def test_a_bound_leaves_the_result_open_on_one_side_and_the_verdict_says_so() -> None:
    how = working(
        Operation.SHARE,
        "seizures",
        FY2023,
        line=SW,
        other_series="seizures",
        other_line="nationwide",
        comparator=Comparator.LESS_THAN,
        claimed=33.3,
    )
    judged = judge(how, LIBRARY)
    assert judged.verdict is Verdict.FAILS
    assert (judged.low, judged.high) == (0.0, pytest.approx(99.0741, abs=1e-3))
    assert "not the same throughout" in judged.notes[-1]
    growing = judge(working(Operation.CHANGE, "seizures", FY2021, FY2023, line="nationwide"), LIBRARY)
    assert growing.high == inf
    assert "or more" in growing.notes[-1]


@pytest.mark.parametrize(
    ("claimed", "verdict"),
    [
        ((2, 2.5), Verdict.IN_PART),
        ((2, 1), Verdict.NARROWLY),
        ((1, 1.5), Verdict.HOLDS),
        ((3, 4), Verdict.FAILS),
    ],
)
def test_several_tests_make_one_verdict(claimed: tuple[float, ...], verdict: Verdict) -> None:
    assert judge_all([asked(Comparator.MORE_THAN, one) for one in claimed], LIBRARY).verdict is verdict


def test_a_sum_for_scale_does_not_decide_and_one_that_fails_to_work_does() -> None:
    scale = working(Operation.VALUE, "deaths", "2022")
    missing = working(Operation.VALUE, "deaths", "1950", comparator=Comparator.ABOUT, claimed=1)
    assert judge_all([scale], LIBRARY).verdict is Verdict.SUM_ONLY
    assert judge_all([scale, asked(Comparator.MORE_THAN, 1)], LIBRARY).verdict is Verdict.HOLDS
    broken = judge_all([asked(Comparator.MORE_THAN, 1), missing], LIBRARY)
    assert (broken.verdict, broken.reason) == (
        Verdict.UNWORKABLE,
        "The series deaths has no figure for 1950.",
    )
    assert judge_all([], LIBRARY).verdict is Verdict.UNWORKABLE


values = st.floats(-1e9, 1e9)
positive = st.floats(1.0, 1e9)


@given(positive, positive)
def test_a_ratio_and_a_change_tell_the_same(first: float, last: float) -> None:
    of = {"s": series("s", "deaths", figure("2019", first), figure("2022", last))}
    ratio = judge(working(Operation.RATIO, "s", "2019", "2022"), of).result
    change = judge(working(Operation.CHANGE, "s", "2019", "2022"), of).result
    assert ratio is not None
    assert change == pytest.approx((ratio - 1) * 100, rel=1e-6, abs=1e-6)


@given(values, values)
def test_what_grows_has_a_change_above_nought_below_nought_too(first: float, last: float) -> None:
    assume(abs(first) > 1e-3)
    of = {"s": series("s", "balance", figure("2019", first), figure("2022", last))}
    change = judge(working(Operation.CHANGE, "s", "2019", "2022"), of).result
    assert change is not None
    assert (change > 0) == (last > first)


@given(
    st.sampled_from((Operation.VALUE, Operation.RATIO, Operation.CHANGE, Operation.RANK)),
    st.tuples(values, values),
    st.tuples(*[st.sampled_from(("", "rounded to 100", "lower bound", "upper bound"))] * 2),
    st.tuples(st.floats(-0.5, 0.5), st.floats(-0.5, 0.5)),
)
def test_the_result_lies_within_its_bounds_wherever_the_figures_lie_in_theirs(
    operation: Operation, given_: tuple[float, float], remarks: tuple[str, str], shift: tuple[float, float]
) -> None:
    def of(*numbers: float) -> dict[str, Series]:
        points = (
            figure(year, number, remark=remark)
            for year, number, remark in zip(("2019", "2022"), numbers, remarks, strict=True)
        )
        return {"s": series("s", "balance", *points)}

    how = working(operation, "s", "2019", "2022")
    judged = judge(how, of(*given_))
    assume(judged.result is not None)
    assert judged.low is not None
    assert judged.high is not None
    slack = 1e-6 * max(
        1.0, *(abs(one) for one in (judged.result or 0.0, judged.low, judged.high) if abs(one) < inf)
    )
    assert judged.low - slack <= (judged.result or 0.0) <= judged.high + slack
    moved = [
        number + part * 100
        if remark.startswith("rounded")
        else number + abs(part) * 1e6
        if remark == "lower bound"
        else number - abs(part) * max(number, 0.0)
        if remark == "upper bound"
        else number
        for number, remark, part in zip(given_, remarks, shift, strict=True)
    ]
    other = judge(how, of(*moved)).result
    assume(other is not None)
    assert judged.low - slack <= (other or 0.0) <= judged.high + slack


@given(positive, st.floats(0.01, 1e9), st.floats(0, 1e6))
def test_more_tolerance_never_makes_a_claim_fail(result: float, claimed: float, tolerance: float) -> None:
    for comparator in Comparator:
        strict = compared(asked(comparator, claimed, tolerance), result)
        loose = compared(asked(comparator, claimed, tolerance * 2), result)
        assert loose.favourable or not strict.favourable


@given(positive, positive)
def test_at_least_and_less_than_exclude_each_other(result: float, claimed: float) -> None:
    at_least = compared(asked(Comparator.AT_LEAST, claimed), result).favourable
    assert at_least != compared(asked(Comparator.LESS_THAN, claimed), result).favourable
