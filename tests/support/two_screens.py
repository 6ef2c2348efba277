"""A presentation in a process with two screens: ``python -m tests.support.two_screens DATA LIBRARY``.

Prints what both windows tell, as JSON: at the first step, at the last, with the notes put away, with them
asked for again, and at the end.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from explorer.app.paths import Paths
from explorer.app.presenting import Presentation
from explorer.app.services import build_services
from explorer.app.window import make_application
from explorer.app.wiring import build_models
from explorer.viewmodels.settings import SettingsModel
from explorer.widgets.theme import ThemeHolder

ROOT = Path(__file__).resolve().parents[2]


def wait(met: Callable[[], bool]) -> None:
    """Let Qt run until something is so."""
    for _ in range(2000):
        if met():
            return
        QTest.qWait(10)
    raise SystemExit("it did not come in time")


def told(shown: Presentation) -> dict[str, object]:
    """What the windows show, and where they stand."""
    stage, speaker = shown.window, shown.speaker
    return {
        "stage": [stage.screen().name(), stage.geometry().getRect(), stage.isFullScreen()],
        "speaker": [speaker.isVisible(), speaker.screen().name(), speaker.frameGeometry().getRect()],
        "step": [speaker.place.text(), speaker.step.text(), speaker.next.text()],
        "note": speaker.note.text(),
        "mirror": speaker.mirror.picture.deviceIndependentSize().toTuple(),
    }


def main(data: Path, story: Path) -> None:
    """Present the first tour; the app's window stands on the first screen."""
    paths = Paths(ROOT / "resources", data)
    application = make_application(paths)
    look = ThemeHolder(paths.themes, "light", 1.0)
    services = build_services(paths)
    models = build_models(services, SettingsModel(paths.settings))
    models.viewport.reduced_motion = True
    models.library.open(story)
    wait(lambda: models.library.current is not None and models.courier.idle)
    library = models.library.current
    assert library is not None
    behind = QWidget()
    behind.setGeometry(100, 100, 800, 600)
    behind.show()
    shown = Presentation(models, services.workers, look, paths.themes, behind)
    shown.begin(library, library.contents.tours[0], 0)
    wait(lambda: shown.stage.courier.idle and not shown.speaker.mirror.picture.isNull())
    tellings = [told(shown)]
    QTest.keyClick(shown.window, Qt.Key.Key_End)
    wait(lambda: shown.stage.courier.idle)
    tellings.append(told(shown))
    QTest.keyClick(shown.speaker, Qt.Key.Key_Escape)
    tellings.append(told(shown))
    QTest.keyClick(shown.window, Qt.Key.Key_N)
    tellings.append(told(shown))
    shown.end()
    print(json.dumps([*tellings, [shown.window.isVisible(), shown.speaker.isVisible()]]))
    shown.take_down()
    services.workers.close()
    models.library.close()
    application.processEvents()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
