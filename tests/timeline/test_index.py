import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import LAST_DAY
from explorer.domain.event import DateFlag
from explorer.timeline.index import EventIndex
from tests.support.worlds import Happening, index_of, random_index


@given(seed=st.integers(0, 2**32), count=st.integers(0, 80), lanes=st.integers(1, 5))
def test_rows_are_sorted_by_lane_and_position(seed: int, count: int, lanes: int) -> None:
    index = random_index(seed, count, lanes)
    assert index.size == count
    assert index.lanes == lanes
    for lane in range(lanes):
        low, high = index.lane_offsets[lane : lane + 2]
        assert np.all(index.lane[low:high] == lane)
        assert np.all(np.diff(index.position[low:high]) >= 0)
    assert np.all((index.likely_start <= index.position) & (index.position <= index.likely_end))


def test_a_date_stands_in_its_middle_and_a_span_at_its_start() -> None:
    index = index_of(Happening(10, 11), Happening(20, 50), Happening(60, 90, flags=DateFlag.SPAN))
    assert index.position.tolist() == [10.5, 35, 60]


def test_an_approximate_date_stands_in_the_middle_of_its_likely_part() -> None:
    index = index_of(Happening(0, 100, likely=(40, 50), flags=DateFlag.APPROXIMATE))
    assert index.position.tolist() == [45]


def test_events_of_one_day_are_spread_over_it() -> None:
    index = index_of(Happening(10, 11), Happening(10, 11), Happening(10, 11, lane=1), lanes=2)
    assert index.position.tolist() == [10.25, 10.75, 10.5]


def test_rows_are_found_by_id() -> None:
    index = index_of(Happening(30, 31, id=7), Happening(10, 11, id=900), Happening(20, 21, id=8))
    assert [index.row_of(number) for number in (900, 8, 7, 1)] == [0, 1, 2, None]
    assert index.rows_of([7, 55, 900]).tolist() == [2, 0]
    assert index.rows_of(np.array([2**40, -1, 8])).tolist() == [1]
    assert index.rows_of([]).tolist() == []
    assert index_of().row_of(1) is None


@given(seed=st.integers(0, 2**32), count=st.integers(0, 80), lanes=st.integers(1, 5))
def test_an_index_made_of_its_arrays_is_the_same(seed: int, count: int, lanes: int) -> None:
    index = random_index(seed, count, lanes)
    arrays = index.to_arrays()
    again = EventIndex.from_arrays(arrays, lanes)
    kept = again.to_arrays()
    assert kept.keys() == arrays.keys()
    for name, array in arrays.items():
        assert kept[name].dtype == array.dtype
        assert np.array_equal(kept[name], array)
    assert again.extent() == index.extent()
    assert again.rows_of(index.id).tolist() == list(range(count))
    for one, other in zip(again.strata.classes, index.strata.classes, strict=True):
        assert [level.tolist() for level in one] == [level.tolist() for level in other]
    near = (0.0, 40 * 365.0, 0.01)
    assert again.reach.near(*near).tolist() == index.reach.near(*near).tolist()


def test_arrays_of_other_lanes_are_refused() -> None:
    with pytest.raises(ValueError, match="lanes"):
        EventIndex.from_arrays(random_index(1, 10, 3).to_arrays(), 4)


def test_the_extent_leaves_out_open_sides() -> None:
    index = index_of(
        Happening(10, 11), Happening(20, LAST_DAY, flags=DateFlag.SPAN | DateFlag.OPEN_END), Happening(30, 40)
    )
    assert index.extent() == (10, 40)
    assert index_of().extent() == (0, 1)


def test_a_lane_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="lane"):
        index_of(Happening(1, 2, lane=3), lanes=3)


def test_importance_4_is_bold_only_while_it_is_rare() -> None:
    ordinary = [Happening(day, day + 1, importance=2) for day in range(20)]
    assert index_of(*ordinary, Happening(50, 51, importance=4)).bold_from == 4
    assert index_of(*ordinary[:3], Happening(50, 51, importance=4)).bold_from == 5
