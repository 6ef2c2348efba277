"""What a test leaves behind: threads that run on, timers that tick, windows that stand."""

import gc
import sys
import threading
from typing import Any

PATIENCE = 2.0


def leaked_threads(before: set[threading.Thread]) -> list[str]:
    """Threads begun since ``before`` that do not end within :data:`PATIENCE` seconds."""
    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        thread.join(PATIENCE)
    return [f"the thread {thread.name} still runs" for thread in new if thread.is_alive()]


class QtWatch:
    """Sees which active timers and parentless windows of this process came since it was made.

    What there is at that time is frozen: the garbage collector passes it over from then on. A test makes few
    objects, and only these need to be looked through.
    """

    def __init__(self) -> None:
        gc.collect()
        gc.freeze()
        self._before = _windows()

    def leaked(self) -> list[str]:
        """What is left, without what only waits for the event loop or the garbage collector to take it."""
        if "PySide6.QtCore" not in sys.modules or not self._left():
            return []
        from PySide6.QtCore import QCoreApplication, QEvent

        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return [_describe(item) for item in self._left()]

    def _left(self) -> list[Any]:
        import shiboken6
        from PySide6.QtCore import QTimer

        timers = [item for item in gc.get_objects() if isinstance(item, QTimer)]
        known = {id(item) for item in self._before}
        return [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()] + [
            window for window in _windows() if id(window) not in known
        ]


def _windows() -> list[Any]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    # Qt keeps one tool tip label for the whole application.
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
    ]


def _describe(item: Any) -> str:
    name = item.objectName() or type(item).__name__
    what = "timer" if hasattr(item, "isSingleShot") else "window"
    return f"the {what} {name} (child of {item.parent()!r}) is still there"
