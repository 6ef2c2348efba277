import pytest
from hypothesis import given

from explorer.domain.grammar import read
from explorer.domain.moments import Form, Moment, Range, Side
from tests.domain.edtf_texts import intervals, moments, sets


def single(text: str) -> Moment:
    item = read(text).items[0]
    assert isinstance(item, Moment)
    return item


@given(moments)
def test_a_date_is_one_moment(text: str) -> None:
    reading = read(text)
    assert reading.form is Form.SINGLE
    assert len(reading.items) == 1
    assert single(text).text == text


@given(intervals)
def test_an_interval_is_one_range(text: str) -> None:
    reading = read(text)
    assert reading.form is Form.SINGLE
    (item,) = reading.items
    assert isinstance(item, Range)
    sides = [side.text if isinstance(side, Moment) else side.value for side in (item.first, item.last)]
    assert "/".join(sides) == text


@given(sets)
def test_a_set_keeps_its_items_in_order(text: str) -> None:
    reading = read(text)
    assert reading.form is (Form.ONE_OF if text[0] == "[" else Form.ALL_OF)
    assert len(reading.items) == text.count(",") + 1


def test_parts_of_a_date() -> None:
    moment = single("2023-11-15T10:30:15-05:00")
    assert (moment.year, moment.month, moment.day) == (2023, 11, 15)
    assert (moment.time, moment.zone) == ("10:30:15", "-05:00")


@pytest.mark.parametrize(
    ("text", "year", "years"),
    [
        ("198X", 1980, 10),
        ("19XX", 1900, 100),
        ("1XXX", 1000, 1000),
        ("-012X", -129, 10),
        ("-01XX", -199, 100),
    ],
)
def test_missing_digits_stand_for_years_in_a_row(text: str, year: int, years: int) -> None:
    assert (single(text).year, single(text).years) == (year, years)


@pytest.mark.parametrize(
    ("text", "first", "last"), [("2013/..", None, Side.OPEN), ("/2013", Side.UNKNOWN, None)]
)
def test_open_and_unknown_ends_are_told_apart(text: str, first: Side | None, last: Side | None) -> None:
    (item,) = read(text).items
    assert isinstance(item, Range)
    assert first is None or item.first is first
    assert last is None or item.last is last


def test_spaces_around_a_date_are_no_part_of_it() -> None:
    assert read(" 1972 ").text == "1972"
