import gc

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible

from explorer.widgets.timeline.accessible import EventItem
from tests.support.canvas import EVENTS, Desk, library

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def desk(qapp):
    return Desk()


@pytest.fixture
def view(desk, qtbot):
    view = desk.view()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: desk.titles.heading(1) is not None)
    yield view
    QAccessible.setActive(False)


def children(item):
    return [item.child(at) for at in range(item.childCount())]


def test_the_timeline_is_a_list_of_lanes_with_their_counts(view):
    root = QAccessible.queryAccessibleInterface(view)
    assert root.role() == QAccessible.Role.List
    assert root.text(NAME) == "Timeline: A story"
    lanes = [child for child in children(root) if child.role() == QAccessible.Role.List]
    assert [lane.text(NAME) for lane in lanes] == ["Lane 1, 3 events", "Lane 2, 3 events", "Lane 3, 4 events"]
    assert all(root.indexOfChild(lane) == at for at, lane in enumerate(lanes))


def test_the_menus_in_the_margin_are_children_as_well(view):
    root = QAccessible.queryAccessibleInterface(view)
    buttons = [child for child in children(root) if child.role() != QAccessible.Role.List]
    assert [button.text(NAME) for button in buttons] == [
        "Choose the rows of eras",
        "Choose the figures drawn below the lanes",
    ]
    assert root.indexOfChild(buttons[1]) == root.childCount() - 1


def test_a_lane_is_a_list_of_its_events_in_words(view):
    lane = QAccessible.queryAccessibleInterface(view).child(2)
    events = children(lane)
    assert [event.text(NAME) for event in events] == [
        "Talks, 3 March 1977",
        "Certification, 1 January 1990 – 30 September 2002",
        "Initiative, 30 June 2008",
        "Meeting, 15 November 2023",
    ]
    assert events[3].text(DESCRIPTION) == "exact day"
    assert events[3].role() == QAccessible.Role.ListItem
    assert [lane.indexOfChild(event) for event in events] == [0, 1, 2, 3]
    assert events[0].parent() is lane
    assert lane.child(4) is None


def test_the_filter_holds_for_the_lists_too(view, desk):
    lane = QAccessible.queryAccessibleInterface(view).child(2)
    assert lane.childCount() == 4
    visible = np.ones(len(EVENTS), np.bool_)
    visible[desk.timeline.row_of(8)] = False
    desk.timeline.set_visible(visible)
    assert lane.childCount() == 3
    assert lane.text(NAME) == "Lane 3, 3 of 4"
    hidden = view.access.event_item(8)
    assert lane.indexOfChild(hidden) == -1


def test_states_follow_selection_and_view(view, desk):
    event = view.access.event_item(9)
    assert event.state().selectable
    assert not event.state().selected
    assert not event.state().offscreen
    desk.selection.select(9)
    assert event.state().selected
    desk.viewport.show(0.0, 365.0)
    assert event.state().offscreen


def test_places_on_the_screen_are_those_painted(view):
    event = view.access.event_item(4)
    x, y, _ = view.picture.mark_of(4)
    middle = view.mapToGlobal(view.logical_point(QPointF(x, y)))
    assert event.rect().contains(middle)
    lane = QAccessible.queryAccessibleInterface(view).child(1)
    assert lane.rect().contains(event.rect())
    assert lane.childAt(middle.x(), middle.y()) is event


def test_the_selected_event_has_the_focus_while_the_timeline_has_it(view, desk, qtbot):
    desk.selection.select(9)
    root = QAccessible.queryAccessibleInterface(view)
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert root.focusChild() is view.access.event_item(9)
    assert view.access.event_item(9).state().focused
    view.clearFocus()
    assert root.focusChild() is None


def test_a_screen_reader_is_told_and_another_library_leaves_nothing_behind(view, desk):
    QAccessible.setActive(True)
    desk.selection.select(9)
    desk.selection.select(1)
    desk.selection.select(None)
    root = QAccessible.queryAccessibleInterface(view)
    before = children(root.child(0))
    assert all(isinstance(event, EventItem) for event in before)
    desk.timeline.show_library(library(EVENTS[:4], ()))
    gc.collect()
    assert [lane.childCount() for lane in children(root)[:3]] == [3, 1, 0]
    desk.selection.select(2)
    assert view.access.event_item(2).state().selected
