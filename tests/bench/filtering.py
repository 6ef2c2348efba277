"""From choosing a facet to the frame that shows what is left."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
from PySide6.QtWidgets import QApplication

from explorer.app.session import Session
from explorer.domain.facet import Exactness, FacetChoice, FacetGroup
from explorer.timeline.rowset import pack
from tests.bench.figures import median_of, milliseconds, p50, p95
from tests.bench.libraries import Shelf
from tests.bench.window import application, fit_canvas, session_on, until

SPREAD = 9
DECADE = ("2015", "2024")


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Take each step once a run, in the window, with everything in view.

    ``frame`` is the time from the choice to the frame with the new densities, counts included; ``answer`` the
    part of the worker. The floor is one frame after a change of the view only; ``and_ms`` is what one AND of
    two bitmaps of all events and its count cost in numpy.
    """
    application()
    path, size = shelf.of(events)
    with session_on(path) as session:
        fit_canvas(session)
        steps = _steps(session)
        _run(session, steps)
        taken = [_run(session, steps) for _ in range(runs)]
    figures = median_of(taken)
    figures["choices"] = len(steps)
    figures["runs"] = runs
    return size, figures


def _steps(session: Session) -> tuple[Callable[[], None], ...]:
    """What the reader does, one after the other: lanes, a person, exactness, importance, dates, all again."""
    library, facets = session.models.library.current, session.models.facets
    if library is None:
        raise SystemExit("The library did not open.")
    none = FacetChoice()
    themes = [theme.id for theme in library.contents.themes]
    entities = [entity.id for entity in library.contents.entities]
    lane = none.toggled(FacetGroup.THEME, themes[0])
    choices = (
        lane,
        lane.toggled(FacetGroup.THEME, themes[-1]),
        none.toggled(FacetGroup.THEME, themes[-1]),
        none.toggled(FacetGroup.PEOPLE, entities[0]),
        none.toggled(FacetGroup.PEOPLE, entities[SPREAD]),
        none.toggled(FacetGroup.EXACTNESS, Exactness.MONTH),
        replace(lane, importance=3),
        replace(none, importance=5),
        replace(none, importance=2),
    )
    return (
        *(partial(facets.choose, choice) for choice in choices),
        partial(facets.set_range, *DECADE, certain=False),
        partial(facets.set_range, *DECADE, certain=True),
        facets.clear,
    )


def _run(session: Session, steps: tuple[Callable[[], None], ...]) -> dict[str, float]:
    library, view = session.models.library.current, session.window.timeline
    if library is None:
        raise SystemExit("The library did not open.")
    frames, answers, floors = [], [], []
    for step in steps:
        frames.append(milliseconds(partial(_take, session, step)))
        QApplication.processEvents()
        answers.append(milliseconds(partial(library.facets.answer, session.models.facets.choice)))
        view.picture.invalidate()
        floors.append(milliseconds(view.repaint))
    random = np.random.default_rng(0)
    one, other = (pack(random.random(library.index.size) < share) for share in (0.3, 0.5))
    return {
        "frame_ms_p50": p50(frames),
        "frame_ms_p95": p95(frames),
        "answer_ms_p50": p50(answers),
        "answer_ms_p95": p95(answers),
        "floor_ms": p50(floors),
        "ratio_p95": p95(frames) / p50(floors),
        "and_ms": p50([milliseconds(lambda: int(np.bitwise_count(one & other).sum())) for _ in range(5)]),
    }


def _take(session: Session, step: Callable[[], None]) -> None:
    """Do a step and wait for its frame."""
    told: list[object] = []
    facets = session.models.facets
    facets.filtered.connect(told.append)
    step()
    until(lambda: bool(told))
    facets.filtered.disconnect(told.append)
    session.window.timeline.repaint()
