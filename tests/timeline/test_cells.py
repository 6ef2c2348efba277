import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.cells import MOST_CELLS, SHORTEST, Cells
from tests.support.worlds import random_index


@given(seed=st.integers(0, 2**32), start=st.integers(-9000, 30_000), step=st.integers(1, 4000))
def test_the_rows_at_borders_are_found(seed: int, start: int, step: int) -> None:
    index = random_index(seed, 60, 3)
    cells = index.cells
    days = (start + np.arange(0, 20 * step, step)) * cells.length
    found = cells.rows_at(days)
    for lane in range(3):
        low, high = index.lane_offsets[lane : lane + 2]
        assert np.array_equal(found[lane], low + index.position[low:high].searchsorted(days))


def test_a_long_time_has_longer_cells() -> None:
    position = np.array([0.0, 5e6])
    cells = Cells.build(position, np.array([0, 2], np.int32), 0.0, 5e6)
    assert cells.rows.shape[1] <= MOST_CELLS + 3
    assert cells.length / SHORTEST == 2.0 ** round(np.log2(cells.length / SHORTEST))
    assert cells.rows_at(np.array([0.0, cells.length, 6e6])).tolist() == [[0, 1, 2]]
