import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.stacking import UNSTACKED
from tests.support.worlds import YEAR, random_index


@given(
    seed=st.integers(0, 2**32),
    first=st.floats(-3 * YEAR, 62 * YEAR),
    days=st.floats(0.04, 50 * YEAR),
    shortest=st.floats(0.0005, 3000),
)
def test_all_that_reach_into_a_range_are_found(seed: int, first: float, days: float, shortest: float) -> None:
    index = random_index(seed, 60, 3)
    last = first + days
    found = index.reach.near(first, last, shortest).tolist()
    assert len(found) == len(set(found))
    span = (index.flags & DateFlag.SPAN) != 0
    reaches = (index.earliest < last) & (index.latest > first) & (index.latest - index.earliest >= shortest)
    outside = (index.position < first) | (index.position >= last)
    drawable = index.stack_row != UNSTACKED
    wanted = reaches & ((span & drawable) | (~span & outside))
    assert set(np.flatnonzero(wanted).tolist()) <= set(found)
