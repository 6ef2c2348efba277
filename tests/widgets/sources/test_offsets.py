from hypothesis import given
from hypothesis import strategies as st

from explorer.widgets.sources.offsets import Utf16Map


@given(st.text("aé—😀𝒳", max_size=60))
def test_offsets_count_as_qt_counts(text):
    units = Utf16Map(text)
    for point in range(len(text) + 1):
        assert units.to_units(point) == len(text[:point].encode("utf-16-le")) // 2
        assert units.to_points(units.to_units(point)) == point
