"""How long the talk has taken."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

TICK_MS = 1000


class TalkClock(QObject):
    """Runs from the first step until it is paused. ``ticked`` carries the whole seconds that have passed."""

    ticked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before_ms = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tell)

    @property
    def runs(self) -> bool:
        """Whether time passes."""
        return self._timer.isActive()

    @property
    def seconds(self) -> int:
        """Whole seconds that have passed."""
        return (self._before_ms + (self._since.elapsed() if self.runs else 0)) // 1000

    def start(self) -> None:
        """Let time pass."""
        if not self.runs:
            self._since.start()
            self._timer.start()
            self._tell()

    def pause(self) -> None:
        """Hold the time."""
        if self.runs:
            self._before_ms += self._since.elapsed()
            self._timer.stop()
            self._tell()

    def reset(self) -> None:
        """Begin from nothing; whether time passes stays as it is."""
        self._before_ms = 0
        if self.runs:
            self._since.start()
        self._tell()

    def _tell(self) -> None:
        self.ticked.emit(self.seconds)
