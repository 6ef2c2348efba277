import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.event import DateFlag
from explorer.timeline.compose import FrameMemory
from explorer.timeline.frame import Frame
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, World, index_of, random_index, viewports, worlds


def boxes(frame: Frame) -> list[tuple[float, float, float, float, int]]:
    labels, height = frame.labels, frame.lanes.label_height
    return [
        (float(x), float(x) + float(width), float(y), float(y) + height, int(row))
        for x, width, y, row in zip(labels.x, labels.width, labels.y, labels.row, strict=True)
    ]


def assert_apart_and_inside(frame: Frame) -> None:
    found = boxes(frame)
    for number, (left, right, top, bottom, _) in enumerate(found):
        assert left >= -0.01
        assert right <= frame.viewport.width + 0.01
        for other_left, other_right, other_top, other_bottom, _ in found[:number]:
            assert (
                right <= other_left + 0.01
                or other_right <= left + 0.01
                or bottom <= other_top
                or other_bottom <= top
            )


@settings(max_examples=150)
@given(world=worlds(), viewport=viewports())
def test_labels_never_overlap_and_stay_inside(world: World, viewport: Viewport) -> None:
    frame = world.frame(viewport)
    assert_apart_and_inside(frame)
    lane = world.index.lane[frame.labels.row]
    top = frame.lanes.top[lane]
    assert np.all(frame.labels.y >= top - 0.5)
    assert np.all(frame.labels.y + frame.lanes.label_height <= top + frame.lanes.height[lane] + 0.5)


@given(world=worlds(), viewport=viewports())
def test_no_leader_crosses_a_text(world: World, viewport: Viewport) -> None:
    labels = world.frame(viewport).labels
    lane = world.index.lane[labels.row]
    for at in np.flatnonzero(~labels.inside):
        x, y = labels.mark_x[at], labels.y[at]
        below = (lane == lane[at]) & (labels.y > y) & ~labels.inside
        assert not np.any(below & (labels.x < x) & (x < labels.x + labels.width))
        if labels.flipped[at]:
            assert labels.x[at] < x + 0.01
        else:
            assert labels.x[at] <= x <= labels.x[at] + labels.width[at]


@settings(max_examples=80)
@given(world=worlds(), viewport=viewports(), steps=st.lists(st.floats(-0.6, 0.6), min_size=1, max_size=8))
def test_a_pan_never_moves_a_label_or_drops_one_that_fits(
    world: World, viewport: Viewport, steps: list[float]
) -> None:
    memory = FrameMemory()
    before = world.frame(viewport, memory=memory)
    for step in steps:
        viewport = viewport.panned(step * viewport.days)
        after = world.frame(viewport, memory=memory)
        assert_apart_and_inside(after)
        assert_kept(world, before, after)
        before = after


def assert_kept(world: World, before: Frame, after: Frame) -> None:
    """Every label of the first frame that fits in the second is there, at the same place in time.

    It may only give way to a more important one if one of the two was turned at an edge.
    """
    index, width = world.index, after.viewport.width
    now = {int(row): at for at, row in enumerate(after.labels.row)}
    gap = 2 * world.scale.label_gap + 4 * world.scale.ratio
    for at in np.flatnonzero(~before.labels.inside):
        row, flipped = int(before.labels.row[at]), bool(before.labels.flipped[at])
        mark = float((index.position[row] - after.viewport.start) * after.viewport.pixels_per_day)
        left = mark + float(before.labels.x[at] - before.labels.mark_x[at])
        right = left + float(before.labels.width[at])
        if row in now:
            if after.labels.flipped[now[row]] == flipped and not after.labels.inside[now[row]]:
                assert abs(after.labels.x[now[row]] - left) < 0.1
                assert after.labels.y[now[row]] == before.labels.y[at]
        elif left >= 0 and right <= width:
            rivals = index.lane[after.labels.row] == index.lane[row]
            rivals &= index.priority[after.labels.row] > index.priority[row]
            text = float(before.labels.width[at])
            if flipped:
                right = mark + text
            elif before.labels.mark_x[at] < text:
                left = mark - text
            else:
                rivals &= after.labels.flipped | (after.labels.mark_x < after.labels.width)
            ends = after.labels.x + after.labels.width
            assert np.any(rivals & (after.labels.x < right + gap) & (left - gap < ends))


@settings(max_examples=80)
@given(world=worlds(), viewport=viewports(), factors=st.lists(st.floats(1.01, 1.6), min_size=1, max_size=6))
def test_zooming_in_keeps_what_is_on_screen(world: World, viewport: Viewport, factors: list[float]) -> None:
    memory = FrameMemory()
    before = world.frame(viewport, memory=memory)
    for factor in factors:
        viewport = viewport.zoomed(factor, viewport.start + viewport.days / 2)
        # The places for the new level are made between the frames that follow.
        for _ in range(40):
            after = world.frame(viewport, memory=memory)
            assert_apart_and_inside(after)
            assert_kept(world, before, after)
            before = after
            if not after.unfinished:
                break
            memory.tiles.advance(viewport)
        assert not before.unfinished


