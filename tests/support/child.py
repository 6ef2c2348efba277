"""The app as a child process under the network guard."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

App = Callable[..., subprocess.CompletedProcess[str]]


def child_app(root: Path, folder: Path) -> App:
    """Starts ``main.py`` in ``folder``, without a display; environment variables may be given by name."""

    def start(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
        given = {name: value for name, value in os.environ.items() if name not in without}
        return subprocess.run(
            [sys.executable, "-m", "tests.support.guarded", root / "main.py", *arguments],
            cwd=folder,
            env=given | {"PYTHONPATH": str(root)} | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=100,
        )

    return start


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height in the header of a PNG file."""
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
