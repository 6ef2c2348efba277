"""Ends queries that nobody waits for any more."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from explorer.store.faults import result_code


class Interruption:
    """Ends a piece of reading from another thread, in the middle of a query if need be.

    Connections go from one piece of work to the next: only while ``guarding`` one may it be interrupted.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._over = False
        self._running: sqlite3.Connection | None = None

    def interrupt(self) -> None:
        """End the work, from any thread. What is not begun yet never begins."""
        with self._lock:
            self._over = True
            if self._running is not None:
                self._running.interrupt()

    def go_on(self) -> None:
        """Raise CancelledError if the work was ended: an interruption between two queries stops neither."""
        if self._over:
            raise CancelledError

    @contextmanager
    def guarding(self, connection: Connection) -> Iterator[None]:
        """Let queries of a connection be interrupted until the block ends; then it raises CancelledError."""
        raw = connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError("the store does not stand on sqlite3")
        with self._lock:
            self.go_on()
            self._running = raw
        try:
            yield
        except DBAPIError as error:
            if result_code(error.orig) == sqlite3.SQLITE_INTERRUPT:
                raise CancelledError from error
            raise
        finally:
            with self._lock:
                self._running = None
