"""A step on the timeline."""

from dataclasses import replace

import pytest

from explorer.app.tours import Tours
from explorer.domain.errors import DateError
from explorer.domain.facet import FacetGroup
from explorer.domain.tour import Show
from explorer.domain.tour_view import days_of
from explorer.viewmodels.series_choice import usual
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
def showing(tours):
    return tours.showing


@pytest.fixture
def steps(desk):
    return desk.models.library.current.contents.tours[0].steps


def test_a_step_brings_lanes_series_event_and_time(desk, showing, steps):
    models, step = desk.models, steps[2]
    models.facets.set_importance(5)
    models.timeline.choose_series(["us_heroin_deaths"])
    showing.show_step(step)
    desk.settle()
    goal = models.viewport.goal
    assert (goal.start, goal.end) == pytest.approx(days_of(step))
    assert models.selection.current == step.event_id
    assert models.facets.choice.of(FacetGroup.THEME) == set(step.lanes)
    assert models.facets.choice.importance == 1
    stage = models.timeline.stage
    assert stage.series == usual(stage.contents.series)
    shown = [count.shown > 0 for count in stage.lanes]
    assert shown == [theme.id in step.lanes for theme in stage.contents.themes]


def test_a_step_with_filters_and_series_of_its_own(desk, showing, steps):
    step = replace(steps[0], lanes=(), filters='{"importance": 4}', series=("us_heroin_deaths",))
    showing.show_step(step)
    assert desk.models.facets.choice.importance == 4
    assert not desk.models.facets.choice.of(FacetGroup.THEME)
    assert [one.slug for one in desk.models.timeline.stage.series] == ["us_heroin_deaths"]
    desk.settle()


def test_a_claim_is_drawn_once_it_is_read_and_goes_with_the_step(desk, showing, steps):
    said = []
    showing.shown.connect(said.append)
    step = replace(steps[0], show=Show.CLAIM, claim_id=2)
    showing.show_step(step)
    assert desk.models.timeline.stage.check is None
    desk.settle()
    assert desk.models.timeline.stage.check is not None
    assert [one.focus is None for one in said] == [True, False]
    assert said[-1].focus.claim.claim.id == 2
    showing.show_step(steps[1])
    desk.settle()
    assert desk.models.timeline.stage.check is None
    showing.show_step(step)
    desk.settle()
    showing.let_go()
    assert desk.models.timeline.stage.check is None
    assert showing.current is None


def test_a_step_whose_focus_is_gone_is_a_view(desk, showing, steps):
    showing.show_step(replace(steps[0], show=Show.CLAIM, claim_id=None, event_id=None))
    desk.settle()
    assert desk.models.timeline.stage.check is None
    assert desk.models.selection.current is None
    assert showing.current.focus is not None


def test_a_view_that_is_none_changes_nothing(desk, showing, steps):
    before = desk.models.viewport.goal, desk.models.selection.current
    with pytest.raises(DateError):
        showing.show_step(replace(steps[0], view_start="soon"))
    assert (desk.models.viewport.goal, desk.models.selection.current) == before
    assert showing.current is None


def test_another_library_lets_the_step_go(desk, showing, steps, story_path):
    showing.show_step(steps[0])
    desk.settle()
    desk.open(story_path)
    assert showing.current is None
