"""Made-up libraries for the engine: every kind of date, in any mixture, as an event index."""

from dataclasses import dataclass, field

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.event import DateFlag
from explorer.timeline.compose import FrameMemory, compose
from explorer.timeline.frame import Frame
from explorer.timeline.index import EventIndex
from explorer.timeline.lanes import lane_layout
from explorer.timeline.mask import Mask
from explorer.timeline.scale import Scale
from explorer.timeline.viewport import Viewport

YEAR = 365.2425


@dataclass
class World:
    """An index with the lengths and lanes it is shown in."""

    index: EventIndex = field(repr=False)
    scale: Scale
    height: int = 400

    def frame(
        self,
        viewport: Viewport,
        mask: Mask | None = None,
        memory: FrameMemory | None = None,
        focus: int | None = None,
    ) -> Frame:
        layout = lane_layout(self.index.rows_needed, self.height, self.scale)
        return compose(self.index, viewport, layout, self.scale, mask or Mask(), memory, focus)


@dataclass
class Happening:
    """One event of a world; ends are exclusive, likely parts are the whole unless given."""

    start: float
    end: float
    lane: int = 0
    importance: int = 3
    flags: DateFlag = DateFlag.NONE
    likely: tuple[float, float] | None = None
    title: float = 12.0
    id: int | None = None
    sources: int = 1


def index_of(*happenings: Happening, lanes: int = 1) -> EventIndex:
    """An index of these; ids count from 1 unless given."""
    return EventIndex.build(lanes, **columns_of_happenings(*happenings))


def columns_of_happenings(*happenings: Happening) -> dict[str, list[float]]:
    """What an index of these is built of; ids count from 1 unless given."""
    likely = [one.likely or (one.start, one.end) for one in happenings]
    count = len(happenings)
    return {
        "id": [one.id or number for number, one in enumerate(happenings, 1)],
        "lane": [one.lane for one in happenings],
        "earliest": [one.start for one in happenings],
        "likely_start": [start for start, _ in likely],
        "likely_end": [end for _, end in likely],
        "latest": [one.end for one in happenings],
        "importance": [one.importance for one in happenings],
        "precision": [1] * count,
        "flags": [int(one.flags) for one in happenings],
        "layer": [0] * count,
        "sources": [one.sources for one in happenings],
        "contested": [False] * count,
        "label_em": [one.title for one in happenings],
    }


def random_index(seed: int, count: int, lanes: int) -> EventIndex:
    """``count`` events over about sixty years, a third of them crowded into one, of all kinds."""
    random = np.random.default_rng(seed)
    return index_of(*(happening(random, number, lanes) for number in range(count)), lanes=lanes)


def happening(random: np.random.Generator, number: int, lanes: int) -> Happening:
    """One of them."""
    crowded = random.random() >= 0.66
    day = float(np.floor(random.uniform(50 * YEAR, 51 * YEAR) if crowded else random.uniform(0, 60 * YEAR)))
    kind = random.choice(
        ["day", "day", "day", "minute", "month", "year", "about", "span", "span", "open", "opened"]
    )
    flags, likely = DateFlag.NONE, None
    start, end = day, day + 1
    if kind == "minute":
        start = day + int(random.integers(0, 1440)) / 1440
        end = start + 1 / 1440
    elif kind == "month":
        start, end = day // 30 * 30, day // 30 * 30 + 30
    elif kind == "year":
        start, end = day // 365 * 365, day // 365 * 365 + 365
    elif kind == "about":
        likely, flags = (day, day + 365), DateFlag.APPROXIMATE | DateFlag.UNCERTAIN
        start, end = day - 365, day + 730
    elif kind == "span":
        end, flags = start + float(np.exp(random.uniform(-3, 9))), DateFlag.SPAN
    elif kind == "open":
        end, flags = LAST_DAY, DateFlag.SPAN | DateFlag.OPEN_END
    elif kind == "opened":
        start, flags = FIRST_DAY, DateFlag.SPAN | DateFlag.OPEN_START
    return Happening(
        start,
        end,
        lane=int(random.integers(0, lanes)),
        importance=int(random.integers(1, 6)),
        flags=flags,
        likely=likely,
        title=float(random.uniform(2, 30)),
        id=1000 + number * 7,
        sources=int(random.integers(0, 3)),
    )


@st.composite
def worlds(draw: st.DrawFn, most: int = 120) -> World:
    """Libraries of up to ``most`` events at some text scale and device pixel ratio."""
    index = random_index(draw(st.integers(0, 2**32)), draw(st.integers(0, most)), draw(st.integers(1, 4)))
    scale = Scale.of(draw(st.sampled_from((0.8, 1.0, 1.5, 2.5))), draw(st.sampled_from((1.0, 1.5, 2.0))))
    return World(index, scale, draw(st.integers(60, 600)))


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    """Views from an hour to a century, on or beside the events of a random world."""
    days = float(np.exp(draw(st.floats(np.log(1 / 24), np.log(100 * YEAR)))))
    middle = draw(st.one_of(st.floats(-5 * YEAR, 65 * YEAR), st.floats(50 * YEAR, 51 * YEAR)))
    return Viewport(middle - days / 2, middle + days / 2, draw(st.integers(80, 1800)))


def masks(draw: st.DrawFn, size: int) -> NDArray[np.bool_] | None:
    """No filter, or one that some events pass."""
    share = draw(st.sampled_from((None, 0.0, 0.1, 0.5, 0.9, 1.0)))
    if share is None:
        return None
    return np.random.default_rng(draw(st.integers(0, 2**32))).random(size) < share
