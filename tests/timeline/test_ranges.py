import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.ranges import ranges


@given(parts=st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 9)), max_size=20))
def test_ranges_follow_each_other(parts: list[tuple[int, int]]) -> None:
    first, count = np.array(parts, np.int64).reshape(-1, 2).T
    wanted = [number for start, many in parts for number in range(start, start + many)]
    assert ranges(first, count).tolist() == wanted
