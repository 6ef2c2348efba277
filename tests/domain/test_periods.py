import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.edtf import parse
from explorer.domain.errors import DateError
from explorer.domain.periods import fiscal_note, fiscal_number, fiscal_year, period_in_words, read_period


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2019", "2019"),
        ("2022-10-01/2023-09-30", "FY2023"),
        ("1973-07-01/1974-06-30", "FY1974"),
        ("2019/2022", "2019/2022"),
        ("2019-10-01/2022-09-30", "2019-10-01/2022-09-30"),
        ("1990-07-01/1991-06-30", "1990-07-01/1991-06-30"),
    ],
)
def test_fiscal_years_are_named_as_such(period: str, words: str) -> None:
    assert period_in_words(period) == words


@given(st.integers(1800, 2200))
def test_a_fiscal_year_is_known_by_its_number_and_lasts_a_year(year: int) -> None:
    period = fiscal_year(year)
    extent = parse(period).extent
    assert fiscal_number(period) == year
    assert read_period(f"FY{year}") == read_period(f"fiscal year {year}") == period
    assert 365 <= extent.latest - extent.earliest <= 366


def test_the_fiscal_year_moved_from_july_to_october() -> None:
    assert fiscal_note(fiscal_year(1976)) == "FY1976 is a US fiscal year: July 1975 to June 1976."
    assert fiscal_note(fiscal_year(2023)) == "FY2023 is a US fiscal year: October 2022 to September 2023."
    assert fiscal_note("2023") == ""


def test_other_periods_are_edtf_or_refused() -> None:
    assert read_period(" 1998-07 ") == "1998-07"
    with pytest.raises(DateError):
        read_period("last year")
