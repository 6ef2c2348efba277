"""A PDF of a thousand pages goes into the shipped story: how long that takes, and how the window fares."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer

from explorer.app.session import Session
from explorer.domain.adding import Outcome
from tests.bench.figures import median_of
from tests.bench.libraries import Shelf
from tests.bench.window import application, session_on, settle
from tests.support import papers
from tests.support.heart import Heart

PAGES = 1_000
LOOK_MS = 1
IDLE = 2.0
"""Seconds for which the window is left alone."""


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Add the PDF to a copy of the story and open it there, ``runs`` times.

    ``longest_pause_ms`` is that of a heart that beats every 2 ms on the GUI thread while it is added,
    ``idle_pause_ms`` while nothing is done: both grow with whatever else the machine does.
    """
    if events is not None:
        raise SystemExit("A tome is added to the shipped story: leave --events out.")
    application()
    story, size = shelf.of(None)
    with tempfile.TemporaryDirectory() as folder:
        tome = Path(folder) / "tome.pdf"
        tome.write_bytes(papers.tome(PAGES))
        taken = []
        for run in range(runs):
            library = Path(shutil.copy(story, Path(folder) / f"{run}.tlx"))
            with session_on(library) as session:
                taken.append(_run(session, tome))
    return size, {"pages": PAGES} | median_of(taken, 1) | {"runs": runs}


def _run(session: Session, tome: Path) -> dict[str, float]:
    models = session.models
    session.window.asked.emit("sources")
    settle(session)
    with Heart() as idle:
        begun = perf_counter()
        _until(lambda: perf_counter() - begun > IDLE)
    with Heart() as heart:
        begun = perf_counter()
        models.adding.add([tome])
        _until(lambda: bool(models.adding.state.additions) and not models.adding.state.is_busy)
        added = perf_counter() - begun
    settle(session)
    (addition,) = models.adding.state.additions
    if addition.outcome is not Outcome.ADDED or addition.source_id is None:
        raise SystemExit(f"The tome was not added: {addition.sentences}")
    models.adding.forget()
    begun = perf_counter()
    models.reader.open_source(addition.source_id)
    _until(
        lambda: (
            models.reader.state.detail is not None
            and models.reader.state.detail.source.id == addition.source_id
        )
    )
    session.window.grab()
    opened = perf_counter() - begun
    return {
        "added_s": added,
        "longest_pause_ms": heart.longest * 1000,
        "idle_pause_ms": idle.longest * 1000,
        "source_opens_ms": opened * 1000,
    }


def _until(met: Callable[[], bool]) -> None:
    """Let Qt sleep and wake as in the app until something is so."""
    loop = QEventLoop()
    timer = QTimer()

    def look() -> None:
        if met():
            loop.quit()

    timer.timeout.connect(look)
    timer.start(LOOK_MS)
    loop.exec()
    timer.stop()
