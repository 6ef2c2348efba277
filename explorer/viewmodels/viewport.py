"""Which time is in view, and how it moves there."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QObject, Qt, QTimer, QVariantAnimation, Signal

from explorer.domain.event import Extent
from explorer.timeline.viewport import MAX_DAYS, MIN_DAYS, Viewport

FLIGHT_MS = 250
TICK_MS = 10
ZOOM_REST_MS = 55.0
PAN_REST_MS = 220.0
SETTLED = 0.003
AIR = 0.012
"""Share of the whole range left free on either side of it."""
COMFORT = 0.01
"""Share of the view at either edge in which an event counts as out of sight."""


@dataclass(slots=True)
class _Glide:
    """What is left of a zoom (logarithm of the factor, about a day) and of a pan (share of the view)."""

    zoom: float = 0.0
    about: float = 0.0
    pan: float = 0.0

    @property
    def over(self) -> bool:
        return abs(self.zoom) < SETTLED and abs(self.pan) < SETTLED / 10


class ViewportModel(QObject):
    """The time in view: always inside the bounds, never less than an hour.

    ``changed`` carries each new :class:`Viewport`, whatever moved it. With ``reduced_motion`` all arrives
    at once.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reduced_motion = False
        self._bounds = (0.0, MAX_DAYS)
        self._viewport = Viewport(0.0, 365.0, 1)
        self._goal = self._viewport
        self._origin = self._viewport
        self._flight = QVariantAnimation(self)
        self._flight.setStartValue(0.0)
        self._flight.setEndValue(1.0)
        self._flight.setDuration(FLIGHT_MS)
        self._flight.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._flight.valueChanged.connect(self._fly)
        self._glide = _Glide()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    @property
    def viewport(self) -> Viewport:
        """What is in view now, in device pixels of the plot."""
        return self._viewport

    @property
    def goal(self) -> Viewport:
        """What will be in view when the motion under way has ended."""
        return self._goal if self._flight.state() == QVariantAnimation.State.Running else self._viewport

    @property
    def bounds(self) -> tuple[float, float]:
        """First and last day that can be seen."""
        return self._bounds

    @property
    def moving(self) -> bool:
        """Whether a flight or a glide is under way."""
        return self._timer.isActive() or self._flight.state() == QVariantAnimation.State.Running

    def set_width(self, pixels: int) -> None:
        """The plot is so many device pixels wide; the days in view stay."""
        width = max(pixels, 1)
        self._goal = replace(self._goal, width=width)
        self._origin = replace(self._origin, width=width)
        self._put(replace(self._viewport, width=width))

    def set_bounds(self, first: float, last: float) -> None:
        """All there is to see lies between these days; leaves air on either side, keeps the view inside."""
        air = max((last - first) * AIR, 1.0)
        self._bounds = (first - air, last + air)
        self.stop()
        self._put(self._viewport)

    def show(self, start: float, end: float) -> None:
        """Show these days at once."""
        self.stop()
        self._put(self._window(start, end))

    def show_all(self) -> None:
        """Fly out until everything is in view."""
        self.fly_to(*self._bounds)

    def fly_to(self, start: float, end: float) -> None:
        """Move to these days in a quarter of a second."""
        self.stop()
        self._goal = self._window(start, end)
        if self.reduced_motion or self._goal == self._viewport:
            self._put(self._goal)
            return
        self._origin = self._viewport
        self._flight.start()

    def fly_to_extent(self, extent: Extent) -> None:
        """Bring an event into sight: nothing moves while some of its likely time is in view; the scale stays.

        An event that fits comes to the middle, a longer one begins a third into the view.
        """
        view = self.goal
        edge = view.days * COMFORT
        first = max(extent.likely_start, self._bounds[0])
        last = min(extent.likely_end, self._bounds[1])
        if first <= view.end - edge and last >= view.start + edge:
            return
        start = (first + last - view.days) / 2 if last - first < view.days / 2 else first - view.days / 3
        self.fly_to(start, start + view.days)

    def zoom(self, factor: float, about_day: float) -> None:
        """Zoom in (factor above 1) at once; ``about_day`` keeps its pixel as far as the bounds allow."""
        self.stop()
        self._put(self._viewport.zoomed(factor, about_day))

    def fly_zoom(self, factor: float, about_day: float) -> None:
        """Zoom in one flight; a further call before it has ended goes on from where it leads."""
        goal = self.goal.zoomed(factor, about_day)
        self.fly_to(goal.start, goal.end)

    def glide_zoom(self, factor: float, about_day: float) -> None:
        """Zoom with inertia: what a turn of the wheel adds runs out smoothly, and adds up exactly."""
        if self.reduced_motion:
            self.zoom(factor, about_day)
            return
        self._flight.stop()
        self._glide.zoom += math.log(factor)
        self._glide.about = about_day
        self._start_glide()

    def pan(self, days: float) -> None:
        """Move to later (positive) or earlier times at once."""
        self.stop()
        self._put(self._viewport.panned(days))

    def glide_pan(self, days_per_second: float) -> None:
        """Let go of the view in motion: it runs on and comes to rest."""
        if self.reduced_motion:
            return
        self._flight.stop()
        self._glide.pan = days_per_second * PAN_REST_MS / 1000 / self._viewport.days
        self._start_glide()

    def stop(self) -> None:
        """End every motion where it is."""
        self._flight.stop()
        self._timer.stop()
        self._glide = _Glide()

    def _window(self, start: float, end: float) -> Viewport:
        wanted = replace(self._viewport, start=start, end=max(end, start + MIN_DAYS))
        return wanted.clamped(*self._bounds)

    def _put(self, viewport: Viewport) -> None:
        kept = viewport.clamped(*self._bounds)
        if kept != self._viewport:
            self._viewport = kept
            self.changed.emit(kept)

    def _fly(self, share: float) -> None:
        if share >= 1.0:
            self._put(self._goal)
            return
        self._put(between(self._origin, self._goal, share))

    def _start_glide(self) -> None:
        if not self._timer.isActive():
            self._clock.start()
            self._timer.start()

    def _tick(self) -> None:
        passed = min(float(self._clock.restart()), 50.0)
        glide = self._glide
        zoom = glide.zoom * (1 - math.exp(-passed / ZOOM_REST_MS))
        pan = glide.pan * (1 - math.exp(-passed / PAN_REST_MS))
        if glide.over:
            zoom, pan = glide.zoom, glide.pan
            self._timer.stop()
        glide.zoom -= zoom
        glide.pan -= pan
        before = self._viewport
        self._put(before.zoomed(math.exp(zoom), glide.about).panned(pan * before.days))
        if self._viewport == before and passed > 0:
            self.stop()


def between(first: Viewport, last: Viewport, share: float) -> Viewport:
    """The view ``share`` of the way: the scale changes evenly, about the one day that keeps its place."""
    ratio = last.days / first.days
    if abs(ratio - 1) < 1e-6:
        shift = (last.start - first.start) * share
        return replace(first, start=first.start + shift, end=first.end + shift)
    fixed = (first.start * last.days - last.start * first.days) / (last.days - first.days)
    scale = ratio**share
    return replace(
        first, start=fixed + (first.start - fixed) * scale, end=fixed + (first.end - fixed) * scale
    )
