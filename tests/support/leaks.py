"""What a test leaves behind: threads that run on, timers that tick, windows that stand."""

import gc
import sys
import threading
from collections.abc import Iterable
from typing import Any

PATIENCE = 2.0


def leaked_threads(before: set[threading.Thread]) -> list[str]:
    """Threads begun since ``before`` that do not end within :data:`PATIENCE` seconds."""
    new = [thread for thread in threading.enumerate() if thread not in before]
    for thread in new:
        thread.join(PATIENCE)
    return [f"the thread {thread.name} still runs" for thread in new if thread.is_alive()]


def leaked_qt_objects(kept: Iterable[Any] = ()) -> list[str]:
    """Active timers and parentless windows of this process, those in ``kept`` aside.

    Objects that only wait for the event loop or the garbage collector to take them are let go first.
    """
    if "PySide6.QtCore" not in sys.modules or not _qt_objects(kept):
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [_describe(item) for item in _qt_objects(kept)]


def qt_objects() -> list[Any]:
    """All active timers and parentless windows there are now."""
    return _qt_objects(()) if "PySide6.QtCore" in sys.modules else []


def _qt_objects(kept: Iterable[Any]) -> list[Any]:
    import shiboken6
    from PySide6.QtCore import QTimer

    known = {id(item) for item in kept}
    timers = [item for item in gc.get_objects() if type(item) is QTimer or isinstance(item, QTimer)]
    found = [timer for timer in timers if shiboken6.isValid(timer) and timer.isActive()]
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtWidgets import QApplication

        if isinstance(QApplication.instance(), QApplication):
            found += [
                widget
                for widget in QApplication.topLevelWidgets()
                # Qt keeps one tool tip label for the whole application.
                if widget.parent() is None and widget.metaObject().className() != "QTipLabel"
            ]
    return [item for item in found if id(item) not in known]


def _describe(item: Any) -> str:
    name = item.objectName() or type(item).__name__
    what = "timer" if hasattr(item, "isSingleShot") else "window"
    return f"the {what} {name} (child of {item.parent()!r}) is still there"
