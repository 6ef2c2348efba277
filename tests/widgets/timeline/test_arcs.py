"""Arcs keep off the titles, and say as much as is known."""

import numpy as np
import pytest

from explorer.domain.days import day_number
from explorer.widgets.timeline.arcs import arcs_of, crossed_labels
from explorer.widgets.timeline.rings import mark_of
from tests.support.canvas import Desk, related


@pytest.fixture
def desk(qapp):
    return Desk()


@pytest.fixture
def view(desk, qtbot):
    view = desk.view()
    qtbot.addWidget(view)
    qtbot.waitUntil(lambda: desk.titles.heading(1) is not None)
    return view


def scene_of(view, desk, selected, causes=(), effects=()):
    desk.selection.select(selected)
    desk.timeline.set_related(causes, effects)
    view.picture.invalidate()
    return view.picture.scene()


def test_an_arc_leads_from_cause_to_effect(view, desk):
    scene = scene_of(view, desk, 9, [related(8)], [])
    (arc,) = arcs_of(scene)
    cause, effect = (mark_of(scene, desk.timeline.row_of(number)) for number in (8, 9))
    assert arc.way[0][0] == pytest.approx(cause[0])
    assert arc.way[-1][0] == pytest.approx(effect[0])
    assert arc.firm
    assert not arc.faint


def test_an_arc_in_a_lane_runs_above_its_titles(view, desk):
    scene = scene_of(view, desk, 9, [related(7)], [])
    arcs = arcs_of(scene)
    _, top = scene.origin
    labels = scene.frame.labels
    lane = desk.timeline.stage.index.lane[labels.row] == 2
    assert arcs[0].way[:, 1].min() < top + float(labels.y[lane].min())
    assert not crossed_labels(scene, arcs).any()


def test_an_arc_between_lanes_runs_in_the_gap_above_the_lower_one(view, desk):
    down = arcs_of(scene_of(view, desk, 9, [related(1)], []))[0].way
    assert down[0][1] < down[-1][1]
    up = arcs_of(scene_of(view, desk, 1, [], [related(9)]))[0].way
    assert up[:, 0] == pytest.approx(down[:, 0])


def test_our_own_reading_is_not_firm_and_what_a_search_did_not_find_is_faint(view, desk):
    scene = scene_of(view, desk, 9, [related(8, reading=True)], [])
    assert not arcs_of(scene)[0].firm
    desk.light(9)
    assert arcs_of(view.picture.scene())[0].faint
    desk.light(8, 9)
    assert not arcs_of(view.picture.scene())[0].faint


def test_no_arc_leads_to_an_event_that_is_filtered_out(view, desk):
    scene_of(view, desk, 9, [related(8)], [])
    visible = np.ones(desk.timeline.stage.index.size, np.bool_)
    visible[desk.timeline.row_of(9)] = False
    desk.timeline.set_visible(visible)
    assert arcs_of(view.picture.scene())[0].faint
    visible = visible.copy()
    visible[desk.timeline.row_of(8)] = False
    desk.timeline.set_visible(visible)
    assert arcs_of(view.picture.scene()) == ()


def test_events_out_of_view_on_one_side_come_in_as_one(view, desk):
    desk.viewport.show(float(day_number(2023)), float(day_number(2024)))
    scene = scene_of(view, desk, 9, [related(7), related(8), related(1)], [])
    (arc,) = arcs_of(scene)
    assert arc.enters
    assert arc.way[0][0] < arc.way[-1][0]


def test_an_effect_out_of_view_is_pointed_at(view, desk):
    desk.viewport.show(float(day_number(1986)), float(day_number(1988)))
    scene = scene_of(view, desk, 2, [], [related(3)])
    (arc,) = arcs_of(scene)
    assert not arc.enters
    assert arc.way[-1][0] > arc.way[0][0]


def test_nothing_is_drawn_between_two_events_out_of_view(view, desk):
    desk.viewport.show(float(day_number(2000)), float(day_number(2001)))
    assert arcs_of(scene_of(view, desk, 9, [related(2)], [])) == ()
