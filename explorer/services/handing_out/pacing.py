"""Lets the window breathe while something is worked out beside it."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from explorer.services.workers import Errand

T = TypeVar("T")
EVERY = 8
REST_S = 0.0002


class Pace:
    """Rests now and then, so that the window need not wait for Python; ends an errand that was called off."""

    def __init__(self, errand: Errand) -> None:
        self._errand = errand
        self._count = 0

    def step(self) -> None:
        """A small piece of work is done.

        Raises:
            CancelledError: the errand was called off.
        """
        self._count += 1
        if self._count % EVERY == 0:
            self._errand.go_on()
            time.sleep(REST_S)

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """The things, with a step before each."""
        for thing in things:
            self.step()
            yield thing
