"""Events into a new library, search index and arrays included, over what bare SQLite takes for the same."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from explorer.services.libraries import build_story
from tests.bench.drawn_events import drawn
from tests.bench.figures import median_of
from tests.bench.libraries import Shelf, size_of
from tests.bench.make_library import GIVEN, STORY, make_library

MOST = 100_000
"""A rate is asked for, not a size: of a larger library so many events are enough to tell it."""
COLUMNS = ", ".join(GIVEN)
FLOOR_TABLE = f"CREATE TABLE event ({COLUMNS})"
FLOOR_INSERT = f"INSERT INTO event ({COLUMNS}) VALUES ({', '.join('?' * len(GIVEN))})"
FLOOR_WORDS = "CREATE VIRTUAL TABLE word USING fts5(title, summary, content='event', content_rowid='id')"
FLOOR_REBUILD = "INSERT INTO word (word) VALUES ('rebuild')"


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Write a library ``runs`` times; without a number of events the shipped story from its files.

    The floor is ``executemany`` of the same events into a table without constraints, and the rebuild of an
    FTS5 index over it, in the same run; the story has none, as its events are few and most is parsing.
    """
    size = None if events is None else min(events, MOST)
    with TemporaryDirectory(dir=shelf.folder) as folder:
        taken = [_run(Path(folder), size) for _ in range(runs)]
        size = size_of(Path(folder) / "library.tlx")
    figures = median_of(taken)
    figures["runs"] = runs
    return size, figures


def _run(folder: Path, events: int | None) -> dict[str, float]:
    out = folder / "library.tlx"
    out.unlink(missing_ok=True)
    begun = perf_counter()
    if events is None:
        build_story(STORY, out)
    else:
        make_library(events, out)
    seconds = perf_counter() - begun
    figures = {"seconds": seconds, "events_per_second": size_of(out) / seconds}
    if events is not None:
        floor = _floor(folder / "floor.db", events)
        figures |= {"floor_seconds": floor, "ratio": seconds / floor}
    return figures


def _floor(path: Path, events: int) -> float:
    """Seconds of bare SQLite; the drawing of the events is in both."""
    path.unlink(missing_ok=True)
    begun = perf_counter()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(FLOOR_TABLE)
        for chunk in drawn(events, 1):
            raw.executemany(FLOOR_INSERT, zip(*(getattr(chunk, name) for name in GIVEN), strict=True))
        raw.execute(FLOOR_WORDS)
        raw.execute(FLOOR_REBUILD)
    return perf_counter() - begun
