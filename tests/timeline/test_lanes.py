import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.lanes import MOST_LABEL_ROWS, lane_layout
from explorer.timeline.scale import Scale
from explorer.timeline.stacking import MOST_ROWS

scales = st.builds(Scale.of, st.sampled_from((0.8, 1.0, 1.25, 1.5, 2.5)), st.sampled_from((1.0, 1.5, 2.0)))


@given(
    needed=st.lists(st.integers(0, 300), min_size=1, max_size=20), height=st.integers(0, 4000), scale=scales
)
def test_labels_marks_dots_and_rows_lie_inside_their_lane(
    needed: list[int], height: int, scale: Scale
) -> None:
    layout = lane_layout(needed, height, scale)
    assert 1 <= layout.label_rows <= MOST_LABEL_ROWS
    assert layout.total == int(layout.height.sum())
    assert np.array_equal(layout.top[1:], np.cumsum(layout.height)[:-1])
    labels = layout.baseline - layout.label_bottom - layout.label_rows * layout.label_height
    assert np.all(labels >= layout.top - 1)
    assert layout.label_bottom >= max(scale.radii)
    foot = layout.top + layout.height
    assert np.all(layout.baseline + scale.dot_drop + scale.dot_radius <= foot)
    assert layout.row_top >= scale.dot_drop + scale.dot_radius
    assert np.all(layout.baseline + layout.row_top + layout.span_rows * layout.row_pitch <= foot)
    assert layout.row_pitch >= scale.bar_height


@pytest.mark.parametrize(("height", "rows"), [(430, 1), (640, 2), (1200, 5)])
def test_eight_lanes_fit_into_small_windows(height: int, rows: int) -> None:
    layout = lane_layout([1] * 8, height, Scale.of())
    assert layout.total <= height
    assert layout.label_rows >= rows


def test_large_text_makes_lanes_taller_than_the_room() -> None:
    assert lane_layout([1] * 8, 430, Scale.of(1.5)).total > 430
    assert lane_layout([1] * 8, 860, Scale.of(1.0, 2.0)).total <= 860


def test_a_lane_grows_by_the_rows_of_its_spans_and_says_how_many_it_hides() -> None:
    layout = lane_layout([0, 1, 2, MOST_ROWS, MOST_ROWS + 12], 600, Scale.of())
    assert layout.span_rows.tolist() == [0, 0, 2, MOST_ROWS, MOST_ROWS]
    assert layout.hidden_rows.tolist() == [0, 0, 0, 0, 12]
    assert layout.height[0] == layout.height[1] < layout.height[2] < layout.height[3] == layout.height[4]


def test_rows_are_had_before_further_rows_of_labels() -> None:
    flat, stacked = lane_layout([1] * 4, 500, Scale.of()), lane_layout([1, 3, 1, 3], 500, Scale.of())
    assert stacked.label_rows < flat.label_rows
    assert stacked.total <= 500
