from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.session import Session
from explorer.viewmodels.settings import SettingsModel
from tests.support.child import App, child_app


@pytest.fixture
def paths(resources: Path, data_folder: Path) -> Paths:
    """The folders of this test."""
    found = Paths(resources, data_folder)
    found.prepare()
    return found


@pytest.fixture
def session(paths: Paths, qtbot: QtBot) -> Iterator[Session]:
    """A session on an empty data folder, with nothing open yet; taken down as the app does it."""
    made = Session(paths, SettingsModel(paths.settings), build_services(paths))
    made.window.resize(1280, 800)
    yield made
    made.window.close()
    made.close()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def open_session(session: Session, qtbot: QtBot) -> Session:
    """The session with the shipped story open and its first frame painted."""
    with qtbot.waitSignal(session.window.first_painted, timeout=20_000):
        session.open()
        session.window.show()
    qtbot.waitUntil(lambda: session.models.courier.idle, timeout=20_000)
    return session


@pytest.fixture
def app(root: Path, tmp_path: Path) -> App:
    """Starts the app as a child process in the folder of the test, without a display."""
    return child_app(root, tmp_path)
