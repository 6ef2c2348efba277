"""Texts are made once and kept, within a bound of pixels."""

import pytest
from PySide6.QtGui import QColor

from explorer.widgets.theme import load_theme
from explorer.widgets.timeline.lettering import KEPT_PIXELS, Lettering

INK = QColor("#1F2328")


@pytest.fixture
def lettering(qapp, resources):
    made = Lettering()
    made.dress(load_theme(resources / "themes", "light"), 1.0)
    return made


def test_a_text_is_made_once(lettering):
    first = lettering.pixmap("Beijing", INK)
    assert lettering.pixmap("Beijing", INK).cacheKey() == first.cacheKey()
    assert lettering.kept("Beijing", INK, bold=True) is None


def test_what_is_kept_is_bounded_and_the_oldest_goes_first(lettering):
    text = "x" * 200
    made = lettering.pixmap(text, INK)
    enough = KEPT_PIXELS // (made.width() * made.height()) + 2
    for number in range(enough):
        lettering.pixmap(text, INK, width=made.width() + number)
        lettering.pixmap("asked for again and again", INK)
    assert lettering.kept(text, INK) is None
    assert lettering.kept("asked for again and again", INK) is not None
    assert lettering.kept(text, INK, width=made.width() + enough - 1) is not None


def test_a_text_larger_than_the_bound_is_kept_while_it_is_the_last(lettering):
    huge = lettering.pixmap("tall", INK, 1_500)
    assert huge.width() * huge.height() > KEPT_PIXELS
    assert lettering.kept("tall", INK, 1_500) is not None
