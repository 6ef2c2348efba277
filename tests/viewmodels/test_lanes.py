"""Lanes are changed one at a time, and everything follows."""

import pytest

from explorer.domain.facet import FacetGroup
from explorer.viewmodels.lanes import PALETTE
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


@pytest.fixture
def lanes(desk):
    return desk.models.lanes


def test_they_are_those_of_the_library_with_their_events(desk, lanes):
    stage = desk.models.timeline.stage
    assert [lane.id for lane in lanes.lanes] == [theme.id for theme in stage.contents.themes]
    assert sum(lane.events for lane in lanes.lanes) == stage.index.size


def test_a_lane_is_added_named_moved_and_deleted(desk, lanes):
    said = []
    lanes.changed.connect(said.append)
    lanes.add("Weather")
    desk.settle()
    new = lanes.lanes[-1]
    assert (new.name, new.events) == ("Weather", 0)
    assert new.colour in PALETTE
    lanes.rename(new.id, "Storms")
    lanes.recolour(new.id, "#123456")
    lanes.move(new.id, -100)
    desk.settle()
    first = lanes.lanes[0]
    assert (first.id, first.name, first.colour) == (new.id, "Storms", "#123456")
    stage = desk.models.timeline.stage
    assert stage.contents.themes[0].name == "Storms"
    assert stage.lanes[0].total == 0
    assert next(iter(desk.models.facets.values(FacetGroup.THEME))) == new.id
    lanes.delete(new.id)
    desk.settle()
    assert new.id not in [lane.id for lane in lanes.lanes]
    for _ in range(5):
        desk.models.edits.undo()
    desk.settle()
    assert desk.models.edits.history.undo is None
    assert len(said) == 10


def test_what_cannot_be_done_is_said_and_the_lanes_are_shown_again(desk, lanes):
    refused, said = [], []
    lanes.refused.connect(refused.append)
    lanes.changed.connect(said.append)
    lanes.delete(1)
    lanes.rename(2, "  ")
    desk.settle()
    assert "has events" in refused[0]
    assert "a name" in refused[1]
    assert said == [lanes.lanes, lanes.lanes]


def test_a_lane_that_is_filtered_for_may_move_and_the_filter_stays(desk, lanes):
    desk.models.facets.toggle(FacetGroup.THEME, 3)
    desk.settle()
    shown = desk.models.timeline.stage.shown
    lanes.move(3, 2)
    desk.settle()
    assert desk.models.timeline.stage.shown == shown
    assert desk.models.timeline.stage.lanes[4].shown == shown
