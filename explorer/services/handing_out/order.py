"""What is wanted, and what makes it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from explorer.domain.handing_out import Form, HandedOut, Part
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Progress
from explorer.timeline.mask import Sieve


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A stretch of time (day numbers) with what is shown of it.

    ``visible`` None: every event passes. ``lanes`` are ids of themes, none for all. ``series`` are slugs and
    ``bands`` names of rows of eras; None for the library's usual. ``filters`` says in words what is kept out.
    """

    start: float
    end: float
    visible: Sieve | None = None
    lanes: tuple[int, ...] = ()
    series: tuple[str, ...] | None = None
    bands: tuple[str, ...] | None = None
    filters: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What to write, and where.

    With ``tour`` (a slug) it is the steps of a tour, otherwise ``view``, or everything. ``theme`` ("light",
    "dark") is for the screen: paper is white. ``width`` and ``height`` are the pixels of a picture of which
    ``ratio`` make one of the screen. ``paper`` is a name of :data:`explorer.domain.handing_out.PAPERS`.
    """

    form: Form
    out: Path
    view: View | None = None
    tour: str = ""
    theme: str = "light"
    width: int = 1600
    height: int = 1000
    ratio: float = 1.0
    paper: str = "A4"
    landscape: bool = False
    parts: tuple[Part, ...] = tuple(Part)


class Maker(Protocol):
    """Writes what is ordered, on the thread that calls, which may be any."""

    def __call__(self, library: OpenLibrary, order: Order, errand: Errand, progress: Progress) -> HandedOut:
        """Write the file or files of an order; each is whole or not there.

        Raises:
            ReaderError: there is nothing to write, or it cannot be written.
            CancelledError: the errand was called off; nothing was put in place after that.
        """
