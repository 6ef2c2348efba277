"""The time between two ends is told by the calendar, and no more exactly than they are known."""

import pytest

from explorer.domain.days import day_number
from explorer.domain.event import Precision
from explorer.viewmodels.ruler import RulerEnd
from tests.support.canvas import Desk, library

EVENTS = [
    (0, "1971-06-17", None, 5, 0, False, "War on drugs"),
    (0, "2023-11-15", None, 5, 0, False, "Meeting"),
    (1, "1980-07", None, 3, 0, False, "Some day in July"),
    (1, "1985", None, 3, 0, False, "Some day in 1985"),
    (1, "1990-05-05~", None, 3, 0, False, "About a day"),
    (2, "2000-01-01", "2000-01-10", 3, 0, False, "Ten days"),
    (2, "2013-02-03/..", None, 3, 0, False, "Goes on"),
]
FIRST, LAST, MONTH, YEAR, ABOUT, SPAN, OPEN = range(1, 8)


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.viewport.set_width(800)
    desk.timeline.show_library(library(EVENTS, ()))
    return desk


def between(desk, *events):
    """What is said of the time between two events."""
    desk.ruler.clear()
    desk.ruler.begin()
    for event_id in events:
        desk.ruler.set_end(desk.ruler.end_at_event(event_id))
    return desk.ruler.current.length


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (FIRST, LAST, "52 years 151 days"),
        (LAST, FIRST, "52 years 151 days"),
        (FIRST, FIRST, "the same day"),
        (FIRST, MONTH, "about 9 years 1 month"),
        (MONTH, YEAR, "about 5 years"),
        (FIRST, ABOUT, "about 18 years 322 days"),
        (FIRST, SPAN, "28 years 198 days"),
    ],
)
def test_the_time_between_two_events(desk, first, last, words):
    assert between(desk, first, last) == words


def test_what_lasts_is_measured_from_the_nearer_end(desk):
    late = desk.ruler.end_at_event(SPAN, float(day_number(2000, 1, 9)))
    early = desk.ruler.end_at_event(SPAN, float(day_number(2000, 1, 2)))
    assert (late.day, late.at) == (day_number(2000, 1, 10), day_number(2000, 1, 11))
    assert early.day == early.at == day_number(2000, 1, 1)
    assert desk.ruler.end_at_event(OPEN, float(day_number(2020))).day == day_number(2013, 2, 3)
    assert desk.ruler.end_at_event(999) is None


def test_points_of_the_axis_are_days_and_near_by_times(desk):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    end = desk.ruler.end_at_day(day_number(1995, 5, 5) + 0.9)
    assert end == RulerEnd(day_number(1995, 5, 5), day_number(1995, 5, 5) + 0.5, Precision.DAY)
    desk.viewport.show(float(day_number(1995)), float(day_number(1995)) + 2)
    end = desk.ruler.end_at_day(day_number(1995) + 0.51)
    assert (end.day, end.precision) == (day_number(1995) + 0.5, Precision.MINUTE)


def test_the_answer_is_told_in_order_of_time(desk, qtbot):
    said = []
    desk.messages.shown.connect(said.append)
    qtbot.waitUntil(lambda: desk.titles.title(LAST) is not None)
    desk.ruler.begin()
    assert "Esc" in said[-1].text
    desk.ruler.set_end(desk.ruler.end_at_event(LAST))
    desk.ruler.set_end(desk.ruler.end_at_day(float(day_number(1972, 2, 21))))
    assert desk.ruler.current.done
    assert said[-1].text.startswith("51 years 267 days from 21 February 1972 to “")
    told = len(said)
    desk.ruler.set_end(desk.ruler.end_at_event(LAST))
    assert len(said) == told


def test_the_second_end_is_tried_until_it_is_set(desk):
    desk.ruler.begin()
    desk.ruler.try_end(desk.ruler.end_at_event(FIRST))
    assert desk.ruler.current.first is None
    desk.selection.select(FIRST)
    desk.ruler.take_selected()
    assert desk.ruler.current.length == ""
    desk.selection.select(LAST)
    assert desk.ruler.current.length == "52 years 151 days"
    assert desk.ruler.measuring
    desk.selection.select(MONTH)
    desk.ruler.take_selected()
    assert not desk.ruler.measuring
    desk.selection.select(LAST)
    assert desk.ruler.current.length == "about 9 years 1 month"


def test_asked_for_again_it_ends_and_once_it_lies_it_begins_anew(desk):
    desk.ruler.begin()
    desk.ruler.begin()
    assert desk.ruler.current is None
    between(desk, FIRST, LAST)
    desk.ruler.begin()
    assert desk.ruler.measuring
    assert desk.ruler.current.first is None
    desk.timeline.show_library(library())
    assert desk.ruler.current is None


def test_without_a_library_or_an_event_nothing_is_measured(qapp):
    desk = Desk()
    desk.ruler.begin()
    desk.ruler.take_selected()
    desk.ruler.set_end(RulerEnd(0.0, 0.0, Precision.DAY))
    assert desk.ruler.current is None
