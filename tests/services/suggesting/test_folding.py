from hypothesis import given
from hypothesis import strategies as st

from explorer.services.suggesting.folding import fold


@given(st.text())
def test_every_character_stays_in_its_place(text):
    assert len(fold(text)) == len(text)


def test_typographic_marks_become_plain_and_the_long_dash_stays():
    assert fold("“Nixon’s” 1973–74\u00a0— so") == '"Nixon\'s" 1973-74 — so'
