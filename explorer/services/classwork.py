"""Deals the cards of the games that a class plays with a library."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from random import Random

import numpy as np

from explorer.domain.classwork import (
    Deck,
    Decks,
    EventCard,
    EventHand,
    Level,
    QuotationCard,
    ThemeDeck,
    TourDeck,
    role_of,
)
from explorer.domain.dealing import Candidate, axis_about, dealt
from explorer.domain.detail import EventDetail, EventHeading
from explorer.domain.errors import ReaderError
from explorer.domain.event import DateFlag, Extent
from explorer.domain.grading import known_beginning
from explorer.domain.masking import masked, names_a_date, names_of, undated
from explorer.domain.source import Source
from explorer.services.details import with_sum
from explorer.services.libraries import OpenLibrary
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.store.reads.classwork import quotations, quotations_count, tour_decks
from explorer.timeline.mask import Sieve

MOST_CANDIDATES = 2_000
"""A hand is dealt from so many events at most, the most important ones."""
LEAST_WORDS = 5
"""A shorter quotation tells nobody who said it."""
CHOICES = 4
"""Sources offered for a quotation."""


@dataclass(frozen=True, slots=True)
class EventWish:
    """What a hand of events is to be like; ``named`` is the slug of the theme or tour of the deck, if any."""

    deck: Deck
    named: str
    level: Level
    cards: int
    seed: int


class Classwork:
    """Deals on a reader thread. The same library, wish and seed give the same cards."""

    def __init__(self, workers: Workers) -> None:
        self._workers = workers

    def decks(self, library: OpenLibrary) -> Future[Decks]:
        """What there is to play with."""
        return self._workers.read(_decks, library)

    def events(self, library: OpenLibrary, wish: EventWish, visible: Sieve | None) -> Future[EventHand]:
        """Events to be placed; ``visible`` are those that pass the present filter, None for all.

        There may be fewer than wished for. The future raises ReaderError where no event can be placed.
        """
        return self._workers.read(_events, library, wish, visible)

    def quotations(self, library: OpenLibrary, cards: int, seed: int) -> Future[tuple[QuotationCard, ...]]:
        """Quotations without their authors; there may be fewer than wished for.

        The future raises ReaderError where there is nothing to choose between.
        """
        return self._workers.read(_quotations, library, cards, seed)


def _decks(library: OpenLibrary) -> Decks:
    with library.store.reading() as connection:
        return Decks(
            events=library.index.size,
            themes=_themes(library),
            tours=tour_decks(connection),
            quotations=quotations_count(connection),
            sources=len(library.contents.sources),
        )


def _themes(library: OpenLibrary) -> tuple[ThemeDeck, ...]:
    """Themes that have events. The lanes of the index are the themes, in their order."""
    sieve = Sieve.build(library.index, None)
    counts = np.diff(sieve.before(np.asarray(library.index.lane_offsets, np.int64))).tolist()
    return tuple(
        ThemeDeck(theme.slug, theme.name, count)
        for theme, count in zip(library.contents.themes, counts, strict=True)
        if count
    )


# Events


def _events(library: OpenLibrary, wish: EventWish, visible: Sieve | None) -> EventHand:
    random = Random(wish.seed)  # noqa: S311 - cards are shuffled, nothing is kept secret
    with library.store.reading() as connection:
        ids = _candidates(library, wish, visible, tour_decks(connection))
        pool = _placeable(reads.headings(connection, ids))
        if not pool:
            raise ReaderError(
                "None of these events can be placed: each has its date in its title, or its beginning is not"
                " known. Choose other cards."
            )
        found = [
            Candidate(number, (target.earliest + target.latest) / 2, heading.importance)
            for number, (heading, target) in enumerate(pool)
        ]
        numbers = dealt(found, wish.cards, wish.level, random)
        cards = tuple(_card(reads.event_detail(connection, pool[number][0].id)) for number in numbers)
    return EventHand(cards, axis_about([card.target for card in cards], random))


def _candidates(
    library: OpenLibrary, wish: EventWish, visible: Sieve | None, tours: Sequence[TourDeck]
) -> Sequence[int]:
    """The ids of events that the hand may be dealt from."""
    if wish.deck is Deck.TOUR:
        tour = next((one for one in tours if one.slug == wish.named), None)
        if tour is None:
            raise ReaderError("This tour is no longer in the library. Choose other cards.")
        return tour.event_ids
    index = library.index
    sieve = visible if wish.deck is Deck.FILTER and visible is not None else Sieve.build(index, None)
    bounds = index.lane_offsets[[0, -1]]
    if wish.deck is Deck.THEME:
        lanes = [lane for lane, one in enumerate(library.contents.themes) if one.slug == wish.named]
        if not lanes:
            raise ReaderError("This theme is no longer in the library. Choose other cards.")
        bounds = index.lane_offsets[lanes[0] : lanes[0] + 2]
    first, last = (int(rank) for rank in sieve.before(np.asarray(bounds, np.int64)))
    if first == last:
        return ()
    rows = np.asarray(sieve.nth(np.arange(first, last, dtype=np.int64)))
    if len(rows) > MOST_CANDIDATES:
        most = np.argsort(-index.importance[rows].astype(np.int16), kind="stable")[:MOST_CANDIDATES]
        rows = rows[most]
    ids: list[int] = index.id[rows].tolist()
    return ids


def _placeable(headings: Iterable[EventHeading]) -> list[tuple[EventHeading, Extent]]:
    """Events whose beginning is known and whose name does not tell it, each with that time."""
    kept: list[tuple[EventHeading, Extent]] = []
    for heading in headings:
        target = known_beginning(heading.start)
        if target is not None and undated(heading.title, heading.label) is not None:
            kept.append((heading, target))
    return kept


def _card(detail: EventDetail) -> EventCard:
    event = detail.event
    target = known_beginning(event.start)
    if target is None:
        raise ReaderError("An event was changed while the cards were dealt. Begin again.")
    return EventCard(
        detail=detail,
        name=undated(event.title, event.label) or event.title,
        target=target,
        hint="" if names_a_date(event.summary) else event.summary,
        begins=bool(event.flags & DateFlag.SPAN),
    )


# Quotations


def _quotations(library: OpenLibrary, cards: int, seed: int) -> tuple[QuotationCard, ...]:
    random = Random(seed)  # noqa: S311 - as above
    sources = {source.id: source for source in library.contents.sources}
    with library.store.reading() as connection:
        found = quotations(connection)
        quoted = tuple(dict.fromkeys(source_id for _, source_id, _, _ in found))
        if len(sources) < 2 or not found:
            raise ReaderError(
                "A detective needs quotations that speak of events, and two sources to choose between."
            )
        dealt_cards: list[QuotationCard] = []
        for passage_id, source_id, event_id in _in_turns(found, random):
            if len(dealt_cards) == cards:
                break
            detail = reads.event_detail(connection, event_id)
            choices = _choices(sources, quoted, source_id, random)
            made = _quotation(library, detail, passage_id, sources[source_id], choices)
            if made is not None:
                dealt_cards.append(made)
    if not dealt_cards:
        raise ReaderError(
            "Every quotation of this library names its own source. There is nothing to find out."
        )
    return tuple(dealt_cards)


def _in_turns(found: Sequence[tuple[int, int, int, bool]], random: Random) -> list[tuple[int, int, int]]:
    """Shuffled, and the sources by turns: one with many quotations shall not be the answer every time.

    So are quotations with a claim, which are few and lead to the figures, and those without.
    """
    piles: dict[int, tuple[list[tuple[int, int, int]], ...]] = {}
    for passage_id, source_id, event_id, claims in found:
        piles.setdefault(source_id, ([], []))[claims].append((passage_id, source_id, event_id))
    for halves in piles.values():
        for half in halves:
            random.shuffle(half)
    order: list[tuple[int, int, int]] = []
    left = list(piles.values())
    claiming = random.random() < 1 / 2
    while left:
        random.shuffle(left)
        for plain, with_claim in left:
            order.append((with_claim if (claiming and with_claim) or not plain else plain).pop())
            claiming = not claiming
        left = [pile for pile in left if any(pile)]
    return order


def _quotation(
    library: OpenLibrary,
    detail: EventDetail,
    passage_id: int,
    source: Source,
    choices: tuple[tuple[int, str], ...],
) -> QuotationCard | None:
    """The card of a passage; None where its words name their own source too often."""
    card = next((one for one in detail.passages if one.passage.id == passage_id), None)
    text = None if card is None else masked(card.passage.selector.exact, names_of(source))
    if card is None or text is None or len(text.split()) < LEAST_WORDS:
        return None
    series = library.contents.series
    tied = [with_sum(one, series) for one in detail.claims if passage_id in one.claim.passage_ids]
    # One that the series of this library can test, if there is any.
    claim = next((one for one in tied if one.sum), tied[0] if tied else None)
    role = role_of(card.stance, checkable=claim is not None)
    return QuotationCard(card, text, role, choices, detail, claim)


def _choices(
    sources: dict[int, Source], quoted: Sequence[int], right: int, random: Random
) -> tuple[tuple[int, str], ...]:
    """Sources that are quoted, the right one among them; others of the library where those are few."""
    others = [one for one in quoted if one != right]
    random.shuffle(others)
    decoys = [one for one in sources if one not in quoted]
    random.shuffle(decoys)
    chosen = [right, *(others + decoys)[: CHOICES - 1]]
    random.shuffle(chosen)
    return tuple((one, source_name(sources[one])) for one in chosen)


def source_name(source: Source) -> str:
    """What a source is called among the choices: who wrote it and its title, as far as they are known."""
    by = source.authors or source.publisher
    parts = (by, source.title) if source.title and source.title != by else (by or source.label,)
    return ", ".join(part for part in parts if part) or source.label
