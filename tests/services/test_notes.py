"""Notes on events, sources and passages."""

import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.note import NOTE_LENGTH, NoteTarget
from explorer.services import notes
from explorer.services.libraries import open_library
from explorer.store import changes, reads


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library.store
    library.store.close()


def carry_out(library, plan):
    with library.reading() as connection:
        change_set = plan(connection)
    if change_set.changes:
        with library.writing(keeps_arrays=True) as connection:
            changes.apply(connection, change_set)
    return change_set


def texts(library, target, *ids):
    with library.reading() as connection:
        return [note.text for note in reads.notes(connection, target, ids)]


@pytest.mark.parametrize("target", list(NoteTarget))
def test_a_note_is_written_changed_and_deleted(library, target):
    assert carry_out(library, notes.new_note(target, 2, " *Ask* again \n")).title == "New note"
    carry_out(library, notes.new_note(target, 2, "Second"))
    assert texts(library, target, 2) == ["*Ask* again", "Second"]
    assert carry_out(library, notes.changed_note(1, "Asked")).title == "Edit the note"
    assert texts(library, target, 1, 2, 3) == ["Asked", "Second"]
    assert carry_out(library, notes.deleted_note(1)).title == "Delete the note"
    assert texts(library, target, 2) == ["Second"]
    with library.writing() as connection:
        changes.undo(connection)
    assert texts(library, target, 2) == ["Asked", "Second"]


def test_notes_on_an_event_and_on_its_passages_come_with_it(library):
    with library.reading() as connection:
        event_id, passage_id = next(
            (id_, card.passage.id)
            for id_ in range(1, 100)
            for card in reads.event_detail(connection, id_).passages
        )
    carry_out(library, notes.new_note(NoteTarget.PASSAGE, passage_id, "On the passage"))
    carry_out(library, notes.new_note(NoteTarget.EVENT, event_id, "On the event"))
    with library.reading() as connection:
        detail = reads.event_detail(connection, event_id)
    assert [(note.target, note.text) for note in detail.notes] == [
        (NoteTarget.EVENT, "On the event"),
        (NoteTarget.PASSAGE, "On the passage"),
    ]


def test_nothing_is_no_note_and_the_same_words_are_no_change(library):
    assert carry_out(library, notes.new_note(NoteTarget.EVENT, 1, " \n ")).changes == ()
    carry_out(library, notes.new_note(NoteTarget.EVENT, 1, "Words"))
    assert carry_out(library, notes.changed_note(1, "Words ")).changes == ()


@pytest.mark.parametrize(
    "plan",
    [
        notes.new_note(NoteTarget.EVENT, 9999, "x"),
        notes.new_note(NoteTarget.EVENT, 1, "x" * (NOTE_LENGTH + 1)),
        notes.changed_note(9, "x"),
        notes.deleted_note(9),
    ],
)
def test_what_cannot_be_done_is_said(library, plan):
    with pytest.raises(ReaderError):
        carry_out(library, plan)
