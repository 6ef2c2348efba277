"""Flies the view of the stage from one step to the next."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from explorer.timeline.flight import Flight
from explorer.viewmodels.viewport import ViewportModel

LEAST_MS = 350
MS_A_UNIT = 420
"""For a pan by a width of the view, or a zoom by a factor of four."""
MOST_MS = 2200


class Flights(QObject):
    """One flight at a time; a new one begins where the one before has got to.

    ``landed`` comes when a flight has reached its end, and not when it was stopped. Where the system asks for
    reduced motion, each flight has landed at once.
    """

    landed = Signal()

    def __init__(self, viewport: ViewportModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._viewport = viewport
        self._flight: Flight | None = None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._animation.valueChanged.connect(self._move)
        self._animation.finished.connect(self._land)

    @property
    def under_way(self) -> bool:
        """Whether the view is being flown somewhere."""
        return self._flight is not None

    def fly(self, start: float, end: float) -> None:
        """Fly to these days, as far as the library reaches."""
        self.stop()
        now = self._viewport.viewport
        first, last = self._viewport.bounds
        flight = Flight(now.start, now.end, max(start, first), min(end, last))
        self._flight = flight
        if self._viewport.reduced_motion or flight.to_end <= flight.to_start or not flight.length:
            self._viewport.show(start, end)
            self._land()
            return
        self._animation.setDuration(duration(flight))
        self._animation.start()

    def stop(self) -> None:
        """Stay where the view is."""
        self._flight = None
        self._animation.stop()

    def _move(self, share: float) -> None:
        if self._flight is not None:
            self._viewport.show(*self._flight.at(share))

    def _land(self) -> None:
        if self._flight is not None:
            self._flight = None
            self.landed.emit()


def duration(flight: Flight) -> int:
    """Milliseconds that a flight takes: longer ways take longer, none takes the class's patience."""
    return round(min(max(flight.length * MS_A_UNIT, LEAST_MS), MOST_MS))
