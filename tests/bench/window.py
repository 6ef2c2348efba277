"""The app's own window on a library, for the benches that need all of it."""

import gc
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from explorer.app.paths import Paths
from explorer.app.services import build_services
from explorer.app.session import Session
from explorer.app.window import make_application
from explorer.viewmodels.settings import LOOK, SettingsModel

ROOT = Path(__file__).resolve().parents[2]
CANVAS = (1600, 900)


class Paints(QObject):
    """Counts the paint events of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        self._watched = watched
        watched.installEventFilter(self)

    def stop(self) -> None:
        """Count no more."""
        self._watched.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count and let pass."""
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return super().eventFilter(watched, event)


def application() -> QApplication:
    """The application object, as the app makes it; once in a process."""
    return make_application(Paths(ROOT / "resources", ROOT))


@contextmanager
def session_on(library: Path | None) -> Iterator[Session]:
    """A session with its window up, on a library or on none, with settings that are thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        settings = SettingsModel(Path(folder) / "settings.ini")
        settings.set_value(LOOK, "light")
        paths = Paths(ROOT / "resources", Path(folder))
        session = Session(paths, settings, build_services(paths))
        try:
            session.models.viewport.reduced_motion = True
            if library is not None:
                session.open(library)
            session.window.show()
            if library is not None:
                until(lambda: session.models.library.current is not None)
                if session.models.library.current.store.path != library.absolute():
                    raise SystemExit(f"{library} could not be opened. Delete it, and it is made anew.")
            settle(session)
            # As in the app once the start is over.
            gc.collect()
            gc.freeze()
            yield session
        finally:
            session.window.close()
            session.close()
            session.window.deleteLater()
            session.deleteLater()
            gc.unfreeze()


def until(met: Callable[[], bool]) -> None:
    """Let Qt run until something is so."""
    while not met():
        QApplication.processEvents()


def settle(session: Session) -> None:
    """Let Qt run until no answer is waited for and nothing is left to be painted."""
    view = session.window.timeline
    for _ in range(3):
        QApplication.processEvents()
        until(
            lambda: session.models.courier.idle and not view.picture.unfinished and not view.timeline.waiting
        )


def fit_canvas(session: Session) -> None:
    """Give the canvas 1600 by 900 pixels; the filters and the details stand aside."""
    window, view = session.window, session.window.timeline
    window.show_side("facets", shown=False)
    window.show_side("detail", shown=False)
    window.resize(*CANVAS)
    settle(session)
    window.resize(2 * CANVAS[0] - view.width(), 2 * CANVAS[1] - view.height())
    settle(session)
    if (view.width(), view.height()) != CANVAS:
        raise SystemExit(f"The canvas has {view.width()} by {view.height()} pixels, not 1600 by 900.")
