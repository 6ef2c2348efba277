import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.lanes import MOST_LABEL_ROWS, lane_layout
from explorer.timeline.scale import Scale

scales = st.builds(Scale.of, st.sampled_from((0.8, 1.0, 1.25, 1.5, 2.5)), st.sampled_from((1.0, 1.5, 2.0)))


@given(lanes=st.integers(1, 20), height=st.integers(0, 4000), scale=scales)
def test_labels_marks_and_dots_lie_inside_their_lane(lanes: int, height: int, scale: Scale) -> None:
    layout = lane_layout(lanes, height, scale)
    assert 1 <= layout.label_rows <= MOST_LABEL_ROWS
    assert layout.total == int(layout.height.sum())
    assert np.array_equal(layout.top[1:], np.cumsum(layout.height)[:-1])
    labels = layout.baseline - layout.label_bottom - layout.label_rows * layout.label_height
    assert np.all(labels >= layout.top - 1)
    assert layout.label_bottom >= max(scale.radii)
    assert np.all(layout.baseline + scale.dot_drop + scale.dot_radius <= layout.top + layout.height)


@pytest.mark.parametrize(("height", "rows"), [(430, 1), (640, 2), (1200, 5)])
def test_eight_lanes_fit_into_small_windows(height: int, rows: int) -> None:
    layout = lane_layout(8, height, Scale.of())
    assert layout.total <= height
    assert layout.label_rows >= rows


def test_large_text_makes_lanes_taller_than_the_room() -> None:
    assert lane_layout(8, 430, Scale.of(1.5)).total > 430
    assert lane_layout(8, 860, Scale.of(1.0, 2.0)).total <= 860
