"""Draws what the window would show into a picture, without a window on the screen."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explorer.app import cli
from explorer.app.paths import Paths
from explorer.domain.edtf import parse
from explorer.domain.errors import ReaderError

if TYPE_CHECKING:
    from explorer.app.session import Session

PATIENCE_MS = 30_000
LOOK_EVERY_MS = 15
ALIKE = 4
"""Looks in a row that see the same picture, before it is taken for finished."""


def render(paths: Paths, wanted: cli.Render) -> None:
    """Write ``wanted.out``. The reader's own settings and place are neither used nor changed.

    Raises:
        ReaderError: a date or the event's name means nothing, the library cannot be opened, or the picture
        cannot be written.
    """
    start = None if wanted.start is None else parse(wanted.start).extent.earliest
    end = None if wanted.end is None else parse(wanted.end).extent.latest
    if start is not None and end is not None and start >= end:
        raise ReaderError(f"--from {wanted.start} is not before --to {wanted.end}.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as folder:
        _draw(paths, wanted, Path(folder) / "settings.ini", start, end)


def _draw(
    paths: Paths, wanted: cli.Render, settings_file: Path, start: float | None, end: float | None
) -> None:
    from explorer.app.services import build_services
    from explorer.app.session import Session
    from explorer.app.window import make_application
    from explorer.viewmodels.settings import LOOK, TEXT_SCALE, SettingsModel

    application = make_application(paths)
    application.setQuitOnLastWindowClosed(False)
    settings = SettingsModel(settings_file)
    settings.set_value(LOOK, wanted.theme)
    settings.set_value(TEXT_SCALE, wanted.text_scale)
    session = Session(paths, settings, build_services(paths))
    try:
        session.models.viewport.reduced_motion = True
        session.window.resize(wanted.width, wanted.height)
        painted: list[object] = []
        session.window.first_painted.connect(painted.append)
        session.open(wanted.library)
        session.window.show()
        _wait(session, painted)
        if wanted.event is not None:
            _select(session, wanted.event)
        if start is not None or end is not None:
            first, last = session.models.viewport.bounds
            session.models.viewport.show(first if start is None else start, last if end is None else end)
        _wait(session, painted)
        if not session.window.grab().save(str(wanted.out), "PNG"):
            raise ReaderError(
                f"The picture {wanted.out} cannot be written. Choose a folder that you may write to."
            )
    finally:
        session.window.close()
        session.close()


def _select(session: "Session", slug: str) -> None:
    from explorer.services.libraries import event_named

    library = session.models.library.current
    if library is None:
        return
    event_id = event_named(library, slug)
    if event_id is None:
        raise ReaderError(f'There is no event with the name "{slug}" in this library.')
    session.models.selection.select(event_id)


def _wait(session: "Session", painted: Sequence[object]) -> None:
    """Let the event loop run until nothing is asked for any more and the picture stays as it is.

    What follows the first frame (the panels at the sides, the plot, the last labels) comes in steps, and on a
    busy machine any of them may be late. ``painted`` is empty until the first frame.
    """
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QImage

    loop = QEventLoop()
    seen: list[QImage] = []
    problems: list[ReaderError] = []
    session.models.library.failed.connect(problems.append)

    def look() -> None:
        if not painted or not session.models.courier.idle or session.models.timeline.waiting:
            seen.clear()
        else:
            picture = session.window.grab().toImage()
            if seen and seen[-1] != picture:
                seen.clear()
            seen.append(picture)
        if problems or len(seen) >= ALIKE:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(LOOK_EVERY_MS)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    timer.stop()
    session.models.library.failed.disconnect(problems.append)
    if problems:
        raise problems[0]
