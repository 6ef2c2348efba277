"""Where a talk is."""

import pytest

from explorer.domain.tour import Tour
from explorer.viewmodels.presenting.talk import TalkModel
from tests.viewmodels.presenting.conftest import tour_of


@pytest.fixture
def talk(tour: Tour) -> TalkModel:
    talk = TalkModel()
    talk.begin(tour)
    return talk


def place(talk: TalkModel) -> tuple[int, int]:
    return talk.state.number, talk.state.part


def test_a_tour_without_steps_is_no_talk() -> None:
    with pytest.raises(ValueError, match="without steps"):
        TalkModel().begin(tour_of(0))


def test_it_begins_at_any_step_there_is(talk: TalkModel, tour: Tour) -> None:
    assert talk.state.step.title == "Step 1"
    talk.begin(tour, 99)
    assert talk.state.step.title == "Step 3"
    assert talk.state.next_step is None


def test_a_step_is_shown_in_its_parts_before_the_next_comes(talk: TalkModel) -> None:
    talk.offer_parts(3)
    seen = []
    for _ in range(3):
        seen.append(place(talk))
        talk.forward()
    assert [*seen, place(talk)] == [(0, 0), (0, 1), (0, 2), (1, 0)]
    assert talk.state.parts == 1
    talk.back()
    assert place(talk) == (0, 0)


def test_back_goes_through_the_parts_too(talk: TalkModel) -> None:
    talk.offer_parts(2)
    talk.forward()
    talk.back()
    assert place(talk) == (0, 0)
    talk.back()
    assert place(talk) == (0, 0)


def test_fewer_parts_keep_the_part_within_them(talk: TalkModel) -> None:
    talk.offer_parts(3)
    talk.forward()
    talk.forward()
    talk.offer_parts(2)
    assert talk.state.part == 1


def test_the_end_is_told_once_and_taken_back(talk: TalkModel) -> None:
    talk.last()
    talk.forward()
    assert talk.state.over
    talk.forward()
    assert talk.state.over
    assert talk.state.number == 2
    talk.back()
    assert not talk.state.over
    assert talk.state.number == 2


def test_from_off_the_path_one_comes_back_to_the_same_part_or_goes_on(talk: TalkModel, qtbot) -> None:
    talk.offer_parts(2)
    talk.forward()
    talk.stray()
    assert talk.state.away
    with qtbot.waitSignal(talk.returned):
        talk.come_back()
    assert not talk.state.away
    assert place(talk) == (0, 1)
    talk.stray()
    talk.forward()
    assert place(talk) == (1, 0)
    assert not talk.state.away


def test_back_from_off_the_path_is_the_step_that_was_left(talk: TalkModel) -> None:
    talk.go_to(1)
    talk.stray()
    talk.back()
    assert place(talk) == (1, 0)
    assert not talk.state.away


def test_a_number_that_is_not_there_is_the_nearest(talk: TalkModel) -> None:
    talk.go_to(77)
    assert talk.state.number == 2
    talk.go_to(-1)
    assert talk.state.number == 0


def test_a_changed_tour_goes_on_at_the_same_step(talk: TalkModel) -> None:
    talk.go_to(1)
    later = tour_of(3)
    moved = Tour(1, "u", "talk", "A talk", "students", 20, (later.steps[1], later.steps[0]))
    talk.renew(moved)
    assert talk.state.step.title == "Step 2"
    assert talk.state.number == 0


def test_nothing_happens_without_a_talk() -> None:
    talk = TalkModel()
    for act in (talk.forward, talk.back, talk.first, talk.last, talk.stray, talk.come_back):
        act()
    talk.offer_parts(4)
    assert talk.state is None
