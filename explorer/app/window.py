"""Runs the app in a window until the reader closes it."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from explorer import __version__
from explorer.app.crash import CrashReports
from explorer.app.paths import Paths
from explorer.app.services import Services
from explorer.app.session import Session
from explorer.viewmodels.settings import SettingsModel

START_MS = 2_000
"""When the start is over and the garbage collector is on again."""


class _Teller(QObject):
    """Carries a crash report's sentences from any thread to the status line."""

    told = Signal(object)


def make_application(paths: Paths) -> QApplication:
    """The Qt application with the app's name, icon and style. There can be only one in a process."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    application = QApplication([sys.argv[0]])
    application.setApplicationName("timeline-explorer")
    application.setApplicationDisplayName("Timeline Explorer")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("timeline-explorer")
    application.setWindowIcon(QIcon(str(paths.icons / "app.svg")))
    # What Qt itself keeps (where a file dialog was last) goes with all else that is written.
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(paths.data))
    application.setStyle(QStyleFactory.create("Fusion"))
    return application


def _begin_collecting() -> None:
    """What stands after the start stays: the collector need never look at it again."""
    gc.freeze()
    gc.enable()


def run(paths: Paths, services: Services, library: Path | None, reports: CrashReports) -> int:
    """Show the window on a library and return when it is closed.

    The caller may have switched the garbage collector off for the start; it is on again soon after.
    """
    application = make_application(paths)
    reports.install_for_qt()
    session = Session(paths, SettingsModel(paths.settings, base=paths.base), services)
    teller = _Teller()
    teller.told.connect(session.models.messages.show_problem)
    reports.tell = teller.told.emit
    session.open(library)
    QTimer.singleShot(START_MS, _begin_collecting)
    session.window.show()
    code = application.exec()
    reports.tell = None
    session.close()
    return code
