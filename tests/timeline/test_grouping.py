"""What the events are drawn as: it moves with them in a pan and fades, without a leap, in a zoom."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.timeline.frame import Frame
from explorer.timeline.viewport import Viewport
from tests.support.worlds import World, viewports, worlds

Key = tuple[object, ...]
ZOOM = 1.02
FAINT = 1 / 64
"""What is weaker nobody sees: a mark that only its label keeps in the other level's density, say."""
BOUND = 0.2
"""Of the strength, in one step of a zoom."""


def strengths(world: World, frame: Frame, rim: float = -1.0) -> dict[Key, float]:
    """How strongly each mark is drawn that lies in the view but for a rim, a share of it on either side."""
    view, index = frame.viewport, world.index
    low, high = view.start + rim * view.days, view.end - rim * view.days
    found: dict[Key, float] = {}
    for kind, part in (("disc", frame.discs), ("bar", frame.bars)):
        for row, strength in zip(part.row.tolist(), part.strength.tolist(), strict=True):
            if low <= index.position[row] < high:
                found[kind, row] = strength
    clusters = frame.clusters
    keys = (clusters.lane, clusters.first, clusters.last, clusters.count, clusters.strength)
    for lane, first, last, count, strength in zip(*(column.tolist() for column in keys), strict=True):
        if low <= first <= last < high:
            found["cluster", lane, first, last, count] = strength
    return found


@settings(max_examples=150)
@given(world=worlds(60), viewport=viewports(), steps=st.integers(1, 12))
def test_a_zoom_step_changes_no_strength_by_a_leap(world: World, viewport: Viewport, steps: int) -> None:
    middle = (viewport.start + viewport.end) / 2
    before = world.frame(viewport)
    for _ in range(steps):
        viewport = viewport.zoomed(ZOOM, middle)
        after = world.frame(viewport)
        for one, other in ((before, after), (after, before)):
            there = strengths(world, other)
            for key, strength in strengths(world, one, 0.2).items():
                assert abs(strength - there.get(key, 0.0)) < BOUND, key
        before = after


@settings(max_examples=80)
@given(world=worlds(60), viewport=viewports(), pixels=st.integers(-40, 40))
def test_a_pan_by_whole_pixels_moves_the_same_groups(world: World, viewport: Viewport, pixels: int) -> None:
    moved = viewport.panned(pixels / viewport.pixels_per_day)
    before, after = world.frame(viewport), world.frame(moved)
    there = strengths(world, after)
    for key, strength in strengths(world, before, 0.05 + abs(pixels) / viewport.width).items():
        assert abs(strength - there.get(key, 0.0)) < FAINT, key


@settings(max_examples=60)
@given(world=worlds(60), viewport=viewports(), pixels=st.integers(-40, 40))
def test_a_pan_leaves_the_density_of_a_column_as_it_is(world: World, viewport: Viewport, pixels: int) -> None:
    moved = viewport.panned(pixels / viewport.pixels_per_day)
    one, other = (world.frame(view).density for view in (viewport, moved))
    assert abs(one.strength - other.strength) < 0.01
    at = {round(float(x), 1): n for n, x in enumerate(one.x[1:-2], 1)}
    for n, x in enumerate(other.x[1:-2].tolist(), 1):
        same = at.get(round(x + pixels, 1))
        if same is not None and one.x[same + 1] - one.x[same] > 0.5 and 60 < x < viewport.width - 60:
            assert np.array_equal(one.counts[:, same], other.counts[:, n])
