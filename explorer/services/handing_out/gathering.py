"""Gathers from a library what a handout says, on the thread that calls."""

from collections.abc import Sequence

import numpy as np

from explorer.domain.citation import CitationStyle
from explorer.domain.detail import PassageCard, WorkedClaim
from explorer.domain.errors import ReaderError
from explorer.domain.event import Theme
from explorer.domain.handing_out import Part
from explorer.domain.source import Source
from explorer.domain.tour import Step, Tour
from explorer.domain.tour_view import Focus
from explorer.services.citations.composing import Composer, place_of
from explorer.services.claims import worked_out
from explorer.services.handing_out.asking import asked, noted
from explorer.services.handing_out.content import Content, Counted, Question, Quoted, Shown, Told
from explorer.services.handing_out.narrowing import foremost_ids, rows_in, sieve_of
from explorer.services.handing_out.order import View
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Errand, Progress
from explorer.store import reads
from explorer.store.reads.standing import cards_of, unchecked_ids
from explorer.store.reads.whole import WholeEvent, whole_events

MOST_EVENTS = 300
"""Events in a list on paper: some forty pages."""
MOST_QUOTATIONS = 80
MOST_WORKS = 400
_CITING, _LISTING = 0.4, 0.6
"""How much of the work it is to cite the quotations, and to write the bibliography."""


def tour_named(library: OpenLibrary, name: str) -> Tour:
    """The tour of a slug or a title.

    Raises:
        ReaderError: there is none.
    """
    tours = library.contents.tours
    for tour in tours:
        if name in {tour.slug, tour.title} and tour.steps:
            return tour
    known = ", ".join(f"“{tour.slug}”" for tour in tours if tour.steps)
    there = f"It has {known}." if known else "It has no tours."
    raise ReaderError(f"There is no tour named “{name}” in this library. {there}")


def counted(library: OpenLibrary, views: Sequence[tuple[View, Step | None]]) -> tuple[Shown, ...]:
    """Views with their events counted, and those that were not checked."""
    steps = [step for _, step in views if step is not None]
    with library.store.reading() as connection:
        doubtful = np.array(unchecked_ids(connection), np.int64)
        passages = reads.placed_passages(connection, {one.passage_id for one in steps if one.passage_id})
        wanted = {one.claim_id for one in steps if one.claim_id}
        claims = [one for one in reads.all_claims(connection) if one.claim.id in wanted] if wanted else []
    worked = {one.claim.id: one for one in _worked(claims, library)}
    found = []
    for view, step in views:
        sieve = sieve_of(library, view)
        rows = rows_in(library, view, sieve)
        open_ = int(np.isin(library.index.id[rows], doubtful).sum())
        focus = None
        if step is not None:
            passage = passages.get(step.passage_id or 0)
            focus = Focus(passage=passage, claim=worked.get(step.claim_id or 0))
        found.append(Shown(view, sieve, Counted(len(rows), library.index.size, open_), step, focus))
    return tuple(found)


def gather(
    library: OpenLibrary,
    shown: tuple[Shown, ...],
    tour: Tour | None,
    parts: Sequence[Part],
    errand: Errand,
    progress: Progress,
    *,
    listed: bool = True,
) -> Content:
    """All that a handout says of some views; with a bibliography, if the works are to be ``listed``.

    Raises:
        ReaderError: the library cannot be read.
        CancelledError: the errand was called off.
    """
    rows = np.unique(np.concatenate([rows_in(library, one.view, one.sieve) for one in shown]))
    ids = foremost_ids(library, rows, MOST_EVENTS)
    steps = tour.steps if tour is not None else ()
    ids = list(dict.fromkeys([*(step.event_id for step in steps if step.event_id is not None), *ids]))
    with library.store.reading() as connection:
        events = whole_events(connection, ids)
        cards = cards_of(connection, ids)
        doubtful = np.array(unchecked_ids(connection), np.int64)
        sources = reads.sources_of(connection, ids)
        claims = reads.all_claims(connection) if Part.QUESTIONS in parts else ()
    errand.go_on()
    contents = library.contents
    themes = {theme.id: theme for theme in contents.themes}
    told = tuple(_told(whole, themes, cards.get(whole.event.id, ())) for whole in events)
    composer = Composer()
    chosen, in_view = _chosen(events, cards)
    titles = {whole.event.id: whole.event.title for whole in events}
    wanted = chosen if Part.QUOTATIONS in parts or Part.QUESTIONS in parts else []
    quoted = _quoted(library, composer, wanted, titles, errand, progress)
    spoken = {card.passage.id for found in cards.values() for card in found if not card.example}
    return Content(
        title=contents.title if tour is None else tour.title,
        subtitle=contents.subtitle if tour is None else contents.title,
        views=shown,
        counted=Counted(len(rows), library.index.size, int(np.isin(library.index.id[rows], doubtful).sum())),
        events=told,
        quotations=quoted,
        quotations_in_view=in_view,
        questions=_questions(tour, told, quoted, _worked(_among(claims, spoken), library), parts),
        works=_works(composer, sources[:MOST_WORKS], errand, progress) if listed else (),
        works_cited=len(sources),
        audience="" if tour is None else tour.audience,
        minutes=0 if tour is None else tour.minutes,
    )


