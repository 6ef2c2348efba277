import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.columns import CELLS_A_PIXEL, FEW_EVENTS, LARGE, Columns, EdgeRows, columns_of
from explorer.timeline.index import EventIndex
from explorer.timeline.levels import levels_of
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, index_of, random_index, viewports

MANY = index_of(
    *(Happening(day := number * 0.37, day + 1, lane=number % 2) for number in range(LARGE)), lanes=2
)


def columns_for(viewport: Viewport, cell: int, index: EventIndex | None = None) -> Columns:
    """Columns as they are at the weightier zoom level of a view."""
    return columns_of(viewport, cell, levels_of(viewport)[0].step, index)


@given(viewport=viewports(), cell=st.integers(10, 60))
def test_columns_cover_the_view_and_its_margins(viewport: Viewport, cell: int) -> None:
    columns = columns_for(viewport, cell)
    assert np.all(np.diff(columns.edges) >= 0)
    assert len(columns.pixel) == len(columns.edges) - 1
    assert np.all(np.diff(columns.pixel) >= 0)
    assert columns.edges[columns.first] == viewport.start
    assert columns.edges[columns.last] == viewport.end
    assert columns.edges[0] < viewport.start - 2 * cell * columns.step
    assert columns.edges[-1] > viewport.end + 2 * cell * columns.step
    inside = columns.last - columns.first
    assert inside == pytest.approx(viewport.days / columns.step, abs=2)


@given(viewport=viewports(), pixels=st.integers(-60, 60))
def test_a_pan_leaves_columns_where_they_are(viewport: Viewport, pixels: int) -> None:
    one = columns_for(viewport, 20)
    other = columns_for(viewport.panned(pixels * one.step), 20)
    assert one.step == other.step
    shared = np.intersect1d(one.pixel, other.pixel)
    assert len(shared) > 0
    middles = [columns.middle[columns.pixel.searchsorted(shared)] for columns in (one, other)]
    assert np.allclose(*middles, rtol=1e-6)


@given(
    seed=st.integers(0, 2**32),
    viewport=viewports(),
    steps=st.lists(st.floats(-1.2, 1.2), max_size=5),
    few=st.sampled_from((0, FEW_EVENTS)),
)
def test_rows_count_the_events_before_each_edge(
    seed: int, viewport: Viewport, steps: list[float], few: int
) -> None:
    index = random_index(seed, 50 if few else FEW_EVENTS + 50, 3)
    known = EdgeRows()
    for step in (0.0, *steps):
        viewport = viewport.panned(step * viewport.days)
        columns = columns_for(viewport, 20)
        rows = known.of(index, columns)
        for lane in range(3):
            low, high = index.lane_offsets[lane : lane + 2]
            wanted = low + index.position[low:high].searchsorted(columns.edges)
            assert np.array_equal(rows[lane], wanted)


def test_another_zoom_or_index_is_looked_up_anew() -> None:
    one, other = random_index(1, 50, 3), random_index(2, 50, 3)
    known = EdgeRows()
    views = ((one, Viewport(0, 9000, 900)), (one, Viewport(0, 8000, 900)), (other, Viewport(0, 8000, 900)))
    for index, viewport in views:
        columns = columns_for(viewport, 20)
        assert np.array_equal(known.of(index, columns), EdgeRows().of(index, columns))


@given(days=st.floats(16_000, 40_000), start=st.floats(-9000, 20_000))
def test_a_wide_view_of_many_events_is_counted_with_cells(days: float, start: float) -> None:
    index = MANY
    viewport = Viewport(start, start + days, 900)
    plain, columns = columns_for(viewport, 20), columns_for(viewport, 20, index)
    assert columns.on_cells
    assert np.abs(columns.grid - plain.grid).max() <= columns.step / CELLS_A_PIXEL
    rows = EdgeRows().of(index, columns)
    for lane in range(index.lanes):
        low, high = index.lane_offsets[lane : lane + 2]
        assert np.array_equal(rows[lane], low + index.position[low:high].searchsorted(columns.edges))
