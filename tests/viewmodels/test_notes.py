"""Notes go the way of all changes."""

import pytest

from explorer.domain.note import NoteTarget
from explorer.viewmodels.notes import WrittenNote
from tests.support.desk import Desk


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path):
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.open(story_path)
    yield desk
    desk.close()


def test_a_note_shows_in_the_details_and_can_be_undone(desk):
    models = desk.models
    models.selection.select(5)
    models.notes.write(WrittenNote(NoteTarget.EVENT, 5, "First"))
    desk.settle()
    (note,) = models.detail.current.notes
    assert note.text == "First"
    models.notes.write(WrittenNote(NoteTarget.EVENT, 5, "Changed", note.id))
    desk.settle()
    assert [each.text for each in models.detail.current.notes] == ["Changed"]
    models.notes.write(WrittenNote(NoteTarget.EVENT, 5, "", note.id))
    desk.settle()
    assert models.detail.current.notes == ()
    models.edits.undo()
    desk.settle()
    assert [each.text for each in models.detail.current.notes] == ["Changed"]
