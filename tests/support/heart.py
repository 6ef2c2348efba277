"""Tells for how long a window stood still."""

from time import perf_counter

from PySide6.QtCore import Qt, QTimer


class Heart:
    """Beats every two milliseconds on the GUI thread while its block lasts; knows its longest pause."""

    def __init__(self) -> None:
        self.longest = 0.0
        """Seconds."""
        self._last = perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def __enter__(self) -> "Heart":
        self._last = perf_counter()
        self._timer.start(2)
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
