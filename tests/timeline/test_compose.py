import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.compose import FrameMemory
from explorer.timeline.frame import Frame
from explorer.timeline.levels import levels_of
from explorer.timeline.mask import Mask
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, World, index_of, masks, random_index, viewports, worlds


def in_view(world: World, viewport: Viewport, visible: np.ndarray | None) -> set[int]:
    """By looking at every event."""
    index = world.index
    stands = (index.position >= viewport.start) & (index.position < viewport.end)
    reaches = (index.earliest < viewport.end) & (index.latest > viewport.start)
    seen = stands | reaches
    if visible is not None:
        seen &= visible
    return set(np.flatnonzero(seen).tolist())


def covered(world: World, frame: Frame, rows: set[int]) -> set[int]:
    """Those of the rows whose position lies in a cluster or in a density column."""
    index, view = world.index, frame.viewport
    found = set()
    for row in rows:
        day, lane = index.position[row], index.lane[row]
        clusters = frame.clusters
        among = (clusters.lane == lane) & (clusters.first <= day) & (day <= clusters.last) & clusters.counted
        column = int(frame.density.x.searchsorted(view.x(day), "right")) - 1
        # The edges are not as exact as the days.
        near = frame.density.counts[lane, max(column - 1, 0) : column + 2]
        if among.any() or (view.start <= day < view.end and near.any()):
            found.add(row)
    return found


@settings(max_examples=150)
@given(data=st.data(), world=worlds(), viewport=viewports())
def test_everything_in_view_is_drawn_or_counted(
    data: st.DataObject, world: World, viewport: Viewport
) -> None:
    visible = masks(data.draw, world.index.size)
    focus = data.draw(st.sampled_from([None, *range(world.index.size)]))
    frame = world.frame(viewport, Mask(visible), focus=focus)
    counts = frame.counts
    seen = in_view(world, viewport, visible)
    assert counts.in_view == len(seen) == sum(counts.by_lane)
    assert counts.drawn + counts.clustered + counts.dense == counts.in_view
    assert min(counts.beyond, default=0) >= 0

    drawn = {*frame.discs.row[frame.discs.counted].tolist(), *frame.bars.row[frame.bars.counted].tolist()}
    assert len(drawn & seen) == counts.drawn
    assert visible is None or all(visible[row] for row in drawn)
    # What is neither drawn nor in a group stands outside the view, only reaches in, and is counted as such.
    left = seen - drawn - covered(world, frame, seen - drawn)
    assert all(not viewport.start <= world.index.position[row] < viewport.end for row in left)
    assert len(left) <= sum(counts.beyond)


@given(world=worlds(), viewport=viewports())
def test_no_event_is_drawn_twice(world: World, viewport: Viewport) -> None:
    frame = world.frame(viewport)
    assert len(set(frame.discs.row.tolist())) == len(frame.discs.row)
    assert len(set(frame.bars.row.tolist())) == len(frame.bars.row)
    discs, bars = frame.discs, frame.bars
    spans = ((world.index.flags[bars.row] & DateFlag.SPAN) != 0) & bars.counted
    assert not set(bars.row[spans].tolist()) & set(discs.row[discs.counted].tolist())
    assert len(frame.dots.row) == len(set(frame.dots.row.tolist()))


def test_a_span_that_is_a_disc_here_and_a_bar_at_the_level_that_fades_in_counts_as_a_disc() -> None:
    scale = Scale.of()
    views = (Viewport(0, days, 1000) for days in np.geomspace(100, 200, 50).tolist())
    view = next(one for one in views if levels_of(one)[0].number < levels_of(one)[-1].number)
    here, other = (level.step * scale.bar_min for level in levels_of(view))
    span = Happening(40, 40 + (here + other) / 2, flags=DateFlag.SPAN)
    frame = World(index_of(span), scale).frame(view)
    assert frame.discs.row.tolist() == frame.bars.row.tolist() == [0]
    assert frame.discs.counted.tolist() == [True]
    assert frame.bars.counted.tolist() == [False]
    assert frame.counts.drawn == 1


