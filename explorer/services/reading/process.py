"""Has a file read in a process of its own, which is ended when it takes too long or is not wanted any more.

A file made to do harm may bring its reader down, and some do. The answer is JSON and not a pickle: it can say
something wrong, but nothing in it is carried out here.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import IO

import explorer
from explorer.domain.reading import Reading, UnreadableError
from explorer.domain.reference import ReadBibliography
from explorer.services.reading import READ_ONE_FILE
from explorer.services.reading.wire import MOST_ANSWER, WireError, unpacked
from explorer.services.workers import Errand

PATIENCE = 60.0
"""Seconds that a file may take to be read."""
PATIENCE_A_PAGE = 0.03
"""Seconds more for each page."""
MOST_PATIENCE = 300.0
LOOK = 0.05
"""Seconds between two looks whether the work was called off."""
_LONGEST_PULSE = 100
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from explorer.services.reading.child import main; main()"
)
_TOO_LONG = "“{name}” took longer than {seconds:.0f} seconds to be read and was left. It was not added."
_FELL = (
    "“{name}” cannot be read: the reader broke down over it. It is damaged, or made to do harm."
    " It was not added."
)

Progress = Callable[[float], None]


def read_apart(
    data: bytes, name: str, errand: Errand, progress: Progress | None = None, patience: float = PATIENCE
) -> Reading | ReadBibliography:
    """Read a file of any kind that is in memory, on a worker thread; this thread waits for it.

    Args:
        data: what the file holds.
        name: what it is called; its ending decides where its bytes do not.
        errand: may call it off.
        progress: is told how much of it is read, from 0 to 1.
        patience: seconds that it may take, beside those for its pages.

    Raises:
        UnreadableError: no text comes out of it, with the reason.
        CancelledError: it was called off.
    """
    errand.go_on()
    watch = _Watch(errand, patience)
    child = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with child:
        watcher = Thread(target=watch.over, args=(child,), name="watcher", daemon=True)
        watcher.start()
        try:
            answer = _talk(child, data, name, watch, progress)
        finally:
            child.kill()
            watch.ended.set()
            watcher.join()
    errand.go_on()
    if watch.ran_out:
        raise UnreadableError(_TOO_LONG.format(name=name, seconds=watch.patience))
    try:
        return unpacked(answer)
    except WireError as error:
        raise UnreadableError(_FELL.format(name=name)) from error


def read_document(data: bytes, name: str, errand: Errand, progress: Progress | None = None) -> Reading:
    """The same for a file that is to be a document.

    Raises:
        UnreadableError: no text comes out of it, or it is a bibliography.
        CancelledError: it was called off.
    """
    reading = read_apart(data, name, errand, progress)
    if isinstance(reading, ReadBibliography):
        raise UnreadableError(f"“{name}” is a bibliography, not a document. Add it to the library instead.")
    return reading


def _command() -> list[str]:
    """What starts the child: Python, or in a bundle, where it lies inside the app, the app itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_ONE_FILE]
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, str(Path(explorer.__file__).parent.parent)]


def _talk(
    child: subprocess.Popen[bytes], data: bytes, name: str, watch: "_Watch", progress: Progress | None
) -> bytes:
    """Give the file to the child and listen to what it says; b"" if it falls silent before its answer."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(json.dumps({"name": name}).encode() + b"\n")
        child.stdin.write(data)
        child.stdin.close()
    except OSError:
        return b""
    while True:
        head = child.stdout.read(5)
        size, letter = int.from_bytes(head[:4], "big"), head[4:]
        if letter == b"a" and size <= MOST_ANSWER:
            return child.stdout.read(size)
        if letter != b"p" or size > _LONGEST_PULSE:
            return b""
        done, of = _counts(child.stdout, size)
        watch.wait_for(of)
        if progress is not None:
            progress(min(done / of, 1.0))


def _counts(out: IO[bytes], size: int) -> tuple[int, int]:
    try:
        done, of = json.loads(out.read(size))
        return max(int(done), 0), max(int(of), 1)
    except (ValueError, TypeError):
        return 0, 1


class _Watch:
    """Ends the child when its time is over or nobody wants to know any more."""

    def __init__(self, errand: Errand, patience: float) -> None:
        self._errand = errand
        self._begin = monotonic()
        self.patience = patience
        self.ended = Event()
        self.ran_out = False

    def wait_for(self, pages: int) -> None:
        """Have more patience with so many pages."""
        self.patience = max(self.patience, min(PATIENCE + PATIENCE_A_PAGE * pages, MOST_PATIENCE))

    def over(self, child: subprocess.Popen[bytes]) -> None:
        """Look after the child until it has ended."""
        while not self.ended.wait(LOOK):
            self.ran_out = monotonic() - self._begin > self.patience
            if self.ran_out or self._errand.is_off:
                child.kill()
                return
