from dataclasses import replace

import pytest

from explorer.domain.draft import problems
from explorer.domain.suggestion import Reason, Rival
from explorer.viewmodels.accepting import draft_of, note_on, why
from tests.support.dating import DatingDesk


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = DatingDesk(story_path, resources / "library", qtbot)
    made.find()
    yield made
    made.close()


def test_a_draft_is_fit_to_become_an_event_whatever_its_title(desk):
    detail = desk.reader.state.detail
    for offer in desk.model.state.offers:
        draft = draft_of(replace(offer, title=offer.title * 9), 1, detail)
        assert not problems(draft)


def test_the_note_says_how_the_reading_that_was_taken_was_come_by(desk):
    detail = desk.reader.state.detail
    one = desk.offer("1911").suggestion
    assert (
        note_on(one, "1911", detail) == "The source says “That year”, counted from 4 April 1911 in its text."
    )
    double = desk.offer("[1975-03-04,1975-04-03]").suggestion
    assert "day or month may come first" in note_on(double, "1975-03-04", detail)


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_sentence(reason):
    sentence = why(reason, "2023-12", "last month")
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_a_rival_of_the_library_is_named(desk):
    detail = desk.reader.state.detail
    one = desk.offer("1911").suggestion
    rival = Rival("1911-05-01", Reason.LIBRARY_EVENT, "Great coal strike")
    note = note_on(replace(one, rivals=(rival,)), "1911-05-01", detail)
    assert "Great coal strike" in note


def test_a_basis_that_is_no_date_is_named_as_it_is():
    assert "(about then)" in why(Reason.FROM_PUBLICATION, "about then", "last month")
