"""Drags files over a window and lets them go."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def files(*urls: Path | QUrl) -> QMimeData:
    """Files and addresses as they are dragged."""
    data = QMimeData()
    data.setUrls([url if isinstance(url, QUrl) else QUrl.fromLocalFile(str(url)) for url in urls])
    return data


def enter(window: QWidget, data: QMimeData) -> bool:
    """Drag something over a window; whether it would take it."""
    event = QDragEnterEvent(QPoint(500, 300), Qt.DropAction.CopyAction, data, *_HOW)
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: QWidget, data: QMimeData) -> None:
    """Let it go there."""
    QApplication.sendEvent(window, QDropEvent(QPointF(500, 300), Qt.DropAction.CopyAction, data, *_HOW))
