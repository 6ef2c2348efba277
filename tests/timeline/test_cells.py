import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.cells import EVENTS_A_CELL, SHORTEST, Cells
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


@pytest.mark.parametrize("end", [5e4, 5e6])
def test_a_long_time_has_longer_cells(end: float) -> None:
    position = np.linspace(0.0, end, 1000)
    cells = Cells.build(position, np.array([0, 1000], np.int32), 0.0, end)
    assert 50 <= cells.rows.shape[1] <= 1000 / EVENTS_A_CELL + 3
    assert np.log2(cells.length / SHORTEST) % 1 == 0
    assert cells.rows_at(np.array([0.0, 2 * end])).tolist() == [[0, 1000]]
