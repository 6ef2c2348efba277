import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import day_number, days_in_month
from explorer.domain.errors import DateError
from explorer.domain.event import DateFlag, Precision
from explorer.domain.level2 import read_level_2


@st.composite
def masked_days(draw: st.DrawFn) -> tuple[str, tuple[int, int, int]]:
    """A day, and the same with some of its digits withheld."""
    year, month = draw(st.integers(0, 9999)), draw(st.integers(1, 12))
    day = draw(st.integers(1, days_in_month(year, month)))
    text = f"{year:04}-{month:02}-{day:02}"
    hidden = draw(st.sets(st.sampled_from([0, 1, 2, 3, 5, 6, 8, 9]), min_size=1, max_size=4))
    return "".join("X" if at in hidden else digit for at, digit in enumerate(text)), (year, month, day)


@given(masked_days())
def test_the_day_that_was_hidden_lies_within(case: tuple[str, tuple[int, int, int]]) -> None:
    text, day = case
    moment = read_level_2(text)
    assert moment.start <= day_number(*day) < moment.end
    assert not moment.regular


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("1985-XX-15", (1985, 1, 15), (1985, 12, 15), Precision.YEAR),
        ("156X-12-25", (1560, 12, 25), (1569, 12, 25), Precision.DECADE),
        ("19X5", (1905, 1, 1), (1995, 12, 31), Precision.CENTURY),
        ("19XX-02-29", (1904, 2, 29), (1996, 2, 29), Precision.CENTURY),
        ("2021-0X", (2021, 1, 1), (2021, 9, 30), Precision.YEAR),
        ("2023-02-2X", (2023, 2, 20), (2023, 2, 28), Precision.MONTH),
        ("-004X-03-15", (-49, 3, 15), (-40, 3, 15), Precision.DECADE),
    ],
)
def test_unspecified_digits_run_from_the_first_day_that_fits_to_the_last(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: Precision
) -> None:
    moment = read_level_2(text)
    assert (moment.start, moment.end) == (day_number(*first), day_number(*last) + 1)
    assert moment.precision is precision


@pytest.mark.parametrize(
    ("text", "flags", "days"),
    [
        ("2004-06-~11", DateFlag.APPROXIMATE, 1),
        ("2004-06~-11", DateFlag.APPROXIMATE, 31),
        ("2004?-06-11", DateFlag.UNCERTAIN, 366),
        ("?2004-06-~11", DateFlag.UNCERTAIN | DateFlag.APPROXIMATE, 366),
    ],
)
def test_the_coarsest_doubtful_part_says_how_far_off_it_may_be(text: str, flags: DateFlag, days: int) -> None:
    moment = read_level_2(text)
    assert moment.flags == flags
    assert moment.start == day_number(2004, 6, 11)
    assert (moment.start - moment.earliest, moment.latest - moment.end) == (days, days)


@pytest.mark.parametrize(
    ("text", "likely", "first", "after"),
    [
        ("1950S2", 1950, 1900, 2000),
        ("-1950S2", -1950, -1999, -1899),
        ("1950S4", 1950, 1950, 1951),
        ("Y171010000S3", 171_010_000, 171_000_000, 172_000_000),
    ],
)
def test_significant_digits_give_the_likely_year_and_its_bounds(
    text: str, likely: int, first: int, after: int
) -> None:
    moment = read_level_2(text)
    assert (moment.start, moment.earliest, moment.latest) == (
        day_number(likely),
        day_number(first),
        day_number(after),
    )
    assert moment.flags is DateFlag.APPROXIMATE


def test_an_exponent_is_a_year() -> None:
    assert read_level_2("Y-17E7").start == day_number(-170_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-3X",
        "Y1E99",
        "~1950S2",
        "2004S2-06-~11",
        "2004-0X~-11",
        "19X",
        "X1985",
        "2004-06~~",
        "1950S0x",
        "XX-XX-XX",
    ],
)
def test_refuses_what_is_no_date_without_a_word_on_the_console(text: str) -> None:
    """The edtf package prints to the console where its own classes fail."""
    console = io.StringIO()
    with contextlib.redirect_stdout(console), pytest.raises(DateError):
        read_level_2(text)
    assert console.getvalue() == ""
