"""The head of the stage."""

from dataclasses import replace

import pytest

from explorer.viewmodels.presenting.talk import TalkState
from explorer.widgets.presenting.heading import Heading
from tests.widgets.presenting.conftest import rest, tour_of


@pytest.fixture
def head(look, qtbot) -> Heading:
    made = Heading(look, None)
    qtbot.addWidget(made)
    return made


def test_the_date_says_how_exact_it_is_and_that_it_is_unchecked(present, qtbot) -> None:
    shown = present(9, tour=1)
    head = shown.window.head
    assert head.date.text == "11 Dec 2006 · exact day · unchecked"
    assert head.title.text == "Money and war in Mexico"
    assert head.corner.text == "9/14"
    shown.stage.talk.go_to(0)
    rest(qtbot, shown)
    assert head.date.text == "17 Jun 1971 · exact day"
    shown.stage.talk.go_to(2)
    rest(qtbot, shown)
    assert head.date.text == "21 – 28 Feb 1972 · exact days"


def test_the_corner_tells_the_place_or_the_way_back_or_what_is_typed(head: Heading) -> None:
    state = TalkState(tour_of("", "", ""), 1, part=1, parts=3)
    head.put_place(state, "")
    assert head.corner.text == "2/3"
    assert head.parts.text == "••◦"
    head.put_place(replace(state, away=True), "")
    assert head.corner.text == "R: back to step 2"
    head.put_place(state, "12")
    assert head.corner.text == "to step 12"
    head.put_place(TalkState(tour_of("", "", ""), 2, over=True), "")
    assert head.corner.text == "The end"
    assert head.parts.text == ""


def test_words_and_numbers_stand_beside_each_other(head: Heading) -> None:
    head.put_place(TalkState(tour_of("", ""), 0, parts=6), "")
    for width in (900, 1800):
        head.resize(width, head.height_at(width))
        head.lay_out()
        assert head.date.geometry().right() < head.corner.geometry().left()
        assert head.title.geometry().right() < head.parts.geometry().left()
        assert head.corner.geometry().right() <= width
