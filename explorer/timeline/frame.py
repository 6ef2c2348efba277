"""One frame: everything to paint for a viewport, as arrays.

All lengths are device pixels. x counts from the left edge of the plot, y from the top of the lanes (before
vertical scrolling). ``row`` is a row of the :class:`explorer.timeline.index.EventIndex`. Arrays of one part
have the same length.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from explorer.timeline.viewport import Viewport

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int32]
BoolArray = NDArray[np.bool_]


class BarShape(IntFlag):
    """How a bar is drawn. Stored in ``Bars.shape`` (uint8)."""

    SPAN = 1
    """The event lasts: rounded bar with a solid head. Without it, the bar is when it may have happened."""
    FADE_LEFT = 2
    FADE_RIGHT = 4
    DASHED = 8
    HEAD = 16
    """The start of a span lies in view."""


@dataclass(frozen=True, slots=True, eq=False)
class Discs:
    """Events drawn as discs.

    ``hollow`` is 1 where the disc stands for some time within a bar, less while the bar fades in, else 0.
    ``strength`` is above 0 to 1. Those not ``counted`` are a fading sight of events that are drawn as
    something else, and counted there.
    """

    row: IntArray
    x: FloatArray
    y: FloatArray
    radius: FloatArray
    lane: IntArray
    hollow: FloatArray
    lit: BoolArray
    strength: FloatArray
    counted: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Months, years and spans: ``x0`` to ``x1`` is the possible, ``core0`` to ``core1`` the likely part.

    ``x0 <= core0 <= core1 <= x1``, clipped to just outside the plot. ``strength`` and ``counted``
    as of discs.
    """

    row: IntArray
    x0: FloatArray
    core0: FloatArray
    core1: FloatArray
    x1: FloatArray
    y: FloatArray
    height: FloatArray
    lane: IntArray
    shape: NDArray[np.uint8]
    lit: BoolArray
    strength: FloatArray
    counted: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Clusters:
    """Events too close to tell apart. ``first`` and ``last`` are the day numbers to zoom to.

    A cluster at the edge of the plot also counts its events just outside it. ``strength`` and ``counted`` as
    of discs.
    """

    x: FloatArray
    y: FloatArray
    radius: FloatArray
    count: IntArray
    lane: IntArray
    first: NDArray[np.float64]
    last: NDArray[np.float64]
    lit: BoolArray
    strength: FloatArray
    counted: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Events by column where they are too many for marks, else 0: int32[lanes, columns].

    ``x`` are the edges of the columns, float32[columns + 1]: they are about a pixel wide, and at one zoom
    level they hold the same events wherever one looks. ``strength`` is above 0 to 1.
    """

    counts: IntArray
    x: FloatArray
    strength: float


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Titles: slots from ``x`` to ``x + width`` with their top at ``y``; ``flipped`` ones are flush right.

    ``mark_x``, ``mark_y``: the top of the mark to which a leader line runs. ``inside`` labels stand in their
    span's bar and have none. ``strength`` is 1, or less while a label fades in.
    """

    row: IntArray
    x: FloatArray
    y: FloatArray
    width: FloatArray
    mark_x: FloatArray
    mark_y: FloatArray
    flipped: BoolArray
    inside: BoolArray
    bold: BoolArray
    lit: BoolArray
    strength: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Dots:
    """The evidence strip: one entry a drawn event.

    ``sources`` independent sources speak of it, ``contested`` if they differ on it.
    """

    row: IntArray
    x: FloatArray
    y: FloatArray
    sources: NDArray[np.uint8]
    contested: BoolArray
    strength: FloatArray


@dataclass(frozen=True, slots=True, eq=False)
class Ticks:
    """Axis ticks: position, text ("" for a tick without one), whether it is major.

    ``unit`` names the step: minutes, hours, days, months, years, decades or centuries.
    """

    x: FloatArray
    text: tuple[str, ...]
    major: BoolArray
    unit: str


@dataclass(frozen=True, slots=True, eq=False)
class Bands:
    """Era bands in view; ``era`` indexes the eras given, ``row`` is the band's row from the top.

    ``name_x`` and ``name_width`` are the room for its name.
    """

    era: IntArray
    row: IntArray
    x0: FloatArray
    x1: FloatArray
    name_x: FloatArray
    name_width: FloatArray
    open_end: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class LaneLayout:
    """Where the lanes lie: ``baseline`` is the middle of the marks, ``label_rows`` rows of labels lie above.

    A row of labels is ``label_height`` high; the lowest one ends ``label_bottom`` above the baseline. Spans
    that do not overlap lie on the baseline; in other lanes they lie in ``span_rows`` rows below, the first of
    them ``row_top`` below the baseline, ``row_pitch`` each. ``hidden_rows`` more would show all of them.
    """

    top: IntArray
    height: IntArray
    baseline: IntArray
    label_rows: int
    total: int
    label_height: int
    label_bottom: int
    span_rows: IntArray
    hidden_rows: IntArray
    row_top: int
    row_pitch: int


@dataclass(frozen=True, slots=True)
class Counts:
    """``drawn + clustered + dense == in_view``, and all of them pass the filter.

    In view is an event whose position, or any part of the time it may cover, lies in the viewport. ``dense``
    counts the density columns and ``beyond``: events a lane that reach into the view from outside and are not
    drawn there.
    """

    in_view: int
    drawn: int
    clustered: int
    dense: int
    by_lane: tuple[int, ...]
    beyond: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Frame:
    """All of it, painted in this order: density, bars, clusters, discs, labels; of a part the last is on top.

    ``fading`` is the density of another zoom level, which this one fades into or comes from. ``count`` makes
    the sums, which most frames of a movement are never asked for.
    """

    viewport: Viewport
    lanes: LaneLayout
    discs: Discs
    bars: Bars
    clusters: Clusters
    density: Density
    fading: Density | None
    labels: Labels
    dots: Dots
    count: Callable[[], Counts]
    unfinished: bool
    """More labels have room than are placed yet: compose the same view again when there is time."""

    @cached_property
    def counts(self) -> Counts:
        """The sums, made when they are first asked for."""
        return self.count()

    @property
    def has_events(self) -> bool:
        """Whether anything is in view; known without the sums where a disc is."""
        x = self.discs.x
        return bool(((x >= 0) & (x < self.viewport.width)).any()) or self.counts.in_view > 0
