"""The threads of the app: one that writes, two that read, and others for what takes long."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
PAINT_S = 0.03
"""Seconds in which a window has painted a frame, on a slow machine too."""
Progress = Callable[[float], None]
"""Takes the share of a piece of work that is done, from 0 to 1; called on a worker thread."""


class Errand:
    """A piece of work that can be called off, from any thread, as long as it only reads."""

    def __init__(self) -> None:
        self._off = Event()

    def call_off(self) -> None:
        """End the work at its next step."""
        self._off.set()

    @property
    def is_off(self) -> bool:
        """Whether the work was called off."""
        return self._off.is_set()

    def go_on(self) -> None:
        """Raise CancelledError if the work was called off."""
        if self._off.is_set():
            raise CancelledError


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
        self._carriers = ThreadPoolExecutor(2, thread_name_prefix="carrier")
        self._stop: Callable[[], None] = _nothing
        self._quiet_until = 0.0

    def read(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` on a reader thread."""
        return self._readers.submit(self._read, function, *args, **kwargs)

    def give_way(self) -> None:
        """Begin no reading for a moment: what has changed is painted first, and only one thread computes."""
        self._quiet_until = monotonic() + PAINT_S

    def _read(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        left = self._quiet_until - monotonic()
        if left > 0:
            sleep(left)
        return function(*args, **kwargs)

    def write(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` on the writer thread."""
        return self._writer.submit(function, *args, **kwargs)

    def carry(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` where it may take minutes; its :class:`Errand` is to be called off at the end."""
        return self._carriers.submit(function, *args, **kwargs)

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
        self._carriers.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
