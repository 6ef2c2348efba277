"""The way of the camera."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.flight import Flight

DAY = st.floats(-800_000, 800_000)
WIDTH = st.floats(1, 300_000)


def width(view: tuple[float, float]) -> float:
    return view[1] - view[0]


def middle(view: tuple[float, float]) -> float:
    return (view[0] + view[1]) / 2


@given(DAY, WIDTH, DAY, WIDTH)
def test_it_begins_and_ends_where_it_should_and_never_turns_back(
    start: float, days: float, to_start: float, to_days: float
) -> None:
    flight = Flight(start, start + days, to_start, to_start + to_days)
    views = [flight.at(share / 20) for share in range(21)]
    assert views[0] == pytest.approx((start, start + days))
    assert views[-1] == pytest.approx((to_start, to_start + to_days))
    assert all(width(view) > 0 for view in views)
    forward = middle(views[-1]) - middle(views[0])
    slack = 1e-6 * max(abs(forward), days, to_days, 1)
    steps = [middle(after) - middle(before) for before, after in pairwise(views)]
    assert all(step * forward >= -slack * abs(forward) for step in steps)
    assert flight.length >= 0


def test_a_far_place_is_flown_to_from_above_so_that_both_ends_are_seen_together() -> None:
    flight = Flight(0, 100, 10_000, 10_100)
    half = flight.at(0.5)
    assert width(half) > 5_000
    assert middle(half) == pytest.approx(5_050)


def test_a_near_place_is_panned_to() -> None:
    flight = Flight(0, 1_000, 100, 1_100)
    assert width(flight.at(0.5)) < 1_100


def test_zooming_out_and_in_at_one_place_is_even() -> None:
    flight = Flight(0, 100, -450, 550)
    assert width(flight.at(0.5)) == pytest.approx((100 * 1_000) ** 0.5)
    assert flight.at(0.5)[0] < 0 < 100 < flight.at(0.5)[1]


def test_a_longer_way_is_longer() -> None:
    near, far = Flight(0, 100, 50, 150), Flight(0, 100, 5_000, 5_100)
    assert Flight(0, 100, 0, 100).length == 0
    assert 0 < near.length < far.length
