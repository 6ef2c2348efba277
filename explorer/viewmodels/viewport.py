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
DRIVE_PAN = 1.1
"""Widths of the view that a held key moves it in a second."""
DRIVE_ZOOM = 1.5
"""Logarithm of the factor by which a held key zooms in a second."""
DRIVE_REST_MS = 70.0
DRIVE_STEP = 0.12
"""Seconds of driving that a key is worth where nothing may move by itself."""


@dataclass(slots=True)
class _Glide:
    """What is left of a zoom (logarithm of the factor, about a day) and of a pan (share of the view)."""

    zoom: float = 0.0
    about: float = 0.0
    pan: float = 0.0

    @property
    def over(self) -> bool:
        return abs(self.zoom) < SETTLED and abs(self.pan) < SETTLED / 10


@dataclass(slots=True)
class _Drive:
    """A pan and a zoom that last while keys are held: where to (-1, 0 or 1), and how fast already.

    ``share`` of the plot's width is where the zoom keeps its day.
    """

    pan: float = 0.0
    zoom: float = 0.0
    share: float = 0.5
    pan_speed: float = 0.0
    zoom_speed: float = 0.0

    @property
    def wanted(self) -> bool:
        return bool(self.pan or self.zoom)

    def run(self, passed: float) -> tuple[float, float]:
        """The pan (share of the view) and zoom (logarithm) of so many milliseconds."""
        gain = 1 - math.exp(-passed / DRIVE_REST_MS)
        self.pan_speed += (self.pan - self.pan_speed) * gain
        self.zoom_speed += (self.zoom - self.zoom_speed) * gain
        if not self.wanted and max(abs(self.pan_speed), abs(self.zoom_speed)) < SETTLED:
            self.pan_speed = self.zoom_speed = 0.0
        seconds = passed / 1000
        return self.pan_speed * DRIVE_PAN * seconds, self.zoom_speed * DRIVE_ZOOM * seconds

    @property
    def over(self) -> bool:
        return not (self.wanted or self.pan_speed or self.zoom_speed)


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
        self._drive = _Drive()
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

    def widen(self, first: float, last: float) -> None:
        """There is something to see between these days as well: the bounds make room, nothing moves."""
        air = max((last - first) * AIR, 1.0)
        self._bounds = (min(self._bounds[0], first - air), max(self._bounds[1], last + air))

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

    def fly_to_fit(self, start: float, end: float, room: float) -> None:
        """Have these days in the middle of a view ``room`` times as long; open sides end at the bounds."""
        first, last = max(start, self._bounds[0]), min(end, self._bounds[1])
        half = max((last - first) * room, MIN_DAYS) / 2
        middle = (first + last) / 2
        self.fly_to(middle - half, middle + half)

    def zoom(self, factor: float, about_day: float) -> None:
        """Zoom in (factor above 1) at once; ``about_day`` keeps its pixel as far as the bounds allow."""
        self.stop()
        self._put(self._viewport.zoomed(factor, about_day))

    def fly_zoom(self, factor: float, about_day: float) -> None:
        """Zoom in one flight; a further call before it has ended goes on from where it leads.

        While the view is driven the zoom joins in.
        """
        if not self._drive.over:
            self.glide_zoom(factor, about_day)
            return
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

    def drive(self, pan: float, zoom: float, share: float = 0.5) -> None:
        """Pan and zoom for as long as nothing else is asked for; speeds up and comes to rest smoothly.

        Args:
            pan: 1 to later, -1 to earlier times, 0 to end it.
            zoom: 1 in, -1 out, 0 to end it.
            share: The place across the plot, 0 to 1, that keeps its day in a zoom.
        """
        if self.reduced_motion:
            before = self._viewport
            about = before.start + share * before.days
            self.stop()
            zoomed = before.zoomed(math.exp(zoom * DRIVE_ZOOM * DRIVE_STEP), about)
            self._put(zoomed.panned(pan * DRIVE_PAN * DRIVE_STEP * zoomed.days))
            return
        drive = self._drive
        drive.pan, drive.zoom, drive.share = pan, zoom, share
        if drive.wanted:
            self._flight.stop()
            self._start_glide()

    def stop(self) -> None:
        """End every motion where it is."""
        self._flight.stop()
        self._timer.stop()
        self._glide = _Glide()
        self._drive = _Drive()

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
        over = glide.over
        if over:
            zoom, pan = glide.zoom, glide.pan
        glide.zoom -= zoom
        glide.pan -= pan
        before = self._viewport
        shown = before.zoomed(math.exp(zoom), glide.about).panned(pan * before.days)
        drive = self._drive
        driven_pan, driven_zoom = drive.run(passed)
        shown = shown.zoomed(math.exp(driven_zoom), shown.start + drive.share * shown.days)
        self._put(shown.panned(driven_pan * shown.days))
        if self._viewport == before and passed > 0:
            # The bounds are reached; a key that is held may still ask for another way.
            self._glide = _Glide()
            if not drive.wanted:
                self.stop()
        elif over and drive.over:
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
