from dataclasses import fields

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.timeline.scale import Scale
from explorer.timeline.seen import seen_part
from explorer.timeline.viewport import Viewport
from tests.support.worlds import World, random_index, viewports

WORLD = World(random_index(3, 120, 4), Scale.of())


@given(viewport=viewports(), top=st.floats(-100, 900), height=st.floats(1, 600))
def test_what_is_costly_to_paint_is_left_out_in_lanes_out_of_sight(
    viewport: Viewport, top: float, height: float
) -> None:
    frame = WORLD.frame(viewport)
    seen = seen_part(frame, top, top + height)
    lanes, lane_of = frame.lanes, WORLD.index.lane
    shown = (lanes.top < top + height) & (lanes.top + lanes.height > top)
    assert seen.counts == frame.counts
    assert not seen.density.counts[~shown].any()
    assert np.array_equal(seen.density.counts[shown], frame.density.counts[shown])
    for name in ("bars", "labels"):
        whole, part = getattr(frame, name), getattr(seen, name)
        kept = shown[lane_of[whole.row]]
        for column in fields(whole):
            assert np.array_equal(getattr(part, column.name), getattr(whole, column.name)[kept])
    assert seen.discs is frame.discs
    assert seen.clusters is frame.clusters
