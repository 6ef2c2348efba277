"""What tours are made of."""

import pytest

from explorer.app.tours import Tours
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


def test_the_parts_know_each_other(desk):
    tours = Tours(desk.models, desk.services)
    tours.model.show_step()
    desk.settle()
    assert tours.showing.current.step == tours.model.state.step
    # The claim that the step has drawn is the one that a step made now would draw.
    assert tours.taking.draft().claim_id == tours.model.state.step.claim_id
    tours.step_editor.begin_new(tours.model.state.tour, 0)
    tours.tour_editor.begin_new()
    desk.settle()
    assert tours.step_editor.state.typed.claim.id == tours.model.state.step.claim_id
    assert tours.tour_editor.state.tour_id is None


def test_tours_are_the_same_when_asked_for_again(desk):
    tours = Tours(desk.models, desk.services)
    for name in ("showing", "taking", "model", "step_editor", "tour_editor"):
        assert getattr(tours, name) is getattr(tours, name)
