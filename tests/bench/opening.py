"""From launching the app to the first frame of a large library, over the same with the shipped story."""

import os
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from explorer.services.loading import Loading, from_arrays, from_rows, warm
from explorer.store import reads
from explorer.store.library import Library
from explorer.timeline.index import LAYOUT
from tests.bench.figures import median_of
from tests.bench.libraries import Shelf
from tests.bench.startup import start

PATIENCE = 600.0
"""Seconds."""

T = TypeVar("T")


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Start fresh processes in turn, one with the shipped story, one with the library, ``runs`` times.

    The files are in the disk cache. Beside the whole, the phases of loading, timed once in this process.
    """
    path, size = shelf.of(events)
    story, _ = shelf.of(None)
    times: dict[str, list[float]] = {"story": [], "library": []}
    command = ("-m", "tests.bench.first_frame")
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"TIMELINE_EXPLORER_DATA": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start((*command, str(story)), environment)
        for _ in range(runs):
            for name, library in (("story", story), ("library", path)):
                times[name].append(start((*command, str(library)), environment, PATIENCE) * 1000)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    figures: dict[str, object] = {
        "first_frame_ms": round(medians["library"], 1),
        "story_first_frame_ms": round(medians["story"], 1),
        "over_story_ms": round(medians["library"] - medians["story"], 1),
        "ratio": round(medians["library"] / medians["story"], 3),
    }
    figures |= median_of([_parts(path)], 1)
    figures["runs"] = runs
    return size, figures


def _parts(path: Path) -> dict[str, float]:
    """The steps of ``open_library``: looking through the file, reading its frame, and the arrays.

    ``from_rows`` is what it takes instead if the arrays are stale, and ``examine_whole`` what is done behind
    the reader's back in a file too large to be read through before it opens.
    """
    taken: dict[str, float] = {}

    def timed(name: str, work: Callable[[], T]) -> T:
        begun = perf_counter()
        done = work()
        taken[f"{name}_ms"] = (perf_counter() - begun) * 1000
        return done

    store = timed("examine", lambda: Library.open(path))
    try:
        with store.reading() as connection:
            contents = timed("contents", lambda: reads.contents(connection))
        arrays = timed("arrays", lambda: store.arrays(LAYOUT, lambda _share: None))
        if arrays is None:
            raise SystemExit(f"{path} has no arrays: make it anew.")
        loaded = timed("from_arrays", lambda: from_arrays(contents, arrays))
        timed("warm", lambda: warm(loaded.index))
        timed("examine_whole", store.examine)
        with store.reading() as connection:
            timed("from_rows", lambda: from_rows(connection, contents, Loading()))
        taken["arrays_mb"] = sum(array.nbytes for array in arrays.values()) / 1e6
    finally:
        store.close()
    return taken
