"""A virtual X display with a mouse and a keyboard, for the tests of a real window (marked ``window``)."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 30.0

_PHOTOGRAPH = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
assert app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


class Screen:
    """One display. Positions are pixels from its upper left corner; every act is sent as a real X event."""

    def __init__(self, name: str, home: Path) -> None:
        self.name = name
        self._environment = {
            key: value
            for key, value in os.environ.items()
            if key not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
        } | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb", "TIMELINE_EXPLORER_DATA": str(home)}

    @contextmanager
    def app(
        self, root: Path, *arguments: str, script: Path = Path("main.py")
    ) -> Iterator[subprocess.Popen[str]]:
        """The app (or a script) as a child on this display, under the network guard; ended at the end."""
        command = [sys.executable, "-m", "tests.support.guarded", str(script), *arguments]
        child = subprocess.Popen(
            command,
            cwd=root,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield child
        finally:
            if child.poll() is None:
                child.terminate()
            # Shown by pytest where the test fails.
            sys.stderr.write(child.communicate(timeout=PATIENCE)[1])

    def window(self, title: str) -> str:
        """The id of the visible window with these words in its title, once there is one."""
        return self.until(lambda: self._xdotool("search", "--onlyvisible", "--name", title).split("\n")[0])

    def size(self, window: str) -> tuple[int, int]:
        """Width and height of a window."""
        lines = dict(
            line.split("=") for line in self._xdotool("getwindowgeometry", "--shell", window).split()
        )
        return int(lines["WIDTH"]), int(lines["HEIGHT"])

    def place(self, window: str, width: int, height: int) -> None:
        """Give a window the upper left corner, a size and the focus, as no window manager does it here."""
        self._xdotool("windowmove", window, "0", "0", "windowsize", "--sync", window, str(width), str(height))
        self._xdotool("windowfocus", window)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer there and press a button (4 and 5 are the wheel, up and down)."""
        self._xdotool("mousemove", str(x), str(y), "click", str(button))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, with a stop halfway as a hand has it."""
        half = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
        self._xdotool("mousemove", *map(str, start), "mousedown", "1")
        for point in (half, end):
            self._xdotool("mousemove", *map(str, point))
        self._xdotool("mouseup", "1")

    def key(self, *names: str) -> None:
        """Press keys by their X names ("ctrl+k", "Return", "Home")."""
        self._xdotool("key", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "5", text)

    def photograph(self, path: Path) -> Path:
        """Save what the display shows as a picture."""
        subprocess.run([sys.executable, "-c", _PHOTOGRAPH, str(path)], env=self._environment, check=True)
        return path

    @staticmethod
    def until(found: Callable[[], str]) -> str:
        """Ask again and again until the answer is not empty."""
        end = time.monotonic() + PATIENCE
        while not (answer := found()):
            assert time.monotonic() < end, "it did not come in time"
            time.sleep(0.05)
        return answer

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        return done.stdout.strip()


@contextmanager
def virtual_screen(home: Path, size: str = "1600x1000") -> Iterator[Screen]:
    """Start Xvfb on a display number of its own choice, and end it.

    Args:
        home: The data folder of the apps started on it.
        size: Width and height of the display.
    """
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # It would begin anew whenever nobody is connected, and throw out an app that is just coming.
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield Screen(f":{number}", home)
    finally:
        server.terminate()
        server.wait(PATIENCE)
