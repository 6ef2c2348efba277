import math

import pytest

from explorer.domain.days import day_number
from explorer.domain.errors import DateError
from explorer.viewmodels.facet_dates import DateFields, date_range, range_in_words


def test_sides_may_be_open() -> None:
    assert date_range(DateFields()) is None
    since = date_range(DateFields(start="June 1971", certain=True))
    assert (since.start, since.end, since.certain) == (day_number(1971, 6), math.inf, True)
    until = date_range(DateFields(end="1990"))
    assert (until.start, until.end) == (-math.inf, day_number(1991))


@pytest.mark.parametrize(("start", "end"), [("soon", ""), ("", "32 May 1990"), ("1990", "1980")])
def test_no_range(start, end) -> None:
    with pytest.raises(DateError, match=r"\. "):
        date_range(DateFields(start, end))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (DateFields("1971-06", "1990", certain=True), "Certainly from June 1971 to 1990"),
        (DateFields("1971-06", ""), "Possibly from June 1971 on"),
        (DateFields("", "15 Nov 2023"), "Possibly up to 15 November 2023"),
    ],
)
def test_words(fields, words) -> None:
    assert range_in_words(fields) == words
