"""All that the painters need for one picture."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from explorer.timeline.frame import Bands, Frame, Ticks
from explorer.timeline.marks import mark_place
from explorer.timeline.scale import Scale
from explorer.viewmodels.timeline import Stage
from explorer.viewmodels.titles import Titles
from explorer.widgets.theme import Theme
from explorer.widgets.timeline.geometry import Geometry
from explorer.widgets.timeline.lettering import Lettering

DIM = 0.35
"""Strength of what a search did not find."""


class Related(NamedTuple):
    """An event that led to the selected one or (``leaving``) followed from it; ``reading``: so we read it."""

    row: int
    leaving: bool
    reading: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: look, boxes, what to show, and what is in hand.

    ``scroll`` is how far the lanes are scrolled down, ``selected`` and ``hovered`` are rows of the index.
    """

    theme: Theme
    lane_colours: tuple[QColor, ...]
    geometry: Geometry
    lettering: Lettering
    stage: Stage
    titles: Titles
    frame: Frame
    scale: Scale
    ticks: Ticks
    bands: Bands
    scroll: int
    selected: int | None
    related: tuple[Related, ...]
    hovered: int | None

    @property
    def origin(self) -> tuple[int, int]:
        """Where the frame's (0, 0) lies on the canvas."""
        lanes = self.geometry.lanes
        return lanes.x, lanes.y - self.scroll

    def hidden_rows(self, lane: int) -> int:
        """How many more rows it would take to show all spans of a lane.

        Known for a whole lane only: under a filter it is 0, and only what reaches into the view is counted.
        """
        count = self.stage.lanes[lane]
        return int(self.frame.lanes.hidden_rows[lane]) if count.shown == count.total else 0

    def passes(self, row: int) -> bool:
        """Whether an event passes the filter."""
        return self.stage.visible is None or bool(self.stage.visible[row])

    def is_lit(self, row: int) -> bool:
        """Whether an event is not dimmed by a search."""
        return self.stage.lit is None or bool(self.stage.lit[row])

    def far(self, rows: NDArray[np.int32]) -> bool:
        """Whether the marks of all of these events, and the clusters they may be in, lie out of view."""
        x = (self.stage.index.position[rows] - self.frame.viewport.start) * self.frame.viewport.pixels_per_day
        reach = self.scale.cell + self.scale.cluster_radius
        return not ((x > -reach) & (x < self.geometry.lanes.width + reach)).any()

    def anchors(self, rows: NDArray[np.int32]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Where events stand on the canvas, drawn or not."""
        left, top = self.origin
        x, y = mark_place(self.stage.index, rows, self.frame.viewport, self.frame.lanes, self.scale)
        return left + x, top + y
