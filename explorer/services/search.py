"""Finding by words and by dates."""

import unicodedata
from concurrent.futures import Future
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from explorer.domain.days import FIRST_DAY, LAST_DAY
from explorer.domain.detail import EventHeading
from explorer.domain.event import Extent
from explorer.domain.search import Hit, HitGroup, HitKind, SearchAnswer
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import matching, reads, search
from explorer.store.interruption import Interruption
from explorer.timeline.index import EventIndex
from explorer.timeline.rowset import RowSet

LIMIT = 50
"""Hits listed of each kind."""
LONGEST = 200
"""Characters of a query that are looked at."""

RARE = 50
"""Ids of fewer than one event in so many are looked up one by one."""
SPARSE = 8
"""A table of all ids is made unless the highest is so many times the number of events."""

Rows = NDArray[np.integer]


class Question:
    """What is searched for in a library. Whoever asks may call it off, even in the middle of a query."""

    def __init__(self, library: OpenLibrary, text: str) -> None:
        self.library = library
        self.query = tidied(text)
        self.interruption = Interruption()

    def call_off(self) -> None:
        """End the search: futures that wait for it raise CancelledError. Nothing happens if it is over."""
        self.interruption.interrupt()


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The whole answer; ``lit`` tells which events match."""

    answer: SearchAnswer
    lit: RowSet


class Search:
    """Searches a library on a reader thread, in two steps: what can be listed comes before all is counted."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def first(self, question: Question) -> Future[SearchAnswer]:
        """The first hits of each kind, among events, passages, people, bodies, places, sources and dates."""
        return self._workers.read(first, question)

    def rest(self, question: Question, answer: SearchAnswer) -> Future[Found]:
        """What ``first`` answered, with exact totals, and all events that match."""
        return self._workers.read(rest, question, answer)


def find(library: OpenLibrary, text: str) -> Found:
    """Answer in full, on the thread of the caller."""
    question = Question(library, text)
    return rest(question, first(question))


def first(question: Question) -> SearchAnswer:
    """The first hits of each kind, on the thread of the caller.

    Dates come first: a text that is a date ("June 1971", "1986-1990", EDTF) gives one hit of kind DATE, and
    the events that may lie in it stand before those whose words match. Nothing that can be typed is an error.
    """
    library, query = question.library, question.query
    if not query:
        return SearchAnswer("", (), 0)
    date = _date(query)
    with library.store.reading(question.interruption) as connection:
        groups = search.find(connection, query, LIMIT)
        if date is None:
            return SearchAnswer(query, groups, None)
        words, extent = date
        inside = _meeting(library.index, extent, certain=False)
        ids = library.index.id[_foremost(library.index, inside, extent)].tolist()
        headings = {heading.id: heading for heading in reads.headings(connection, ids)}
    events = _merged(groups, tuple(headings[id_] for id_ in ids if id_ in headings), inside.count)
    others = tuple(group for group in groups if group.kind is not HitKind.EVENT)
    to_go = HitGroup(HitKind.DATE, (_date_hit(library, words, extent),), 1)
    return SearchAnswer(query, (to_go, *events, *others), None)


def rest(question: Question, answer: SearchAnswer) -> Found:
    """The answer with exact totals, and which events match, on the thread of the caller.

    An event matches by its date, by its own words, or by the passages, people, bodies and places that do.
    """
    library, query = question.library, question.query
    index = library.index
    date = _date(query)
    with library.store.reading(question.interruption) as connection:
        among = matching.listed_events(connection, query)
        if among is None:
            ids = matching.event_ids(connection, query)
            own, lit = ids.size, _having(index, ids)
        else:
            own, lit = int(np.count_nonzero(among)), among.take(index.id, mode="clip")
        question.interruption.go_on()
        lit[index.rows_of(matching.told_event_ids(connection, query))] = True
        if date is not None:
            lit |= index.reach.meeting(date[1].earliest, date[1].latest, certain=False)
        found = index.as_set(lit)
        events = found.count
        groups = []
        for group in answer.groups:
            question.interruption.go_on()
            if group.kind is HitKind.EVENT:
                groups.append(replace(group, total=own if date is None else events))
            else:
                groups.append(search.counted(connection, query, group))
    return Found(SearchAnswer(query, tuple(groups), events), found)


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


def _meeting(index: EventIndex, extent: Extent, *, certain: bool) -> RowSet:
    """The events that may lie in an extent, or that certainly do."""
    return index.as_set(index.reach.meeting(extent.earliest, extent.latest, certain=certain))


def _having(index: EventIndex, ids: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which rows have one of some ids: bool[space]."""
    lit = np.zeros(index.space, np.bool_)
    most = int(ids.max(initial=0))
    if ids.size * RARE < index.size or most > SPARSE * index.size:
        lit[index.rows_of(ids)] = True
        return lit
    # Of many ids, looking each up costs more than asking every event whether its id is one of them.
    among = np.zeros(most + 2, np.bool_)
    among[ids] = True
    return among.take(index.id, mode="clip")


def _foremost(index: EventIndex, inside: RowSet, extent: Extent) -> Rows:
    """The first ``LIMIT`` of the events in an extent: first those certain to be, by importance, then time."""
    certain = _meeting(index, extent, certain=True)
    found: list[Rows] = [np.empty(0, np.int32)]
    for among in (certain, inside - certain):
        for alike in index.strata.classes:
            if sum(map(len, found)) < LIMIT:
                found.append(_earliest(index, (among & alike).rows()))
    return np.concatenate(found)[:LIMIT]


def _earliest(index: EventIndex, rows: Rows) -> Rows:
    """The first ``LIMIT`` of some rows by time."""
    days = index.earliest[rows]
    if rows.size > LIMIT:
        early = days <= np.partition(days, LIMIT)[LIMIT]
        rows, days = rows[early], days[early]
    return rows[np.argsort(days, kind="stable")[:LIMIT]]


def _date_hit(library: OpenLibrary, words: str, extent: Extent) -> Hit:
    first, last = library.index.extent()
    start = first if extent.earliest <= FIRST_DAY else extent.earliest
    end = last if extent.latest >= LAST_DAY else extent.latest
    return Hit(HitKind.DATE, 0, words, "", start=min(start, end), end=max(start, end))


def _merged(
    groups: tuple[HitGroup, ...], headings: tuple[EventHeading, ...], inside: int
) -> tuple[HitGroup, ...]:
    """The group of events: the first of ``inside`` many found by date, then those found by words."""
    from explorer.domain.words import in_words

    by_date = tuple(
        Hit(HitKind.EVENT, heading.id, heading.title, "", date=in_words(heading.start, heading.end))
        for heading in headings
    )
    listed = {hit.id for hit in by_date}
    by_words = (hit for group in groups if group.kind is HitKind.EVENT for hit in group.hits)
    hits = (*by_date, *(hit for hit in by_words if hit.id not in listed))
    more = inside > LIMIT or len(hits) > LIMIT
    return (HitGroup(HitKind.EVENT, hits[:LIMIT], None if more else len(hits)),) if hits else ()
