import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.columns import columns_of
from explorer.timeline.viewport import Viewport
from tests.support.worlds import random_index, viewports


@given(viewport=viewports(), cell=st.integers(10, 60))
def test_columns_cover_the_view_and_its_margins(viewport: Viewport, cell: int) -> None:
    columns = columns_of(viewport, cell)
    assert np.all(np.diff(columns.edges) >= 0)
    assert len(columns.pixel) == len(columns.edges) - 1
    assert np.all(np.diff(columns.pixel) >= 0)
    assert columns.edges[columns.first] == viewport.start
    assert columns.edges[columns.last] == viewport.end
    assert columns.edges[0] < viewport.start - 2 * cell * columns.step
    assert columns.edges[-1] > viewport.end + 2 * cell * columns.step
    inside = columns.last - columns.first
    assert viewport.width - 1 <= inside <= viewport.width + 2


@given(viewport=viewports(), pixels=st.integers(-60, 60))
def test_a_pan_leaves_columns_where_they_are(viewport: Viewport, pixels: int) -> None:
    one = columns_of(viewport, 20)
    other = columns_of(viewport.panned(pixels * one.step), 20)
    assert one.step == pytest.approx(other.step, rel=1e-6)
    shared = np.intersect1d(one.pixel, other.pixel)
    assert len(shared) > 0
    middles = [columns.middle[columns.pixel.searchsorted(shared)] for columns in (one, other)]
    assert np.allclose(*middles, rtol=1e-6)


@given(seed=st.integers(0, 2**32), viewport=viewports())
def test_rows_count_the_events_before_each_edge(seed: int, viewport: Viewport) -> None:
    index = random_index(seed, 50, 3)
    columns = columns_of(viewport, 20)
    rows = columns.rows(index)
    for lane in range(3):
        mine = index.position[index.lane == lane]
        at = np.array([0, columns.first, columns.last, -1])
        wanted = [index.lane_offsets[lane] + int((mine < edge).sum()) for edge in columns.edges[at]]
        assert rows[lane, at].tolist() == wanted
