"""Has things made that are handed out, on a thread where it may take long."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Generic, TypeVar

from explorer.domain.handing_out import Form, HandedOut
from explorer.services.handing_out.order import Maker, Order
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Progress, Workers

Drawn = TypeVar("Drawn")


class HandingOut(Generic[Drawn]):
    """Writes files, and draws what a printer is to get."""

    def __init__(
        self,
        workers: Workers,
        makers: Mapping[Form, Maker],
        draw: Callable[[OpenLibrary, Order, Errand, Progress], Drawn],
    ) -> None:
        self._workers = workers
        self._makers = makers
        self._draw = draw

    @property
    def forms(self) -> tuple[Form, ...]:
        """What can be made, in the order of :class:`Form`."""
        return tuple(form for form in Form if form in self._makers)

    def write(
        self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress
    ) -> Future[HandedOut]:
        """Write the files of an order.

        The future raises ReaderError if they cannot be written, CancelledError if the errand was called off.
        """
        return self._workers.carry(self._makers[order.form], library, order, errand, progress)

    def draw(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> Future[Drawn]:
        """Draw the sheets of an order. The future raises what that of :meth:`write` does."""
        return self._workers.carry(self._draw, library, order, errand, progress)
