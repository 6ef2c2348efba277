"""Titles and dates of events, at hand for a frame that may not wait."""

from collections.abc import Iterable
from concurrent.futures import Future
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from explorer.domain.detail import EventHeading
from explorer.services.libraries import OpenLibrary
from explorer.viewmodels.courier import Courier

CHANNEL = "titles"
BATCH = 400
WAITING = 2_000
"""What waits to be fetched at most: more than any frame shows. What was asked for longest ago is let go."""
GENERATION = 5_000
"""Headings that are kept as the younger and as the older half: together some 6 MB."""
SMALL_LIBRARY = 2_000


class HeadingReader(Protocol):
    """Reads headings of events; :class:`explorer.services.headings.Headings` is the one of the app."""

    def of(
        self, library: OpenLibrary, ids: tuple[int, ...] | None = None
    ) -> Future[tuple[EventHeading, ...]]:
        """Headings of these events, or of all."""


class Veil(Protocol):
    """Keeps back what is not to be told yet; :class:`explorer.viewmodels.reveal.RevealModel` is one."""

    def veiled_label(self, event_id: int, label: str, heading: EventHeading | None) -> str:
        """What stands at the mark of an event; its heading may not be known yet."""

    def veiled_title(self, event_id: int, title: str) -> str:
        """What it is called elsewhere."""

    def veiled_heading(self, heading: EventHeading) -> EventHeading | None:
        """Title and date as far as they may be told; None where the date may not."""


class Titles(QObject):
    """Says at once what it knows, fetches the rest in batches, and says ``arrived`` (a frozenset of ids).

    The labels of the most important events come with the library; small libraries are fetched whole. Of what
    was asked for, the latest comes first: while the reader moves fast, the rest is out of view already.
    """

    arrived = Signal(object)

    def __init__(self, headings: HeadingReader, courier: Courier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader = headings
        self._courier = courier
        self._library: OpenLibrary | None = None
        self._known: dict[int, EventHeading] = {}
        self._older: dict[int, EventHeading] = {}
        self._wanted: dict[int, None] = {}
        self._asked: frozenset[int] = frozenset()
        self._missing: set[int] = set()
        self._waiting = False
        self._veil: Veil | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._fetch)

    def show_library(self, library: OpenLibrary) -> None:
        """Forget the library before; begin with the labels that this one brings along."""
        self._courier.void(CHANNEL)
        self._library = library
        self._known.clear()
        self._older.clear()
        self._wanted.clear()
        self._missing.clear()
        self._asked = frozenset()
        self._waiting = library.index.size <= SMALL_LIBRARY
        if self._waiting:
            self._courier.ask(CHANNEL, self._reader.of(library, None), self._take)

    def renew(self, library: OpenLibrary, ids: Iterable[int]) -> None:
        """Go on with a library after a change of some of its events; what is known of the others stays."""
        self._courier.void(CHANNEL)
        self._library = library
        again = tuple(ids)
        for one in again:
            self._known.pop(one, None)
            self._older.pop(one, None)
        self._missing.clear()
        self._wanted.update(dict.fromkeys(self._asked))
        self._asked = frozenset()
        self._waiting = library.index.size <= SMALL_LIBRARY
        if self._waiting:
            self._courier.ask(CHANNEL, self._reader.of(library, None), self._take)
        else:
            self.ask(again)

    def set_veil(self, veil: Veil | None) -> None:
        """Let ``veil`` keep back what is not to be told (None: nothing), and have all be told anew."""
        self._veil = veil
        self.arrived.emit(frozenset())

    def title(self, event_id: int) -> str | None:
        """The title, or None while it is being fetched."""
        known = self._found(event_id)
        if known is None:
            return None
        return known.title if self._veil is None else self._veil.veiled_title(event_id, known.title)

    def label(self, event_id: int) -> str | None:
        """The short name for the timeline, or None while it is being fetched."""
        known = self._find(event_id)
        if known is not None:
            label: str | None = known.label
        else:
            label = self._library.labels.get(event_id) if self._library is not None else None
        if label is None:
            self.ask((event_id,))
            return None
        return label if self._veil is None else self._veil.veiled_label(event_id, label, known)

    def heading(self, event_id: int) -> EventHeading | None:
        """Title and date, or None while they are being fetched (or are not to be told)."""
        known = self._found(event_id)
        return known if known is None or self._veil is None else self._veil.veiled_heading(known)

    def ask(self, ids: Iterable[int]) -> None:
        """Fetch what is not known of these, together with whatever else is asked for in this moment."""
        if self._library is None:
            return
        for one in ids:
            if self._find(one) is None and one not in self._asked and one not in self._missing:
                self._wanted.pop(one, None)
                self._wanted[one] = None
        if self._wanted and not self._waiting and not self._timer.isActive():
            self._timer.start(0)

    def _found(self, event_id: int) -> EventHeading | None:
        """What is known; what is not is asked for."""
        known = self._find(event_id)
        if known is None:
            self.ask((event_id,))
        return known

    def _find(self, event_id: int) -> EventHeading | None:
        """What is known; what is asked for is young again."""
        known = self._known.get(event_id)
        if known is None:
            known = self._older.pop(event_id, None)
            if known is not None:
                self._known[event_id] = known
        return known

    def _fetch(self) -> None:
        if self._library is None or self._waiting or not self._wanted:
            return
        latest = list(islice(reversed(self._wanted), WAITING))
        batch = tuple(sorted(latest[:BATCH]))
        self._asked = frozenset(batch)
        self._wanted = dict.fromkeys(reversed(latest[BATCH:]))
        self._waiting = True
        self._courier.ask(CHANNEL, self._reader.of(self._library, batch), self._take)

    def _take(self, headings: tuple[EventHeading, ...]) -> None:
        if len(self._known) + len(headings) > GENERATION:
            self._older, self._known = self._known, {}
        self._known.update((heading.id, heading) for heading in headings)
        self._missing |= self._asked - self._known.keys()
        self._asked = frozenset()
        self._waiting = False
        for heading in headings:
            self._wanted.pop(heading.id, None)
        self.arrived.emit(frozenset(heading.id for heading in headings))
        if self._wanted:
            self._timer.start(0)
