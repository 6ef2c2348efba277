import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import civil, day_number
from explorer.domain.event import Precision
from explorer.domain.lengths import length_in_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((1971, 6, 17), (2023, 11, 15), "52 years 151 days"),
        ((2021, 3, 1), (2023, 6, 23), "2 years 114 days"),
        ((2020, 2, 29), (2021, 2, 28), "1 year"),
        ((2020, 2, 29), (2024, 2, 29), "4 years"),
        ((2020, 2, 28), (2020, 3, 1), "2 days"),
        ((2023, 12, 31), (2024, 1, 1), "1 day"),
        ((2023, 1, 1), (2023, 12, 31), "364 days"),
        ((2023, 5, 5), (2023, 5, 5), "the same day"),
        ((-44, 3, 15), (10_000, 3, 16), "10,044 years 1 day"),
    ],
)
def test_days_are_counted_by_the_calendar(first, last, words):
    ends = float(day_number(*first)), float(day_number(*last))
    assert length_in_words(*ends) == length_in_words(*reversed(ends)) == words


def test_what_is_about_right_says_so():
    assert length_in_words(0.0, 730.0, about=True) == "about 2 years"


@pytest.mark.parametrize(
    ("days", "finest", "words"),
    [
        (900.0, Precision.MONTH, "about 2 years 6 months"),
        (10.0, Precision.MONTH, "less than a month"),
        (100.0, Precision.SEASON, "about 3 months"),
        (900.0, Precision.YEAR, "about 2 years"),
        (100.0, Precision.YEAR, "less than a year"),
        (365.2425 * 57, Precision.DECADE, "about 60 years"),
        (900.0, Precision.DECADE, "less than a decade"),
        (365.2425 * 257, Precision.CENTURY, "about 300 years"),
        (900.0, Precision.CENTURY, "less than a century"),
    ],
)
def test_nothing_is_said_more_exactly_than_it_is_known(days, finest, words):
    assert length_in_words(5000.0, 5000.0 + days, finest) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0.0, "the same minute"),
        (0.5 + 20 / 1440, "12 hours 20 minutes"),
        (1 / 1440, "1 minute"),
        (1.0, "1 day"),
        (3.25, "3 days 6 hours"),
        (366.75, "1 year 1 day"),
    ],
)
def test_times_of_day_are_counted_to_the_minute(days, words):
    assert length_in_words(3.25, 3.25 + days, Precision.MINUTE) == words


@given(first=st.integers(-800_000, 800_000), days=st.integers(0, 800_000))
def test_years_and_days_lead_from_one_end_to_the_other(first, days):
    words = length_in_words(float(first), float(first + days)).replace(",", "").split()
    counts = (
        dict(zip((unit.rstrip("s") for unit in words[1::2]), map(int, words[::2]), strict=True))
        if days
        else {}
    )
    year, month, day = civil(first)
    year += counts.get("year", 0)
    leap = (month, day) == (2, 29) and civil(day_number(year, 3) - 1)[2] == 28
    assert day_number(year, month, day - leap) + counts.get("day", 0) == first + days
    assert counts.get("day", 0) < 366
