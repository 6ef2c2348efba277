"""What the stage shows of a talk, and what counts as leaving the path."""

import pytest

from explorer.app.presenting import StageModels
from explorer.domain.tour_view import days_of
from explorer.viewmodels.presenting.director import OpenedSource
from tests.support.desk import Desk


@pytest.fixture
def summit(desk: Desk, stage: StageModels):
    """The first tour on the stage, at its second step, with all that belongs to it read."""
    tour = desk.models.library.current.contents.tours[0]
    stage.talk.begin(tour, 1)
    rest(desk, stage)
    return tour


def rest(desk: Desk, stage: StageModels) -> None:
    desk.bot.waitUntil(lambda: stage.courier.idle and not stage.viewport.moving, timeout=5000)


def test_a_step_brings_its_time_its_event_and_its_lanes(desk, stage, summit) -> None:
    step = summit.steps[1]
    view = stage.viewport.viewport
    assert (view.start, view.end) == pytest.approx(days_of(step))
    assert stage.selection.current == step.event_id
    assert stage.director.matter.focus.event.title.startswith("Obama")
    themes = stage.timeline.stage.contents.themes
    shown = stage.timeline.stage.lanes_shown
    assert {themes[at].id for at in shown} == set(step.lanes)
    assert not stage.talk.state.away
    assert desk.models.selection.current != step.event_id


def test_a_view_taken_by_hand_leaves_the_path_and_one_act_comes_back(desk, stage, summit) -> None:
    stage.director.take_hand()
    view = stage.viewport.viewport
    stage.viewport.show(view.start + 50, view.end + 50)
    assert stage.talk.state.away
    stage.talk.come_back()
    rest(desk, stage)
    view = stage.viewport.viewport
    assert (view.start, view.end) == pytest.approx(days_of(summit.steps[1]))
    assert not stage.talk.state.away


def test_another_event_is_opened_off_the_path(desk, stage, summit, qtbot) -> None:
    other = summit.steps[3].event_id
    with qtbot.waitSignal(stage.director.event_opened) as opened:
        stage.director.open_event(other)
    assert opened.args[0].event.id == other
    assert stage.talk.state.away
    with qtbot.waitSignal(stage.director.closed):
        stage.talk.come_back()
    rest(desk, stage)
    assert stage.selection.current == summit.steps[1].event_id


def test_enter_opens_the_event_of_the_step_and_then_a_source_at_the_passage(
    desk, stage, summit, qtbot
) -> None:
    stage.talk.go_to(11)
    rest(desk, stage)
    with qtbot.waitSignal(stage.director.event_opened) as opened:
        stage.director.open_evidence()
    card = opened.args[0].passages[0]
    with qtbot.waitSignal(stage.director.source_opened) as source:
        stage.director.open_source(card.source.id, card.passage.id)
    assert isinstance(source.args[0], OpenedSource)
    assert source.args[0].passage_id == card.passage.id
    assert source.args[0].detail.source.id == card.source.id


def test_figures_that_a_step_names_are_on_the_stage_and_gone_with_it(desk, stage) -> None:
    tour = next(one for one in desk.models.library.current.contents.tours if any(s.series for s in one.steps))
    number = next(at for at, step in enumerate(tour.steps) if step.series)
    stage.talk.begin(tour, number)
    rest(desk, stage)
    assert {one.slug for one in stage.timeline.stage.series} == set(tour.steps[number].series)
    plain = next(at for at, step in enumerate(tour.steps) if not step.series)
    stage.talk.go_to(plain)
    rest(desk, stage)
    assert not stage.timeline.stage.series
