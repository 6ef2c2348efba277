from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.classwork import Role
from explorer.domain.passage import Stance
from explorer.viewmodels.class_game import Phase
from explorer.viewmodels.detective import ROLES, DetectiveModel, role_meaning, role_words, stance_words
from explorer.viewmodels.models import Models
from tests.support.classes import dealer


@pytest.fixture
def game(models: Models, qtbot: QtBot) -> Iterator[DetectiveModel]:
    with dealer() as service:
        made = DetectiveModel(models.library, service, models.settings, models.courier)
        made.begin(("Red",), 12, seed=11)
        qtbot.waitUntil(lambda: made.phase is Phase.ASKING)
        yield made


def test_both_parts_are_needed_before_it_is_decided(game: DetectiveModel) -> None:
    assert game.card is not None
    game.decide()
    game.choose_source(game.card.choices[0][0])
    assert not game.ready
    game.decide()
    assert not game.rounds
    game.choose_role(Role.REPORTS)
    assert game.ready


def test_each_part_is_worth_half_and_the_truth_is_written_down(game: DetectiveModel) -> None:
    card = game.card
    assert card is not None
    wrong = next(source for source, _ in card.choices if source != card.card.source.id)
    game.choose_source(wrong)
    game.choose_role(card.role)
    game.decide()
    (played,) = game.rounds
    assert played.points == 50
    assert dict(card.choices)[wrong] in played.answer
    assert dict(card.choices)[card.card.source.id] in played.truth
    assert card.card.passage.selector.exact in played.subject
    # No copy of the article is attached: that is said, and does not count as checked.
    assert "not compared" in played.state
    assert not game.is_checked(card)


def test_a_claim_of_the_passage_brings_its_figures(game: DetectiveModel) -> None:
    found = None
    while game.phase is Phase.ASKING and (found is None or not found.worked.sum):
        assert game.card is not None
        game.choose_source(game.card.choices[0][0])
        game.choose_role(Role.CLAIMS)
        game.decide()
        found = game.claim
        game.go_on()
    assert found is not None
    assert found.worked.sum
    assert found.judgement is not None


def test_every_answer_and_every_stance_has_its_words() -> None:
    assert len({role_words(role) for role in ROLES}) == len({role_meaning(role) for role in ROLES}) == 3
    assert len({stance_words(stance) for stance in Stance}) == len(Stance)
