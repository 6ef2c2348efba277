from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.levels import levels_of
from explorer.timeline.viewport import Viewport

days = st.floats(1 / 24, 20_000 * 365)


def weights(viewport: Viewport) -> dict[int, float]:
    return {level.number: level.weight for level in levels_of(viewport)}


@given(days=days, width=st.integers(80, 4000))
def test_weights_add_up_and_the_weightier_level_is_first(days: float, width: int) -> None:
    levels = levels_of(Viewport(0, days, width))
    assert abs(sum(level.weight for level in levels) - 1) < 1e-9
    assert levels[0].weight >= 0.5
    assert len({level.number for level in levels}) == len(levels) <= 2
    # A column is about a pixel wide.
    assert 0.75 < levels[0].step * width / days < 1.35


@given(days=days, width=st.integers(80, 4000))
def test_a_zoom_step_changes_the_weights_a_little(days: float, width: int) -> None:
    view = Viewport(0, days, width)
    before, after = weights(view), weights(view.zoomed(1.02, days / 2))
    for number in before.keys() | after.keys():
        assert abs(after.get(number, 0.0) - before.get(number, 0.0)) < 0.2


@given(days=days, start=st.floats(-1e5, 1e6), width=st.integers(80, 4000))
def test_a_pan_changes_no_weight(days: float, start: float, width: int) -> None:
    before, after = weights(Viewport(0, days, width)), weights(Viewport(start, start + days, width))
    for number in before.keys() | after.keys():
        assert abs(after.get(number, 0.0) - before.get(number, 0.0)) < 0.01
