"""Flights of the view."""

import pytest
from pytestqt.qtbot import QtBot

from explorer.timeline.flight import Flight
from explorer.viewmodels.presenting.flights import LEAST_MS, MOST_MS, Flights, duration
from explorer.viewmodels.viewport import ViewportModel


@pytest.fixture
def viewport() -> ViewportModel:
    model = ViewportModel()
    model.set_bounds(-10_000, 40_000)
    model.set_width(1000)
    model.show(0, 1_000)
    return model


def seen(viewport: ViewportModel) -> tuple[float, float]:
    return viewport.viewport.start, viewport.viewport.end


def test_it_flies_through_wider_views_and_lands(viewport: ViewportModel, qtbot: QtBot) -> None:
    flights = Flights(viewport)
    widths = []
    viewport.changed.connect(lambda view: widths.append(view.days))
    with qtbot.waitSignal(flights.landed, timeout=5000):
        flights.fly(1_800, 2_800)
        assert flights.under_way
    assert max(widths) > 1_100
    assert seen(viewport) == pytest.approx((1_800, 2_800))
    assert not flights.under_way


def test_one_that_is_stopped_stays_where_it_is_and_does_not_land(
    viewport: ViewportModel, qtbot: QtBot
) -> None:
    flights = Flights(viewport)
    with qtbot.waitSignal(viewport.changed):
        flights.fly(8_000, 9_000)
    with qtbot.assertNotEmitted(flights.landed, wait=50):
        flights.stop()
    assert not flights.under_way
    assert seen(viewport) != pytest.approx((8_000, 9_000))


def test_with_reduced_motion_it_is_there_at_once(viewport: ViewportModel, qtbot: QtBot) -> None:
    viewport.reduced_motion = True
    flights = Flights(viewport)
    with qtbot.waitSignal(flights.landed):
        flights.fly(8_000, 9_000)
    assert seen(viewport) == pytest.approx((8_000, 9_000))


def test_no_flight_takes_too_long_and_a_longer_one_takes_longer() -> None:
    here = duration(Flight(0, 100, 1, 101))
    near, far = duration(Flight(0, 100, 200, 300)), duration(Flight(0, 100, 1e6, 1e6 + 1))
    assert here == LEAST_MS < near < far == MOST_MS
