"""Which event is in hand, and the way back through those looked at before."""

from PySide6.QtCore import QObject, Signal

HISTORY = 200


class SelectionModel(QObject):
    """One selected event or none, and the history of those before; it survives zoom and filter.

    ``changed`` carries the id or None. ``led`` carries the id when the reader was led to an event, by a
    link or the way back, and did not point at it: the view has to follow.
    """

    changed = Signal(object)
    led = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._visited: list[int] = []
        self._at = -1
        self._current: int | None = None

    @property
    def current(self) -> int | None:
        """Id of the selected event."""
        return self._current

    @property
    def can_go_back(self) -> bool:
        """Whether an event was looked at before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether ``back`` was taken from a later event."""
        return self._at + 1 < len(self._visited)

    def select(self, event_id: int | None) -> None:
        """Take an event in hand; a new one is added to the history and cuts off what lay forward."""
        if event_id == self._current:
            return
        if event_id is not None:
            del self._visited[self._at + 1 :]
            self._visited.append(event_id)
            del self._visited[:-HISTORY]
            self._at = len(self._visited) - 1
        self._show(event_id)

    def lead_to(self, event_id: int) -> None:
        """Select an event that may be out of sight."""
        self.select(event_id)
        self.led.emit(event_id)

    def go_back(self) -> None:
        """Return to the event looked at before."""
        if self.can_go_back:
            self._at -= 1
            self._show(self._visited[self._at])
            self.led.emit(self._current)

    def go_forward(self) -> None:
        """Take back a step back."""
        if self.can_go_forward:
            self._at += 1
            self._show(self._visited[self._at])
            self.led.emit(self._current)

    def forget(self) -> None:
        """Start anew: another library was opened."""
        self._visited.clear()
        self._at = -1
        self._show(None)

    def _show(self, event_id: int | None) -> None:
        self._current = event_id
        self.changed.emit(event_id)
