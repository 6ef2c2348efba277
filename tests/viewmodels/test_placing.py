"""The passage in hand: how it was found, and what the reader says to it."""

import pytest

from explorer.domain.difference import Fate
from explorer.domain.passage import AnchorState, Stance
from explorer.viewmodels.placing import waits
from tests.support.desk import Desk
from tests.support.placing import troubled_copy
from tests.support.reading import text_around


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


@pytest.fixture
def copy(desk, tmp_path):
    """An article with a troubled copy attached."""
    reader = desk.models.reader
    reader.open_first()
    desk.settle()
    made = troubled_copy([item.passage for item in reader.state.passages], tmp_path)
    reader.attach(made.path)
    desk.settle()
    return made


def look_at(desk, passage_id):
    desk.models.reader.go_to(passage_id)
    return desk.models.placing.placing


def anchor_of(desk, passage_id):
    items = desk.models.reader.state.passages
    return next(item.anchor for item in items if item.passage.id == passage_id)


def test_without_a_text_there_is_nothing_to_say(desk):
    desk.models.reader.open_first()
    desk.settle()
    desk.models.reader.next_passage()
    assert desk.models.placing.placing is None


def test_an_exact_passage_asks_nothing(desk, copy):
    exact = next(item for item in desk.models.reader.state.passages if item.anchor.state is AnchorState.EXACT)
    placing = look_at(desk, exact.passage.id)
    assert not placing.waits
    assert (placing.parts, placing.choices) == ((), ())
    assert placing.open_ones == 3
    assert placing.verbatim


def test_what_was_typed_otherwise_is_exact_but_not_verbatim(desk, tmp_path):
    reader = desk.models.reader
    reader.open_first()
    desk.settle()
    passages = [item.passage for item in reader.state.passages]
    chosen = next(each for each in passages if "’" in each.selector.exact)
    path = tmp_path / "plain.txt"
    path.write_text(text_around(passages).replace("’", "'"), encoding="utf-8")
    reader.attach(path)
    desk.settle()
    placing = look_at(desk, chosen.id)
    assert placing.anchor.state is AnchorState.EXACT
    assert not placing.verbatim


def test_an_approximate_passage_shows_what_differs_and_can_be_confirmed(desk, copy):
    placing = look_at(desk, copy.approximate)
    assert placing.waits
    assert {part.fate for part in placing.parts} == {Fate.SAME, Fate.MISSING, Fate.ADDED}
    said = " ".join(part.words for part in placing.parts if part.fate is not Fate.ADDED)
    assert said == " ".join(placing.item.passage.selector.exact.split())
    desk.models.placing.confirm()
    desk.settle()
    assert anchor_of(desk, copy.approximate).confirmed
    assert not desk.models.placing.placing.waits
    assert desk.models.placing.placing.open_ones == 2
    desk.models.edits.undo()
    desk.settle()
    assert desk.models.placing.placing.waits


def test_of_several_places_one_is_chosen(desk, copy):
    placing = look_at(desk, copy.several)
    assert len(placing.choices) == 2
    first, second = placing.choices
    assert first.words == second.words == " ".join(placing.item.passage.selector.exact.split())
    assert second.before.endswith("and again")
    desk.models.placing.choose(second.place)
    desk.settle()
    assert anchor_of(desk, copy.several).start == second.place.start


def test_a_guess_is_taken_or_refused_and_the_next_one_comes(desk, copy):
    placing = look_at(desk, copy.guessed)
    assert placing.anchor.start is None
    assert any(part.fate is Fate.ADDED for part in placing.parts)
    desk.models.placing.refuse()
    desk.settle()
    assert anchor_of(desk, copy.guessed).confirmed
    assert desk.models.reader.current in {copy.approximate, copy.several}
    desk.models.edits.undo()
    desk.settle()
    look_at(desk, copy.guessed)
    desk.models.placing.choose(placing.choices[0].place)
    desk.settle()
    assert anchor_of(desk, copy.guessed).state is AnchorState.APPROXIMATE


def test_the_passages_that_wait_are_gone_through_in_a_ring(desk, copy):
    seen = []
    for _ in range(4):
        desk.models.placing.go_to_next()
        seen.append(desk.models.reader.current)
    assert set(seen) == {copy.approximate, copy.several, copy.guessed}
    assert seen[3] == seen[0]


def test_the_reader_finds_what_was_lost(desk, copy):
    look_at(desk, copy.lost)
    desk.models.placing.place_at(10, 40)
    desk.settle()
    anchor = anchor_of(desk, copy.lost)
    assert (anchor.state, anchor.start, anchor.end) == (AnchorState.APPROXIMATE, 10, 40)
    assert anchor.confirmed
    assert anchor.score < 0.6


def test_all_that_agree_well_are_confirmed_at_once(desk, copy):
    assert look_at(desk, copy.approximate).alike == 1
    desk.models.placing.confirm_alike()
    desk.settle()
    assert desk.models.placing.placing.alike == 0
    assert anchor_of(desk, copy.approximate).confirmed


def test_what_left_no_trace_waits_for_nothing(desk, copy):
    placing = look_at(desk, copy.lost)
    assert placing.anchor.state is AnchorState.LOST
    assert not waits(placing.item)


def test_paraphrase_note_and_stance_are_kept(desk, copy):
    item = next(each for each in desk.models.reader.state.passages if each.events)
    look_at(desk, item.passage.id)
    event = item.events[0].id
    desk.models.placing.describe("ours", "noted", {event: Stance.MENTIONS})
    desk.settle()
    placing = desk.models.placing.placing
    assert placing.item.passage.paraphrase == "ours"
    assert [note.text for note in placing.item.notes] == ["noted"]
    assert placing.item.stances[event] is Stance.MENTIONS


def test_a_shipped_passage_is_not_deleted(desk, copy):
    count = len(desk.models.reader.state.passages)
    look_at(desk, copy.approximate)
    assert not desk.models.placing.placing.is_own
    desk.models.placing.delete()
    desk.settle()
    assert len(desk.models.reader.state.passages) == count
