import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import day_number
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision
from explorer.domain.moments import (
    MAX_YEAR,
    SEASONS,
    checked_day,
    moment_of_day,
    moment_of_months,
    refused,
)


@given(st.integers(-20_000, 20_000), st.integers(1, 12))
def test_the_months_of_a_year_tile_it(year: int, month: int) -> None:
    this = moment_of_months("", year, 1, month, DateFlag.NONE)
    following = moment_of_months("", year + month // 12, 1, month % 12 + 1, DateFlag.NONE)
    assert this.end == following.start
    whole = moment_of_months("", year, 1, None, DateFlag.NONE)
    assert whole.start <= this.start
    assert this.end <= whole.end


@pytest.mark.parametrize(
    "parts", [(21, 22, 23, 24), (29, 30, 31, 32), (33, 34, 35, 36), (37, 38, 39), (40, 41)]
)
def test_the_parts_of_a_year_make_twelve_months(parts: tuple[int, ...]) -> None:
    assert sum(SEASONS[part][1] for part in parts) == 12
    assert len({(SEASONS[part][0] - 1) % 12 for part in parts}) == len(parts)


@given(st.integers(-5000, 5000), st.sampled_from([1, 10, 100, 1000]))
def test_doubt_widens_by_one_unit_on_each_side(year: int, years: int) -> None:
    plain = moment_of_months("", year, years, None, DateFlag.NONE)
    doubtful = moment_of_months("", year, years, None, DateFlag.APPROXIMATE)
    assert (plain.earliest, plain.latest) == (plain.start, plain.end)
    assert doubtful.earliest == day_number(year - years)
    assert doubtful.latest == day_number(year + 2 * years)


def test_a_day_widens_by_days() -> None:
    moment = moment_of_day("", 1971, 6, 21, DateFlag.UNCERTAIN)
    assert (moment.start - moment.earliest, moment.latest - moment.end) == (1, 1)
    assert moment.precision is Precision.DAY


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (1900, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31)]
)
def test_days_outside_the_calendar_are_refused(year: int, month: int, day: int) -> None:
    with pytest.raises(DateError, match="“as typed”"):
        checked_day("as typed", year, month, day)


def test_years_beyond_all_times_are_refused() -> None:
    with pytest.raises(DateError, match="too far"):
        moment_of_months("far", MAX_YEAR + 1, 1, None, DateFlag.NONE)


def test_a_long_text_is_not_repeated_whole_in_the_error() -> None:
    assert len(str(refused("x" * 1_000_000))) < 400
