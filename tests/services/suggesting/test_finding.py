"""What stands in a text as a date, and what only looks like one."""

from concurrent.futures import CancelledError

import pytest

from explorer.domain.suggestion import Reason
from explorer.services.suggesting.finding import Context, Finder, known
from explorer.services.suggesting.resolving import Known


def found(text, published="2023-12-07", vague=False):
    return [one.edtf for one in Finder(Context(published)).find(text) if vague or not one.vague]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 17 June 1971.", ["1971-06-17"]),
        ("On June 17th, 1971, they met.", ["1971-06-17"]),
        ("On the 17th of June, 1971 they met.", ["1971-06-17"]),
        ("It was the seventeenth of June 1971.", ["1971-06-17"]),
        ("Signed 1971-06-17 in Geneva.", ["1971-06-17"]),
        ("Signed on 6/17/1971 in Geneva.", ["1971-06-17"]),
        ("Signed on 17.6.1971 in Geneva.", ["1971-06-17"]),
        ("Signed on 3/4/1975 in Geneva.", ["[1975-03-04,1975-04-03]"]),
        ("From 21 to 28 February 1972 he was away.", ["1972-02-21/1972-02-28"]),
        ("From 3 May to 9 June 1926 they struck.", ["1926-05-03/1926-06-09"]),
        ("In October of 1970 it fell.", ["1970-10"]),
        ("Between March and August 1975 it sat.", ["1975-03/1975-08"]),
        ("In late June 1971 it rained.", ["1971-06-21~/1971-06-30~"]),
        ("In early 1989 it fell.", ["1989-01~/1989-04~"]),
        ("In the second half of 1990 it rose.", ["1990-07/1990-12"]),
        ("In the spring of 1976 it froze.", ["1976-21"]),
        ("The winter of 1978-79 was long.", ["1978-24"]),
        ("In the first quarter of 2021 it rose.", ["2021-01/2021-03"]),
        ("In 1923 or 1924 he died.", ["[1923,1924]"]),
        ("In the 1980s it came.", ["198X"]),
        ("In the '90s it went.", ["199X"]),
        ("In the mid-eighties it stood.", ["1984~/1986~"]),
        ("In the late 19th century it grew.", ["1867~/1899~"]),
        ("In the late 19th and early 20th century it grew.", ["1867~/1933~"]),
        ("At the turn of the 20th century it grew.", ["1900~"]),
        ("From the 1930s to the 1950s it was still.", ["1930/1959"]),
        ("The famine of 1921-22 killed many.", ["1921/1922"]),
        ("Since 2013 it is so.", ["2013/.."]),
        ("It was so until August 2022.", ["../2022-08"]),
        ("By October 2023 it was gone.", ["[..2023-10]"]),
        ("It stood before 1914.", ["[..1914]"]),
        ("It fell after 2019.", ["[2019..]"]),
        ("Built c. 1954 of brick.", ["1954~"]),
        ("In FY 2023 it rose.", ["2022-10-01/2023-09-30"]),
        ("In fiscal 1975 it rose.", ["1974-07-01/1975-06-30"]),
        ("From FY2021 to FY2023 it rose.", ["2020-10-01/2023-09-30"]),
        ("The 1973 oil embargo bit.", ["1973"]),
        ("The first edition (1961) was lost.", ["1961"]),
        ("The eruption of AD 79 buried it.", ["0079"]),
        ("Caesar died in 44 BC.", ["-0043"]),
        ("On Christmas Day 1968 they saw it.", ["1968-12-25"]),
        ("After 9/11 the money went.", ["[2001-09-11..]"]),
    ],
)
def test_dates_as_historians_write_them(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Last month they met.", ["2023-11"]),
        ("Two years ago they met.", ["2021"]),
        ("Last August they met.", ["2023-08"]),
        ("On Tuesday they met.", ["2023-12-05"]),
        ("They met in November.", ["2023-11"]),
        ("It began in 1974. That year it rained.", ["1974", "1974"]),
        ("It began in June 1988. The following March it rained.", ["1988-06", "1989-03"]),
        ("It began on 2 October 2023. Three days later it rained.", ["2023-10-02", "2023-10-05"]),
        ("In May 2000 he left. In October of the same year he died.", ["2000-05", "2000-10"]),
        ("The November 2023 summit met. He spoke at November’s summit.", ["2023-11", "2023-11"]),
    ],
)
def test_dates_that_count_from_another_one(text, expected):
    assert found(text) == expected


def test_without_what_they_count_from_there_are_none():
    assert found("Last month they met. That year it rained. Days later it snowed.", None) == []
    assert found("In 1971 it rained. Three days later it snowed.", None) == ["1971"]


@pytest.mark.parametrize(
    "text",
    [
        "Room 1971 stayed locked.",
        "Some 1,971 boxes were burnt.",
        "In 1984 kilograms or less it came.",
        "It cost $1984 and no more.",
        "Between 1500 and 2000 people came.",
        "He died at the age of 45.",
        "She was in her twenties.",
        "May the better side win and march on.",
        "The 1988 Act was quoted.",
        "The Act of 1970 was quoted.",
        "The 1961 Single Convention was quoted.",
        "See Resolution 1973 and Section 1402.",
        "It is so (Musto 1999, 254).",
        "See 42 U.S.C. 1983 and page 2001.",
        "His house was 1847 Mill Road.",
        "Call 555-1954 or see https://example.org/1971/06/.",
        "The Nixon administration did it.",
        "The file was accessed 3 May 2021.",
        "ISBN 978-1-971-06171-9 is the reprint.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert found(text) == []


def test_what_is_vague_is_found_and_said_to_be():
    text = "In recent years the tone has changed. It is an election year."
    assert found(text) == []
    vague = list(Finder(Context("2023-12-07")).find(text))
    assert [one.edtf for one in vague] == ["2018~", "2024"]
    assert {one.reason for one in vague} == {Reason.VAGUE}


def test_every_guess_keeps_its_reason_and_its_rivals():
    text = "The vote of June 1971 failed. In 1988 it was taken up. In June it passed."
    last = list(Finder(Context("2023-12")).find(text))[-1]
    assert last.reason is Reason.YEAR_FROM_TEXT
    assert last.edtf == "1971-06"
    assert [(rival.edtf, rival.reason) for rival in last.rivals] == [
        ("1988-06", Reason.YEAR_FROM_TEXT),
        ("2023-06", Reason.YEAR_FROM_PUBLICATION),
    ]


def test_the_words_and_the_sentence_are_places_of_the_text():
    text = "A title\n\nNothing here. “It ended” in late June 1971, he said."
    one = next(iter(Finder(Context()).find(text)))
    assert text[one.start : one.end] == "“It ended” in late June 1971, he said."
    assert text[one.date_start : one.date_end] == "late June 1971"


def test_reading_says_how_far_it_is_and_can_be_called_off():
    shares = []
    list(Finder(Context(), shares.append).find("It rained in 1971. " * 500))
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1

    def stop(share):
        if share > 0.3:
            raise CancelledError

    with pytest.raises(CancelledError):
        list(Finder(Context(), stop).find("It rained in 1971. " * 2_000))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        (None, None),
        ("2023-12~", Known(2023, 12)),
        ("2023", Known(2023)),
        ("2023-12-07T10:30", Known(2023, 12, 7)),
        ("2023-11-11/2023-11-17", Known(2023, 11, 11)),
        ("2023-21", Known(2023)),
        ("198X", None),
        ("[2021,2022]", None),
    ],
)
def test_as_much_is_known_of_the_publication_as_its_date_says(edtf, expected):
    assert known(edtf) == expected
