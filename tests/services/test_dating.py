"""The date that is meant where words are selected."""

import pytest

from explorer.services.dating import Selected, nearest

TEXT = """The harbour was closed in March 1911. Nobody wrote of it until much later.

The council answered on 4 April 1911 that coal would be sent. The road was begun in 1913 and given up in \
1914. They moved the line up the slope, and the first cart came through on 9 September 1921.
"""


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Nobody wrote", "1911-03"),
        ("The council answered", "1911-04-04"),
        ("on 4 April 1911 that coal", "1911-04-04"),
        ("the first cart", "1921-09-09"),
    ],
)
def test_the_date_in_the_words_or_nearest_to_them(words, edtf):
    start = TEXT.index(words)
    found = nearest(Selected(TEXT, start, start + len(words)))
    assert found is not None
    assert found.edtf == edtf


def test_a_date_far_away_is_not_meant():
    text = TEXT + "\n".join(["Nothing of the kind was ever said again."] * 100)
    assert nearest(Selected(text, len(text) - 10, len(text))) is None


def test_a_text_without_dates_has_none():
    assert nearest(Selected("Nothing was said.", 0, 7)) is None
