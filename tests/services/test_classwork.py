"""Cards dealt from the shipped story, and what is said where there are none."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from explorer.domain.classwork import Deck, EventHand, Level, Role
from explorer.domain.errors import ReaderError
from explorer.domain.masking import names_a_date
from explorer.domain.passage import Stance
from explorer.services.classwork import CHOICES, Classwork, EventWish
from explorer.services.libraries import Libraries, OpenLibrary, open_library
from explorer.services.workers import Workers
from explorer.timeline.mask import Sieve


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def classwork(workers: Workers) -> Classwork:
    return Classwork(workers)


@pytest.fixture(scope="module")
def story(story_library: Path) -> Iterator[OpenLibrary]:
    library = open_library(story_library)
    yield library
    library.store.close()


@pytest.fixture
def empty(workers: Workers, tmp_path: Path) -> Iterator[OpenLibrary]:
    made = Libraries(workers, tmp_path, tmp_path).make(tmp_path / "empty.tlx", "Nothing yet", "Events")
    library = made.result(timeout=10)
    yield library
    library.store.close()


def wish(
    deck: Deck = Deck.IMPORTANT, level: Level = Level.EASY, cards: int = 8, named: str = ""
) -> EventWish:
    return EventWish(deck, named, level, cards, seed=7)


def ids(hand: EventHand) -> list[int]:
    return [card.detail.event.id for card in hand.cards]


def test_the_story_has_all_to_play_with(classwork: Classwork, story: OpenLibrary) -> None:
    decks = classwork.decks(story).result(timeout=10)
    assert decks.events == story.index.size
    assert [tour.title for tour in decks.tours] == [
        "How the summit came about",
        "Fifty years in fifteen minutes",
    ]
    assert all(tour.event_ids for tour in decks.tours)
    assert decks.quotations > 20


@pytest.mark.parametrize("level", Level)
def test_cards_do_not_tell_their_date(classwork: Classwork, story: OpenLibrary, level: Level) -> None:
    hand = classwork.events(story, wish(level=level), None).result(timeout=10)
    assert len(hand.cards) == 8
    for card in hand.cards:
        assert not names_a_date(card.name)
        assert not names_a_date(card.hint)
        assert hand.axis.start < card.target.earliest < card.target.latest < hand.axis.end


def test_a_harder_level_has_its_cards_closer(classwork: Classwork, story: OpenLibrary) -> None:
    easy, hard = (
        classwork.events(story, wish(level=level), None).result(timeout=10)
        for level in (Level.EASY, Level.HARD)
    )
    assert easy.axis.span > 3 * hard.axis.span
    starts = sorted(card.target.earliest for card in easy.cards)
    assert min(after - before for before, after in pairwise(starts)) > 2 * 365


def test_the_same_seed_deals_the_same_cards(classwork: Classwork, story: OpenLibrary) -> None:
    first, again = (classwork.events(story, wish(), None).result(timeout=10) for _ in range(2))
    assert ids(first) == ids(again)
    assert first.axis == again.axis
    quoted, quoted_again = (classwork.quotations(story, 5, 3).result(timeout=10) for _ in range(2))
    assert quoted == quoted_again


def test_a_tour_deals_its_own_events_only(classwork: Classwork, story: OpenLibrary) -> None:
    tour = classwork.decks(story).result(timeout=10).tours[0]
    hand = classwork.events(story, wish(Deck.TOUR, cards=60, named=tour.slug), None).result(timeout=10)
    assert set(ids(hand)) <= set(tour.event_ids)
    assert len(hand.cards) > 8
    with pytest.raises(ReaderError, match="no longer in the library"):
        classwork.events(story, wish(Deck.TOUR, named="gone"), None).result(timeout=10)


def test_a_theme_deals_its_own_events_only(classwork: Classwork, story: OpenLibrary) -> None:
    themes = classwork.decks(story).result(timeout=10).themes
    assert sum(theme.events for theme in themes) == story.index.size
    theme = themes[3]
    hand = classwork.events(story, wish(Deck.THEME, cards=60, named=theme.slug), None).result(timeout=10)
    assert {card.detail.theme.name for card in hand.cards} == {theme.title}
    assert len(hand.cards) > theme.events // 2
    with pytest.raises(ReaderError, match="no longer in the library"):
        classwork.events(story, wish(Deck.THEME, named="gone"), None).result(timeout=10)


def test_the_filter_deals_what_passes_it_only(classwork: Classwork, story: OpenLibrary) -> None:
    passing = np.zeros(story.index.size, np.bool_)
    passing[::5] = True
    sieve = Sieve.build(story.index, passing)
    hand = classwork.events(story, wish(Deck.FILTER, cards=10), sieve).result(timeout=10)
    assert set(ids(hand)) <= set(story.index.id[passing].tolist())
    everything = classwork.events(story, wish(Deck.IMPORTANT, cards=10), sieve).result(timeout=10)
    assert not set(ids(everything)) <= set(story.index.id[passing].tolist())


def test_quotations_keep_their_source_to_themselves(classwork: Classwork, story: OpenLibrary) -> None:
    cards = classwork.quotations(story, 40, 5).result(timeout=10)
    assert len(cards) == 40
    for card in cards:
        offered = dict(card.choices)
        assert card.card.source.id in offered
        assert len(offered) == CHOICES
        assert card.card.source.label not in card.text
        assert not card.card.example
        assert card.claim is not None or card.card.stance is not Stance.MENTIONS
    # Few make a claim that leads to figures; each hand has some.
    assert sum(card.claim is not None for card in cards[:6]) >= 2
    # One source has many more; still both are the answer about as often.
    assert {card.card.source.id for card in cards[:2]} == {card.card.source.id for card in cards}
    assert any(card.claim is not None and card.claim.sum for card in cards)
    assert {card.role for card in cards} == set(Role)


def test_a_library_without_anything_says_what_is_missing(classwork: Classwork, empty: OpenLibrary) -> None:
    decks = classwork.decks(empty).result(timeout=10)
    assert (decks.events, decks.themes, decks.tours, decks.quotations) == (0, (), (), 0)
    with pytest.raises(ReaderError, match="can be placed"):
        classwork.events(empty, wish(), None).result(timeout=10)
    with pytest.raises(ReaderError, match="two sources"):
        classwork.quotations(empty, 3, 1).result(timeout=10)
