import time

import pytest
from hypothesis import given, settings

from explorer.domain.edtf import event_date, parse
from explorer.domain.errors import DateError
from explorer.domain.words import exactness, from_words, in_short_words, in_words
from tests.domain.edtf_texts import moments, pairs, texts


class TestInverse:
    @settings(max_examples=200)
    @given(texts)
    def test_words_are_read_back_as_the_same_date(self, text: str) -> None:
        read = from_words(in_words(text))
        assert read is not None
        assert read == text or parse(read).extent == parse(text).extent

    @given(pairs())
    def test_words_of_start_and_end_are_read_back(self, pair: tuple[str, str]) -> None:
        read = from_words(in_words(*pair))
        assert read is not None
        assert parse(read).extent == event_date(*pair).extent

    @given(texts)
    def test_edtf_itself_is_understood(self, text: str) -> None:
        assert from_words(text) == text
        assert from_words(f"  {text} ") == text

    @given(moments)
    def test_short_words_are_not_longer(self, text: str) -> None:
        assert len(in_short_words(text)) <= len(in_words(text))

    @given(texts)
    def test_every_date_can_be_said_and_graded(self, text: str) -> None:
        for words in (in_words(text), in_short_words(text), exactness(text)):
            assert words
            assert words == words.strip()


class TestInWords:
    @pytest.mark.parametrize(
        ("edtf", "words", "short"),
        [
            ("2023-11-15", "15 November 2023", "15 Nov 2023"),
            ("2018-12", "December 2018", "Dec 2018"),
            ("1972", "1972", "1972"),
            ("2020~", "about 2020", "c. 2020"),
            ("1972?", "perhaps 1972", "1972?"),
            ("1971-06%", "about June 1971, uncertain", "c. Jun 1971?"),
            ("[1972,1973]", "1972 or 1973", "1972 or 1973"),
            ("[..1914]", "in or before 1914", "1914 or earlier"),
            ("[..1760-12-03]", "on or before 3 December 1760", "3 Dec 1760 or earlier"),
            ("[2019..]", "in or after 2019", "2019 or later"),
            ("[1668..1670]", "some time between 1668 and 1670", "between 1668 and 1670"),
            ("{1960,1961,1963}", "1960, 1961 and 1963", "1960, 1961 and 1963"),
            ("2013/..", "since 2013", "since 2013"),
            ("../2022-08", "until August 2022", "until Aug 2022"),
            ("2013/", "from 2013, end unknown", "from 2013, end?"),
            ("198X", "the 1980s", "1980s"),
            ("19XX", "the 20th century", "20th c."),
            ("-01XX", "the 2nd century BC", "2nd c. BC"),
            ("1976-21", "spring 1976", "spring 1976"),
            ("1972-24", "winter 1972–73", "winter 1972–73"),
            ("1999-24", "winter 1999–2000", "winter 1999–2000"),
            ("2021-33", "first quarter of 2021", "Q1 2021"),
            ("1972-02-21/1972-02-28", "21 – 28 February 1972", "21 – 28 Feb 1972"),
            ("1988-03-12/1990-02", "12 March 1988 – February 1990", "12 Mar 1988 – Feb 1990"),
            ("1960/1969", "1960 – 1969", "1960–1969"),
            ("2023-11-15T10:30", "15 November 2023, 10:30", "15 Nov 2023, 10:30"),
            ("2023-11-15T10:30Z", "15 November 2023, 10:30 UTC", "15 Nov 2023, 10:30 UTC"),
            ("-0043-03-15", "15 March 44 BC", "15 Mar 44 BC"),
            ("0000", "1 BC", "1 BC"),
            ("0476-09-04", "4 September AD 476", "4 Sep AD 476"),
            ("Y-17000", "17,001 BC", "17,001 BC"),
            ("1985-04-XX", "some day of April 1985", "some day of Apr 1985"),
        ],
    )
    def test_says(self, edtf: str, words: str, short: str) -> None:
        assert in_words(edtf) == words
        assert in_short_words(edtf) == short
        assert from_words(words) == edtf

    @pytest.mark.parametrize(
        ("start", "end", "words"),
        [
            ("1972-02-21", "1972-02-28", "21 – 28 February 1972"),
            ("2022-08-02", "2022-08-03", "2 – 3 August 2022"),
            ("2010-04-05", "2010-08", "5 April – August 2010"),
            ("1985-02-15", "1985-02", "15 February 1985 – later that month"),
            ("1989-12-20", "1990-01-03", "20 December 1989 – 3 January 1990"),
            ("2017~", "2023", "about 2017 – 2023"),
            ("2023-11-15T10:30", "2023-11-15T11:45", "15 November 2023, 10:30 – 11:45"),
        ],
    )
    def test_says_what_both_ends_share_only_once(self, start: str, end: str, words: str) -> None:
        assert in_words(start, end) == words
        assert from_words(words) == f"{start}/{end}"

    def test_what_has_no_words_stays_as_it_is_written(self) -> None:
        assert in_words("2004-06-~11") == "2004-06-~11"

    def test_a_text_that_is_no_date_is_refused(self) -> None:
        with pytest.raises(DateError):
            in_words("soon")


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-11-15", None, "exact day"),
        ("2023-11-15T10:30", None, "exact to the minute"),
        ("1971-06", None, "known to the month"),
        ("1972", None, "known to the year"),
        ("198X", None, "known to the decade"),
        ("2021-33", None, "known to the quarter"),
        ("2020~", None, "about, within a year"),
        ("1971-06~", None, "about, within a month"),
        ("1972?", None, "uncertain, given to the year"),
        ("1972%", None, "about, within a year, and uncertain"),
        ("[1972,1973]", None, "one of several dates"),
        ("[..1914]", None, "only the latest possible date is known"),
        ("2013/..", None, "start known to the year, end open"),
        ("2013/", None, "start known to the year, end unknown"),
        ("1972-02-21", "1972-02-28", "both ends exact to the day"),
        ("1988-03-12", "1990-02", "start exact to the day, end known to the month"),
    ],
)
def test_exactness(start: str, end: str | None, words: str) -> None:
    assert exactness(start, end) == words


class TestCost:
    def test_words_cost_little_the_second_time(self) -> None:
        in_words("1988-03-12", "1990-02")
        began = time.process_time()
        for _ in range(1000):
            in_words("1988-03-12", "1990-02")
        assert time.process_time() - began < 0.05
