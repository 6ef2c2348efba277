import pytest

from explorer.widgets.theme import load_theme
from explorer.widgets.timeline.eras import SIZE, name_within
from explorer.widgets.timeline.lettering import Lettering


@pytest.fixture
def lettering(qapp, resources):
    made = Lettering()
    made.dress(load_theme(resources / "themes", "light"), 1.0)
    return made


@pytest.mark.parametrize(
    ("title", "short"),
    [("G. H. W. Bush", "Bush"), ("Overdose wave 2: heroin", "heroin"), ("Carter", "")],
)
def test_a_name_is_whole_or_short_or_left_out_but_never_cut(lettering, title, short):
    wide = lettering.advance(title, SIZE)
    assert name_within(title, wide, lettering) == title
    assert name_within(title, wide - 1, lettering) == short
    assert not name_within(title, 5, lettering)
