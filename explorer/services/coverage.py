"""What of a library no passage of a source supports: events, numbers in summaries, relations."""

from collections.abc import Iterator
from concurrent.futures import Future
from typing import TYPE_CHECKING

from explorer.domain.coverage import Coverage, Gap, Unsupported, unsupported_sentences
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Workers
from explorer.store.engine import Transaction

if TYPE_CHECKING:
    from explorer.store.support import Resting

MOST = 5_000
"""So many are listed of each kind."""


class Coverages:
    """Looks through a library."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def of(self, library: OpenLibrary, errand: Errand) -> Future[Coverage]:
        """What is not supported. The future raises CancelledError if ``errand`` was called off."""
        return self._workers.read(_of, library, errand)


def _of(library: OpenLibrary, errand: Errand) -> Coverage:
    with library.store.reading() as connection:
        return coverage(connection, errand)


def coverage(connection: Transaction, errand: Errand) -> Coverage:
    """What is not supported in the library of a connection.

    Raises:
        CancelledError: the errand was called off.
    """
    from explorer.store.support import events_at_rest, links_without_passage

    found: dict[Gap, list[Unsupported]] = {gap: [] for gap in Gap}
    events = supported = more = 0
    for event in events_at_rest(connection):
        errand.go_on()
        events += 1
        supported += bool(event.passages)
        for each in _gaps(event):
            if len(found[each.gap]) < MOST:
                found[each.gap].append(each)
            else:
                more += 1
    for link in links_without_passage(connection):
        errand.go_on()
        gap = Gap.INTERPRETATION if link.reading else Gap.NO_BASIS
        words = f"{link.from_title} → {link.kind.replace('-', ' ')} → {link.to_title}"
        if len(found[gap]) < MOST:
            found[gap].append(Unsupported(gap, link.from_id, link.slug, link.start, words))
        else:
            more += 1
    return Coverage(events, supported, tuple(each for every in found.values() for each in every), more)


def _gaps(event: "Resting") -> Iterator[Unsupported]:
    from explorer.services.suggesting.sentences import sentences

    if not event.passages:
        gap = Gap.CITATION_ALONE if event.cited else Gap.NOTHING
        yield Unsupported(gap, event.id, event.slug, event.start, event.title)
        return
    said = (event.summary[start:end] for start, end in sentences(event.summary))
    for sentence in unsupported_sentences(said, event.passages, f"{event.start} {event.end or ''}"):
        yield Unsupported(Gap.NUMBER, event.id, event.slug, event.start, sentence)
