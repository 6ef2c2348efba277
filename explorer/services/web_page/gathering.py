"""Gathers what goes out of a library: records that are meant to be read by others, and no more.

The reader's notes, the texts of attached documents and the notes of a speaker are never read here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from explorer.domain.citation import CitationStyle
from explorer.domain.claim import Concordance
from explorer.domain.contents import Contents
from explorer.domain.detail import WorkedClaim
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Evidence, Passage
from explorer.domain.relation import Relation
from explorer.domain.source import Source
from explorer.domain.tour import Tour
from explorer.services.claims import worked_out
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Progress
from explorer.store import reads
from explorer.store.reads.whole import WholeEvent, whole_events
from explorer.timeline.mask import Sieve

MOST_EVENTS = 5_000
"""Events of one page. A browser draws and lists so many without a wait, and the file stays below 10 MB."""
MOST_COMPOSED = 600
"""Sources whose citation is composed, at some 10 ms each; the others are told by author, title and year."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What is asked for: the events in [start, end) (day numbers) that pass a filter, and perhaps a tour.

    Without ``start`` and ``end`` that side is open, without ``visible`` all pass. ``tour`` is the slug of the
    tour to begin with, "" for none.
    """

    start: float | None = None
    end: float | None = None
    visible: Sieve | None = None
    tour: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Handed:
    """All that goes out, with every id that a record names among the records here.

    ``events`` are by time. ``citations`` are texts by source. ``bounds`` are the first and last day of what
    is shown; ``matching`` counts the events that were asked for, of which only the most important may be
    here. ``first_tour`` is the slug of the tour to begin with.
    """

    contents: Contents
    events: tuple[WholeEvent, ...]
    passages: Mapping[int, Passage]
    evidence: tuple[Evidence, ...]
    relations: tuple[Relation, ...]
    claims: tuple[WorkedClaim, ...]
    concordances: tuple[Concordance, ...]
    tours: tuple[Tour, ...]
    sources: Mapping[int, Source]
    citations: Mapping[int, str]
    bounds: tuple[float, float]
    matching: int
    first_tour: str


def gather(
    library: OpenLibrary, part: Part, errand: Errand, progress: Progress, most: int = MOST_EVENTS
) -> Handed:
    """Read what is asked for, on the thread that calls.

    Raises:
        ReaderError: there is no such tour, no event to show, or the library cannot be read.
        CancelledError: the errand was called off.
    """
    contents = library.contents
    tours = _tours(contents.tours, part.tour)
    with library.store.reading() as connection:
        web = reads.web(connection)
        ids, matching = _chosen(library, part, _in_focus(tours, part.tour), most)
        if not ids and library.index.size:
            raise ReaderError("No event lies in this range and passes the filter, so there is nothing to show.")
        errand.go_on()
        events = whole_events(connection, ids)
        errand.go_on()
        held = {whole.event.id for whole in events}
        evidence = tuple(link for link in reads.evidence(connection) if link.event_id in held)
        spoken = {link.passage_id for link in evidence}
        spoken |= {step.passage_id for tour in tours for step in tour.steps if step.passage_id is not None}
        passages = {
            each.passage.id: each.passage
            for each in reads.annotated_passages(connection)
            if each.passage.id in spoken
        }
        claims = _claims(reads.all_claims(connection), contents, spoken, tours)
    named = {passage.source_id for passage in passages.values()}
    named |= {claim.source.id for claim in claims if claim.source is not None}
    named |= {record for whole in events for record in whole.record_ids}
    sources = {source.id: source for source in contents.sources if source.id in named}
    return Handed(
        contents=contents,
        events=events,
        passages=passages,
        evidence=evidence,
        relations=tuple(one for one in web.relations if one.from_id in held and one.to_id in held),
        claims=claims,
        concordances=tuple(one for one in web.concordances if held & set(one.event_ids)),
        tours=tours,
        sources=sources,
        citations=_cited(sources, errand, progress),
        bounds=_bounds(events, library, part),
        matching=matching,
        first_tour=part.tour,
    )


def _tours(tours: tuple[Tour, ...], wanted: str) -> tuple[Tour, ...]:
    if wanted and all(tour.slug != wanted for tour in tours):
        known = ", ".join(tour.slug for tour in tours)
        there = f"The tours are: {known}." if known else "It has no tours at all."
        raise ReaderError(f"This library has no tour named “{wanted}”. {there}")
    return tuple(tour for tour in tours if tour.steps)


def _in_focus(tours: tuple[Tour, ...], wanted: str) -> set[int]:
    """The events that the tour to begin with puts into focus."""
    return {
        step.event_id
        for tour in tours
        if tour.slug == wanted
        for step in tour.steps
        if step.event_id is not None
    }


def _chosen(library: OpenLibrary, part: Part, wanted: set[int], most: int) -> tuple[list[int], int]:
    """The ids of the events to show, the most important where there are too many, and how many match."""
    index = library.index
    start = -np.inf if part.start is None else part.start
    end = np.inf if part.end is None else part.end
    rows = np.flatnonzero(index.reach.meeting(start, end, certain=False))
    if part.visible is not None:
        rows = rows[part.visible[rows]]
    importance = index.importance[rows].astype(np.int8)
    order = np.argsort(-importance, kind="stable")[:most]
    ids = index.id[rows[order]].tolist()
    return list(dict.fromkeys([*ids, *wanted])), max(len(rows), len(ids))


def _claims(
    found: tuple[WorkedClaim, ...], contents: Contents, spoken: set[int], tours: tuple[Tour, ...]
) -> tuple[WorkedClaim, ...]:
    """The claims of the passages that go out, and those that a tour shows, worked from the series."""
    series = {one.slug: one for one in contents.series}
    shown = {step.claim_id for tour in tours for step in tour.steps}
    return tuple(
        worked_out(one, series)
        for one in found
        if one.claim.id in shown or not spoken.isdisjoint(one.claim.passage_ids)
    )


def _cited(sources: Mapping[int, Source], errand: Errand, progress: Progress) -> dict[int, str]:
    from explorer.services.citations.composing import Composer

    composer = Composer()
    cited: dict[int, str] = {}
    for done, (number, source) in enumerate(sources.items()):
        errand.go_on()
        progress(done / len(sources))
        if done < MOST_COMPOSED:
            cited[number] = composer.works([(source, ())], CitationStyle.CHICAGO).text.plain
        else:
            year = (source.date or "")[:4]
            parts = (source.authors or source.publisher, source.title, "" if year in source.title else year)
            cited[number] = ", ".join(filter(None, parts))
    return cited


def _bounds(events: tuple[WholeEvent, ...], library: OpenLibrary, part: Part) -> tuple[float, float]:
    """What was asked for; on an open side, as far as the dates that are not open themselves."""
    first, last = library.index.bounds
    extents = [whole.event.extent for whole in events]
    known = [one.likely_start for one in extents if one.likely_start >= first]
    until = [one.likely_end for one in extents if one.likely_end <= last]
    start = part.start if part.start is not None else min(known, default=first)
    end = part.end if part.end is not None else max(until, default=last)
    return (start, end) if end > start else (start, start + 1.0)
