"""Whatever a text holds, what is found in it is valid and lies in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.edtf import parse
from explorer.domain.event import DateFlag, Era, Status
from explorer.services.suggesting.finding import Context, Finder
from explorer.services.suggesting.sentences import LONGEST


def era(start, end):
    extent = parse("1970").extent
    return Era(1, "row", "row", "Odd", start, end, extent, DateFlag.NONE, 1, Status.UNCHECKED, "")


CONTEXT = Context("2023-12-07")
PIECES = (
    "44 BC", "AD 3", "In March", "99 centuries later", "the next day", "late in", "Odd’s first term",
    "the Odd era",
    "in", "since", "until", "by", "before", "between", "and", "to", "-", "–", "of", "the", "early",
    "late", "mid-", "June", "May", "17", "31", "1971", "1972-73", "'80s", "1980s", "19th",
    "century", "spring", "fiscal year", "FY21", "last month", "that year", "three years later",
    "two weeks ago", "on Tuesday", "(", ")", ",", ".", "\n", "“", "3/4/1975", "c.", "or", "about",
    "World War II", "9/11", "kilograms", "Section", "\U0001d4aa", "é",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_whatever_stands_there_every_date_is_valid_and_lies_in_its_sentence(text):
    for found in Finder(CONTEXT).find(text):
        parse(found.edtf)
        assert 0 <= found.start <= found.date_start < found.date_end <= found.end <= len(text)
        assert 0 < found.confidence <= 1
        assert found.title
        assert all(rival.edtf != found.edtf for rival in found.rivals)
        for rival in found.rivals:
            parse(rival.edtf)


@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.sampled_from(
        ("2023", "-0043-03-15", "198X", "2023-21", "[1971,1972]", "1971~/..", "Y170000002", None)
    ),
    st.sampled_from(
        (("196X", None), ("-0043-03-15", "0014"), ("1969~/1970", "1974"), ("[..1969]", "1974-08"))
    ),
)
def test_odd_dates_of_documents_and_eras_do_no_harm(text, published, odd):
    for found in Finder(Context(published, (era(*odd),))).find(text):
        parse(found.edtf)


@given(st.text(max_size=300))
def test_any_text_at_all_can_be_read(text):
    assert all(found.end <= len(text) for found in Finder(CONTEXT).find(text))


@pytest.mark.parametrize(
    "piece",
    ["1971-", "June ", "." * 50, "in 1971 ", "Act of ", "(Vol ", "between 1971 and ", "A. ", "\n", "'\""],
)
def test_a_heap_of_anything_is_read_to_its_end(piece):
    shares = []
    text = piece * (50_000 // len(piece))
    assert all(found.end - found.start <= LONGEST for found in Finder(CONTEXT, shares.append).find(text))
    assert shares[-1] == 1
