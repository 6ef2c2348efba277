"""Places, words and stances of passages, as changes that can be taken back."""

import pytest

from explorer.domain.draft import PassageDraft
from explorer.domain.errors import ReaderError
from explorer.domain.passage import AnchorState, Candidate, Selector, Stance
from explorer.domain.source import Document
from explorer.services import drafts, passages
from explorer.services.anchoring import anchor
from explorer.services.libraries import open_library
from explorer.store import changes, reads
from explorer.store.records import fields_of
from tests.support import attaching
from tests.support.placing import troubled_copy

SOURCE = 1


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


@pytest.fixture
def copy(library, tmp_path):
    """A copy with troubles, attached."""
    with library.store.reading() as connection:
        own = reads.passages(connection, SOURCE)
    made = troubled_copy(own, tmp_path)
    text = made.path.read_text(encoding="utf-8")
    document = Document(SOURCE, "troubled.txt", "0" * 64, "UTF-8", text, "2026-01-01")
    with library.store.writing() as connection:
        attaching.attach(connection, document, anchor(text, own))
    return made


def carry_out(library, plan):
    with library.store.reading() as connection:
        change_set = plan(connection)
    if change_set.changes:
        with library.store.writing() as connection:
            changes.apply(connection, change_set)
    return change_set


def undo(library):
    with library.store.writing() as connection:
        changes.undo(connection)


def item(library, passage_id):
    with library.store.reading() as connection:
        detail = reads.source_detail(connection, SOURCE)
    return next((each for each in detail.passages if each.passage.id == passage_id), None)


def test_a_confirmed_place_stays_approximate_and_says_so(library, copy):
    before = item(library, copy.approximate).anchor
    place = Candidate(before.start, before.end, before.score)
    change_set = carry_out(library, passages.placed(copy.approximate, place))
    after = item(library, copy.approximate).anchor
    assert (after.state, after.start, after.end) == (AnchorState.APPROXIMATE, before.start, before.end)
    assert after.confirmed
    assert change_set.title.startswith("Place “")
    undo(library)
    assert item(library, copy.approximate).anchor == before


def test_all_that_agree_well_are_confirmed_at_once(library, copy):
    assert not carry_out(library, passages.all_confirmed(SOURCE, 0.99)).changes
    change_set = carry_out(library, passages.all_confirmed(SOURCE, 0.9))
    assert len(change_set.changes) == 1
    assert item(library, copy.approximate).anchor.confirmed
    assert not item(library, copy.guessed).anchor.confirmed
    assert not carry_out(library, passages.all_confirmed(SOURCE, 0.9)).changes
    undo(library)
    assert not item(library, copy.approximate).anchor.confirmed


def test_one_of_several_places_is_chosen(library, copy):
    before = item(library, copy.several).anchor
    assert before.state is AnchorState.SEVERAL
    second = before.candidates[1]
    carry_out(library, passages.placed(copy.several, second))
    after = item(library, copy.several).anchor
    assert (after.state, after.start, after.end) == (AnchorState.EXACT, second.start, second.end)
    assert (after.confirmed, after.candidates) == (True, ())


def test_a_guess_is_refused(library, copy):
    before = item(library, copy.guessed).anchor
    assert len(before.candidates) == 1
    carry_out(library, passages.refused(copy.guessed))
    after = item(library, copy.guessed).anchor
    assert (after.state, after.start, after.candidates, after.confirmed) == (AnchorState.LOST, None, (), True)
    undo(library)
    assert item(library, copy.guessed).anchor == before


def test_paraphrase_note_and_stance_change_together(library, copy):
    with library.store.reading() as connection:
        detail = reads.source_detail(connection, SOURCE)
    chosen = next(each for each in detail.passages if each.events)
    event = chosen.events[0].id
    assert chosen.stances[event] is not Stance.QUESTIONS
    plan = passages.described(chosen.passage.id, " ours ", "a note", {event: Stance.QUESTIONS})
    carry_out(library, plan)
    after = item(library, chosen.passage.id)
    assert after.passage.paraphrase == "ours"
    assert [note.text for note in after.notes] == ["a note"]
    assert after.stances[event] is Stance.QUESTIONS
    assert not carry_out(library, plan).changes
    undo(library)
    assert item(library, chosen.passage.id) == chosen


def test_a_note_is_written_changed_and_taken_away(library, copy):
    carry_out(library, passages.noted(copy.several, " first "))
    words = item(library, copy.several).passage.paraphrase
    assert [note.text for note in item(library, copy.several).notes] == ["first"]
    carry_out(library, passages.described(copy.several, words, "second"))
    assert [note.text for note in item(library, copy.several).notes] == ["second"]
    carry_out(library, passages.described(copy.several, words, ""))
    assert item(library, copy.several).notes == ()


def test_a_passage_is_made_with_its_note(library, copy):
    draft = PassageDraft(SOURCE, Selector("so it goes", "", "", 2, 12, 1))
    change_set = carry_out(library, passages.noted(draft, "look"))
    assert change_set.title == "Note on “so it goes”"
    (passage_id,) = change_set.ids("passage")
    assert [note.text for note in item(library, passage_id).notes] == ["look"]
    carry_out(library, passages.deleted(passage_id))
    undo(library)
    assert [note.text for note in item(library, passage_id).notes] == ["look"]
    undo(library)
    assert item(library, passage_id) is None


def test_a_passage_of_the_reader_is_told_from_a_shipped_one_and_can_be_deleted(library, copy):
    assert not item(library, copy.several).passage.is_own
    selector = Selector("so it goes", "", "", 2, 12, 1)
    change_set = carry_out(library, drafts.new_passage(PassageDraft(SOURCE, selector), "Note"))
    (passage_id,) = change_set.ids("passage")
    made = item(library, passage_id)
    assert made.passage.is_own
    assert made.anchor.confirmed
    carry_out(library, passages.deleted(passage_id))
    assert item(library, passage_id) is None
    with library.store.reading() as connection:
        assert fields_of(connection, "anchor", {"passage_id": passage_id}) is None
    undo(library)
    assert item(library, passage_id) == made


def test_what_is_gone_cannot_be_changed(library):
    with pytest.raises(ReaderError, match="no longer"):
        carry_out(library, passages.described(99_999, "", ""))
