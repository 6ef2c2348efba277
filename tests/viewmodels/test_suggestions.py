"""Dates found in a document, accepted, edited and rejected one by one."""

import pytest

from explorer.domain.passage import AnchorState, Stance
from explorer.services.drafts import deleted_event
from explorer.store import reads
from explorer.viewmodels.offers import OfferStatus
from tests.support.dating import TEXT, DatingDesk

OPEN, ON_TIMELINE = OfferStatus.OPEN, OfferStatus.ON_TIMELINE


@pytest.fixture
def desk(story_path, resources, qtbot):
    made = DatingDesk(story_path, resources / "library", qtbot)
    yield made
    made.close()


@pytest.fixture
def dated(desk):
    desk.find()
    return desk


def dates(desk):
    return [one.suggestion.edtf for one in desk.model.state.offers]


def titles(desk):
    with desk.library.current.store.reading() as connection:
        return {one.title for one in reads.headings(connection)}


def anchored(desk):
    return [
        item
        for item in desk.reader.state.passages
        if item.anchor is not None and item.anchor.state is AnchorState.EXACT
    ]


def test_nothing_is_read_before_it_is_asked_for(desk):
    assert not desk.model.state.open
    assert not desk.model.state.found
    assert desk.model.current is None


def test_dates_stand_in_the_order_of_the_text_and_vague_ones_wait(dated):
    assert dates(dated) == [
        "1911-04-04",
        "1911",
        "1913-03",
        "2023-11-11/2023-11-17",
        "[1975-03-04,1975-04-03]",
    ]
    assert dated.model.state.vague == 1
    assert dated.model.current.suggestion.edtf == "1911-04-04"
    dated.model.show_vague(True)
    assert dates(dated)[-1] == "2018~"
    dated.model.show_vague(False)
    assert "2018~" not in dates(dated)


def test_one_walks_from_one_to_the_next_and_the_ends_stay(dated):
    model = dated.model
    model.previous()
    assert model.state.row == 0
    for _ in range(9):
        model.next()
    assert model.state.row == len(model.state.offers) - 1


def test_accepting_makes_an_event_that_rests_on_the_sentence(dated):
    before = titles(dated)
    dated.take("1913-03")
    dated.model.accept()
    dated.settle()
    assert titles(dated) - before == {"In March 1913 the council answered, and Joe Biden was not yet born"}
    (passage,) = anchored(dated)
    sentence = "In March 1913 the council answered, and Joe Biden was not yet born."
    assert passage.passage.selector.exact == sentence
    assert passage.passage.selector.start == TEXT.index(sentence)
    assert passage.passage.selector.paragraph == 3
    heading = passage.events[0]
    assert (heading.start, heading.end) == ("1913-03", None)
    with dated.library.current.store.reading() as connection:
        detail = reads.event_detail(connection, heading.id)
    assert [card.stance for card in detail.passages] == [Stance.REPORTS]
    assert [entity.name for entity in detail.people] == ["Joe Biden"]
    assert detail.event.date_status == "unchecked"
    assert "March 1913" in detail.event.date_note
    assert dated.offer("1913-03").status is ON_TIMELINE
    assert dated.model.current.status is OPEN


def test_all_that_was_accepted_is_one_change_that_undo_takes_back(dated):
    before = titles(dated)
    dated.model.accept()
    dated.settle()
    assert dated.edits.history.undo.startswith("New event")
    dated.edits.undo()
    dated.settle()
    assert titles(dated) == before
    assert dated.offer("1911-04-04").status is OPEN
    assert anchored(dated) == []
    dated.edits.redo()
    dated.settle()
    assert dated.offer("1911-04-04").status is ON_TIMELINE


def test_pressed_twice_it_is_accepted_once(dated):
    count = len(titles(dated))
    dated.take("1913-03")
    dated.model.accept()
    dated.take("1913-03")
    dated.model.accept()
    dated.settle()
    assert len(titles(dated)) == count + 1


def test_an_event_that_the_sentence_names_gets_the_sentence_and_no_twin(dated):
    before = titles(dated)
    dated.take("2023-11-11/2023-11-17")
    event = dated.model.current.event
    dated.model.accept()
    dated.settle()
    assert titles(dated) == before
    with dated.library.current.store.reading() as connection:
        cards = reads.event_detail(connection, event.id).passages
    assert "At the APEC summit nobody spoke of coal." in [card.passage.selector.exact for card in cards]
    assert dated.offer("2023-11-11/2023-11-17").status is ON_TIMELINE


def test_another_reading_and_another_title_can_be_taken(dated):
    dated.take("[1975-03-04,1975-04-03]")
    dated.model.choose_reading(1)
    assert dated.model.current.edtf == "1975-03-04"
    dated.model.choose_reading(1)
    assert dated.model.current.edtf == "1975-04-03"
    dated.model.choose_reading(1)
    dated.model.choose_reading(-1)
    dated.model.rename(dated.model.state.row, "  The  end of coal ")
    dated.model.accept()
    dated.settle()
    headings = [event for item in dated.reader.state.passages for event in item.events]
    assert ("The end of coal", "1975-04-03") in [(one.title, one.start) for one in headings]


