import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.days import LAST_DAY
from explorer.domain.event import DateFlag, Extent
from explorer.timeline.bands import EraTimes, bands
from explorer.timeline.frame import Bands
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport

SCALE = Scale.of()
ERAS = [Extent(0, 0, 1000, 1000), Extent(1000, 1000, 1100, 1100), Extent(1100, 1100, 1101, LAST_DAY)]
FLAGS = [DateFlag.SPAN, DateFlag.SPAN, DateFlag.SPAN | DateFlag.OPEN_END]


def bands_at(start: float, end: float, width: int = 1000) -> Bands:
    return bands(Viewport(start, end, width), EraTimes.of(ERAS, FLAGS, [0, 0, 0]), SCALE)


@given(start=st.floats(-2000, 3000), days=st.floats(1, 5000), width=st.integers(50, 2000))
def test_a_name_stays_in_view_while_its_era_does(start: float, days: float, width: int) -> None:
    found = bands_at(start, start + days, width)
    for at in range(len(found.era)):
        left, right = max(float(found.x0[at]), 0), min(float(found.x1[at]), width)
        room = float(found.name_width[at])
        assert left < right
        assert room == pytest.approx(max(right - left - 2 * SCALE.label_lead, 0), abs=0.01)
        assert left <= found.name_x[at]
        assert found.name_x[at] + room <= right or not room


def test_only_eras_in_view_are_given() -> None:
    assert bands_at(200, 900).era.tolist() == [0]
    assert bands_at(900, 1200).era.tolist() == [0, 1, 2]
    assert bands_at(-500, -100).era.tolist() == []


def test_a_narrow_band_has_little_room_and_an_open_one_says_so() -> None:
    found = bands_at(0, 10_000)
    assert found.name_width[1] < 10
    assert found.open_end.tolist() == [False, False, True]
    assert found.x1[2] == 1001


def test_a_library_without_eras_has_no_bands() -> None:
    assert len(bands(Viewport(0, 1, 10), EraTimes.of([], [], []), SCALE).era) == 0
