"""The whole window on the reader's data folder."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.session import Session
from explorer.viewmodels.settings import SettingsModel
from explorer.widgets.main_window import MainWindow

Begin = Callable[[], Session]


@pytest.fixture
def begin(qtbot: QtBot, resources: Path, data_folder: Path, story_library: Path) -> Iterator[Begin]:
    """Starts on the reader's data folder, any number of times; the window is not shown yet."""
    paths = Paths(resources, data_folder)
    paths.prepare()
    shutil.copy(story_library, data_folder / "story.tlx")
    running: list[Session] = []

    def end() -> None:
        while running:
            session = running.pop()
            session.window.close()
            session.close()
            session.window.deleteLater()
            session.deleteLater()

    def start() -> Session:
        end()
        session = Session(paths, SettingsModel(paths.settings), build_services(paths))
        session.models.viewport.reduced_motion = True
        running.append(session)
        return session

    yield start
    end()


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., MainWindow]:
    """Opens a library (the story, unless another is named) in the window of a session, and shows it."""

    def shown(session: Session, library: Path | None = None) -> MainWindow:
        with qtbot.waitSignal(session.window.first_painted, timeout=10_000):
            session.open(library)
            session.window.show()
        session.window.activateWindow()
        qtbot.waitUntil(lambda: session.models.courier.idle and session.window.isActiveWindow())
        return session.window

    return shown


@pytest.fixture
def session(begin: Begin) -> Session:
    return begin()


@pytest.fixture
def window(session: Session, show: Callable[..., MainWindow]) -> MainWindow:
    made = show(session)
    made.resize(1500, 900)
    return made
