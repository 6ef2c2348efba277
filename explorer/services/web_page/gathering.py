"""Gathers what goes out of a library: records that are meant to be read by others, and no more.

The reader's notes, the texts of attached documents and the notes of a speaker are never read here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from explorer.domain.citation import CitationStyle
from explorer.domain.claim import Concordance
from explorer.domain.contents import Contents
from explorer.domain.detail import WorkedClaim
from explorer.domain.errors import ReaderError
from explorer.domain.passage import Evidence, Passage
from explorer.domain.relation import Relation
from explorer.domain.source import Source
from explorer.domain.tour import Step, Tour
from explorer.services.claims import worked_out
from explorer.services.handing_out.gathering import tour_named
from explorer.services.handing_out.narrowing import foremost_ids, rows_in, sieve_of
from explorer.services.handing_out.order import Order, View
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Progress
from explorer.store import reads
from explorer.store.reads.whole import WholeEvent, whole_events

ViewOf = Callable[[OpenLibrary, Step], View]
MOST_EVENTS = 5_000
"""Events of one page. A browser draws and lists so many without a wait, and the file stays below 10 MB."""
MOST_COMPOSED = 600
"""Sources whose citation is composed, at some 10 ms each; the others are told by author, title and year."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The events that pass the filter of a step, of those that go out, and the filter in words."""

    event_ids: frozenset[int]
    filters: str


@dataclass(frozen=True, slots=True, eq=False)
class Handed:
    """All that goes out, with every id that a record names among the records here.

    ``events`` are by time. ``citations`` are texts by source. ``bounds`` are the first and last day of what
    is shown; ``matching`` counts the events that were asked for, of which only the most important may be
    here. ``first_tour`` is the slug of the tour to begin with, "" for none. ``narrowed`` are the steps with a
    filter, by id. ``series`` are the slugs of those to draw at first. ``filters`` says in words what was kept
    out.
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
    narrowed: Mapping[int, Narrowed]
    series: tuple[str, ...]
    filters: str


def gather(
    library: OpenLibrary,
    order: Order,
    view_of: ViewOf,
    errand: Errand,
    progress: Progress,
    most: int = MOST_EVENTS,
) -> Handed:
    """Read what is ordered, on the thread that calls: at most ``most`` events, and those that a tour names.

    ``view_of`` tells what a step of a tour shows.

    Raises:
        ReaderError: there is no such tour, no event to show, or the library cannot be read.
        CancelledError: the errand was called off.
    """
    contents = library.contents
    first = tour_named(library, order.tour) if order.tour else None
    view = order.view if first is None else None
    with library.store.reading() as connection:
        web = reads.web(connection)
        ids, matching = _chosen(library, view, _in_focus(first), most)
        if not ids and library.index.size:
            raise ReaderError(
                "No event lies in this range and passes the filter, so there is nothing to show."
            )
        errand.go_on()
        events = whole_events(connection, ids)
        errand.go_on()
        held = {whole.event.id for whole in events}
        # A tour that would lead to what is not here stays at home.
        tours = tuple(tour for tour in contents.tours if tour.steps and held.issuperset(_in_focus(tour)))
        evidence = tuple(link for link in reads.evidence(connection) if link.event_id in held)
        spoken = {link.passage_id for link in evidence}
        spoken |= {step.passage_id for tour in tours for step in tour.steps if step.passage_id is not None}
        passages = {
            each.passage.id: each.passage
            for each in reads.annotated_passages(connection)
            if each.passage.id in spoken
        }
        claims = _claims(reads.all_claims(connection), contents, spoken, tours)
    topics = tuple(one for one in web.concordances if held & set(one.event_ids))
    named = {passage.source_id for passage in passages.values()}
    named |= {claim.source.id for claim in claims if claim.source is not None}
    named |= {record for whole in events for record in whole.record_ids}
    named |= {line.source_id for topic in topics for line in topic.lines}
    sources = {source.id: source for source in contents.sources if source.id in named}
    if view is not None and view.bands is not None:
        contents = replace(contents, eras=tuple(era for era in contents.eras if era.band in view.bands))
    return Handed(
        contents=contents,
        events=events,
        passages=passages,
        evidence=evidence,
        relations=tuple(one for one in web.relations if one.from_id in held and one.to_id in held),
        claims=claims,
        concordances=topics,
        tours=tours,
        sources=sources,
        citations=_cited(sources, errand, progress),
        bounds=_bounds(events, library, view),
        matching=matching,
        first_tour="" if first is None else first.slug,
        narrowed=_narrowed(library, tours, held, view_of),
        series=() if view is None or view.series is None else view.series,
        filters="" if view is None else view.filters,
    )


def _narrowed(
    library: OpenLibrary, tours: tuple[Tour, ...], held: set[int], view_of: ViewOf
) -> dict[int, Narrowed]:
    """The steps that have a filter, each with those of the events ``held`` that pass it."""
    found = {}
    for step in (step for tour in tours for step in tour.steps if step.filters):
        view = view_of(library, step)
        if view.visible is not None:
            rows = np.arange(library.index.space)
            passed = library.index.id[rows[view.visible[rows]]].tolist()
            found[step.id] = Narrowed(frozenset(held.intersection(passed)), view.filters)
    return found


def _in_focus(tour: Tour | None) -> list[int]:
    """The events that a tour puts into focus."""
    steps = () if tour is None else tour.steps
    return [step.event_id for step in steps if step.event_id is not None]


def _chosen(library: OpenLibrary, view: View | None, wanted: list[int], most: int) -> tuple[list[int], int]:
    """The ids of the events to show, the most important where there are too many, and how many match."""
    asked = view or View(-np.inf, np.inf)
    rows = rows_in(library, asked, sieve_of(library, asked))
    chosen = list(dict.fromkeys([*foremost_ids(library, rows, most), *wanted]))
    return chosen, max(len(rows), len(chosen))


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


def _bounds(events: tuple[WholeEvent, ...], library: OpenLibrary, view: View | None) -> tuple[float, float]:
    """What was asked for, or as far as the likely parts of the events reach, what is open left out."""
    if view is not None:
        return view.start, view.end
    first, last = library.index.bounds
    extents = [whole.event.extent for whole in events]
    start = min((one.likely_start for one in extents if one.likely_start >= first), default=first)
    end = max((one.likely_end for one in extents if one.likely_end <= last), default=last)
    return (start, end) if end > start else (start, start + 1.0)
