import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.mask import Sieve
from explorer.timeline.viewport import Viewport
from explorer.timeline.walking import (
    counts_between,
    nearest_in_lane,
    neighbour,
    next_in_lane,
    nth_in_lane,
    place_in_lane,
)
from tests.support.worlds import masks, random_index, viewports


@given(data=st.data(), seed=st.integers(0, 2**32), count=st.integers(1, 60))
def test_the_next_in_a_lane_is_the_nearest_row_that_passes(
    data: st.DataObject, seed: int, count: int
) -> None:
    index = random_index(seed, count, 3)
    visible = masks(data.draw, count)
    sieve = Sieve.build(index, visible)
    row = data.draw(st.integers(0, count - 1))
    passes = np.ones(count, np.bool_) if visible is None else visible
    mates = [other for other in range(count) if index.lane[other] == index.lane[row] and passes[other]]
    assert next_in_lane(index, sieve, row, 1) == min((one for one in mates if one > row), default=None)
    assert next_in_lane(index, sieve, row, -1) == max((one for one in mates if one < row), default=None)


@given(data=st.data(), seed=st.integers(0, 2**32), count=st.integers(0, 60), view=viewports())
def test_counts_between_two_days_are_those_of_looking_at_every_event(
    data: st.DataObject, seed: int, count: int, view: Viewport
) -> None:
    index = random_index(seed, count, 3)
    visible = masks(data.draw, count)
    start, end = view.start, view.end
    stands = (index.position >= start) & (index.position < end)
    touches = stands | ((index.earliest < end) & (index.latest > start))
    if visible is not None:
        touches &= visible
    wanted = tuple(int(touches[index.lane == lane].sum()) for lane in range(3))
    assert counts_between(index, Sieve.build(index, visible), start, end) == wanted


@given(data=st.data(), seed=st.integers(0, 2**32), count=st.integers(1, 60), lane=st.integers(0, 2))
def test_the_events_of_a_lane_that_pass_are_numbered_in_order(
    data: st.DataObject, seed: int, count: int, lane: int
) -> None:
    index = random_index(seed, count, 3)
    visible = masks(data.draw, count)
    sieve = Sieve.build(index, visible)
    wanted = [
        row for row in range(count) if index.lane[row] == lane and (visible is None or bool(visible[row]))
    ]
    assert [nth_in_lane(index, sieve, lane, number) for number in range(len(wanted))] == wanted
    assert [nth_in_lane(index, sieve, lane, number) for number in (-1, len(wanted))] == [None, None]
    places = [place_in_lane(index, sieve, row) for row in range(count) if index.lane[row] == lane]
    assert [place for place in places if place is not None] == list(range(len(wanted)))


@given(data=st.data(), seed=st.integers(0, 2**32), count=st.integers(1, 60))
def test_the_neighbour_and_the_nearest_are_those_of_a_plain_list(
    data: st.DataObject, seed: int, count: int
) -> None:
    index = random_index(seed, count, 3)
    visible = masks(data.draw, count)
    sieve = Sieve.build(index, visible)
    passes = np.ones(count, np.bool_) if visible is None else visible
    order = sorted((float(index.position[row]), row) for row in range(count))
    here = data.draw(st.sampled_from(order))
    later = [row for day, row in order if (day, row) > here and passes[row]]
    earlier = [row for day, row in order if (day, row) < here and passes[row]]
    assert neighbour(index, sieve, *here, 1) == next(iter(later), None)
    assert neighbour(index, sieve, *here, -1) == next(iter(earlier[::-1]), None)
    lane, reach = int(index.lane[here[1]]), data.draw(st.floats(0, 9000))
    near = [
        abs(day - here[0])
        for day, row in order
        if passes[row] and index.lane[row] == lane and abs(day - here[0]) <= reach
    ]
    found = nearest_in_lane(index, sieve, lane, here[0], (here[0] - reach, here[0] + reach))
    assert (found is None) == (not near)
    assert found is None or abs(index.position[found] - here[0]) == min(near)
