import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.mask import Sieve
from tests.support.worlds import YEAR, masks, random_index


@given(
    data=st.data(), seed=st.integers(0, 2**32), start=st.floats(-YEAR, 61 * YEAR), days=st.floats(0.1, 9000)
)
def test_counts_are_those_of_looking_at_every_event(
    data: st.DataObject, seed: int, start: float, days: float
) -> None:
    index = random_index(seed, 60, 3)
    visible = masks(data.draw, 60)
    sieve = Sieve.build(index, visible)
    passes = np.ones(60, np.bool_) if visible is None else visible
    assert sieve.before(np.arange(61)).tolist() == [int(passes[:row].sum()) for row in range(61)]
    assert sieve.nth(np.arange(int(passes.sum()))).tolist() == np.flatnonzero(passes).tolist()
    assert sieve.passes(np.arange(60)).tolist() == passes.tolist()
    assert sieve[10:20].tolist() == passes[10:20].tolist()
    assert bool(sieve[7]) == passes[7]
    end = start + days
    outside = (index.position < start) | (index.position >= end)
    reaches = outside & (index.earliest < end) & (index.latest > start) & passes
    wanted = [int(reaches[index.lane == lane].sum()) for lane in range(3)]
    assert sieve.reaching(index, start, end).tolist() == wanted
