import json

import numpy as np
import pytest

from explorer.domain.errors import DateError
from explorer.domain.facet import CONTEXT_ONLY, FacetChoice, FacetGroup
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    yield made
    made.close()


def test_at_first_everything_is_shown_and_counted(hunt) -> None:
    state = hunt.facets.state
    assert state.answer.visible is None
    assert state.answer.shown == state.answer.total == hunt.opened.index.size
    assert state.active == ()
    assert int(hunt.facets.counts(FacetGroup.THEME).count.sum()) == hunt.opened.index.size


def test_a_theme_narrows_and_giving_it_up_shows_all(hunt, qtbot) -> None:
    mexico = hunt.theme("diplomacy-mexico")
    with qtbot.waitSignal(hunt.facets.filtered) as told:
        hunt.facets.toggle(FacetGroup.THEME, mexico)
    visible = told.args[0].passing.rows()
    assert visible.size == hunt.facets.counts(FacetGroup.THEME).of(mexico) == hunt.facets.state.answer.shown
    assert np.unique(hunt.opened.index.lane[visible]).size == 1
    hunt.facets.toggle(FacetGroup.THEME, mexico)
    hunt.settle()
    assert hunt.facets.state.answer.visible is None


def test_the_choice_shows_at_once_and_the_counts_follow(hunt, qtbot) -> None:
    states = []
    hunt.facets.changed.connect(states.append)
    hunt.facets.toggle(FacetGroup.THEME, hunt.theme("sanctions"))
    assert [filter_.text for filter_ in states[0].active] == ["Sanctions and finance"]
    assert states[0].answer.visible is None
    hunt.settle()
    assert states[-1].answer.choice == hunt.facets.choice
    hunt.facets.changed.disconnect(states.append)


def test_the_newest_choice_wins(hunt) -> None:
    for theme in hunt.opened.contents.themes:
        hunt.facets.clear()
        hunt.facets.toggle(FacetGroup.THEME, theme.id)
    hunt.settle()
    assert hunt.facets.state.answer.choice.of(FacetGroup.THEME) == {theme.id}


def test_a_person_asked_for_replaces_the_person_before(hunt) -> None:
    xi, biden = hunt.entity("xi"), hunt.entity("biden")
    hunt.facets.choose_entity(xi)
    hunt.facets.choose_entity(biden)
    assert hunt.facets.choice.of(FacetGroup.PEOPLE) == {biden.id}


def test_a_source_switched_off_leaves_the_others_and_the_last_brings_all_back(hunt) -> None:
    values = set(hunt.facets.values(FacetGroup.SOURCE))
    hunt.facets.switch(FacetGroup.SOURCE, CONTEXT_ONLY)
    assert hunt.facets.choice.of(FacetGroup.SOURCE) == values - {CONTEXT_ONLY}
    hunt.facets.switch(FacetGroup.SOURCE, CONTEXT_ONLY)
    assert hunt.facets.choice == FacetChoice()
    for value in values:
        hunt.facets.switch(FacetGroup.SOURCE, value)
    assert hunt.facets.choice == FacetChoice()


def test_every_active_filter_is_said_and_can_be_taken_away(hunt) -> None:
    hunt.facets.choose_entity(hunt.entity("xi"))
    hunt.facets.set_importance(3)
    hunt.facets.set_range("June 1971", "", certain=True)
    for theme in hunt.opened.contents.themes[:4]:
        hunt.facets.toggle(FacetGroup.THEME, theme.id)
    texts = [active.text for active in hunt.facets.state.active]
    assert texts == [
        "Themes: 4 of 8",
        "Xi Jinping",
        "Importance 3 and above",
        "Certainly from June 1971 on",
    ]
    while hunt.facets.state.active:
        before = len(hunt.facets.state.active)
        hunt.facets.choose(hunt.facets.state.active[0].without)
        assert len(hunt.facets.state.active) == before - 1
    assert not hunt.facets.choice.restricts


def test_a_range_that_is_none_changes_nothing(hunt) -> None:
    hunt.facets.set_range("1971", "1975", certain=False)
    before = hunt.facets.choice
    for start, end in (("soon", ""), ("1980", "1970")):
        with pytest.raises(DateError):
            hunt.facets.set_range(start, end, certain=False)
    assert hunt.facets.choice == before


def test_certainly_in_is_part_of_possibly_in(hunt) -> None:
    shown = {}
    for certain in (True, False):
        hunt.facets.set_range("1986", "1989", certain=certain)
        hunt.settle()
        shown[certain] = set(hunt.facets.state.answer.visible.passing.rows().tolist())
    assert shown[True]
    assert shown[True] < shown[False], "spans and years reach over the edge"


def test_what_was_chosen_is_remembered_as_json(hunt) -> None:
    hunt.facets.choose_entity(hunt.entity("xi"))
    hunt.facets.toggle(FacetGroup.THEME, hunt.theme("sanctions"))
    hunt.facets.set_importance(2)
    hunt.facets.set_range("1986", "", certain=True)
    choice, kept = hunt.facets.choice, json.loads(json.dumps(hunt.facets.as_json()))
    assert kept["values"] == {"theme": ["sanctions"], "people": ["xi"]}
    hunt.facets.clear()
    hunt.facets.restore(kept)
    hunt.settle()
    assert hunt.facets.choice == choice
    assert hunt.facets.state.fields.start == "1986"


@pytest.mark.parametrize(
    "kept",
    [
        None,
        [],
        {"values": 3, "importance": "x", "dates": "soon"},
        {"values": {"theme": ["gone", 5], "people": "xi"}, "importance": 9},
        {"importance": True, "dates": {"start": "1990", "end": "1980"}},
        {"dates": {"start": 1990, "end": None, "certain": "yes"}},
    ],
)
def test_what_cannot_be_remembered_is_passed_over(hunt, kept) -> None:
    hunt.facets.restore(kept)
    assert hunt.facets.choice == FacetChoice()


def test_the_undated_are_found(hunt, qtbot, story_path) -> None:
    with qtbot.waitSignal(hunt.facets.undated_found) as told:
        hunt.library.open(story_path)
    assert told.args[0]
    assert hunt.facets.undated == told.args[0]
    hunt.settle()


def test_another_library_begins_with_everything(hunt, story_path) -> None:
    hunt.facets.set_importance(5)
    hunt.library.open(story_path)
    hunt.settle()
    assert hunt.facets.choice == FacetChoice()
    assert hunt.facets.state.answer.visible is None
