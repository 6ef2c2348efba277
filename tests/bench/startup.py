"""Cold start to the first painted frame, over the imports that no start can do without."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.libraries import Shelf, size_of

ROOT = Path(__file__).resolve().parents[2]
GOAL = 1.3

IMPORTS = "import PySide6.QtWidgets, numpy, pyqtgraph, sqlalchemy, time; print(time.monotonic())"
STARTS = {
    "imports": ("-c", IMPORTS),
    "first_frame": ("-m", "tests.bench.first_frame"),
}


def measure(runs: int, events: int | None, shelf: Shelf) -> tuple[int, dict[str, object]]:
    """Start fresh processes in turn, one of each kind, ``runs`` times; the app makes its own library.

    Both times run from the launch of the process (so both hold the start of Python itself) to the child's own
    word that it is there. One round before the first is thrown away: it builds the library, compiles the
    modules and fills the disk cache.

    Returns:
        The number of events in the library and the figures, in milliseconds.

    Raises:
        SystemExit: A number of events was asked for; start-up is measured with the shipped story only.
    """
    if events is not None:
        raise SystemExit("startup is measured with the shipped library: leave --events out.")
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"TIMELINE_EXPLORER_DATA": folder}
        # As on a reader's machine, where the first start leaves the compiled modules behind.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        times: dict[str, list[float]] = {name: [] for name in STARTS}
        for turn in range(runs + 1):
            for name, command in STARTS.items():
                taken = start(command, environment)
                if turn:
                    times[name].append(taken * 1000)
        (library,) = Path(folder).rglob("*.tlx")
        size = size_of(library)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    ratio = medians["first_frame"] / medians["imports"]
    figures: dict[str, object] = {
        "runs": runs,
        "imports_ms": round(medians["imports"], 1),
        "first_frame_ms": round(medians["first_frame"], 1),
        "ratio": round(ratio, 3),
        "goal": GOAL,
        "goal_met": ratio <= GOAL,
        "all_imports_ms": [round(taken, 1) for taken in times["imports"]],
        "all_first_frame_ms": [round(taken, 1) for taken in times["first_frame"]],
    }
    return size, figures


def start(command: tuple[str, ...], environment: dict[str, str], patience: float = 120) -> float:
    """Seconds from launching a child to the moment it prints."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=patience,
    )
    return float(done.stdout.split()[-1]) - begun
