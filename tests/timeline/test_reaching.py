import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.mask import Sieve
from explorer.timeline.reaching import lies_in
from explorer.timeline.stacking import UNSTACKED
from tests.support.worlds import YEAR, Happening, index_of, masks, random_index

EDGES = st.one_of(st.integers(-100, 62 * 365).map(float), st.floats(-YEAR, 62 * YEAR))


@given(data=st.data(), seed=st.integers(0, 2**32), start=EDGES, days=st.floats(0.0005, 9000))
def test_what_reaches_in_is_counted_and_found(
    data: st.DataObject, seed: int, start: float, days: float
) -> None:
    index = random_index(seed, 60, 3)
    visible = masks(data.draw, 60)
    end = start + days
    outside = (index.position < start) | (index.position >= end)
    reaches = outside & (index.earliest < end) & (index.latest > start)
    passing = reaches if visible is None else reaches & visible
    counts = index.reach.counts(start, end, Sieve.build(index, visible).reach)
    assert counts.tolist() == [int(passing[index.lane == lane].sum()) for lane in range(3)]
    near = index.reach.near(start, end, 0.0)
    assert len(near) == len(set(near.tolist()))
    span = (index.flags & DateFlag.SPAN) != 0
    drawable = reaches & (~span | (index.stack_row != UNSTACKED)) & (index.latest > index.earliest)
    assert set(np.flatnonzero(drawable).tolist()) <= set(near.tolist())


@given(
    seed=st.integers(0, 2**32),
    start=st.one_of(st.just(-np.inf), EDGES),
    days=st.one_of(st.just(np.inf), st.floats(0.0005, 9000)),
    certain=st.booleans(),
)
def test_what_lies_in_a_range_is_found_without_asking_each(
    seed: int, start: float, days: float, *, certain: bool
) -> None:
    index = random_index(seed, 60, 3)
    end = np.inf if days == np.inf else start + days
    wanted = lies_in(np.asarray(index.earliest), np.asarray(index.latest), start, end, certain=certain)
    assert index.reach.meeting(start, end, certain=certain).tolist() == wanted.tolist()


def test_days_are_told_from_minutes_and_years() -> None:
    index = index_of(
        Happening(0, 1), Happening(0.5, 0.5 + 1 / 1440), Happening(-100, 265), Happening(0.9, 1.2)
    )
    reach = index.reach
    kinds = zip(index.id.tolist(), reach.daily[:4].tolist(), reach.long[:4].tolist(), strict=True)
    assert sorted(kinds) == [(1, True, False), (2, False, False), (3, False, True), (4, False, True)]
    assert reach.brief == pytest.approx(1 / 1440)
