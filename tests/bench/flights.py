"""What a frame of the flights from step to step of a presentation costs, at full HD and at 4K."""

from time import perf_counter

from PySide6.QtWidgets import QApplication

from explorer.app.session import Session
from explorer.domain.tour_view import days_of
from explorer.timeline.flight import Flight
from explorer.viewmodels.presenting.flights import duration
from tests.bench.figures import median_of, p50, p95
from tests.bench.libraries import Shelf
from tests.bench.window import Paints, application, session_on, settle

SCREENS = {"full_hd": (1920, 1080), "uhd": (3840, 2160)}
FRAME_MS = 1000 / 60


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Fly through both shipped tours ``runs`` times on each screen.

    A frame is the change of the view with the paint of the stage's timeline that follows; views are taken as
    a screen of 60 frames a second would show them. The first run, in which all texts are new, stands apart
    as ``cold``.

    Returns:
        The number of events, and medians over the runs in milliseconds.

    Raises:
        SystemExit: A number of events was asked for; the tours are those of the shipped story.
    """
    if events is not None:
        raise SystemExit("The tours of the shipped story are flown through: leave --events out.")
    application()
    path, size = shelf.of(None)
    figures: dict[str, object] = {}
    for name, screen in SCREENS.items():
        with session_on(path) as session:
            session.models.viewport.reduced_motion = True
            cold = _run(session, screen)
            taken = [_run(session, screen) for _ in range(runs)]
        figures |= {f"{name}_{key}": value for key, value in median_of(taken).items()}
        figures[f"{name}_cold_frame_ms_p95"] = round(cold["frame_ms_p95"], 3)
    figures["runs"] = runs
    return size, figures


def _run(session: Session, screen: tuple[int, int]) -> dict[str, float]:
    frames: list[float] = []
    paints = 0
    library = session.models.library.current
    if library is None:
        raise SystemExit("The library did not open.")
    for tour in library.contents.tours:
        session.on_demand.presenting.present_tour(tour)
        shown = session.on_demand.presenting.current
        if shown is None:
            raise SystemExit("The tour is not presented.")
        shown.window.showNormal()
        shown.window.resize(*screen)
        canvas, model = shown.window.canvas, shown.stage.viewport
        _wait(session)
        for number in range(1, len(tour.steps)):
            before = model.viewport
            shown.stage.talk.go_to(number)
            _wait(session)
            flight = Flight(before.start, before.end, *days_of(tour.steps[number]))
            model.show(before.start, before.end)
            _wait(session)
            counter = Paints(canvas)
            count = max(round(duration(flight) / FRAME_MS), 2)
            for frame in range(1, count + 1):
                begun = perf_counter()
                model.show(*flight.at(frame / count))
                canvas.repaint()
                frames.append((perf_counter() - begun) * 1000)
                QApplication.processEvents()
            paints += counter.count
            counter.stop()
        session.on_demand.presenting.close()
    return {
        "frame_ms_p50": p50(frames),
        "frame_ms_p95": p95(frames),
        "frame_ms_max": max(frames),
        "frames": float(len(frames)),
        "paints_per_frame": paints / len(frames),
    }


def _wait(session: Session) -> None:
    for _ in range(3):
        settle(session)
        shown = session.on_demand.presenting.current
        while shown is not None and not shown.stage.courier.idle:
            QApplication.processEvents()
