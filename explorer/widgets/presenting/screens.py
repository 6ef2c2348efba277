"""On which screen the class looks, and on which the speaker."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from explorer.widgets.presenting.speaker import SpeakerWindow

CORNER = 24
"""Logical pixels between the small window and the corner of the screen."""


def divided(screens: Sequence[QScreen], home: QScreen | None) -> tuple[QScreen, QScreen | None]:
    """The screen of the stage, and the speaker's; None where both would be one.

    ``home`` is where the window of the app stands: the speaker looks there already. The stage has the largest
    of the others.
    """
    others = [screen for screen in screens if screen is not home]
    if not others or home is None:
        return screens[0], None
    return max(others, key=_area), home


class Screens(QObject):
    """Puts both windows into their places, and again when a screen comes or goes."""

    def __init__(self, stage: QWidget, speaker: SpeakerWindow, app_window: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._speaker = speaker
        self._app_window = app_window
        self._wanted = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._again)
            application.screenRemoved.connect(self._again)
        speaker.closed.connect(self._note_closed)

    def place(self) -> None:
        """The stage fills its screen; the speaker has the other, or a small window when asked for."""
        stage, speaker = divided(QGuiApplication.screens(), self._app_window.screen())
        self._put_stage(stage)
        if speaker is not None:
            self._put_large(speaker)
        elif self._wanted or self._speaker.isVisible():
            self._put_small(stage)
        self._stage.activateWindow()

    def ask_for_notes(self) -> None:
        """Show the speaker's window, or put it away where it is seen."""
        self._wanted = not self._speaker.isVisible()
        if not self._wanted:
            self._speaker.close()
            return
        self.place()
        self._speaker.raise_()
        self._speaker.activateWindow()

    def _put_stage(self, screen: QScreen) -> None:
        if self._stage.screen() is not screen or not self._stage.isFullScreen():
            self._stage.showNormal()
            self._stage.setScreen(screen)
            self._stage.setGeometry(screen.geometry())
        self._stage.showFullScreen()

    def _put_large(self, screen: QScreen) -> None:
        if self._speaker.screen() is not screen or not self._speaker.isMaximized():
            self._speaker.setScreen(screen)
            self._speaker.setGeometry(screen.availableGeometry())
        self._speaker.showMaximized()

    def _put_small(self, screen: QScreen) -> None:
        speaker = self._speaker
        speaker.setWindowState(Qt.WindowState.WindowNoState)
        speaker.setScreen(screen)
        speaker.make_small()
        room = screen.availableGeometry()
        size = speaker.size().boundedTo(room.size() - QSize(2 * CORNER, 2 * CORNER))
        speaker.resize(size)
        speaker.move(room.right() - size.width() - CORNER, room.bottom() - size.height() - CORNER)
        speaker.show()
        speaker.raise_()

    def _again(self, _screen: QScreen) -> None:
        if self._stage.isVisible() and QGuiApplication.screens():
            self.place()

    def _note_closed(self) -> None:
        self._wanted = False


def _area(screen: QScreen) -> int:
    size = screen.geometry().size()
    return size.width() * size.height()
