"""Memory of the app with a library over that of the app with none."""

import json
import statistics
import subprocess
import sys

from tests.bench.libraries import Shelf
from tests.bench.startup import ROOT

PATIENCE = 600.0
"""Seconds."""


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Fresh processes in turn, with the window up: on nothing, on a library without events, on the library.

    Without a library the panels at the sides and the plot are not made; with one they are: the library
    without events tells what the events themselves take.

    Returns:
        The number of events, and medians in MB (10**6 bytes): resident once all is at rest, and at its peak.
    """
    path, size = shelf.of(events)
    kinds = {"empty": (), "no_events": (str(shelf.of(0)[0]),), "library": (str(path),)}
    found: dict[str, list[dict[str, float]]] = {kind: [] for kind in kinds}
    for _ in range(runs):
        for kind, library in kinds.items():
            found[kind].append(_resident(*library))
    now = {kind: statistics.median(each["now"] for each in every) for kind, every in found.items()}
    peak = statistics.median(each["peak"] for each in found["library"])
    return size, {
        "empty_mb": round(now["empty"], 1),
        "no_events_mb": round(now["no_events"], 1),
        "library_mb": round(now["library"], 1),
        "over_empty_mb": round(now["library"] - now["empty"], 1),
        "over_no_events_mb": round(now["library"] - now["no_events"], 1),
        "peak_over_empty_mb": round(peak - now["empty"], 1),
        "bytes_an_event": round((now["library"] - now["no_events"]) * 1e6 / max(size, 1), 1),
        "ratio": round(now["library"] / now["empty"], 3),
        "runs": runs,
    }


def _resident(*library: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.resident", *library],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    answer: dict[str, float] = json.loads(done.stdout)
    return answer
