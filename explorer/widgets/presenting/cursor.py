"""The pointer over the stage: a class is not to look at one that rests."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

REST_MS = 2000


class RestingCursor(QObject):
    """Hides the pointer over a window and all its parts when it has rested, until it is moved."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._parts = (window, *window.findChildren(QWidget))
        self._kept: list[tuple[QWidget, QCursor | None]] = []
        self._place = QCursor.pos()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self.hide)
        for part in self._parts:
            part.setMouseTracking(True)
            part.installEventFilter(self)

    @property
    def hidden(self) -> bool:
        """Whether the pointer is out of sight."""
        return bool(self._kept)

    @property
    def due(self) -> bool:
        """Whether it will be hidden unless it is moved."""
        return self._timer.isActive()

    def hide(self) -> None:
        """Take the pointer out of sight."""
        if self.hidden:
            return
        for part in self._parts:
            own = part.testAttribute(Qt.WidgetAttribute.WA_SetCursor)
            self._kept.append((part, part.cursor() if own else None))
            part.setCursor(Qt.CursorShape.BlankCursor)

    def show(self) -> None:
        """Show it as it was, until it has rested again."""
        kept, self._kept = self._kept, []
        for part, cursor in kept:
            if cursor is None:
                part.unsetCursor()
            else:
                part.setCursor(cursor)
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that it moves. Qt tells of a move, too, when only what lies under the pointer has changed."""
        kind = event.type()
        moved = kind == QEvent.Type.MouseMove and QCursor.pos() != self._place
        if moved or (watched is self._window and kind == QEvent.Type.Show):
            self._place = QCursor.pos()
            self.show()
        elif watched is self._window and kind == QEvent.Type.Hide:
            self.show()
            self._timer.stop()
        return False
