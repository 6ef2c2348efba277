"""A marked time says how long it is and how many events of each lane touch it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import day_number
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.area import clock_text, dates_in_words, grain
from tests.support.canvas import EVENTS, Desk, library


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.viewport.set_width(800)
    desk.viewport.reduced_motion = True
    desk.timeline.show_library(library())
    return desk


def day(*date: int) -> float:
    return float(day_number(*date))


def test_an_area_knows_its_length_and_its_totals(desk, qtbot):
    with qtbot.waitSignal(desk.area.changed) as changed:
        desk.area.mark(day(2024), day(1985, 6, 1) + 0.4)
    area = changed.args[0]
    assert area is desk.area.current
    assert (area.start, area.end) == (day(1985, 6, 1), day(2024))
    assert area.length == "38 years 214 days"
    assert area.dates == "1 June 1985 – 31 December 2023"
    assert area.counts == desk.timeline.counts_between(area.start, area.end)
    assert area.total == sum(area.counts) > 0


def test_the_filter_changes_the_totals(desk):
    desk.area.mark(*desk.viewport.bounds)
    assert desk.area.current.total == len(EVENTS)
    visible = np.zeros(len(EVENTS), np.bool_)
    visible[desk.timeline.row_of(9)] = True
    desk.timeline.set_visible(visible)
    assert desk.area.current.counts == (0, 0, 1)


def test_another_library_has_nothing_marked(desk):
    desk.area.mark(0.0, 100.0)
    desk.timeline.show_library(library())
    assert desk.area.current is None


def test_the_view_flies_to_the_area(desk):
    desk.area.fly_to()
    assert desk.viewport.viewport.start == pytest.approx(desk.viewport.bounds[0])
    desk.area.mark(day(1990), day(2000))
    desk.area.fly_to()
    view = desk.viewport.viewport
    assert view.start < day(1990) < day(2000) < view.end
    assert view.days < 1.1 * (day(2000) - day(1990))


def test_nothing_changes_nothing(desk):
    seen = []
    desk.area.changed.connect(seen.append)
    desk.area.clear()
    desk.area.mark(0.0, 10.0)
    desk.area.mark(0.2, 9.8)
    desk.area.clear()
    assert [one is None for one in seen] == [False, True]


def test_without_a_library_nothing_is_marked(qapp):
    desk = Desk()
    desk.area.mark(0.0, 1.0)
    assert desk.area.current is None


def test_near_by_an_area_is_set_by_the_hour_and_the_minute(desk):
    desk.viewport.show(day(2000), day(2000) + 4)
    desk.area.mark(day(2000) + 0.51, day(2000) + 1.26)
    assert desk.area.current.length == "19 hours"
    assert desk.area.current.dates == "1 January 2000, 12:00 – 2 January 2000, 07:00"
    assert grain(Viewport(0.0, 0.1, 1000)) == 1 / 1440
    assert grain(Viewport(0.0, 1e-4, 1000)) == 1 / 1440


@given(start=st.integers(-4_000_000, 4_000_000), minutes=st.integers(1, 10**7), fine=st.booleans())
def test_every_time_can_be_said(start, minutes, fine):
    end = start + minutes / 1440 if fine else start + minutes
    assert dates_in_words(float(start), float(end))


def test_a_year_without_a_clock_is_told_by_its_day():
    assert clock_text(day(-44, 3, 15) + 0.5) == "-0044-03-15"
    assert clock_text(day(1999, 3, 15) + 0.5) == "1999-03-15T12:00"
