"""The threads of the app: one that writes, two that read."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Workers:
    """Runs a function on a worker thread and returns its future.

    Reads may run side by side; writes run one after another, in the order asked for.
    """

    def __init__(self) -> None:
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")

    def read(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` on a reader thread."""
        return self._readers.submit(function, *args, **kwargs)

    def write(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Run ``function`` on the writer thread."""
        return self._writer.submit(function, *args, **kwargs)

    def close(self) -> None:
        """Drop what has not begun, and wait for what has: a write is never cut off."""
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
