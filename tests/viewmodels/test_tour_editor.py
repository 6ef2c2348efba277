"""Naming a tour."""

import pytest

from explorer.app.tours import Tours
from explorer.domain.tour_draft import TourDraft
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


def test_a_tour_is_named_and_named_otherwise(desk):
    tours = Tours(desk.models, desk.services)
    model, editor = tours.model, tours.tour_editor
    closed = []
    editor.closed.connect(closed.append)
    editor.begin_new()
    editor.save(TourDraft(" ", "x" * 120, 0))
    assert set(editor.state.problems) == {"title", "audience", "minutes"}
    assert closed == []
    editor.save(TourDraft("Mine", "A class", 10))
    assert editor.state.saving
    desk.settle()
    assert (editor.state, closed) == (None, [None])
    assert (model.state.tour.title, model.state.tour.minutes) == ("Mine", 10)
    editor.edit(model.state.tour)
    assert editor.state.typed == TourDraft("Mine", "A class", 10)
    editor.save(TourDraft("Ours", "A class", 10))
    desk.settle()
    assert model.state.tour.title == "Ours"
    assert desk.said[-1].text == "Rename tour “Mine” to “Ours”: saved. Ctrl Z takes it back."


def test_the_fields_stay_where_the_tour_is_gone_and_go_with_the_library(desk, story_path):
    tours = Tours(desk.models, desk.services)
    model, editor = tours.model, tours.tour_editor
    editor.edit(model.state.tour)
    model.delete_tour()
    desk.settle()
    editor.save(TourDraft("Mine"))
    desk.settle()
    assert editor.state.problems[""]
    assert not editor.state.saving
    desk.open(story_path)
    assert editor.state is None
