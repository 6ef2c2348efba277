"""Tables of figures: guessing columns, reading rows, naming problems, finding breaks."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.event import Status
from explorer.domain.periods import fiscal_year
from explorer.domain.series_table import (
    MOST_ROWS,
    Columns,
    PeriodKind,
    breaks_of,
    guess,
    interpret,
    separators,
)
from tests.support.figures import figure

SIMPLE = Columns(header=False, period=0, value=1, kind=PeriodKind.YEAR)


def rows(text: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text), delimiter=separator))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "cbp_fentanyl_seizures",
            Columns(True, 0, 2, PeriodKind.FISCAL, line=1, remark=3, status=4, source=5),
        ),
        (
            "us_overdose_deaths_all_drugs",
            Columns(True, 0, 1, PeriodKind.YEAR, line=2, status=3, source=4),
        ),
        ("us_heroin_deaths", Columns(True, 0, 1, PeriodKind.YEAR, status=2, source=3)),
        (
            "federal_drug_control_budget",
            Columns(True, 0, 1, PeriodKind.FISCAL, line=2, status=3, source=4),
        ),
    ],
)
def test_the_columns_of_the_shipped_series_are_guessed(resources: Path, name: str, expected: Columns) -> None:
    text = (resources / "library" / "series" / f"{name}.csv").read_text("utf-8")
    assert next(separators(text)) == ","
    assert guess(rows(text)) == expected


def test_a_table_of_another_country_is_guessed() -> None:
    text = "Zeit;Land;Wert\n2019;Nord;1.234,5\n2020;Nord;2.000,25\n"
    assert next(separators(text)) == ";"
    columns = guess(rows(text, ";"))
    assert (columns.period, columns.value, columns.comma, columns.kind) == (0, 2, True, PeriodKind.YEAR)
    read = interpret(rows(text, ";"), columns, "")
    assert [one.value for one in read.observations] == [1234.5, 2000.25]


def test_a_table_without_names_is_guessed() -> None:
    columns = guess(rows("12,2019-03\n13,2019-04\n"))
    assert columns == Columns(header=False, period=1, value=0, kind=PeriodKind.DATE)


@pytest.mark.parametrize("table", [[], [[]], [["x"]], [[""], ["", ""]]])
def test_no_table_is_too_odd_to_guess_and_read(table: list[list[str]]) -> None:
    assert interpret(table, guess(table), "").observations == ()


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (["20x1", "5"], 0, "“20x1” is no year."),
        (["٢٠١٩", "5"], 0, "is no year"),
        (["2019", "many"], 1, "“many” is no number."),
        (["2019", "1e5"], 1, "is no number"),
        (["2019", "1,5"], 1, "is no number"),
        (["2019", "5", "guess"], 2, "none of checked"),
        (["2019", "5", "", "x" * 501], 3, "500 characters"),
    ],
)
def test_what_is_wrong_with_a_row_is_named_with_its_place(row: list[str], column: int, said: str) -> None:
    columns = Columns(False, 0, 1, PeriodKind.YEAR, status=2, remark=3)
    read = interpret([["2018", "1"], row], columns, "")
    (problem,) = read.problems
    assert (problem.row, problem.column) == (2, column)
    assert said in problem.text
    assert [one.period for one in read.observations] == ["2018"]


def test_a_period_that_stands_twice_is_a_problem_unless_its_line_differs() -> None:
    table = [["2019", "1", "a"], ["2019", "2", "b"], ["2019", "3", "a"]]
    read = interpret(table, Columns(False, 0, 1, PeriodKind.YEAR, line=2), "")
    assert [one.value for one in read.observations] == [1, 2]
    assert read.problems[0].text == "This period stands in row 1 already, in the line “a”."


def test_a_row_without_a_value_is_a_gap_and_an_empty_row_nothing() -> None:
    read = interpret([["2018", "1"], ["2019", "n/a"], ["2020", ""], ["", ""], ["2021", "2"]], SIMPLE, "")
    assert (len(read.observations), read.gaps, read.problems) == (2, 2, ())


def test_periods_are_read_as_they_are_written() -> None:
    fiscal = interpret([["FY2023", "1"], ["2022", "2"]], Columns(False, 0, 1, PeriodKind.FISCAL), "")
    assert [one.period for one in fiscal.observations] == [fiscal_year(2022), fiscal_year(2023)]
    dates = interpret([["2019-03", "1"], ["FY2021", "2"], ["2019/..", "3"]], Columns(False, 0, 1), "")
    assert [one.period for one in dates.observations] == ["2019-03", fiscal_year(2021)]
    assert dates.problems[0].row == 3


def test_statuses_and_sources_are_kept_and_what_says_nothing_is_unchecked() -> None:
    table = [["2019", "1", "final", "CDC"], ["2020", "1", "P", ""], ["2021", "1", "", ""]]
    read = interpret(table, Columns(False, 0, 1, PeriodKind.YEAR, status=2, source=3), "the series")
    assert [one.status for one in read.observations] == [
        Status.CHECKED,
        Status.PROVISIONAL,
        Status.UNCHECKED,
    ]
    assert [one.source for one in read.observations] == ["CDC", "the series", "the series"]


def test_a_long_table_is_read_to_a_point_and_says_so() -> None:
    table = [[f"{year:04d}", "1"] for year in range(1, 9999)] * 3
    read = interpret(table, SIMPLE, "")
    assert read.problems[-1].text == f"Only the first {MOST_ROWS:,} rows are read."


def test_one_line_that_ends_where_the_next_begins_is_a_break() -> None:
    series = [figure("1996", 1, "icd9"), figure("1997", 1, "icd9"), figure("1999", 1, "icd10")]
    (found,) = breaks_of(series)
    assert (found.period, found.note) == ("1999", "“icd9” ends and “icd10” begins.")
    assert breaks_of([*series, figure("1997", 1, "icd10")]) == ()
    assert breaks_of(series[:2]) == ()


def test_a_remark_can_say_break() -> None:
    (found,) = breaks_of([figure("1998", 1), figure("1999", 1, remark="Break: new codes")])
    assert (found.period, found.note) == ("1999", "Break: new codes.")


@given(
    st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=30),
    st.integers(0, 4),
    st.integers(0, 4),
    st.sampled_from(PeriodKind),
    st.booleans(),
)
def test_every_row_is_a_figure_a_gap_a_problem_or_empty(
    table: list[list[str]], period: int, value: int, kind: PeriodKind, comma: bool
) -> None:
    read = interpret(table, Columns(False, period, value, kind, comma), "")
    filled = sum(any(cell.strip() for cell in row) for row in table)
    assert len(read.observations) + read.gaps + len(read.problems) == filled
    assert interpret(table, guess(table), "").gaps >= 0


YEARLY = st.tuples(st.integers(1000, 2999), st.integers(-(10**9), 10**9))


@given(st.lists(YEARLY, unique_by=lambda one: one[0]))
def test_plain_figures_come_back_in_order(given_: list[tuple[int, int]]) -> None:
    read = interpret([[str(year), f"{value:,}"] for year, value in given_], SIMPLE, "")
    assert [(int(one.period), one.value) for one in read.observations] == sorted(given_)
    assert read.problems == ()
