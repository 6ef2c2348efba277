from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import FIRST_DAY, LAST_DAY, civil, day_number, days_in_month, is_leap

EPOCH = date(1970, 1, 1)
YEARS = st.integers(-20_000, 20_000)


@given(st.dates())
def test_agrees_with_datetime(day: date) -> None:
    number = (day - EPOCH).days
    assert day_number(day.year, day.month, day.day) == number
    assert civil(number) == (day.year, day.month, day.day)


@given(st.integers(day_number(-20_000), day_number(20_000)))
def test_civil_and_day_number_are_inverse(number: int) -> None:
    year, month, day = civil(number)
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)
    assert day_number(year, month, day) == number


@given(YEARS, st.integers(1, 12))
def test_months_follow_one_another(year: int, month: int) -> None:
    following = day_number(year, month + 1) if month < 12 else day_number(year + 1)
    assert following - day_number(year, month) == days_in_month(year, month)


@given(YEARS)
def test_years_have_365_or_366_days(year: int) -> None:
    assert day_number(year + 1) - day_number(year) == 365 + is_leap(year)


@given(st.floats(-3e6, 3e6))
def test_a_time_of_day_lies_on_its_day(moment: float) -> None:
    assert day_number(*civil(moment)) <= moment < day_number(*civil(moment)) + 1


def test_year_zero_is_a_leap_year_before_year_one() -> None:
    assert is_leap(0)
    assert civil(day_number(1) - 1) == (0, 12, 31)


def test_the_whole_400_years_around_today_one_day_at_a_time() -> None:
    day = date(1800, 1, 1)
    for number in range(day_number(1800), day_number(2200)):
        assert civil(number) == (day.year, day.month, day.day)
        day += timedelta(days=1)


@pytest.mark.parametrize("bound", [FIRST_DAY, LAST_DAY])
def test_bounds_are_finite_and_beyond_every_library(bound: float) -> None:
    assert abs(bound) > 100 * abs(day_number(99_999))
    assert bound + 1 != bound
