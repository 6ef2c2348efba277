import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.edtf import parse
from explorer.domain.typed import read_typed

PIECES = [
    "since", "from", "to", "until", "between", "and", "or", "about", "c.", "the", "1980s", "15", "November",
    ",", "-", "–", "/", "44", "BC", "AD", "spring", "1972-73", "first", "quarter of", "half", "some", "day",
    "later that year", "uncertain", "?", "~", "10:30", "UTC", "2023-11", "XX", "before", "in", "century",
    "may", "0", "2023", "[", "]",
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("June 1971", "1971-06"),
        ("june 1971", "1971-06"),
        ("Sept. 2001", "2001-09"),
        ("15 Nov 2023", "2023-11-15"),
        ("15th of November, 2023", "2023-11-15"),
        ("Nov 15, 2023", "2023-11-15"),
        ("November 15th 2023", "2023-11-15"),
        ("15.11.2023", "2023-11-15"),
        ("3/4/1975", "1975-04-03"),
        ("11/15/2023", "2023-11-15"),
        ("2023/11/15", "2023-11-15"),
        ("2023-11-15", "2023-11-15"),
        ("2023-1-5", "2023-01-05"),
        ("11.2023", "2023-11"),
        ("1986-1990", "1986/1990"),
        ("1986–1990", "1986/1990"),
        ("1986–90", "1986/1990"),
        ("1973-74", "1973/1974"),
        ("1973–74", "1973/1974"),
        ("1973 to 74", "1973/1974"),
        ("1998-02", "1998-02"),
        ("2018-19", "2018/2019"),
        ("1986 to 1990", "1986/1990"),
        ("from 1986 until 1990", "1986/1990"),
        ("between March and August 1975", "1975-03/1975-08"),
        ("June–August 1975", "1975-06/1975-08"),
        ("21-28 February 1972", "1972-02-21/1972-02-28"),
        ("12 March 1988 to February 1990", "1988-03-12/1990-02"),
        ("about 1982", "1982~"),
        ("c. 1982", "1982~"),
        ("c.1982", "1982~"),
        ("circa June 1982", "1982-06~"),
        ("perhaps 1972", "1972?"),
        ("1972?", "1972?"),
        ("1980s", "198X"),
        ("the ’80s", "198X"),
        ("20th century", "19XX"),
        ("since 2013", "2013/.."),
        ("until August 2022", "../2022-08"),
        ("before 1914", "[..1914]"),
        ("by October 2023", "[..2023-10]"),
        ("after 2019", "[2019..]"),
        ("1972 or 1973", "[1972,1973]"),
        ("Summer 1976", "1976-22"),
        ("fall 1999", "1999-23"),
        ("winter 1972-73", "1972-24"),
        ("Q1 2021", "2021-33"),
        ("44 BC", "-0043"),
        ("44 BCE", "-0043"),
        ("AD 476", "0476"),
        ("2023-11-15 10:30", "2023-11-15T10:30"),
        ("15 November 2023 at 9:05 UTC", "2023-11-15T09:05Z"),
        ("in 1972", "1972"),
        ("198x", "198X"),
    ],
)
def test_what_people_type(typed: str, edtf: str) -> None:
    assert read_typed(typed) == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "", "May", "march", "China 2018", "73", "476", "3,000", "31.02.2023", "99.99.2023", "5 June",
        "Cienfuegos",
        "since China", "1972 or China", "１９７３", "until today", "winter 1972-74", "fifth quarter of 2021",
        "2018-13", "2018-18", "2018–13", "1999–02", "from 2018 to 13", "about 2018-13",
        "0th century", "9/11", "fentanyl 1980s", "x" * 1_000_000,
    ],
)  # fmt: skip
def test_what_is_no_date(typed: str) -> None:
    assert read_typed(typed) is None


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)))
def test_anything_typed_is_a_date_or_not(typed: str) -> None:
    found = read_typed(typed)
    assert found is None or parse(found).text == found


@pytest.mark.parametrize(
    "typed", ["- " * 60, "to " * 40, "1972 or " * 14 + "1972", "1" * 120, "x" * 1_000_000]
)
def test_hostile_text_costs_little(typed: str) -> None:
    began = time.process_time()
    read_typed(typed)
    assert time.process_time() - began < 0.1
