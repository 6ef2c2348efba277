from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.reading import PageStart, page_at, pages_between

PAGES = (PageStart(0, 1, "iv"), PageStart(10, 2, "v"), PageStart(10, 3, "vi"), PageStart(30, 4, "1"))


def test_a_place_is_on_the_page_that_began_last():
    assert page_at(PAGES, 0) == PAGES[0]
    assert page_at(PAGES, 29) == PAGES[2]
    assert page_at(PAGES, 99) == PAGES[3]
    assert page_at((), 5) is None
    assert page_at(PAGES[1:], 5) is None


def test_a_passage_over_a_break_has_all_its_pages():
    assert pages_between(PAGES, 5, 10) == PAGES[:1]
    assert pages_between(PAGES, 5, 31) == PAGES
    assert pages_between(PAGES, 12, 20) == PAGES[2:3]
    assert pages_between((), 1, 2) == ()


@given(st.lists(st.integers(0, 50)).map(sorted), st.integers(0, 50), st.integers(1, 50))
def test_the_pages_of_a_passage_are_those_of_its_letters(starts, start, length):
    pages = tuple(PageStart(at, number, str(number)) for number, at in enumerate(starts, 1))
    on = {bisect_right(starts, at) for at in range(start, start + length)} - {0}
    found = {page.number for page in pages_between(pages, start, start + length)}
    assert on <= found
    assert max(found, default=0) == max(on, default=0)
