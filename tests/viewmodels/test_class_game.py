"""What both games have in common, seen at "Source detective"."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.viewmodels.class_game import MOST_TEAMS, Phase
from explorer.viewmodels.detective import DetectiveModel
from explorer.viewmodels.models import Models
from tests.support.classes import dealer


@pytest.fixture
def game(models: Models, qtbot: QtBot) -> Iterator[DetectiveModel]:
    with dealer() as service:
        made = DetectiveModel(models.library, service, models.settings, models.courier)
        qtbot.waitUntil(lambda: made.decks is not None)
        yield made


def begin(game: DetectiveModel, qtbot: QtBot, teams: tuple[str, ...], cards: int) -> None:
    game.begin(teams, cards, seed=5)
    qtbot.waitUntil(lambda: game.phase is not Phase.DEALING)


def answer(game: DetectiveModel) -> None:
    assert game.card is not None
    game.choose_source(game.card.card.source.id)
    game.choose_role(game.card.role)
    game.decide()


def test_teams_play_by_turns_and_the_table_follows_the_last_card(game: DetectiveModel, qtbot: QtBot) -> None:
    begin(game, qtbot, ("Red", "", "Green"), 2)
    assert game.teams == ("Red", "Team 2", "Green")
    played = []
    while game.phase is not Phase.RESULT:
        played.append(game.team)
        answer(game)
        assert game.phase is Phase.ANSWERED
        game.go_on()
    assert played == ["Red", "Team 2", "Green"] * 2
    assert [(place.rank, place.points) for place in game.standing] == [(1, 200)] * 3


def test_a_game_that_is_stopped_keeps_its_table_and_an_unplayed_one_is_gone(
    game: DetectiveModel, qtbot: QtBot
) -> None:
    begin(game, qtbot, ("Red",), 3)
    game.stop()
    assert game.phase is Phase.SETUP
    begin(game, qtbot, ("Red",), 3)
    answer(game)
    game.stop()
    assert (game.phase, len(game.rounds)) == (Phase.RESULT, 1)
    game.play_again()
    assert game.phase is Phase.SETUP


def test_teams_and_cards_are_remembered_and_too_many_cut(
    game: DetectiveModel, models: Models, qtbot: QtBot
) -> None:
    begin(game, qtbot, tuple(f"Class {number}" for number in range(9)), 2)
    assert len(game.teams) == MOST_TEAMS
    assert game.remembered_teams == game.teams
    assert game.remembered_cards == 2
    models.settings.remember(game.NAME, {"teams": "nonsense", "cards": 900})
    assert game.remembered_teams == ("Team 1", "Team 2")
    assert game.remembered_cards == 3


def test_fewer_cards_than_asked_for_are_shared_and_told(game: DetectiveModel, qtbot: QtBot) -> None:
    begin(game, qtbot, tuple("abcdef"), 12)
    each = game.turns // 6
    assert 0 < each < 12
    assert game.turns == 6 * each
    assert str(each) in game.short


def test_another_library_ends_the_game(
    game: DetectiveModel, models: Models, qtbot: QtBot, tmp_path: Path
) -> None:
    begin(game, qtbot, ("Red",), 3)
    with qtbot.waitSignal(models.library.opened):
        models.library.make(tmp_path / "empty.tlx", "Nothing yet", "Events")
    assert game.phase is Phase.SETUP
    qtbot.waitUntil(lambda: game.decks is not None and not game.decks.quotations)
    begin(game, qtbot, ("Red",), 3)
    assert game.phase is Phase.SETUP
    assert "two sources" in game.problem
