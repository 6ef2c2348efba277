from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.classwork import Deck, Level
from explorer.domain.words import in_words
from explorer.viewmodels.class_game import Phase
from explorer.viewmodels.models import Models
from explorer.viewmodels.place_it import PlaceItModel
from tests.support.classes import dealer


@pytest.fixture
def game(models: Models, qtbot: QtBot) -> Iterator[PlaceItModel]:
    with dealer() as service:
        made = PlaceItModel(models.library, models.timeline, service, models.settings, models.courier)
        made.begin(("Red", "Blue"), 3, Deck.IMPORTANT, "", Level.EASY, seed=4)
        qtbot.waitUntil(lambda: made.phase is Phase.ASKING)
        yield made


def test_the_needle_begins_in_the_middle_and_stays_on_the_axis(game: PlaceItModel) -> None:
    axis = game.axis
    assert axis is not None
    assert axis.share(game.needle) == pytest.approx(0.5)
    game.move(0.1)
    assert axis.share(game.needle) == pytest.approx(0.6)
    game.move(5.0)
    assert game.needle == axis.end
    game.point(axis.start - 1e6)
    assert game.needle == axis.start


def test_a_card_placed_right_gets_full_marks_and_its_round_is_written_down(game: PlaceItModel) -> None:
    card = game.card
    assert card is not None
    game.point((card.target.earliest + card.target.latest) / 2)
    game.place()
    (played,) = game.rounds
    event = card.detail.event
    assert (played.points, played.subject) == (100, event.title)
    assert played.truth == in_words(event.start, event.end)
    assert played.state == "date checked"
    assert game.last is not None
    assert "within" in game.off_in_words(game.last.grade)


def test_what_is_missed_is_said_with_its_side(game: PlaceItModel) -> None:
    card, axis = game.card, game.axis
    assert card is not None
    assert axis is not None
    late = card.target.latest + 0.1 * axis.span
    game.point(late if late < axis.end else card.target.earliest - 0.1 * axis.span)
    game.place()
    assert game.last is not None
    assert 0 < game.last.grade.points < 100
    assert game.off_in_words(game.last.grade).endswith("too late" if late < axis.end else "too early")
    # A second Enter changes nothing.
    game.point(card.target.earliest)
    game.place()
    assert len(game.rounds) == 1
