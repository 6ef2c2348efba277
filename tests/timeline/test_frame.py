from dataclasses import replace

import numpy as np

from explorer.timeline.frame import Counts
from explorer.timeline.mask import Mask
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport
from tests.support.worlds import YEAR, World, random_index

WORLD = World(random_index(3, 120, 4), Scale.of())
EVERYTHING = Viewport(-5 * YEAR, 65 * YEAR, 900)


def test_the_sums_are_made_when_they_are_asked_for_and_only_once() -> None:
    frame = WORLD.frame(EVERYTHING)
    made: list[Counts] = []

    def count() -> Counts:
        made.append(frame.counts)
        return made[-1]

    asked = replace(frame, count=count)
    assert not made
    assert asked.counts.in_view == WORLD.index.size
    assert asked.counts is made[0]
    assert len(made) == 1


def test_a_frame_tells_whether_there_is_anything_in_view() -> None:
    assert WORLD.frame(EVERYTHING).has_events
    nothing = np.zeros(WORLD.index.size, np.bool_)
    assert not WORLD.frame(EVERYTHING, Mask(nothing)).has_events
    # What only reaches into the view has no disc there.
    reaching = WORLD.frame(Viewport(300 * YEAR, 301 * YEAR, 900))
    assert reaching.has_events == (reaching.counts.in_view > 0)
