import numpy as np

from explorer.domain.event import DateFlag
from explorer.timeline.mask import Sieve
from explorer.timeline.overview import overview
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, index_of

INDEX = index_of(
    Happening(100, 101, importance=2),
    Happening(100.2, 100.8, importance=5),
    Happening(300, 600, lane=1, flags=DateFlag.SPAN),
    Happening(700, 702, lane=1, flags=DateFlag.SPAN, importance=1),
    lanes=2,
)
WHOLE = Viewport(0, 1000, 500)


def test_marks_by_lane_and_pixel_keep_the_most_important() -> None:
    found = overview(INDEX, WHOLE, 4)
    assert list(zip(found.lane.tolist(), found.x.tolist(), found.importance.tolist(), strict=True)) == [
        (1, 350, 1),
        (0, 50, 5),
    ]


def test_long_spans_are_lines() -> None:
    found = overview(INDEX, WHOLE, 4)
    assert (found.span_lane.tolist(), found.span_x0.tolist(), found.span_x1.tolist()) == ([1], [150], [300])


def test_the_filter_holds_for_the_overview_too() -> None:
    found = overview(INDEX, WHOLE, 4, Sieve.build(INDEX, np.array([True, False, False, False])))
    assert found.importance.tolist() == [2]
    assert len(found.span_lane) == 0
