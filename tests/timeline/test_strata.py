from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.rowset import RowSet
from explorer.timeline.strata import Strata, priorities


@given(
    seed=st.integers(0, 2**32),
    size=st.integers(1, 40_000),
    need=st.integers(1, 60),
    ends=st.tuples(st.floats(0, 1), st.floats(0, 1)),
    share=st.sampled_from((1.0, 0.3, 0.01)),
)
def test_the_best_of_a_range_are_found(
    seed: int, size: int, need: int, ends: tuple[float, float], share: float
) -> None:
    random = np.random.default_rng(seed)
    importance = random.choice([1, 2, 3, 4, 5], size, p=[0.6, 0.25, 0.1, 0.04, 0.01]).astype(np.uint8)
    priority = priorities(importance, np.arange(size, dtype=np.int32))
    passes = random.random(size) < share
    rows = np.flatnonzero(passes)
    low, high = sorted(int(end * size) for end in ends)
    strata = Strata.build(importance, priority)
    found = (strata if share == 1 else strata.under(RowSet.of(passes))).best(low, high, need)
    assert np.all((found >= low) & (found < high))
    inside = rows[(rows >= low) & (rows < high)]
    wanted = inside[np.argsort(priority[inside])[::-1][:need]]
    assert set(wanted.tolist()) <= set(found.tolist())
    assert len(found) == len(set(found.tolist()))


@given(
    seed=st.integers(0, 2**32),
    bounds=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), min_size=1, max_size=6),
    need=st.integers(1, 60),
    share=st.sampled_from((1.0, 0.3)),
)
def test_many_ranges_are_asked_at_once(
    seed: int, bounds: list[tuple[int, int]], need: int, share: float
) -> None:
    random = np.random.default_rng(seed)
    importance = random.choice([1, 2, 5], 3000, p=[0.8, 0.15, 0.05]).astype(np.uint8)
    strata = Strata.build(importance, priorities(importance, np.arange(3000, dtype=np.int32)))
    if share < 1:
        strata = strata.under(RowSet.of(random.random(3000) < share))
    low, high = np.sort(np.array(bounds), axis=1).T
    parts = [strata.best(first, last, need).tolist() for first, last in zip(low, high, strict=True)]
    assert sorted(strata.best_of_each(low, high, need).tolist()) == sorted(chain.from_iterable(parts))


def test_a_large_range_is_not_read() -> None:
    size = 300_000
    importance = np.full(size, 3, np.uint8)
    strata = Strata.build(importance, priorities(importance, np.arange(size, dtype=np.int32)))
    assert len(strata.best(0, size, 50)) < 1000
    half = RowSet.of(np.arange(size) % 2 == 0)
    assert 50 <= len(strata.under(half).best(0, size, 50)) < 1000


def test_importance_comes_before_everything_else() -> None:
    priority = priorities(np.array([5, 1, 3], np.uint8), np.array([1, 2, 3], np.int32))
    assert np.argsort(priority).tolist() == [1, 2, 0]
