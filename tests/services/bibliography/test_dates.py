import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.services.bibliography.dates import (
    csl_from_edtf,
    edtf_from_bibtex,
    edtf_from_csl,
    edtf_from_ris,
    edtf_from_text,
    first_year,
    month_and_day,
    ris_from_edtf,
)

days = st.dates().map(lambda date: date.isoformat())
parts = st.tuples(days, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~"])).map(
    lambda given: given[0][: given[1]] + given[2]
)
odd = st.sampled_from(
    ["198X", "1971?", "1984%", "[1970,1971]", "2020/..", "../1999", "2021-21", "2021-24~", "-0043"]
)
dates = st.one_of(parts, odd)


@given(dates)
def test_a_date_comes_back_from_csl(date):
    assert edtf_from_csl(csl_from_edtf(date)) == date


@given(dates)
def test_a_date_comes_back_from_ris(date):
    assert edtf_from_ris(ris_from_edtf(date)) == date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ({"date-parts": [["2001", "2", "03"]]}, "2001-02-03"),
        ({"date-parts": [[2001, 2], [2001, 5]]}, "2001-02/2001-05"),
        ({"date-parts": [[2001], [0]]}, "2001/.."),
        ({"date-parts": [[2001]], "season": "winter"}, "2001-24"),
        ({"date-parts": [[2001]], "season": 1, "circa": 1}, "2001-21~"),
        ({"date-parts": [[44]]}, "0044"),
        ({"date-parts": [[-44, 3]]}, "-0044-03"),
        ({"date-parts": [[]], "literal": "June 1971"}, "1971-06"),
        ({"raw": "17 June 1971"}, "1971-06-17"),
        ("2001-02", "2001-02"),
        ({"date-parts": [[2001, 13]]}, None),
        ({"date-parts": [[2001, 2, 30]]}, None),
        ({"date-parts": [["soon"]]}, None),
        ({"date-parts": "2001"}, None),
        ({"literal": "forthcoming"}, None),
        ([2001], None),
    ],
)
def test_what_others_write_in_csl_is_read_or_refused(value, date):
    assert edtf_from_csl(value) == date


@pytest.mark.parametrize(
    ("given_fields", "date"),
    [
        (("2023-12~", "2023", "12", ""), "2023-12~"),
        (("", "1971", "June", "17"), "1971-06-17"),
        (("", "1971", "17~jun", ""), "1971-06-17"),
        (("", "1971", "6", ""), "1971-06"),
        (("", "1971", "Michaelmas", ""), "1971"),
        (("", "1971", "2", "30"), "1971-02"),
        (("", "c. 1600", "", ""), "1600~"),
        (("", "in press", "", ""), None),
        (("", "", "", ""), None),
    ],
)
def test_the_fields_of_bibtex_make_a_date(given_fields, date):
    assert edtf_from_bibtex(*given_fields) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2008/07/25/", "2008-07-25"),
        ("2008///", "2008"),
        ("2008/7", "2008-07"),
        ("2008///circa", "2008~"),
        ("2008///spring", "2008-21"),
        ("2008-07-25", "2008-07-25"),
        ("25 July 2008", "2008-07-25"),
        ("soon", None),
    ],
)
def test_the_slashes_of_ris_make_a_date(text, date):
    assert edtf_from_ris(text) == date


def test_words_are_read_as_dates():
    assert edtf_from_text(" 15 November 2023 ") == "2023-11-15"
    assert edtf_from_text("no date") is None


def test_a_date_is_told_to_forms_that_know_less():
    assert [first_year(date) for date in ("1971-06-17", "198X", "2020/..", "-0043")] == [
        "1971",
        "1980",
        "2020",
        "",
    ]
    assert [month_and_day(date) for date in ("1971-06-07", "1971-06", "1971", "2021-21")] == [
        ("6", "7"),
        ("6", ""),
        ("", ""),
        ("", ""),
    ]
