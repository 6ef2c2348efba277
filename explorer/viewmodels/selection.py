"""Which event is in hand."""

from PySide6.QtCore import QObject, Signal


class SelectionModel(QObject):
    """One selected event or none; it survives zoom and filter.

    ``changed`` carries the id or None. ``led`` carries the id when the reader was led to an event, by a
    link, and did not point at it: the view has to follow.
    """

    changed = Signal(object)
    led = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: int | None = None

    @property
    def current(self) -> int | None:
        """Id of the selected event."""
        return self._current

    def select(self, event_id: int | None) -> None:
        """Take an event in hand; None puts it down."""
        if event_id != self._current:
            self._show(event_id)

    def lead_to(self, event_id: int) -> None:
        """Select an event that may be out of sight."""
        self.select(event_id)
        self.led.emit(event_id)

    def forget(self) -> None:
        """Start anew: another library was opened."""
        self._show(None)

    def _show(self, event_id: int | None) -> None:
        self._current = event_id
        self.changed.emit(event_id)
