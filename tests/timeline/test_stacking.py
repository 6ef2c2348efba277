import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.stacking import MOST_ROWS, UNSTACKED, stack

spans = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25), st.integers(1, 1000)), max_size=40)


@given(spans=spans)
def test_spans_of_one_row_never_overlap(spans: list[tuple[int, int, int]]) -> None:
    start = np.array([start for start, _, _ in spans], np.float64)
    end = start + [length for _, length, _ in spans]
    row, needed = stack(start, end, np.array([priority for _, _, priority in spans], np.uint32))
    deepest = max((int(((start <= day) & (day < end)).sum()) for day in start), default=0)
    assert needed == deepest
    if deepest <= MOST_ROWS:
        assert np.all(row < max(deepest, 1))
    placed = np.flatnonzero(row != UNSTACKED)
    assert np.all(row[placed] < MOST_ROWS)
    for one in placed:
        for other in placed[placed > one]:
            if start[one] < end[other] and start[other] < end[one]:
                assert row[one] != row[other]


def test_where_there_is_no_room_the_most_important_get_it() -> None:
    count = MOST_ROWS + 4
    priority = np.arange(count, dtype=np.uint32)
    row, needed = stack(np.arange(count, dtype=np.float64), np.full(count, 100.0), priority)
    assert np.flatnonzero(row == UNSTACKED).tolist() == [0, 1, 2, 3]
    assert needed == count


def test_spans_that_touch_share_a_row() -> None:
    row, needed = stack(np.array([0.0, 10.0]), np.array([10.0, 20.0]), np.array([1, 2], np.uint32))
    assert row.tolist() == [0, 0]
    assert needed == 1


def test_many_spans_need_as_many_rows_as_overlap_at_once() -> None:
    start = np.arange(5000, dtype=np.float64)
    row, needed = stack(start, start + 2.5, np.arange(5000, dtype=np.uint32))
    assert needed == 3
    assert row.max() == 2
