"""Events, evidence and notes of words that are selected in the reader."""

import pytest

from explorer.domain.passage import Stance
from explorer.store import reads
from tests.support.desk import Desk
from tests.support.reading import text_around

ADDED = "\n\nOn 4 April 1911 the council answered that coal would be sent. Nobody believed it.\n"


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    reader = desk.models.reader
    reader.open_first()
    desk.settle()
    path = tmp_path / "copy.txt"
    path.write_text(text_around([item.passage for item in reader.state.passages]) + ADDED, encoding="utf-8")
    reader.attach(path)
    desk.settle()
    yield desk
    desk.close()


def select(desk, words):
    start = desk.models.reader.state.detail.document.text.index(words)
    return desk.models.words.words(start, start + len(words))


def own(desk):
    return [item for item in desk.models.reader.state.passages if item.passage.is_own]


def test_white_space_around_is_left_out_and_nothing_is_no_selection(desk):
    words = select(desk, " the council answered that coal\n"[:-1] + " ")
    assert words.text == "the council answered that coal"
    assert desk.models.words.words(words.start, words.start) is None
    assert desk.models.words.words(words.end, words.end + 1) is None
    assert desk.models.words.words(words.end, words.start) == words


def test_without_a_text_nothing_can_be_selected(desk):
    desk.models.reader.detach()
    desk.settle()
    assert desk.models.words.words(0, 10) is None


def test_a_passage_keeps_its_selectors(desk):
    words = select(desk, "the council answered")
    draft = desk.models.words.draft(words)
    text = desk.models.reader.state.detail.document.text
    assert draft.selector.exact == "the council answered"
    assert draft.selector.prefix == text[words.start - 32 : words.start]
    assert draft.selector.suffix == text[words.end : words.end + 32]
    assert draft.selector.paragraph == len(desk.models.reader.state.detail.paragraphs)


def test_a_sentence_without_a_date_gets_the_date_of_the_source_as_such(desk):
    desk.models.words.begin_event(select(desk, "Nobody believed it."))
    desk.settle()
    state = desk.models.editor.state
    assert state.typed.start == "about 2023"
    desk.models.editor.save(state.typed)
    desk.settle()
    (made,) = own(desk)
    with desk.models.library.current.store.reading() as connection:
        event = reads.event_detail(connection, made.events[0].id).event
    assert event.date_note == "The source names no date; this is the date of the source itself."


def test_a_new_event_begins_with_the_words_and_the_date_of_their_sentence(desk):
    desk.models.words.begin_event(select(desk, "the council answered that coal would be sent"))
    desk.settle()
    state = desk.models.editor.state
    assert state.typed.title == "the council answered that coal would be sent"
    assert state.typed.start == "4 April 1911"
    (evidence,) = state.evidence
    assert evidence.stance is Stance.REPORTS
    assert evidence.passage.selector.exact == "the council answered that coal would be sent"
    desk.models.editor.save(state.typed)
    desk.settle()
    (made,) = own(desk)
    assert [event.title for event in made.events] == ["the council answered that coal would be sent"]
    assert desk.models.reader.state.detail.document.text[made.anchor.start : made.anchor.end] == (
        made.passage.selector.exact
    )
    desk.models.edits.undo()
    desk.settle()
    assert not own(desk)
    desk.models.edits.redo()
    desk.settle()
    assert own(desk) == [made]


def test_a_long_selection_gives_a_title_that_fits(desk):
    words = desk.models.words.words(0, 400)
    desk.models.words.begin_event(words)
    desk.settle()
    title = desk.models.editor.state.typed.title
    assert len(title) <= 70
    assert title.endswith("…")


def test_events_are_found_by_title_and_words_added_to_one(desk):
    found = []
    desk.models.words.found.connect(found.append)
    desk.models.words.find_events("")
    assert {hit.id for hit in found[-1]} == {each.id for each in desk.models.reader.state.detail.events}
    desk.models.words.find_events("woodside")
    desk.settle()
    event = found[-1][0]
    desk.models.words.add_to_event(select(desk, "Nobody believed it"), event, Stance.DISPUTES)
    desk.settle()
    (made,) = own(desk)
    assert [each.id for each in made.events] == [event.id]
    assert made.stances == {event.id: Stance.DISPUTES}
    assert desk.models.reader.current == made.passage.id
    assert "Ctrl Z" in desk.said[-1].text


def test_words_that_are_a_passage_already_are_not_kept_twice(desk):
    item = next(each for each in desk.models.reader.state.passages if each.anchor.start is not None)
    words = desk.models.words.words(item.anchor.start, item.anchor.end)
    count = len(desk.models.reader.state.passages)
    desk.models.words.note(words, "Seen twice.")
    desk.settle()
    state = desk.models.reader.state
    assert len(state.passages) == count
    noted = next(each for each in state.passages if each.passage.id == item.passage.id)
    assert [note.text for note in noted.notes] == ["Seen twice."]


def test_a_note_makes_a_passage(desk):
    desk.models.words.note(select(desk, "Nobody believed it"), " Who says so? ")
    desk.settle()
    (made,) = own(desk)
    assert [note.text for note in made.notes] == ["Who says so?"]
    assert made.events == ()
    assert desk.models.edits.history.undo == "Note on “Nobody believed it”"
