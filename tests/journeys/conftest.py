"""The whole app on the shipped story, as a reader starts it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.session import Session
from explorer.services.libraries import open_story
from explorer.viewmodels.settings import SettingsModel


@pytest.fixture(scope="session")
def built_story(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder in which the story is built already, to be copied."""
    data = tmp_path_factory.mktemp("data")
    open_story(resources / "library", data).store.close()
    return data


@pytest.fixture
def paths(resources: Path, built_story: Path, tmp_path: Path) -> Paths:
    """The shipped resources and a data folder of this test's own."""
    return Paths(resources, Path(shutil.copytree(built_story, tmp_path / "data")))


@pytest.fixture
def start(qtbot, paths: Paths) -> Iterator[Callable[..., Session]]:
    """Starts the app, any number of times one after the other; what is still open at the end is closed."""
    running: list[Session] = []

    def begin(library: Path | None = None, size: tuple[int, int] = (1600, 1000)) -> Session:
        session = Session(paths, SettingsModel(paths.settings), build_services(paths))
        running.append(session)
        session.models.viewport.reduced_motion = True
        session.window.resize(*size)
        session.window.show()
        with qtbot.waitSignal(session.window.first_painted, timeout=10_000):
            session.open(library)
        settle(qtbot, session)
        return session

    yield begin
    for session in running:
        end(qtbot, session)


def settle(qtbot, session: Session) -> None:
    """Wait until nothing is asked for any more."""
    models = session.models
    qtbot.waitUntil(lambda: models.courier.idle and not models.viewport.moving, timeout=10_000)
    qtbot.wait(30)


def end(qtbot, session: Session) -> None:
    """Close the window as a reader does, and take the session down; a second time does nothing."""
    if not shiboken6.isValid(session.window):
        return
    session.window.close()
    session.close()
    session.window.deleteLater()
    qtbot.wait(1)
