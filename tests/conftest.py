"""What every test stands on: no display, no network, a home of its own, and nothing left behind."""

import gc
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.support import leaks
from tests.support.network import NetworkGuard, network_modules
from tests.support.screen import Screen, virtual_screen

ROOT = Path(__file__).resolve().parent.parent

_home = Path(tempfile.mkdtemp(prefix="timeline-explorer-tests-"))
_runtime = _home / "runtime"
_runtime.mkdir(mode=0o700)
# Before Qt is loaded, which reads these once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.update(
    HOME=str(_home),
    XDG_RUNTIME_DIR=str(_runtime),
    XDG_CONFIG_HOME=str(_home / "config"),
    XDG_DATA_HOME=str(_home / "data"),
    XDG_CACHE_HOME=str(_home / "cache"),
    TIMELINE_EXPLORER_DATA=str(_home / "explorer"),
)

hypothesis.settings.register_profile("default", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "default")

_guard = NetworkGuard()
_guard.install()


def pytest_unconfigure() -> None:
    """Remove the home of this run, and hand back what the watches froze."""
    gc.unfreeze()
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(autouse=True)
def _offline() -> Iterator[None]:
    """Fail a test that opens a socket, even if the error was swallowed, or loads Qt's network module."""
    _guard.tried.clear()
    loaded = set(network_modules())
    yield
    touched = _guard.tried + [name for name in network_modules() if name not in loaded]
    _guard.tried.clear()
    assert not touched, f"the network was touched: {touched}"


@pytest.fixture(autouse=True)
def _tidy(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a ticking timer or a window behind."""
    uses_qt = bool({"qtbot", "qapp"} & set(request.fixturenames))
    threads = set(threading.enumerate())
    watch = leaks.QtWatch() if uses_qt else None
    yield
    left = leaks.leaked_threads(threads) + (watch.leaked() if watch else [])
    assert not left, "; ".join(left)


@pytest.fixture(autouse=True, scope="module")
def _undressed() -> Iterator[None]:
    """Take off at the end of a module what its tests have put on the application: look, palette and font."""
    yield
    widgets, gui = sys.modules.get("PySide6.QtWidgets"), sys.modules.get("PySide6.QtGui")
    application = None if widgets is None or gui is None else widgets.QApplication.instance()
    if application is not None and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(application.style().standardPalette())
        application.setFont(gui.QFontDatabase.systemFont(gui.QFontDatabase.SystemFont.GeneralFont))


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user data folder of this test (not made yet); child processes inherit it."""
    folder = tmp_path / "user-data"
    monkeypatch.setenv("TIMELINE_EXPLORER_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def resources() -> Path:
    """The shipped resources."""
    return ROOT / "resources"


@pytest.fixture(scope="session")
def story_library(resources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped story as a library file, built once; only to be read."""
    from explorer.services.libraries import Libraries
    from explorer.services.workers import Workers

    folder = tmp_path_factory.mktemp("story")
    workers = Workers()
    try:
        return Libraries(workers, resources / "library", folder / "data").build(folder / "story.tlx")
    finally:
        workers.close()


@pytest.fixture
def story_path(story_library: Path, tmp_path: Path) -> Path:
    """A copy of the shipped story that this test may write to."""
    return Path(shutil.copy(story_library, tmp_path / "story.tlx"))


@pytest.fixture
def screen(data_folder: Path) -> Iterator[Screen]:
    """A virtual display with mouse and keyboard; only for tests marked ``window``."""
    with virtual_screen(data_folder) as screen:
        yield screen
