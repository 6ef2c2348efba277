"""Keeps the screen from going dark while a class looks at it, by what each system has for that."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

REASON = "A presentation is shown"
ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
CAFFEINATE = "/usr/bin/caffeinate"
CONNECTION = "presentation"
SERVICE, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"

Release = Callable[[], None]


class Awake(QObject):
    """Holds the screen awake from ``hold`` to ``release``.

    ``refused`` comes where the system knows no way or does not agree; it may come a moment later.
    """

    refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._release: Release | None = None

    @property
    def holds(self) -> bool:
        """Whether the system was asked and has not refused."""
        return self._release is not None

    def hold(self) -> None:
        """Ask the system not to let the screen sleep."""
        if self._release is not None:
            return
        if sys.platform == "win32":
            self._release = _on_windows()
        elif sys.platform == "darwin":
            self._release = _on_a_mac()
        else:
            self._release = self._on_a_desktop()
        if self._release is None:
            self.refused.emit()

    def release(self) -> None:
        """Let the screen sleep again."""
        release, self._release = self._release, None
        if release is not None:
            release()

    def _on_a_desktop(self) -> Release | None:
        """The desktops of Linux agree on one D-Bus call; what it asks for ends with its connection.

        So the connection is one of its own. To take the call back would need a number of a kind that Python
        cannot send.
        """
        if not _has_bus():
            return None
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
        if not bus.isConnected():
            return None
        message = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "Inhibit")
        message.setArguments([QCoreApplication.applicationName(), REASON])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message))

        def take() -> None:
            if watcher.isError() and self._release is release:
                self.release()
                self.refused.emit()

        def release() -> None:
            QDBusConnection.disconnectFromBus(CONNECTION)

        watcher.finished.connect(take)
        return release


def _has_bus() -> bool:
    """Whether a session bus runs already: looking for one would start it."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return "DBUS_SESSION_BUS_ADDRESS" in os.environ or (
        runtime is not None and (Path(runtime) / "bus").exists()
    )


def _on_windows() -> Release | None:
    system = getattr(ctypes, "windll", None)
    if system is None:
        return None
    state = system.kernel32.SetThreadExecutionState
    if not state(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED):
        return None

    def release() -> None:
        state(ES_CONTINUOUS)

    return release


def _on_a_mac() -> Release | None:
    try:
        child = subprocess.Popen([CAFFEINATE, "-d", "-i", "-w", str(os.getpid())])
    except OSError:
        return None
    return child.terminate
