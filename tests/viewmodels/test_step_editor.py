"""Writing a step of a tour."""

from dataclasses import replace

import pytest

from explorer.app.tours import Tours
from explorer.domain.tour import Show
from explorer.viewmodels.focus_search import Picked
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
def editor(tours):
    return tours.step_editor


def begun(desk, editor):
    """What stands in the fields when they open."""
    desk.settle()
    return editor.state.typed


def test_a_new_step_begins_with_the_view_and_goes_to_its_place(desk, tours, editor):
    tour = tours.model.state.tour
    desk.models.selection.select(3)
    editor.begin_new(tour, 2)
    typed = begun(desk, editor)
    assert (typed.title, typed.show, typed.event.id) == ("", Show.VIEW, 3)
    assert typed.start
    editor.save(typed)
    assert editor.state.problems == {"title": "Give the step a title."}
    editor.save(replace(typed, title=" A  new\tone ", say="Look. ", start="March 2019", end="about 2021"))
    desk.settle()
    assert editor.state is None
    step = tours.model.state.tour.steps[2]
    assert tours.model.state.step == step
    assert (step.title, step.say, step.view_start, step.view_end) == (
        "A new one",
        "Look.",
        "2019-03",
        "2021~",
    )
    assert desk.said[-1].text.endswith("saved. Ctrl Z takes it back.")


def test_a_step_that_was_only_looked_at_stays_as_it_is(desk, tours, editor):
    model = tours.model
    step = next(one for one in model.state.tour.steps if one.show is Show.CLAIM)
    editor.edit(model.state.tour, step)
    typed = begun(desk, editor)
    assert typed.claim.id == step.claim_id
    assert "over 70,000 people" in typed.claim.words
    assert not editor.is_touched(typed)
    assert editor.is_touched(replace(typed, note="Ask."))
    before = desk.models.library.current.contents.tours
    editor.save(typed)
    desk.settle()
    assert editor.state is None
    assert desk.models.library.current.contents.tours == before


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(desk, tours, editor):
    editor.edit(tours.model.state.tour, tours.model.state.tour.steps[1])
    begin = begun(desk, editor)
    for wrong, field in (
        ({"title": "x" * 61}, "title"),
        ({"start": "soonish"}, "start"),
        ({"start": ""}, "start"),
        ({"start": "2022", "end": "2020"}, "end"),
        ({"say": "x" * 1001}, "say"),
        ({"show": Show.QUOTATION}, "show"),
    ):
        typed = replace(begin, **wrong)
        assert list(editor.problems(typed)) == [field]
        editor.save(typed)
        assert editor.state.problems[field]
        assert not editor.state.saving


def test_sentences_are_counted_and_the_view_is_taken(desk, tours, editor):
    taken = []
    editor.taken.connect(taken.append)
    assert editor.count_of("") == ("One to three sentences, for the class to read", False)
    assert editor.count_of("One.") == ("1 sentence", False)
    words, too_many = editor.count_of("One thing. Two things. Three things. Four things.")
    assert too_many
    assert words.startswith("4 sentences")
    editor.edit(tours.model.state.tour, tours.model.state.tour.steps[1])
    typed = replace(begun(desk, editor), title="Mine", event=Picked(1, "x"))
    desk.models.facets.set_importance(4)
    desk.settle()
    editor.take_view(typed)
    (put,) = taken
    assert (put.title, put.event, put.lanes) == ("Mine", typed.event, ())
    assert editor.words_of_filters(put.filters) == "Importance 4 and above"
    assert editor.words_of_filters("") == ""


def test_the_fields_stay_where_the_step_is_gone_and_go_with_the_library(desk, tours, editor, story_path):
    tour = tours.model.state.tour
    editor.edit(tour, tour.steps[0])
    typed = begun(desk, editor)
    tours.model.delete_step()
    desk.settle()
    editor.save(replace(typed, title="Kept"))
    desk.settle()
    assert editor.state.problems[""]
    assert not editor.state.saving
    editor.edit(tour, tour.steps[1])
    desk.settle()
    assert editor.state.step_id == tour.steps[0].id
    desk.open(story_path)
    assert editor.state is None
