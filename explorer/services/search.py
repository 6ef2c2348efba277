"""Finding by words and by dates."""

import unicodedata
from concurrent.futures import Future

import numpy as np

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.detail import EventHeading
from explorer.domain.event import Extent
from explorer.domain.facet import DateRange
from explorer.domain.search import Hit, HitGroup, HitKind, SearchAnswer
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads, search
from explorer.timeline.filters import in_range

LIMIT = 40
"""Hits listed of each kind."""
LONGEST = 200
"""Characters of a query that are looked at."""


class Search:
    """Searches a library on a reader thread."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def find(self, library: OpenLibrary, text: str) -> Future[SearchAnswer]:
        """Find words in events, passages, people, bodies, places, sources; a date finds what lies in it."""
        return self._workers.read(find, library, text)


def find(library: OpenLibrary, text: str) -> SearchAnswer:
    """Answer at once, on the thread of the caller.

    Dates come first: a text that is a date ("June 1971", "1986-1990", EDTF) gives one hit of kind DATE, and
    the events that may lie in it stand before those whose words match. Nothing that can be typed is an error.
    """
    query = tidied(text)
    if not query:
        return SearchAnswer("", (), ())
    with library.store.reading() as connection:
        groups = search.find(connection, query, LIMIT)
        matching = search.matching_events(connection, query)
    date = _date(query)
    if date is None:
        return SearchAnswer(query, groups, matching)
    words, extent = date
    inside = _events_in(library, extent)
    with library.store.reading() as connection:
        headings = {heading.id: heading for heading in reads.headings(connection, inside[:LIMIT])}
    together = dict.fromkeys((*inside, *matching))
    events = _merged(groups, tuple(headings[id_] for id_ in inside if id_ in headings), len(together))
    others = tuple(group for group in groups if group.kind is not HitKind.EVENT)
    first = HitGroup(HitKind.DATE, (_date_hit(library, words, extent),), 1)
    return SearchAnswer(query, (first, *events, *others), tuple(together))


def tidied(text: str) -> str:
    """The query without control characters, lone surrogates and superfluous blanks, not too long."""
    plain = "".join(
        character if unicodedata.category(character)[0] != "C" else " " for character in text[: 4 * LONGEST]
    )
    return unicodedata.normalize("NFC", " ".join(plain.split()))[:LONGEST].strip()


def _date(query: str) -> tuple[str, Extent] | None:
    from explorer.domain.edtf import event_date
    from explorer.domain.words import from_words, in_words

    written = from_words(query)
    if written is None:
        return None
    return in_words(written), event_date(written, None).extent


def _events_in(library: OpenLibrary, extent: Extent) -> tuple[int, ...]:
    """Ids of the events that may lie in an extent; first those certain to, by importance."""
    index = library.index
    dates = DateRange(extent.earliest, extent.latest, certain=False)
    rows = np.flatnonzero(in_range(index.earliest, index.latest, dates))
    wholly = in_range(
        index.earliest[rows], index.latest[rows], DateRange(dates.start, dates.end, certain=True)
    )
    order = np.lexsort((index.earliest[rows], -index.importance[rows].astype(np.int16), ~wholly))
    return tuple(index.id[rows[order]].tolist())


def _date_hit(library: OpenLibrary, words: str, extent: Extent) -> Hit:
    first, last = library.index.extent()
    start = first if extent.earliest <= FIRST_DAY else extent.earliest
    end = last if extent.latest >= LAST_DAY else extent.latest
    return Hit(HitKind.DATE, 0, words, "", start=min(start, end), end=max(start, end))


def _merged(
    groups: tuple[HitGroup, ...], headings: tuple[EventHeading, ...], total: int
) -> tuple[HitGroup, ...]:
    """The group of events: those found by date, then those found by words."""
    from explorer.domain.words import in_words

    by_date = tuple(
        Hit(HitKind.EVENT, heading.id, heading.title, "", date=in_words(heading.start, heading.end))
        for heading in headings
    )
    listed = {hit.id for hit in by_date}
    by_words = (hit for group in groups if group.kind is HitKind.EVENT for hit in group.hits)
    hits = (*by_date, *(hit for hit in by_words if hit.id not in listed))[:LIMIT]
    return (HitGroup(HitKind.EVENT, hits, total),) if hits else ()
