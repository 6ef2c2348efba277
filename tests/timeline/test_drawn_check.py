import pytest

from explorer.domain.claim import Comparator, Operation, Working
from explorer.domain.judging import judge
from explorer.timeline.drawn_check import DrawnCheck, drawn_check
from explorer.timeline.series import segments
from tests.support.figures import DEATHS, FY2021, FY2023, LIBRARY

SW = "southwest-border"


def drawn(operation: Operation, slug: str, *periods: str, line: str = "", **more: object) -> DrawnCheck:
    how = Working(operation, slug, line, periods, **more)  # type: ignore[arg-type]
    check = drawn_check(judge(how, LIBRARY), LIBRARY[slug].unit)
    assert check is not None
    return check


def test_the_points_lie_on_the_line_of_the_series() -> None:
    check = drawn(Operation.RATIO, "deaths", "2019", "2022", comparator=Comparator.MORE_THAN, claimed=2.0)
    on_line = {
        (day, value)
        for segment in segments(DEATHS.observations)
        for day, value in zip(segment.day.tolist(), segment.value.tolist(), strict=True)
    }
    assert {(point.day, point.value) for point in check.points} <= on_line
    assert check.threshold is not None
    assert (check.threshold.value, check.threshold.text) == (72718, "> 2 × 2019: 72,718")
    assert check.span is not None
    assert (check.span.low, check.span.high, check.span.text) == (36359, 73838, "×2.03")
    assert check.span.day == check.days[1] == check.points[1].day


@pytest.mark.parametrize(
    ("check", "texts", "threshold", "span"),
    [
        (
            drawn(Operation.VALUE, "deaths", "2022", comparator=Comparator.AT_LEAST, claimed=7e4),
            ["73,838"],
            "≥ 70,000",
            None,
        ),
        (
            drawn(
                Operation.CHANGE,
                "seizures",
                FY2021,
                FY2023,
                line=SW,
                comparator=Comparator.ABOUT,
                claimed=152.0,
            ),
            ["10,600 lb", "26,700 lb"],
            "≈ FY2021 +152 %: 26,712 lb",
            "+152 %",
        ),
        (drawn(Operation.CHANGE, "deaths", "2022", "2019"), ["73,838", "36,359"], None, "−51 %"),
        (
            drawn(
                Operation.SHARE,
                "seizures",
                FY2023,
                line=SW,
                other_series="seizures",
                other_line="nationwide",
                comparator=Comparator.LESS_THAN,
                claimed=33.3,
            ),
            ["26,700 lb", "27,000 lb"],
            "< 33.3 %: 8,991 lb",
            "98.9 %",
        ),
        (
            drawn(Operation.IMPLIED_TOTAL, "seizures", FY2023, line=SW, rate=0.25),
            ["26,700 lb", "106,800 lb"],
            None,
            "25 %",
        ),
        (drawn(Operation.RANK, "deaths", "2023"), ["72,776 (2/4)"], None, None),
    ],
)
def test_each_operation_is_drawn(
    check: DrawnCheck, texts: list[str], threshold: str | None, span: str | None
) -> None:
    assert [point.text for point in check.points] == texts
    assert (check.threshold.text if check.threshold else None) == threshold
    assert (check.span.text if check.span else None) == span


def test_what_is_not_a_checked_figure_is_not_firm() -> None:
    implied = drawn(Operation.IMPLIED_TOTAL, "seizures", FY2023, line=SW, rate=0.25)
    assert [point.firm for point in implied.points] == [True, False]
    assert [point.firm for point in drawn(Operation.VALUE, "deaths", "2023").points] == [False]


def test_all_that_is_drawn_is_asked_to_be_in_sight() -> None:
    check = drawn(Operation.VALUE, "deaths", "2022", comparator=Comparator.MORE_THAN, claimed=9e5)
    assert check.values == (73838, 9e5)


def test_what_cannot_be_worked_is_not_drawn() -> None:
    assert drawn_check(judge(Working(Operation.VALUE, "deaths", "", ("1950",)), LIBRARY), "deaths") is None
