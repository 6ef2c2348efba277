"""A class that plays: the service of the games on threads of its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from explorer.services.classwork import Classwork
from explorer.services.workers import Workers


@contextmanager
def dealer() -> Iterator[Classwork]:
    """Deals cards until the block ends."""
    workers = Workers()
    try:
        yield Classwork(workers)
    finally:
        workers.close()
