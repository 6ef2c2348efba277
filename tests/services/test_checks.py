import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.claim import Claim, Working
from explorer.domain.event import Status
from explorer.domain.series import Observation, Series
from explorer.services.checks import compare, period_in_words, work

FY2021, FY2023 = "2020-10-01/2021-09-30", "2022-10-01/2023-09-30"


def figure(period: str, value: float, line: str = "", status: Status = Status.CHECKED) -> Observation:
    return Observation(period, 0.0, 1.0, line, value, status, "", "CDC")


def series(slug: str, unit: str, *observations: Observation) -> Series:
    return Series(1, "u", slug, f"Title of {slug}", unit, "CDC", "", observations)


DEATHS = series(
    "deaths",
    "deaths per calendar year",
    figure("2019", 36359),
    figure("2020", 56516, status=Status.UNCHECKED),
    figure("2022", 73838),
)
ALL_DRUGS = series("all", "deaths per calendar year", figure("2022", 107941, "icd10"))
SEIZURES = series(
    "seizures",
    "pounds",
    figure(FY2021, 10600, "southwest-border"),
    figure(FY2023, 26700, "southwest-border"),
    figure(FY2021, 11200, "nationwide"),
    figure(FY2023, 27000, "nationwide"),
)
SHARE = series("share", "percent", figure("2021-10-01/2022-09-30", 89))
LIBRARY = {one.slug: one for one in (DEATHS, ALL_DRUGS, SEIZURES, SHARE)}


def claim(working: Working | None, **computed: str) -> Claim:
    return Claim(1, "u", "a-check", "a test", "supported", (), tuple(computed.items()), working, (), ())


def working(operation: str, slug: str, *periods: str, line: str = "", **more: object) -> Working:
    values = {"other_series": None, "other_line": None, "factor": None} | more
    return Working(operation, slug, line, periods, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("how", "text", "chief"),
    [
        (working("value", "deaths", "2022", factor=70000.0), "73,838 > 70,000", 73838),
        (working("value", "share", "2021-10-01/2022-09-30", factor=90.0), "89 % < 90 %", 89),
        (working("value", "deaths", "2022"), "73,838", 73838),
        (working("ratio", "deaths", "2019", "2022"), "36,359 → 73,838  ×2.03", 73838 / 36359),
        (
            working("percent change", "seizures", FY2021, FY2023, line="southwest-border"),
            "10,600 → 26,700 lb  +152 %",
            (26700 / 10600 - 1) * 100,
        ),
        (working("percent change", "deaths", "2022", "2019"), "73,838 → 36,359  −51 %", -50.7584),
        (
            working("share", "deaths", "2022", other_series="all", other_line="icd10"),
            "73,838 ÷ 107,941 = 68.4 %",
            68.4059,
        ),
        (
            working("implied total", "seizures", FY2023, line="southwest-border", factor=0.25),
            "26,700 ÷ 25 % = 106,800 lb",
            106800,
        ),
    ],
)
def test_each_operation_is_shown_as_a_sum(how: Working, text: str, chief: float) -> None:
    worked = work(claim(how), LIBRARY)
    assert worked.text == text
    assert worked.results[0] == pytest.approx(chief, rel=1e-5)
    assert not worked.problem


def test_the_basis_names_periods_and_series() -> None:
    assert work(claim(working("ratio", "deaths", "2019", "2022")), LIBRARY).basis == (
        "2019, 2022: Title of deaths"
    )
    of_itself = working(
        "share",
        "seizures",
        FY2023,
        line="southwest-border",
        other_series="seizures",
        other_line="nationwide",
    )
    assert work(claim(of_itself), LIBRARY).basis == (
        "FY2023: Title of seizures (southwest border ÷ nationwide)"
    )


def test_an_unchecked_figure_is_flagged() -> None:
    assert work(claim(working("ratio", "deaths", "2019", "2020")), LIBRARY).unchecked
    assert not work(claim(working("ratio", "deaths", "2019", "2022")), LIBRARY).unchecked


def test_without_a_working_there_is_no_sum_and_nothing_to_compare() -> None:
    bare = claim(None, letter_percent="30")
    worked = work(bare, LIBRARY)
    assert (worked.text, worked.problem) == ("", "")
    assert compare(bare, worked).mismatches == ()


@pytest.mark.parametrize(
    ("how", "said"),
    [
        (working("guess", "deaths", "2022"), "“guess”"),
        (working("value", "nowhere", "2022"), "“nowhere”"),
        (working("value", "deaths", "1950"), "1950"),
        (working("value", "deaths"), "no period"),
        (working("ratio", "deaths", "2022"), "two figures"),
        (working("share", "deaths", "2022"), "divide by"),
        (working("implied total", "deaths", "2022"), "rate"),
        (working("ratio", "seizures", FY2021, FY2023, line="moon"), "moon"),
    ],
)
def test_what_cannot_be_worked_is_said_and_reported(how: Working, said: str) -> None:
    broken = claim(how, value="1")
    worked = work(broken, LIBRARY)
    assert worked.text == ""
    assert said in worked.problem
    assert compare(broken, worked).mismatches == (worked.problem,)


def test_division_by_nought_is_refused() -> None:
    nought = {"z": series("z", "deaths", figure("2019", 0), figure("2022", 5))}
    assert "nought" in work(claim(working("ratio", "z", "2019", "2022")), nought).problem


def test_stored_figures_that_agree_are_named() -> None:
    checked = claim(
        working("percent change", "seizures", FY2021, FY2023, line="southwest-border"),
        sw_fy2021="10600.0",
        sw_fy2023="26,700",
        sw_increase_percent="151.9",
        nationwide_fy2021="11200.0",
        found="a request",
    )
    compared = compare(checked, work(checked, LIBRARY))
    assert compared.confirmed == ("sw_fy2021", "sw_fy2023", "sw_increase_percent")
    assert compared.other == ("nationwide_fy2021",)
    assert compared.mismatches == ()


def test_a_wrong_result_and_a_wrong_figure_are_each_reported() -> None:
    wrong = claim(
        working("ratio", "deaths", "2019", "2022"), value_2019="36000", value_2022="73838", ratio="2.5"
    )
    first, second = compare(wrong, work(wrong, LIBRARY)).mismatches
    assert "2.0308" in first
    assert "ratio 2.5" in first
    assert "36,359 for 2019" in second


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2019", "2019"),
        (FY2023, "FY2023"),
        ("1973-07-01/1974-06-30", "FY1974"),
        ("2019/2022", "2019/2022"),
        ("2019-10-01/2022-09-30", "2019-10-01/2022-09-30"),
    ],
)
def test_fiscal_years_are_named_as_such(period: str, words: str) -> None:
    assert period_in_words(period) == words


@given(st.floats(1, 1e9), st.floats(1, 1e9))
def test_a_sum_always_agrees_with_its_own_rounded_result(first: float, last: float) -> None:
    of = {"s": series("s", "deaths", figure("2019", first), figure("2022", last))}
    how = working("percent change", "s", "2019", "2022")
    worked = work(claim(how), of)
    stored = claim(how, increase_percent=f"{worked.results[0]:.2f}")
    assert compare(stored, worked).mismatches == ()
