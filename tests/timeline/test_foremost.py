import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.foremost import MOST_BARS, MOST_SPANS, foremost, foremost_extents
from explorer.timeline.mask import Mask
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, World, index_of

NONE = np.empty(0, np.int32)
VIEW = Viewport(0, 1000, 1000)


@given(
    lanes=st.lists(st.integers(0, 3), max_size=60),
    most=st.lists(st.integers(0, 8), min_size=4, max_size=4),
    seed=st.integers(0, 1000),
)
def test_the_highest_ranks_of_each_lane_are_chosen(lanes: list[int], most: list[int], seed: int) -> None:
    lane = np.array(lanes, np.int64)
    rank = np.random.default_rng(seed).permutation(len(lanes))
    chosen = foremost(lane, rank, np.array(most))
    for one, room in enumerate(most):
        mine = np.sort(rank[lane == one])[::-1]
        assert sorted(rank[chosen & (lane == one)].tolist(), reverse=True) == mine[:room].tolist()


def test_one_bar_stands_for_all_events_of_the_same_time() -> None:
    month = [Happening(400, 430, importance=1 + number % 4) for number in range(MOST_BARS + 8)]
    index = index_of(*month, Happening(430, 460))
    rows = np.arange(index.size, dtype=np.int32)
    chosen = foremost_extents(index, rows, None, NONE)
    assert len(chosen) == 2
    assert set(index.latest[chosen].tolist()) == {430, 460}
    assert index.importance[chosen].max() == 4
    lit = rows == 0
    assert 0 in foremost_extents(index, rows, lit, NONE)


def test_few_bars_are_all_there() -> None:
    month = [Happening(400, 430) for _ in range(MOST_BARS)]
    rows = np.arange(MOST_BARS, dtype=np.int32)
    assert np.array_equal(foremost_extents(index_of(*month), rows, None, NONE), rows)


def test_a_lane_has_a_bounded_number_of_bars_and_the_rest_is_counted() -> None:
    random = np.random.default_rng(3)
    start = random.uniform(-300, 900, 6000)
    happenings = [
        Happening(
            day, day + float(random.uniform(20, 500)), flags=flags, importance=int(random.integers(1, 6))
        )
        for day, flags in zip(
            start.tolist(), random.choice([DateFlag.NONE, DateFlag.SPAN], 6000).tolist(), strict=True
        )
    ]
    world = World(index_of(*happenings), Scale.of())
    for focus in (None, 17):
        frame = world.frame(VIEW, focus=focus)
        assert len(frame.bars.row) <= MOST_BARS + 1
        assert frame.counts.drawn + frame.counts.clustered + frame.counts.dense == frame.counts.in_view
        assert frame.counts.beyond[0] > 0


def test_the_selected_and_the_lit_spans_have_their_bar() -> None:
    spans = [
        Happening(20.0 * number, 20.0 * number + 18, flags=DateFlag.SPAN, importance=3)
        for number in range(2 * MOST_SPANS)
    ]
    world = World(index_of(*spans), Scale.of())
    plain = world.frame(VIEW)
    assert len(plain.bars.row) == MOST_SPANS
    left_out = sorted(set(range(2 * MOST_SPANS)) - set(plain.bars.row.tolist()))
    assert left_out[0] in world.frame(VIEW, focus=left_out[0]).bars.row
    lit = np.isin(np.arange(2 * MOST_SPANS), left_out)
    assert set(left_out) == set(world.frame(VIEW, Mask(None, lit)).bars.row.tolist())
