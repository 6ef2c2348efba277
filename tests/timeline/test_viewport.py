import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.viewport import MIN_DAYS, Viewport

views = st.builds(
    lambda start, days, width: Viewport(start, start + days, width),
    st.floats(-800_000, 800_000),
    st.floats(0.05, 400_000),
    st.integers(50, 4000),
)


@given(view=views, factor=st.floats(0.2, 5), x=st.floats(0, 1))
def test_zooming_keeps_the_day_under_the_pointer(view: Viewport, factor: float, x: float) -> None:
    pixel = x * view.width
    day = view.day(pixel)
    assert view.zoomed(factor, day).x(day) == pytest.approx(pixel, abs=0.01)


@given(view=views, x=st.floats(-5000, 5000))
def test_days_and_pixels_are_inverse(view: Viewport, x: float) -> None:
    assert view.x(view.day(x)) == pytest.approx(x, abs=0.01)


@given(view=views, days=st.floats(-10_000, 10_000))
def test_a_pan_keeps_the_scale(view: Viewport, days: float) -> None:
    moved = view.panned(days)
    assert moved.days == pytest.approx(view.days)
    assert moved.start == view.start + days


@given(view=views, first=st.floats(-900_000, 0), length=st.floats(1, 900_000))
def test_a_clamped_view_lies_inside(view: Viewport, first: float, length: float) -> None:
    kept = view.clamped(first, first + length)
    assert kept.start >= first - 1e-6
    assert kept.end <= first + length + 1e-6
    assert kept.days >= MIN_DAYS * 0.999
