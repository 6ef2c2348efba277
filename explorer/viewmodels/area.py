"""A stretch of time that the reader has marked, and what lies in it."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from explorer.domain.days import civil
from explorer.domain.event import Precision
from explorer.domain.lengths import length_in_words
from explorer.domain.words import in_words
from explorer.timeline.viewport import Viewport
from explorer.viewmodels.summary import edtf_of
from explorer.viewmodels.timeline import Stage, TimelineModel
from explorer.viewmodels.viewport import ViewportModel

GRAINS = (1.0, 1 / 24, 1 / 1440)
"""An area begins and ends with a day, an hour or a minute: the coarsest that is hardly seen."""
SEEN = 24
"""Device pixels from which on a day or an hour can be told apart by hand."""
ROOM = 1.06
"""How long a view that fits an area is beside it."""


@dataclass(frozen=True, slots=True)
class Area:
    """The days from ``start`` to ``end`` (exclusive), and how many events of each lane touch them.

    Only events that pass the filter are counted. ``length`` and ``dates`` say the time in words.
    """

    start: float
    end: float
    counts: tuple[int, ...]
    length: str
    dates: str

    @property
    def total(self) -> int:
        """Events in all lanes."""
        return sum(self.counts)


class AreaModel(QObject):
    """One area or none. ``changed`` carries the :class:`Area` or None; the filter changes its counts."""

    changed = Signal(object)

    def __init__(
        self, timeline: TimelineModel, viewport: ViewportModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._viewport = viewport
        self._current: Area | None = None
        timeline.began.connect(self.clear)
        timeline.changed.connect(self._follow)

    @property
    def current(self) -> Area | None:
        """What is marked."""
        return self._current

    def mark(self, first: float, last: float) -> None:
        """Mark the time between two days, whichever comes first, as finely as the view can show it."""
        if self._timeline.stage is None:
            return
        step = grain(self._viewport.viewport)
        low, high = self._viewport.bounds
        start = math.floor(max(min(first, last), low) / step + 1e-9) * step
        end = math.ceil(min(max(first, last), high) / step - 1e-9) * step
        self._put(start, max(end, start + step))

    def clear(self) -> None:
        """Mark nothing."""
        if self._current is not None:
            self._current = None
            self.changed.emit(None)

    def fly_to(self) -> None:
        """Have the area fill the view."""
        if self._current is not None:
            self._viewport.fly_to_fit(self._current.start, self._current.end, ROOM)

    def _put(self, start: float, end: float) -> None:
        counts = self._timeline.counts_between(start, end)
        whole = is_whole(start, end)
        length = length_in_words(start, end, Precision.DAY if whole else Precision.MINUTE)
        area = Area(start, end, counts, length, dates_in_words(start, end))
        if area != self._current:
            self._current = area
            self.changed.emit(area)

    def _follow(self, _stage: Stage) -> None:
        if self._current is not None:
            self._put(self._current.start, self._current.end)


def grain(viewport: Viewport) -> float:
    """The days to which a hand can set an edge in a view: a day, an hour or a minute."""
    for step in GRAINS:
        if step * viewport.pixels_per_day < SEEN:
            return step
    return GRAINS[-1]


def is_whole(*days: float) -> bool:
    """Whether all of these day numbers are midnights."""
    return all(float(day).is_integer() for day in days)


def dates_in_words(start: float, end: float) -> str:
    """The time from ``start`` to before ``end``: its first and last day, or its times of day."""
    if is_whole(start, end):
        first, last = edtf_of(start, "days"), edtf_of(end - 1, "days")
    else:
        first, last = clock_text(start), clock_text(end)
    return in_words(first) if first == last else in_words(first, last)


def clock_text(day: float) -> str:
    """EDTF of a day number to the minute; of years that EDTF has no clock for, the day or the year."""
    minutes = round(day * 1440)
    day, minutes = divmod(minutes, 1440)
    text = edtf_of(day, "days")
    if not 0 <= civil(day)[0] <= 9999:
        return text
    return f"{text}T{minutes // 60:02d}:{minutes % 60:02d}"
