"""``python -m tests.bundle.start_times``: how large the bundle is, and how soon it is there.

It and the app from its source are started in turn on a virtual display, with nothing but a home, and watched
from outside: the time runs from the launch until the lanes of the timeline stand on the screen. The first
round, which builds the story and fills the disk cache, is not counted. ``read only`` is a portable one where
nothing can be written.
"""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtGui import QGuiApplication, QImage

from tests.support.bundle import NAME, Bundle, carried
from tests.support.screen import PATIENCE, virtual_screen

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "dist" / NAME
RUNS = 9
PLACE = (420, 90, 420, 440)
"""Left, top, width and height of a part of the lanes, in pixels."""
SHADES = 50
"""Greys in that part that only labels and marks bring."""


def main() -> None:
    """Measure and print."""
    with (
        tempfile.TemporaryDirectory() as home,
        tempfile.TemporaryDirectory() as stick,
        virtual_screen(Path(home), "1280x800") as screen,
    ):
        bundle = Bundle(BUNDLE, Path(home))
        starts = {
            "bundle": bundle.command(),
            "read only": Bundle(
                carried(BUNDLE, Path(stick), ["portable"]), Path(home), Path(stick)
            ).command(),
            "main.py": [sys.executable, ROOT / "main.py"],
            "make run": ["make", "-C", ROOT, "run"],
        }
        times: dict[str, list[float]] = {name: [] for name in starts}
        environment = bundle.environment(DISPLAY=screen.name)
        os.environ.update(DISPLAY=screen.name, QT_QPA_PLATFORM="xcb")
        watcher = QGuiApplication([])
        for turn in range(RUNS + 1):
            for name, command in starts.items():
                taken = seconds_until_painted(command, environment, watcher)
                if turn:
                    times[name].append(taken)
    held = [path for path in BUNDLE.rglob("*") if path.is_file()]
    print(f"{BUNDLE.name}: {sum(path.stat().st_size for path in held) / 1e6:.0f} MB in {len(held):,} files")
    print(f"first frame, median of {RUNS}, beside main.py:")
    middles = {name: statistics.median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        print(
            f"  {name:<10}{middles[name] * 1000:5.0f} ms  {middles[name] / middles['main.py']:.2f} times"
            f"  ({min(taken):.2f} to {max(taken):.2f} s)"
        )


def seconds_until_painted(
    command: Sequence[str | Path], environment: dict[str, str], watcher: QGuiApplication
) -> float:
    """Start a child, wait until its window shows a timeline, and end it."""
    begun = time.monotonic()
    child = subprocess.Popen(
        command,
        cwd=environment["HOME"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while shades(watcher) < SHADES:
            if time.monotonic() - begun > PATIENCE:
                raise SystemExit(f"{command[0]} showed nothing in {PATIENCE:.0f} seconds.")
            time.sleep(0.005)
        return time.monotonic() - begun
    finally:
        # With all that it started: make, a shell, Python.
        os.killpg(child.pid, signal.SIGTERM)
        child.wait(PATIENCE)
        while shades(watcher) > 1:
            time.sleep(0.05)


def shades(watcher: QGuiApplication) -> int:
    """How many greys stand where the lanes will be; 1 on an empty screen."""
    picture = watcher.primaryScreen().grabWindow(0, *PLACE).toImage()
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    return len(np.unique(np.frombuffer(grey.constBits(), np.uint8)))


if __name__ == "__main__":
    main()