@given(world=worlds(), viewport=viewports())
def test_what_is_painted_lies_in_or_just_outside_the_plot(world: World, viewport: Viewport) -> None:
    frame = world.frame(viewport)
    width = viewport.width
    assert np.all((frame.discs.x > -frame.discs.radius) & (frame.discs.x < width + frame.discs.radius))
    assert np.all((frame.bars.x0 >= -40) & (frame.bars.x1 <= width + 40))
    assert np.all(frame.bars.x0 <= frame.bars.core0)
    assert np.all(frame.bars.core0 <= frame.bars.core1)
    assert np.all(frame.bars.core1 <= frame.bars.x1)
    assert frame.density.counts.shape == (world.index.lanes, len(frame.density.x) - 1)
    assert np.all(np.diff(frame.density.x) >= 0)
    assert frame.density.x[[0, -1]].tolist() == [0, width]
    assert np.all((frame.dots.x >= 0) & (frame.dots.x <= width))


def test_the_selected_event_has_a_mark_and_a_label_of_its_own() -> None:
    same_day = [Happening(100, 101, importance=1 + number % 5) for number in range(30)]
    world = World(index_of(*same_day), Scale.of())
    view = Viewport(-4000, 4000, 800)
    assert len(world.frame(view).discs.row) == 0
    for row in range(30):
        frame = world.frame(view, focus=row)
        assert frame.discs.row.tolist() == [row]
        assert frame.clusters.count.tolist() == [29]
        assert row in frame.labels.row


def test_a_selected_event_that_the_filter_hides_is_not_shown() -> None:
    world = World(index_of(Happening(100, 101), Happening(300, 301)), Scale.of())
    frame = world.frame(Viewport(0, 400, 800), Mask(np.array([False, True])), focus=0)
    assert frame.discs.row.tolist() == [1]
    assert frame.labels.row.tolist() == [1]


def test_a_crowd_becomes_density_and_the_labelled_stand_out_of_it() -> None:
    crowd = [Happening(float(day), day + 1.0, importance=2, title=8) for day in range(20_000)]
    crowd[7000].importance = 5
    world = World(index_of(*crowd), Scale.of())
    frame = world.frame(Viewport(0, 20_000, 1000))
    assert frame.counts.dense > 19_000
    assert frame.counts.clustered == 0
    assert 7000 in frame.discs.row
    assert 7000 in frame.labels.row
    assert set(frame.labels.row.tolist()) <= set(frame.discs.row.tolist())


def test_search_hits_light_their_marks_and_the_clusters_that_hold_them() -> None:
    happenings = [Happening(10, 11), Happening(500, 501), Happening(900, 900.1), Happening(900.2, 900.3)]
    world = World(index_of(*happenings), Scale.of())
    lit = np.array([True, False, False, True])
    frame = world.frame(Viewport(0, 1000, 500), Mask(None, lit))
    assert dict(zip(frame.discs.row.tolist(), frame.discs.lit.tolist(), strict=True)) == {0: True, 1: False}
    assert frame.clusters.lit.tolist() == [True]
    frame = world.frame(Viewport(0, 1000, 500), Mask(None, ~lit & False))
    assert not frame.clusters.lit.any()


@given(seed=st.integers(0, 1000), share=st.floats(0, 1))
def test_a_memory_changes_nothing_but_labels(seed: int, share: float) -> None:
    world = World(random_index(seed, 80, 3), Scale.of())
    visible = np.random.default_rng(seed).random(80) < share
    memory = FrameMemory()
    world.frame(Viewport(0, 9000, 700), Mask(), memory)
    world.frame(Viewport(0, 20_000, 700), Mask(visible), memory)
    view = Viewport(5000, 19_000, 900)
    fresh, used = world.frame(view, Mask(visible)), world.frame(view, Mask(visible), memory)
    assert fresh.counts.by_lane == used.counts.by_lane
    assert fresh.counts.drawn + fresh.counts.dense == used.counts.drawn + used.counts.dense
    assert np.array_equal(fresh.clusters.count, used.clusters.count)
    # In the density what has a label has a mark, and with it a bar if it is long.
    labelled = {*fresh.labels.row.tolist(), *used.labels.row.tolist()}
    assert {*fresh.bars.row.tolist()} - labelled == {*used.bars.row.tolist()} - labelled


def test_an_empty_library_gives_an_empty_frame() -> None:
    frame = World(index_of(lanes=3), Scale.of()).frame(Viewport(0, 100, 400))
    assert frame.counts.in_view == 0
    assert len(frame.labels.row) == len(frame.discs.row) == len(frame.clusters.x) == 0
