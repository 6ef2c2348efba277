"""The threads of the app: one that writes, two that read, one for what may take long and be broken off."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Lock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
Progress = Callable[[float], None]
"""Takes the share of a piece of work that is done, from 0 to 1; called on a worker thread."""


class Errand:
    """A piece of work that can be called off as long as it has not begun to write."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._off = self._writing = False

    def call_off(self) -> bool:
        """End the work. False if it is too late: it is being written, or is done."""
        with self._lock:
            self._off = not self._writing
            return self._off

    def go_on(self) -> None:
        """Raise CancelledError if the work was called off."""
        if self._off:
            raise CancelledError

    def begin_writing(self) -> None:
        """Raise CancelledError if the work was called off; from here on it cannot be."""
        with self._lock:
            self.go_on()
            self._writing = True


def _nothing() -> None:
    """Nothing runs aside."""


class Workers:
    """Runs a function on a worker thread and returns its future.

    Reads may run side by side; writes run one after another, in the order asked for. What runs aside is meant
    for one piece of work at a time: before another one is asked for, the one before is stopped.
    """

    def __init__(self) -> None:
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._aside = ThreadPoolExecutor(1, thread_name_prefix="aside")
        self._stop: Callable[[], None] = _nothing

    def read(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` on a reader thread."""
        return self._readers.submit(function, *args, **kwargs)

    def write(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` on the writer thread."""
        return self._writer.submit(function, *args, **kwargs)

    def aside(self, function: Callable[[], T], *, stop: Callable[[], None]) -> Future[T]:
        """Run ``function`` where no reader waits for it; ``stop`` makes it end soon, from any thread."""
        self._stop()
        self._stop = stop
        return self._aside.submit(function)

    def close(self) -> None:
        """Drop what has not begun, and wait for what has: a write is never cut off."""
        self._aside.shutdown(wait=False, cancel_futures=True)
        self._stop()
        self._aside.shutdown(wait=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
