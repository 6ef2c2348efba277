import numpy as np
import pytest

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.event import DateFlag
from explorer.timeline.frame import BarShape, Frame
from explorer.timeline.marks import mark_place
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, World, index_of

SCALE = Scale.of()


def frame_of(*happenings: Happening, start: float = 0, end: float = 1000, width: int = 1000) -> Frame:
    return World(index_of(*happenings), SCALE).frame(Viewport(start, end, width))


def shape_of(frame: Frame) -> BarShape:
    assert len(frame.bars.shape) == 1
    return BarShape(int(frame.bars.shape[0]))


def test_a_day_is_a_disc_while_it_is_narrow() -> None:
    frame = frame_of(Happening(500, 501))
    assert frame.discs.x.tolist() == [500.5]
    assert frame.discs.hollow.tolist() == [False]
    assert len(frame.bars.row) == 0


def test_a_wide_day_is_a_bar_with_a_hollow_disc_in_its_middle() -> None:
    frame = frame_of(Happening(500, 501), start=495, end=505)
    assert frame.discs.x.tolist() == [550]
    assert frame.discs.hollow.tolist() == [True]
    assert (frame.bars.x0.tolist(), frame.bars.x1.tolist()) == ([500], [600])
    assert shape_of(frame) == BarShape(0)


@pytest.mark.parametrize("days", [30, 365])
def test_a_month_or_year_is_never_drawn_sharper_than_it_is_known(days: int) -> None:
    frame = frame_of(Happening(400, 400 + days))
    assert frame.bars.x1[0] - frame.bars.x0[0] == days
    assert frame.discs.hollow.tolist() == [True]
    later = frame_of(Happening(400, 400 + days), start=401, end=402)
    assert len(later.discs.row) == 0
    assert later.bars.x0[0] < 0
    assert later.bars.x1[0] > 1000


def test_an_approximate_date_fades_from_the_likely_to_the_possible() -> None:
    frame = frame_of(Happening(300, 600, likely=(400, 500), flags=DateFlag.APPROXIMATE))
    bars = frame.bars
    assert [part[0] for part in (bars.x0, bars.core0, bars.core1, bars.x1)] == [300, 400, 500, 600]
    assert shape_of(frame) == BarShape.FADE_LEFT | BarShape.FADE_RIGHT


def test_an_uncertain_date_has_a_dashed_edge() -> None:
    assert BarShape.DASHED in shape_of(frame_of(Happening(300, 600, flags=DateFlag.UNCERTAIN)))


def test_a_span_has_a_solid_head_at_a_start_in_view() -> None:
    span = Happening(300, 600, flags=DateFlag.SPAN)
    assert shape_of(frame_of(span)) == BarShape.SPAN | BarShape.HEAD
    assert len(frame_of(span).discs.row) == 0
    assert shape_of(frame_of(span, start=350, end=1350)) == BarShape.SPAN


def test_a_short_span_is_a_disc_at_its_start() -> None:
    frame = frame_of(Happening(300, 305, flags=DateFlag.SPAN))
    assert frame.discs.x.tolist() == [300]
    assert frame.discs.hollow.tolist() == [False]


def test_an_open_end_fades_out_inside_the_plot() -> None:
    frame = frame_of(Happening(300, LAST_DAY, flags=DateFlag.SPAN | DateFlag.OPEN_END))
    assert BarShape.FADE_RIGHT in shape_of(frame)
    assert frame.bars.core1[0] == 1000 - SCALE.fade
    assert frame.bars.x1[0] == 1000
    frame = frame_of(Happening(FIRST_DAY, 600, flags=DateFlag.SPAN | DateFlag.OPEN_START))
    assert shape_of(frame) == BarShape.SPAN | BarShape.FADE_LEFT
    assert (frame.bars.x0[0], frame.bars.core0[0]) == (0, SCALE.fade)


def test_overlapping_spans_lie_in_rows_below_the_marks() -> None:
    spans = [Happening(100.0 * number, 100.0 * number + 350, flags=DateFlag.SPAN) for number in range(3)]
    alone = frame_of(spans[0]).bars
    frame = frame_of(*spans, Happening(800, 900, flags=DateFlag.SPAN))
    bars = frame.bars
    order = np.argsort(bars.row)
    top, bottom = (bars.y - bars.height / 2)[order], (bars.y + bars.height / 2)[order]
    assert np.all(bottom[:2] <= top[1:3])
    assert np.all(bars.height == alone.height[0])
    marks = frame.lanes.baseline[0] + SCALE.dot_drop
    assert np.all(top > marks)
    assert top[3] == top[0]


def test_important_discs_lie_on_top() -> None:
    frame = frame_of(Happening(500, 501, importance=5), Happening(506, 507, importance=1))
    assert frame.discs.row.tolist() == [1, 0]
    assert frame.discs.radius[1] > frame.discs.radius[0]


def test_dots_stand_under_each_drawn_event() -> None:
    frame = frame_of(Happening(500, 501, sources=2), Happening(700, 900, flags=DateFlag.SPAN, sources=0))
    assert sorted(zip(frame.dots.x.tolist(), frame.dots.sources.tolist(), strict=True)) == [
        (500.5, 2),
        (700, 0),
    ]
    assert np.all(frame.dots.y > frame.lanes.baseline[0] + max(SCALE.radii))


def test_the_place_of_a_mark_is_that_of_what_is_drawn() -> None:
    world = World(
        index_of(Happening(100, 101), Happening(300, 600, flags=DateFlag.SPAN), Happening(2000, 2001)), SCALE
    )
    frame = world.frame(Viewport(0, 1000, 1000))
    x, y = mark_place(world.index, np.arange(3, dtype=np.int32), frame.viewport, frame.lanes, SCALE)
    assert x.tolist() == [100.5, 300, 2000.5]
    assert y[0] == frame.discs.y[0]
    assert y[1] == frame.bars.y[0]
