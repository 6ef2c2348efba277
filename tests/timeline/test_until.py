import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.timeline.mask import Sieve
from explorer.timeline.until import until
from tests.support.worlds import masks, random_index


@settings(max_examples=25)
@given(st.data())
def test_what_passes_stands_before_the_day_and_passed_before(data: st.DataObject) -> None:
    index = random_index(data.draw(st.integers(0, 2**32)), data.draw(st.integers(1, 80)), 3)
    shown = masks(data.draw, index.size)
    day = data.draw(st.sampled_from(sorted(index.position.tolist())))
    sieve = until(index, None if shown is None else Sieve.build(index, shown), day)
    expected = (index.position <= day) & (True if shown is None else shown)
    assert sieve.passes(np.arange(index.size)).tolist() == expected.tolist()
    assert int(sieve.before(index.lane_offsets[-1:])[0]) == int(expected.sum())
