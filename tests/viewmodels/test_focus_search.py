"""What a step can have in focus is found by its words."""

import pytest

from explorer.app.tours import Tours
from explorer.viewmodels.focus_search import MOST, FocusKind
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


def test_events_passages_and_claims_by_their_words(desk):
    tours = Tours(desk.models, desk.services)
    search = tours.step_editor.search
    found = []
    search.found.connect(found.append)

    def picks(kind, text):
        search.look(kind, text)
        desk.settle()
        assert (found[-1].kind, found[-1].text) == (kind, text)
        return found[-1].picks

    events = picks(FocusKind.EVENT, "summ")
    assert 0 < len(events) <= MOST
    assert {desk.models.timeline.titles.title(event.id) for event in events} == {
        event.words.rpartition(" · ")[0] for event in events
    }
    passages = picks(FocusKind.PASSAGE, "bargaining chip")
    assert ["bargaining" in passage.words for passage in passages] == [True]
    assert picks(FocusKind.EVENT, "zzzz") == ()
    assert picks(FocusKind.EVENT, "  ") == ()
    assert len(picks(FocusKind.CLAIM, "")) == 10
    (claim,) = picks(FocusKind.CLAIM, "DOUBLING 2019")
    assert "more than doubling from 2019 to 2022" in claim.words


def test_a_newer_question_ends_the_one_before(desk):
    tours = Tours(desk.models, desk.services)
    search = tours.step_editor.search
    found = []
    search.found.connect(found.append)
    search.look(FocusKind.EVENT, "summit")
    search.look(FocusKind.EVENT, "nixon")
    desk.settle()
    assert [each.text for each in found] == ["nixon"]