def test_zooming_out_leaves_nearly_all_labels_that_stay_in_their_row() -> None:
    kept = moved = gone = 0
    for seed in range(40):
        random = np.random.default_rng(seed)
        world = World(random_index(seed, int(random.integers(20, 120)), 3), Scale.of(), 500)
        memory = FrameMemory()
        days, middle = float(np.exp(random.uniform(3, 10))), float(random.uniform(5000, 19_000))
        view = Viewport(middle - days / 2, middle + days / 2, 1200)
        before = world.frame(view, memory=memory)
        for factor in random.uniform(1.01, 1.5, 6).tolist():
            view = view.zoomed(1 / factor, middle)
            after = world.frame(view, memory=memory)
            assert_apart_and_inside(after)
            now = dict(zip(after.labels.row.tolist(), after.labels.y.tolist(), strict=True))
            was = zip(before.labels.row.tolist(), before.labels.y.tolist(), strict=True)
            for row, y in was:
                kept += now.get(row) == y
                moved += row in now and now[row] != y
                gone += row not in now
            before = after
    assert kept > 1000
    assert moved < 0.06 * kept
    assert gone < 0.25 * kept


@settings(max_examples=60)
@given(
    world=worlds(),
    viewport=viewports(),
    steps=st.lists(st.tuples(st.floats(0.8, 1.3), st.floats(-1, 1)), min_size=1, max_size=8),
)
def test_a_zoom_and_a_pan_in_any_order_leave_labels_apart(
    world: World, viewport: Viewport, steps: list[tuple[float, float]]
) -> None:
    memory = FrameMemory()
    world.frame(viewport, memory=memory)
    for factor, pan in steps:
        viewport = viewport.zoomed(factor, viewport.start).panned(pan * viewport.days)
        after = world.frame(viewport, memory=memory)
        assert_apart_and_inside(after)
        for back in (0.6, -1.5, 0.0):
            viewport = viewport.panned(back * pan * viewport.days)
            panned = world.frame(viewport, memory=memory)
            assert_apart_and_inside(panned)
            assert_kept(world, after, panned)
            after = panned


def test_the_same_walk_shows_the_same_labels_whatever_was_seen_between() -> None:
    happenings = [Happening(day * 37.0, day * 37.0 + 1, importance=1 + day % 5) for day in range(300)]
    world = World(index_of(*happenings), Scale.of())
    memory = FrameMemory()
    home = Viewport(1000, 2000, 1200)
    first = world.frame(home, memory=memory)
    for shift in (900, -400, 5000, -700):
        world.frame(home.panned(shift), memory=memory)
    again = world.frame(home, memory=memory)
    assert np.array_equal(first.labels.row, again.labels.row)
    assert np.array_equal(first.labels.x, again.labels.x)
    assert np.array_equal(first.labels.y, again.labels.y)


def test_the_most_important_event_is_always_labelled() -> None:
    happenings = [Happening(float(day), day + 1.0, importance=1 + day % 4, title=20) for day in range(900)]
    happenings[450].importance = 5
    world = World(index_of(*happenings), Scale.of())
    memory = FrameMemory()
    for width in (900, 700, 500, 300, 100, 30, 300, 890):
        frame = world.frame(Viewport(450 - width / 2, 450 + width / 2, 1000), memory=memory)
        assert 450 in frame.labels.row


def test_at_the_right_edge_a_label_flips_to_the_left_of_its_mark() -> None:
    world = World(index_of(Happening(0, 1), Happening(500, 501, title=10), Happening(990, 991)), Scale.of())
    inside = world.frame(Viewport(100, 600, 1000)).labels
    assert inside.flipped.tolist() == [False]
    turned = world.frame(Viewport(20, 520, 1000)).labels
    assert turned.flipped.tolist() == [True]
    assert turned.x[0] + turned.width[0] <= 1000
    assert turned.x[0] + turned.width[0] >= turned.mark_x[0]


def test_at_the_left_edge_a_flipped_label_turns_to_the_right_of_its_mark_where_there_is_room() -> None:
    in_the_way = Happening(530, 531, importance=5, title=10)
    world = World(index_of(Happening(0, 1), Happening(500, 501, title=10), in_the_way), Scale.of(), 70)
    memory = FrameMemory()

    def flipped(start: float, end: float) -> bool | None:
        view = Viewport(start, end, 1000)
        while (frame := world.frame(view, memory=memory)).unfinished:
            memory.tiles.advance(view)
        return dict(zip(frame.labels.row.tolist(), frame.labels.flipped.tolist(), strict=True)).get(1)

    assert flipped(300, 800) is True
    # Nearer by it keeps its side, though there is room on the other one by now.
    assert flipped(360, 660) is True
    assert flipped(420, 600) is True
    assert flipped(450, 550) is True
    assert flipped(499, 599) is False
    assert flipped(450, 550) is True
    assert flipped(420, 600) is True
    assert flipped(300, 800) is True
    assert flipped(490, 990) is None, "a more important one stands at the right"


def test_a_span_carries_its_title_inside_and_keeps_it_in_view() -> None:
    world = World(index_of(Happening(100, 900, flags=DateFlag.SPAN)), Scale.of())
    whole = world.frame(Viewport(0, 1000, 1000)).labels
    assert whole.inside.tolist() == [True]
    assert whole.x[0] > 100
    later = world.frame(Viewport(300, 1300, 1000)).labels
    assert later.inside.tolist() == [True]
    assert 0 <= later.x[0] < 20
    gone = world.frame(Viewport(850, 1850, 1000)).labels
    assert len(gone.row) == 0


def test_a_title_does_not_stand_under_other_marks_in_a_bar() -> None:
    span = Happening(100, 900, flags=DateFlag.SPAN, importance=5)
    labels = World(index_of(span, Happening(150, 151)), Scale.of()).frame(Viewport(0, 1000, 1000)).labels
    assert not labels.inside.any()
    assert len(labels.row) == 2
