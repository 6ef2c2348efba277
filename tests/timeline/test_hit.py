import numpy as np
from hypothesis import given

from explorer.domain.event import DateFlag
from explorer.timeline.hit import HitKind, hit, lane_at
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from tests.support.worlds import Happening, World, index_of, viewports, worlds


@given(world=worlds(), viewport=viewports())
def test_the_middle_of_a_mark_hits_it_or_what_is_painted_over_it(world: World, viewport: Viewport) -> None:
    frame = world.frame(viewport)
    discs, clusters = frame.discs, frame.clusters
    for at in np.flatnonzero(discs.counted).tolist():
        x, y = float(discs.x[at]), float(discs.y[at])
        found = hit(frame, x, y, 0.0)
        assert found is not None
        if found.kind is HitKind.DISC:
            assert found.at >= at
            assert found.row == discs.row[found.at]
            assert np.hypot(discs.x[found.at] - x, discs.y[found.at] - y) <= discs.radius[found.at]
        else:
            assert found.kind is HitKind.LABEL
    for at in np.flatnonzero(clusters.counted).tolist():
        found = hit(frame, float(clusters.x[at]), float(clusters.y[at]), 0.0)
        assert found is not None
        if found.kind is HitKind.CLUSTER:
            assert found.at >= at
            assert (found.row, found.count) == (None, clusters.count[found.at])
    for at in range(len(frame.labels.row)):
        middle = frame.labels.x[at] + frame.labels.width[at] / 2
        found = hit(frame, float(middle), float(frame.labels.y[at]) + frame.lanes.label_height / 2, 0.0)
        assert found is not None
        assert found.row == frame.labels.row[at]


def test_the_topmost_of_overlapping_discs_wins() -> None:
    world = World(index_of(Happening(500, 501, importance=5), Happening(506, 507, importance=1)), Scale.of())
    frame = world.frame(Viewport(0, 1000, 1000))
    y = float(frame.lanes.baseline[0])
    for x, row in ((503, 0), (509, 1)):
        found = hit(frame, x, y, 0.0)
        assert found is not None
        assert found.row == row


def test_a_near_miss_hits_the_nearest_mark() -> None:
    world = World(index_of(Happening(500, 501), Happening(540, 541)), Scale.of())
    frame = world.frame(Viewport(0, 1000, 1000))
    y = float(frame.lanes.baseline[0])
    assert hit(frame, 490, y, 0.0) is None
    found = hit(frame, 490, y, 8.0)
    assert found is not None
    assert found.row == 0
    assert hit(frame, 700, y, 8.0) is None


def test_bars_and_density_are_hit() -> None:
    span = Happening(300, 600, flags=DateFlag.SPAN)
    frame = World(index_of(span), Scale.of()).frame(Viewport(0, 1000, 1000))
    found = hit(frame, 590, float(frame.bars.y[0]), 0.0)
    assert found is not None
    assert (found.kind, found.row) == (HitKind.BAR, 0)
    crowd = [Happening(float(day), day + 1.0, importance=1) for day in range(20_000)]
    frame = World(index_of(*crowd), Scale.of()).frame(Viewport(0, 20_000, 1000))
    marked = set(np.round(frame.discs.x).astype(int).tolist())
    x = next(x for x in range(300, 1000) if not any(abs(x - mark) < 20 for mark in marked))
    found = hit(frame, x + 0.5, float(frame.lanes.baseline[0]), 0.0)
    assert found is not None
    assert (found.kind, found.row) == (HitKind.DENSITY, None)
    assert found.count == frame.density.counts[0, found.at]
    assert found.first <= frame.viewport.day(x + 0.5) < found.last
    assert found.first < found.last


def test_lanes_are_found_by_height() -> None:
    frame = World(index_of(lanes=3), Scale.of()).frame(Viewport(0, 10, 100))
    assert [lane_at(frame, float(top)) for top in frame.lanes.top] == [0, 1, 2]
    assert lane_at(frame, -1) is None
    assert lane_at(frame, frame.lanes.total) is None
