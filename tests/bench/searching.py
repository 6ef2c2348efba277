"""Search as one types: to the first hits, to the whole answer, to the frame with the hits lit."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from PySide6.QtWidgets import QApplication

from explorer.app.session import Session
from explorer.services.search import Question, find, first
from tests.bench.drawn_events import COMMON, Words
from tests.bench.figures import median_of, milliseconds, p50, p95
from tests.bench.libraries import Shelf
from tests.bench.window import application, fit_canvas, session_on, until

FLOOR = "SELECT rowid FROM search_event WHERE search_event MATCH ? ORDER BY rowid LIMIT 50"


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Ask each query once a run, warm.

    ``hits`` is what the list under the search field waits for: the first 50 hits of each kind. ``answer`` is
    that with all totals and which events match; ``lit`` goes from the keystroke to the frame in which these
    are lit, in the window. The floor is the bare FTS5 query for 50 row numbers; ``worst`` the slowest query.
    """
    application()
    path, size = shelf.of(events)
    queries = tuple(_queries())
    with session_on(path) as session, closing(sqlite3.connect(path)) as raw:
        fit_canvas(session)
        _ask(session, raw, queries[0])
        taken = [_run(session, raw, queries) for _ in range(runs)]
    by_query = {text: p50([one[text]["answer"] for one in taken]) for text in queries}
    figures = median_of([_summed(one) for one in taken])
    figures["worst"] = max(by_query, key=lambda text: by_query[text])
    figures["answer_ms_by_query"] = {text: round(value, 2) for text, value in by_query.items()}
    figures["runs"] = runs
    return size, figures


def _queries() -> Iterator[str]:
    """A word of every second event, frequent and rare ones, two and three of them, beginnings, and no hit."""
    words = Words().texts
    yield COMMON
    for place in (0, 1, 5, 20, 100, 1_000, 10_000, 19_999):
        yield words[place]
    yield f"{COMMON} {words[0]}"
    yield f"{words[0]} {words[1]}"
    yield f"{COMMON} {words[0]} {words[2]}"
    yield f"{COMMON} {words[15_000]}"
    for length in (1, 2, 3, 4):
        yield words[0][:length]
        yield words[3_000][:length]
    yield "xyzzy"


def _run(session: Session, raw: sqlite3.Connection, queries: tuple[str, ...]) -> dict[str, dict[str, float]]:
    return {text: _ask(session, raw, text) for text in queries}


def _ask(session: Session, raw: sqlite3.Connection, text: str) -> dict[str, float]:
    library = session.models.library.current
    if library is None:
        raise SystemExit("The library did not open.")
    match = " AND ".join(f'"{word}"' for word in text.split()) + "*"
    floor = milliseconds(lambda: raw.execute(FLOOR, (match,)).fetchall())
    hits = milliseconds(lambda: first(Question(library, text)))
    whole = milliseconds(lambda: find(library, text))
    lit = milliseconds(lambda: _light(session, text))
    session.models.results.clear()
    QApplication.processEvents()
    return {"floor": floor, "hits": hits, "answer": whole, "lit": lit}


def _light(session: Session, text: str) -> None:
    results = session.models.results
    results.search(text)
    until(lambda: results.answer is not None and results.answer.events is not None)
    session.window.timeline.repaint()


def _summed(run: dict[str, dict[str, float]]) -> dict[str, float]:
    figures = {}
    for name in ("floor", "hits", "answer", "lit"):
        times = [one[name] for one in run.values()]
        figures[f"{name}_ms_p50"] = p50(times)
        figures[f"{name}_ms_p95"] = p95(times)
    figures["ratio_p95"] = figures["hits_ms_p95"] / figures["floor_ms_p95"]
    return figures
