"""Brings answers from worker threads to the GUI thread, and only there."""

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from explorer.domain.errors import ReaderError
from explorer.viewmodels.messages import Messages


@dataclass(frozen=True, slots=True)
class _Delivery:
    channel: str
    number: int
    answer: Any
    error: BaseException | None
    answered: Callable[[Any], None]
    failed: Callable[[ReaderError], None] | None
    unwanted: Callable[[Any], None] | None


class Courier(QObject):
    """Asks on a channel; a newer question on the same channel makes the older answer void.

    A :class:`ReaderError` goes to ``failed`` or, without one, to the status line. Any other exception is
    raised on the GUI thread, where the crash report takes it.
    """

    _arrived = Signal(object)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._asked: dict[str, int] = {}
        self._waiting: dict[str, Future[Any]] = {}
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        channel: str,
        future: Future[Any],
        answered: Callable[[Any], None],
        failed: Callable[[ReaderError], None] | None = None,
        unwanted: Callable[[Any], None] | None = None,
    ) -> None:
        """Call ``answered`` with the result on the GUI thread, unless a newer question came meanwhile.

        In that case ``unwanted`` gets the late result, to be closed or thrown away.
        """
        self.void(channel)
        number = self._asked[channel]
        self._waiting[channel] = future

        def report(done: Future[Any]) -> None:
            try:
                answer, error = done.result(), None
            except CancelledError:
                return
            except Exception as problem:
                answer, error = None, problem
            self._arrived.emit(_Delivery(channel, number, answer, error, answered, failed, unwanted))

        future.add_done_callback(report)

    def void(self, channel: str) -> None:
        """Forget the question that waits on this channel."""
        self._asked[channel] = self._asked.get(channel, 0) + 1
        waiting = self._waiting.pop(channel, None)
        if waiting is not None:
            waiting.cancel()

    def stop(self) -> None:
        """Deliver nothing any more. What is asked for goes on: a write that waits is still to be done."""
        for channel in self._asked:
            self._asked[channel] += 1

    @property
    def idle(self) -> bool:
        """Whether no question waits for its answer."""
        return not self._waiting

    def _deliver(self, delivery: _Delivery) -> None:
        if self._asked[delivery.channel] != delivery.number:
            if delivery.error is None and delivery.unwanted is not None:
                delivery.unwanted(delivery.answer)
            return
        self._waiting.pop(delivery.channel, None)
        if delivery.error is None:
            delivery.answered(delivery.answer)
        elif isinstance(delivery.error, ReaderError):
            if delivery.failed is None:
                self._messages.show_problem(str(delivery.error))
            else:
                delivery.failed(delivery.error)
        else:
            raise delivery.error