def _told(whole: WholeEvent, themes: dict[int, Theme], cards: tuple[PassageCard, ...]) -> Told:
    speaking = [card for card in cards if not card.example]
    stances = {card.stance for card in speaking}
    labels = tuple(dict.fromkeys(card.source.label for card in speaking))
    return Told(whole.event, themes[whole.event.theme_id], labels, contested=len(stances) > 1)


def _chosen(
    events: Sequence[WholeEvent], cards: dict[int, tuple[PassageCard, ...]]
) -> tuple[list[tuple[PassageCard, list[int]]], int]:
    """Quotations with the events they speak of, by time: of the most important events; and of how many."""
    order = sorted(events, key=lambda whole: -whole.event.importance)
    found: dict[int, tuple[PassageCard, list[int]]] = {}
    for whole in order:
        for card in cards.get(whole.event.id, ()):
            if card.passage.selector.exact and not card.example:
                found.setdefault(card.passage.id, (card, []))[1].append(whole.event.id)
    when = {whole.event.id: number for number, whole in enumerate(events)}
    kept = list(found.values())[:MOST_QUOTATIONS]
    kept.sort(key=lambda one: min(when[event_id] for event_id in one[1]))
    return kept, len(found)


def _quoted(
    library: OpenLibrary,
    composer: Composer,
    chosen: Sequence[tuple[PassageCard, list[int]]],
    titles: dict[int, str],
    errand: Errand,
    progress: Progress,
) -> tuple[Quoted, ...]:
    with library.store.reading() as connection:
        pages = reads.pages_of(connection, {card.source.id for card, _ in chosen})
    quoted = []
    for done, (card, event_ids) in enumerate(chosen):
        errand.go_on()
        progress(_CITING * done / len(chosen))
        place = place_of(card.passage, card.anchor, pages.get(card.source.id, ()))
        cited = composer.works([(card.source, [place])], CitationStyle.CHICAGO).text.plain
        quoted.append(Quoted(card, cited, tuple(titles[one] for one in event_ids)))
    return tuple(quoted)


def _questions(
    tour: Tour | None,
    told: tuple[Told, ...],
    quoted: tuple[Quoted, ...],
    claims: tuple[WorkedClaim, ...],
    parts: Sequence[Part],
) -> tuple[Question, ...]:
    if Part.QUESTIONS not in parts:
        return ()
    return (noted(tour) if tour is not None else ()) or asked(told, quoted, claims)


def _among(claims: Sequence[WorkedClaim], spoken: set[int]) -> list[WorkedClaim]:
    """The claims that some of these passages make."""
    return [one for one in claims if not spoken.isdisjoint(one.claim.passage_ids)]


def _worked(claims: Sequence[WorkedClaim], library: OpenLibrary) -> tuple[WorkedClaim, ...]:
    series = {one.slug: one for one in library.contents.series}
    return tuple(worked_out(one, series) for one in claims)


def _works(
    composer: Composer, sources: Sequence[Source], errand: Errand, progress: Progress
) -> tuple[str, ...]:
    def further(share: float) -> None:
        progress(_CITING + _LISTING * share)

    if not sources:
        return ()
    return tuple(composer.bibliography(sources, CitationStyle.CHICAGO, errand, further).plain.splitlines())