def test_a_passage_can_take_the_next_sentence_in(dated):
    seen = []
    dated.model.current_changed.connect(seen.append)
    dated.take("1911-04-04")
    dated.model.extend()
    whole = "On 4 April 1911 the harbour master wrote to the council. That year nothing came of it."
    assert TEXT[dated.model.current.suggestion.start : dated.model.current.end] == whole
    assert seen[-1].end == dated.model.current.end
    dated.model.extend()
    assert dated.model.current.end == dated.model.current.suggestion.end
    dated.model.extend()
    dated.model.accept()
    dated.settle()
    assert [item.passage.selector.exact for item in anchored(dated)] == [whole]


def test_an_empty_title_brings_the_draft_back(dated):
    draft = dated.model.current.title
    dated.model.rename(0, "Something else")
    assert dated.model.current.title == "Something else"
    dated.model.rename(0, "   ")
    assert dated.model.current.title == draft


def test_what_is_rejected_is_hidden_until_undo_and_after_a_restart(dated):
    dated.take("1911")
    dated.model.reject()
    dated.settle()
    assert "1911" not in dates(dated)
    assert dated.model.state.rejected == 1
    assert dated.model.current.suggestion.edtf == "1913-03"
    assert "“That year”" in dated.edits.history.undo
    dated.library.open(dated.library.current.store.path)
    dated.settle()
    dated.open(dated.article())
    dated.find()
    assert "1911" not in dates(dated)
    dated.edits.undo()
    dated.settle()
    assert "1911" in dates(dated)
    assert dated.model.state.rejected == 0


def test_editing_hands_on_a_draft_with_everything_in_it(dated):
    drafts = []
    dated.model.edit_asked.connect(drafts.append)
    dated.take("1913-03")
    dated.model.edit()
    (draft,) = drafts
    assert draft.start == "1913-03"
    assert draft.evidence[0].passage.selector.exact.startswith("In March 1913")
    assert dated.offer("1913-03").status is OPEN


def test_what_stands_on_the_timeline_cannot_be_answered_again(dated):
    dated.take("1913-03")
    dated.model.accept()
    dated.settle()
    dated.take("1913-03")
    count, history = len(titles(dated)), dated.edits.history
    dated.model.accept()
    dated.model.reject()
    dated.model.edit()
    dated.settle()
    assert len(titles(dated)) == count
    assert dated.edits.history == history


def test_a_search_can_be_called_off_and_begun_again(desk, tmp_path):
    desk.give(tmp_path / "long.txt", TEXT * 200)
    shares, states = [], []
    desk.model.progressed.connect(shares.append)
    desk.model.changed.connect(states.append)
    desk.model.find()
    assert desk.model.state.searching
    desk.model.cancel()
    assert not desk.model.state.searching
    assert not desk.model.state.open
    desk.find()
    assert desk.model.state.found
    assert len(desk.model.state.offers) >= 5


def test_another_document_is_read_when_it_comes_and_none_says_so(dated, tmp_path):
    dated.give(tmp_path / "other.txt", "It rained in 1905.")
    dated.settle()
    assert dates(dated) == ["1905"]
    dated.give(tmp_path / "none.txt", "It rained.")
    dated.settle()
    assert dated.model.state.found
    assert dates(dated) == []
    dated.open(dated.article(1))
    assert dated.model.state.source_id is None


def test_a_sentence_that_stands_twice_is_two_suggestions(dated, tmp_path):
    dated.give(tmp_path / "twice.txt", "It rained in 1905.\n\nIt rained in 1905.\n\nIt rained in 1906.")
    dated.settle()
    assert dates(dated) == ["1905", "1905", "1906"]
    dated.model.next()
    dated.model.next()
    assert dated.model.state.row == 2
    dated.model.previous()
    dated.model.reject()
    dated.settle()
    assert dates(dated) == ["1905", "1906"]
    assert dated.model.state.offers[0].suggestion.start == 0


def test_who_looks_is_told_where_the_suggestion_stands(dated):
    seen = []
    dated.model.current_changed.connect(seen.append)
    dated.model.next()
    assert seen[-1].suggestion.edtf == "1911"
    dated.model.close()
    assert seen[-1] is None


def test_what_could_not_be_done_is_said_and_can_be_tried_again(dated):
    dated.take("2023-11-11/2023-11-17")
    dated.edits.apply(deleted_event(dated.model.current.event.id))
    dated.settle()
    dated.model.accept()
    dated.settle()
    assert dated.model.state.problem == "This is no longer in the library. Nothing was changed."
    assert dated.offer("2023-11-11/2023-11-17").status is OPEN
    dated.take("1913-03")
    dated.model.accept()
    dated.settle()
    assert dated.model.state.problem == ""
    assert dated.offer("1913-03").status is ON_TIMELINE
