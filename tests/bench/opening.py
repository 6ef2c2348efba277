"""From launching the app to the first frame of a large library, over the same with the shipped story."""

import os
import statistics
import tempfile
from dataclasses import fields
from pathlib import Path
from time import perf_counter

from explorer.store import reads
from explorer.store.columns import EventColumns, columns, facet_pairs
from explorer.store.library import Library
from explorer.timeline.filters import FacetTable
from explorer.timeline.index import EventIndex
from tests.bench.figures import median_of
from tests.bench.libraries import Shelf
from tests.bench.startup import start

PATIENCE = 600.0
"""Seconds."""


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Start fresh processes in turn, one with the shipped story, one with the library, ``runs`` times.

    The files are in the disk cache. Beside the whole, the parts of loading as ``open_library`` runs through
    them, timed once here in this process.
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
    taken: dict[str, float] = {}
    at = perf_counter()

    def note(name: str) -> None:
        nonlocal at
        now = perf_counter()
        taken[f"{name}_ms"] = (now - at) * 1000
        at = now

    store = Library.open(path)
    note("examine")
    try:
        with store.reading() as connection:
            contents = reads.contents(connection)
            note("contents")
            events = columns(connection)
            note("columns")
            pairs = facet_pairs(connection)
            note("facet_pairs")
            reads.labels(connection)
            note("labels")
    finally:
        store.close()
    arrays = {field.name: getattr(events, field.name) for field in fields(EventColumns)}
    at = perf_counter()
    index = EventIndex.build(len(contents.themes), **arrays)
    note("index")
    FacetTable.build(index, contents, pairs)
    note("facets")
    return taken
