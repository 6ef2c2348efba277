"""The small bar beside selected words: what can be made of them."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from explorer.widgets.sources.page import DocumentPage

SETTLED = 180
"""Milliseconds after which a selection is taken to be done."""
GAP = 6


class SelectionBar(QFrame):
    """Shows the ``actions`` of a page below the end of what is selected, while they can be done."""

    def __init__(self, page: DocumentPage, actions: Mapping[str, QAction]) -> None:
        super().__init__(page.viewport())
        self._page = page
        self._buttons: dict[QAction, QPushButton] = {}
        self._pressed = False
        self.setProperty("role", "tools")
        self.setAccessibleName(self.tr("What to make of the selected words"))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 3, 4, 3)
        row.setSpacing(2)
        for action in actions.values():
            button = QPushButton(action.text().rstrip("…"), self)
            button.setToolTip(
                self.tr("{what} ({key})").format(what=action.toolTip(), key=action.shortcut().toString())
            )
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(action.trigger)
            self._buttons[action] = button
            row.addWidget(button)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED)
        self._settling.timeout.connect(self._settle)
        page.selectionChanged.connect(self._wait)
        page.verticalScrollBar().valueChanged.connect(self._wait)
        page.viewport().installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Out of the way while the pointer selects, back when it lets go."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._pressed = True
            self.hide()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = False
            self._wait()
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        if not self._can():
            self.hide()
        self._settling.start()

    def _can(self) -> bool:
        return any(action.isEnabled() for action in self._buttons)

    def _settle(self) -> None:
        if self._pressed or not self._can():
            self.hide()
            return
        for action, button in self._buttons.items():
            button.setVisible(action.isVisible())
        end, room = self._page.end_of_selection(), self._page.viewport().rect()
        self.adjustSize()
        below = end.bottom() + GAP
        top = below if below + self.height() <= room.bottom() else end.top() - GAP - self.height()
        left = min(max(end.left() - self.width() // 2, room.left() + GAP), room.right() - self.width() - GAP)
        self.move(QPoint(left, top))
        self.setVisible(room.top() <= end.top() <= room.bottom())
        self.raise_()
