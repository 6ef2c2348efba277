from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from explorer.widgets.timeline.geometry import Box, Geometry

SIZES = st.tuples(st.integers(1, 3000), st.integers(1, 2000))
RATIOS = st.sampled_from((1.0, 1.25, 1.5, 2.0, 3.0))
SCALES = st.floats(0.8, 2.5)


@given(size=SIZES, ratio=RATIOS, scale=SCALES, rows=st.integers(0, 4), series=st.booleans())
def test_all_boxes_share_the_x_axis_and_lie_under_each_other(size, ratio, scale, rows, series):
    geometry = Geometry.of(*size, ratio, scale, band_rows=rows, series=series)
    boxes = (geometry.bands, geometry.lanes, geometry.series, geometry.axis, geometry.overview)
    assert {(box.x, box.width) for box in boxes} == {(geometry.lanes.x, geometry.lanes.width)}
    for above, below in pairwise(boxes):
        assert above.bottom <= below.y
    assert geometry.lanes.height > 0
    assert geometry.lanes.width > 0


@given(size=SIZES, ratio=RATIOS, scale=SCALES)
def test_the_series_begins_on_a_whole_logical_and_device_pixel(size, ratio, scale):
    box = Geometry.of(*size, ratio, scale, band_rows=1, series=True).series
    for length in (box.x, box.width, box.height):
        assert (length / ratio).is_integer()


def test_a_low_window_keeps_its_lanes_and_drops_the_figures():
    assert Geometry.of(1000, 700, 1.0, 1.0, band_rows=1, series=True).series.height > 80
    low = Geometry.of(1000, 340, 1.0, 1.0, band_rows=1, series=True)
    assert low.series.height == 0
    assert low.lanes.height > 120


def test_what_is_inside_a_box():
    box = Box(10, 20, 30, 40)
    assert box.contains(10, 20)
    assert box.contains(39.5, 59.5)
    assert not box.contains(40, 30)
    assert not box.contains(20, 60)
