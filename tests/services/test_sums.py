import pytest

from explorer.domain.claim import Comparator, Operation, Working
from explorer.domain.judging import judge, judge_all
from explorer.services.sums import basis_of, line_of, lines_of, question_of, steps_of
from tests.support.figures import FY2021, FY2022, FY2023, LIBRARY

SW = "southwest-border"
DOUBLED = Working(
    Operation.RATIO, "deaths", "", ("2019", "2022"), comparator=Comparator.MORE_THAN, claimed=2.0
)
SHARE = Working(Operation.SHARE, "seizures", SW, (FY2023,), "seizures", "nationwide")


def test_each_operation_is_shown_as_a_sum() -> None:
    more, almost = Comparator.MORE_THAN, Comparator.ALMOST
    expected = {
        Working(
            Operation.VALUE, "deaths", "", ("2022",), comparator=more, claimed=70000.0
        ): "73,838 > 70,000",
        Working(Operation.VALUE, "deaths", "", ("2022",), comparator=more, claimed=8e4): "73,838 ≤ 80,000",
        Working(
            Operation.VALUE, "share", "", (FY2022,), comparator=almost, claimed=90.0, tolerance=2.0
        ): "89 % < 90 %",
        Working(Operation.VALUE, "deaths", "", ("2022",)): "73,838",
        DOUBLED: "36,359 → 73,838  ×2.03",
        Working(Operation.CHANGE, "seizures", SW, (FY2021, FY2023)): "10,600 → 26,700 lb  +152 %",
        Working(Operation.CHANGE, "deaths", "", ("2022", "2019")): "73,838 → 36,359  −51 %",
        Working(Operation.SHARE, "deaths", "", ("2022",), "all", "icd10"): "73,838 ÷ 107,941 = 68.4 %",
        Working(Operation.IMPLIED_TOTAL, "seizures", SW, (FY2023,), rate=0.25): "26,700 ÷ 25 % = 106,800 lb",
        Working(Operation.RANK, "deaths", "", ("2023",)): "place 2 of 4",
        Working(Operation.VALUE, "deaths", "", ("1950",)): "",
    }
    assert {how: line_of(judge(how, LIBRARY), LIBRARY) for how in expected} == expected


def test_the_sums_of_several_tests_stand_in_one_line() -> None:
    missing = Working(Operation.VALUE, "deaths", "", ("1950",))
    outcome = judge_all((DOUBLED, missing, Working(Operation.VALUE, "deaths", "", ("2022",))), LIBRARY)
    assert lines_of(outcome, LIBRARY) == "36,359 → 73,838  ×2.03; 73,838"


def test_the_basis_names_periods_series_and_lines() -> None:
    assert basis_of(judge(DOUBLED, LIBRARY), LIBRARY) == "2019, 2022: Title of deaths"
    shared = "FY2023: Title of seizures (southwest border ÷ nationwide)"
    assert basis_of(judge(SHARE, LIBRARY), LIBRARY) == shared


def test_a_test_is_asked_in_words() -> None:
    assert question_of(judge(DOUBLED, LIBRARY), LIBRARY) == "ratio of 2022 to 2019, more than 2"
    almost = Working(
        Operation.VALUE, "share", "", (FY2022,), comparator=Comparator.ALMOST, claimed=90.0, tolerance=2.0
    )
    assert question_of(judge(almost, LIBRARY), LIBRARY) == "figure of FY2022, almost 90 %, give or take 2"


def test_the_steps_hold_every_figure_the_sum_and_the_comparison() -> None:
    assert steps_of(judge(DOUBLED, LIBRARY), LIBRARY) == (
        "2019: 36,359",
        "2022: 73,838",
        "73,838 ÷ 36,359 = 2.0308",
        "Claimed: more than 2. The result is 0.0308 above it (1.5 %): holds, narrowly.",
    )
    provisional = Working(Operation.VALUE, "deaths", "", ("2023",))
    assert steps_of(judge(provisional, LIBRARY), LIBRARY)[0] == "2023: 72,776 (provisional)"
    assert "southwest border: 26,700 lb" in steps_of(judge(SHARE, LIBRARY), LIBRARY)[0]


@pytest.mark.parametrize("operation", Operation)
def test_what_cannot_be_worked_has_one_step_that_says_why(operation: Operation) -> None:
    judged = judge(Working(operation, "nowhere", "", ("2022", "2023"), "nowhere"), LIBRARY)
    assert steps_of(judged, LIBRARY) == (judged.reason,)
    assert line_of(judged, LIBRARY) == ""
