import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.widgets.timeline.strokes import within

LEFT, RIGHT = -2.0, 1_000.0
PERIOD = 7.0
places = st.floats(-1e6, 1e6, allow_nan=False)


@given(
    x=st.tuples(places, places).map(sorted),
    y=st.tuples(places, places),
    period=st.sampled_from([0.0, PERIOD]),
)
def test_what_is_cut_lies_on_the_line_and_covers_what_is_in_view(x, y, period):
    line = np.array([[x[0], y[0], x[1], y[1]]])
    cut = within(line, LEFT, RIGHT, period)
    if x[1] < LEFT or x[0] > RIGHT:
        assert len(cut) == 0
        return
    ((x0, y0, x1, y1),) = cut.tolist()
    assert x0 <= max(x[0], LEFT) + 1e-6
    assert x1 == pytest.approx(min(x[1], RIGHT), abs=1e-6)
    assert x0 >= LEFT - PERIOD - 1e-6 or x0 == pytest.approx(x[0], abs=1e-6)
    if x[1] - x[0] > 1:
        slope = (y[1] - y[0]) / (x[1] - x[0])
        for place, row in ((x0, y0), (x1, y1)):
            assert row == pytest.approx(y[0] + slope * (place - x[0]), rel=1e-6, abs=1e-3)


def test_dashes_stay_where_they_are():
    line = np.array([[-5_000.0, 0.0, 5_000.0, 400.0]])
    ((x0, y0, _, _),) = within(line, LEFT, RIGHT, PERIOD).tolist()
    away = np.hypot(x0 - line[0, 0], y0 - line[0, 1]) / PERIOD
    assert away == pytest.approx(round(away), abs=1e-6)


def test_an_upright_line_is_left_as_it_is():
    line = np.array([[10.0, 500.0, 10.0, 20.0]])
    assert within(line, LEFT, RIGHT).tolist() == line.tolist()
