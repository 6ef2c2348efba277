"""What a frame costs: the canvas of the app, all layers on, over an empty pyqtgraph view."""

from collections.abc import Iterable, Iterator
from itertools import chain
from time import perf_counter

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from explorer.app.session import Session
from tests.bench.figures import median_of, p50, p95
from tests.bench.libraries import Shelf
from tests.bench.window import CANVAS, Paints, application, fit_canvas, session_on, settle

LEVELS, PANS, ZOOMS = 5, 100, 100
STEP = 0.05
"""Share of the view that a pan moves by."""
WIDEST = 0.9
"""Share of everything that the widest of the levels shows: where all is in view nothing can be panned."""
NARROWEST = 3.0
"""Days."""
HEART = 0.08
"""Share of everything that lies after the middle of the last decade."""
View = tuple[str, float, float]
"""Part of the sweep, start and end."""
FLOOR_FRAMES = 200
SCATTER_FRAMES = 7
SCATTER_FROM, SCATTER_TO = 100_000, 1_000_000


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Run the sweep ``runs`` times in one window; the floor is taken anew before each.

    A frame is the change of the view with the one paint that it asks for, as in the app: all but the names in
    the left margin, which stay as they are while time moves. What else it sets going (the texts left
    to the next paint, titles that arrive, the counts in the status line) is let run before the next frame,
    and timed as ``after``. The first run, in which all texts are new, stands apart as ``cold``.

    Returns:
        The number of events, and medians over the runs: milliseconds, ratios to the floor, paints.
    """
    qt = application()
    path, size = shelf.of(events)
    with session_on(path) as session:
        fit_canvas(session)
        cold = _run(qt, session)
        taken = [_run(qt, session) for _ in range(runs)]
        scatter = _scatter(qt, session) if SCATTER_FROM <= size <= SCATTER_TO else None
    figures = median_of(taken)
    figures |= {
        f"cold_{name}": round(cold[name], 3) for name in ("frame_ms_p95", "ratio_p95", "paints_per_frame")
    }
    figures["all_ratio_p95"] = [round(run["ratio_p95"], 2) for run in taken]
    if scatter is not None:
        figures["scatter_ms_p50"] = round(scatter, 1)
        figures["scatter_over_frame"] = round(scatter / p50([run["frame_ms_p95"] for run in taken]), 1)
    figures["runs"] = runs
    return size, figures


def _run(qt: QApplication, session: Session) -> dict[str, float]:
    floor, floor_paints = _floor(qt)
    bounds = session.models.viewport.bounds
    views = chain(_pans(*bounds), _zooms(*bounds))
    frames, after, paints, paints_after, by_part = _sweep(session, views)
    both = [one + other for one, other in zip(frames, after, strict=True)]
    return {
        "frame_ms_p50": p50(frames),
        "frame_ms_p95": p95(frames),
        "frame_ms_max": max(frames),
        "floor_ms": floor,
        "ratio_p50": p50(frames) / floor,
        "ratio_p95": p95(frames) / floor,
        "paints_per_frame": paints / len(frames),
        "floor_paints_per_frame": floor_paints,
        "after_ms_p50": p50(after),
        "after_ms_p95": p95(after),
        "after_paints_per_frame": paints_after / len(frames),
        "with_after_ratio_p95": p95(both) / floor,
        **{f"{name}_ms_p95": p95(times) for name, times in by_part.items()},
    }


def _sweep(
    session: Session, views: Iterable[View]
) -> tuple[list[float], list[float], int, int, dict[str, list[float]]]:
    """Times of all frames and of what came after them, paints of both, frames by part of the sweep."""
    view, model = session.window.timeline, session.models.viewport
    counter = Paints(view)
    frames: list[float] = []
    after: list[float] = []
    by_part: dict[str, list[float]] = {}
    paints = paints_after = 0
    for part, start, end in views:
        before, at = model.viewport, counter.count
        begun = perf_counter()
        model.show(start, end)
        QCoreApplication.sendPostedEvents(session.window, QEvent.Type.UpdateRequest)
        painted = perf_counter()
        paints += counter.count - at
        if model.viewport == before:
            raise SystemExit(f"The view did not change ({part}).")
        at = counter.count
        then = perf_counter()
        QApplication.processEvents()
        done = perf_counter()
        paints_after += counter.count - at
        frames.append((painted - begun) * 1000)
        after.append((done - then) * 1000)
        by_part.setdefault(part, []).append(frames[-1])
    settle(session)
    counter.stop()
    return frames, after, paints, paints_after, by_part


def _pans(first: float, last: float) -> Iterator[View]:
    """At each of the levels one way over new ground, through the last decade, where most events are.

    Where there is no more room they turn round.
    """
    everything = last - first
    heart = last - everything * HEART
    for number, days in enumerate(np.geomspace(everything * WIDEST, NARROWEST, LEVELS), 1):
        step = days * STEP
        start = min(max(heart - step * PANS / 2, first), last - days)
        for _ in range(PANS):
            if not first <= start + step <= last - days:
                step = -step
            start += step
            yield f"pan_{number}", float(start), float(start + days)


def _zooms(first: float, last: float) -> Iterator[View]:
    """From everything to three days in the middle of the last decade."""
    everything = last - first
    heart = last - everything * HEART
    for days in np.geomspace(everything, NARROWEST, ZOOMS):
        start = min(max(heart - days * (1 - HEART), first), last - days)
        yield "zoom", float(start), float(start + days)


class _Counted(pg.PlotWidget):
    paints = 0

    def paintEvent(self, event: object) -> None:  # noqa: N802
        self.paints += 1
        super().paintEvent(event)


def _floor(qt: QApplication) -> tuple[float, float]:
    """Milliseconds of one paint of an empty pyqtgraph view without axes, the median; paints a frame."""
    view = _empty_view(qt)
    times = []
    at = view.paints
    for number in range(FLOOR_FRAMES):
        begun = perf_counter()
        view.getViewBox().setXRange(number * 30, number * 30 + 3650, padding=0)
        qt.processEvents()
        times.append((perf_counter() - begun) * 1000)
    paints = (view.paints - at) / FLOOR_FRAMES
    view.close()
    return p50(times), paints


def _scatter(qt: QApplication, session: Session) -> float:
    """Milliseconds of one paint of the same events as pyqtgraph's own scatter plot, all of them in view."""
    library = session.models.library.current
    if library is None:
        raise SystemExit("The library did not open.")
    index = library.index
    view = _empty_view(qt)
    view.addItem(
        pg.ScatterPlotItem(x=index.position, y=index.lane, size=8, brush=(200, 80, 60, 160), pen=None)
    )
    qt.processEvents()
    first, last = session.models.viewport.bounds
    times = []
    for number in range(SCATTER_FRAMES):
        begun = perf_counter()
        view.getViewBox().setXRange(first + number, last + number, padding=0)
        qt.processEvents()
        times.append((perf_counter() - begun) * 1000)
    view.close()
    return p50(times)


def _empty_view(qt: QApplication) -> _Counted:
    view = _Counted()
    view.hideAxis("left")
    view.hideAxis("bottom")
    view.resize(*CANVAS)
    view.show()
    qt.processEvents()
    return view
