"""The tours of a library: what is in hand, steps made of a view, order, and what is said of it."""

import pytest

from explorer.app.tours import Tours
from explorer.domain.facet import FacetGroup
from explorer.viewmodels.pages import Page
from explorer.viewmodels.tours import PlayAsk
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


@pytest.fixture
def tours(desk):
    return Tours(desk.models, desk.services)


@pytest.fixture
def model(tours):
    return tours.model


def titles(model):
    return [step.title for step in model.state.tour.steps]


def test_a_tour_and_a_step_are_in_hand_and_can_be_played(desk, model):
    asked = []
    model.play_asked.connect(asked.append)
    first, second = model.state.tours
    assert (model.state.tour, model.state.step, model.state.position) == (first, first.steps[0], 0)
    model.choose_step(first.steps[7].id)
    assert model.state.position == 7
    model.play_from_here()
    model.choose_tour(second.id)
    assert model.state.step is second.steps[0]
    model.play()
    assert asked == [PlayAsk(first.id, 7), PlayAsk(second.id, 0)]
    assert not model.state.focuses
    model.set_active(True)
    desk.settle()
    assert model.state.focuses.keys() == {step.id for step in second.steps}


def test_the_first_step_of_a_view_begins_a_tour_and_the_next_goes_behind_it(desk, model):
    models, shipped = desk.models, model.state.tours
    assert model.last_used is None
    models.viewport.show(18_000.0, 18_400.0)
    models.selection.select(3)
    model.keep_view()
    desk.settle()
    assert model.state.tours[:-1] == shipped
    tour = model.state.tour
    assert (tour.title, len(tour.steps), model.last_used) == ("My tour", 1, tour)
    assert model.state.step.event_id == 3
    models.selection.select(None)
    model.keep_view()
    desk.settle()
    assert [step.event_id for step in model.state.tour.steps] == [3, None]
    assert model.state.position == 1
    assert desk.said[-1].text == "The view is now step 2 of the tour “My tour”. Ctrl Z takes it back."
    models.edits.undo()
    desk.settle()
    assert model.state.position == 0
    models.edits.undo()
    desk.settle()
    assert model.state.tours == shipped
    assert model.last_used is None


def test_a_step_is_shown_on_the_timeline_or_it_is_said_why_not(desk, model):
    store = desk.models.library.current.store
    desk.models.place.turn_to(Page.TOURS)
    model.choose_step(model.state.tour.steps[2].id)
    model.show_step()
    desk.settle()
    assert desk.models.place.page is Page.TIMELINE
    assert desk.models.selection.current == model.state.step.event_id
    assert desk.said[-1].text.startswith("Step 3 of “How the summit came about”: A promise at dinner.")
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE step SET view_start = 'soon' WHERE id = 1")
    desk.open(store.path)
    model.show_step()
    assert "cannot be shown" in desk.said[-1].text
    assert desk.said[-1].text.endswith("Edit the step.")


def test_a_step_takes_the_view_moves_is_doubled_and_deleted(desk, model):
    before = model.state.tour
    names = titles(model)
    step = before.steps[1]
    model.choose_step(step.id)
    desk.models.facets.toggle(FacetGroup.THEME, 2)
    desk.settle()
    model.take_view()
    desk.settle()
    taken = model.state.step
    assert (taken.id, taken.title, taken.say, taken.lanes) == (step.id, step.title, step.say, (2,))
    assert (taken.view_start, taken.view_end) != (step.view_start, step.view_end)
    model.move_step(step.id, 0)
    desk.settle()
    assert titles(model) == [names[1], names[0], *names[2:]]
    assert model.state.position == 0
    model.duplicate_step()
    desk.settle()
    assert titles(model)[:3] == [names[1], names[1], names[0]]
    assert model.state.position == 1
    model.delete_step()
    desk.settle()
    assert titles(model)[:2] == [names[1], names[0]]
    assert model.state.position == 1
    assert desk.said[-1].text.endswith(": done. Ctrl Z takes it back.")
    for _ in range(4):
        desk.models.edits.undo()
        desk.settle()
    assert model.state.tours[0] == before


def test_a_tour_is_doubled_and_deleted_and_its_neighbour_is_in_hand(desk, model):
    first, second = model.state.tours
    model.duplicate_tour()
    desk.settle()
    assert model.state.tour.title == f"{first.title} (2)"
    model.delete_tour()
    desk.settle()
    assert model.state.tour == second
    assert model.last_used is None


def test_nothing_is_changed_in_a_library_that_is_only_read(desk, model, monkeypatch):
    asked = []
    model.play_asked.connect(asked.append)
    monkeypatch.setattr(desk.models.library.current.store, "read_only", True)
    before = model.state.tours
    model.keep_view()
    model.move_step(before[0].steps[0].id, 3)
    model.delete_tour()
    desk.settle()
    assert {said.text.split(".")[0] for said in desk.said} == {"This library is open read-only"}
    assert model.state.tours == before
    model.play()
    assert asked == [PlayAsk(before[0].id, 0)]
