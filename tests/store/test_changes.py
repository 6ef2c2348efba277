"""Change sets: made whole or not at all, taken back to the byte, logged in the file."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.domain.change import Change, ChangeSet, History, added, removed
from explorer.domain.errors import ReaderError
from explorer.store import changes, checking, contents_kept, schema
from explorer.store.faults import UnfitError
from explorer.store.library import Library
from explorer.store.records import fields_of
from tests.support.changing import change_sets, changing, copy_of, event_going, going, index_of, rows_of


@pytest.fixture
def library(story_path):
    library = Library.open(story_path)
    yield library
    library.close()


def apply(library, change_set, contents=()):
    with library.writing() as connection:
        changes.apply(connection, change_set, contents)


def undo(library):
    with library.writing() as connection:
        return changes.undo(connection)


def redo(library):
    with library.writing() as connection:
        return changes.redo(connection)


def everything(library):
    with library.reading() as connection:
        return rows_of(connection), index_of(library.path)


def history(library):
    with library.reading() as connection:
        return changes.history(connection)


def retitled(library, title):
    with library.reading() as connection:
        return ChangeSet(f"Title {title}", changing(connection, "event", {"id": 1}, title=title))


@settings(max_examples=12)
@given(st.data())
def test_whatever_is_changed_can_be_taken_back_and_made_again(story_library, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(story_library, folder))
        library = Library.open(path)
        try:
            states = [everything(library)]
            for _ in range(data.draw(st.integers(1, 4))):
                with library.reading() as connection:
                    change_set = data.draw(change_sets(connection))
                if change_set.changes:
                    apply(library, change_set)
                    states.append(everything(library))
            with library.reading() as connection:
                assert not checking.troubles(connection)
            for state in states[-2::-1]:
                undo(library)
                assert everything(library) == state
            for state in states[1:]:
                redo(library)
                assert everything(library) == state
        finally:
            library.close()


def test_a_set_that_fails_in_the_middle_changes_nothing(library):
    before = everything(library)
    with library.reading() as connection:
        good = changing(connection, "event", {"id": 1}, title="Good")
    bad = Change("event", {"id": 2}, {"title": "Never was"}, {"title": "Bad"})
    with pytest.raises(ReaderError, match="changed elsewhere"):
        apply(library, ChangeSet("Both", (*good, bad)))
    assert everything(library) == before
    assert history(library) == History(None, None)


def test_a_record_does_not_take_others_along_unsaid(library):
    with library.reading() as connection:
        alone = going(connection, "event", id=1)
    with pytest.raises(ReaderError, match="changed elsewhere"):
        apply(library, ChangeSet("Delete", (alone,)))


def test_a_new_record_that_names_one_that_is_gone_is_refused(library):
    missing = added(
        "evidence", {"passage_id": 1, "event_id": 9999}, {"stance": "reports", "note": "", "example": 0}
    )
    with pytest.raises(ReaderError, match="changed elsewhere"):
        apply(library, ChangeSet("Evidence", (missing,)))


def test_the_log_outlives_the_window(story_path):
    library = Library.open(story_path)
    apply(library, retitled(library, "One"))
    apply(library, retitled(library, "Two"))
    undo(library)
    library.close()
    again = Library.open(story_path)
    assert history(again) == History(undo="Title One", redo="Title Two")
    undo(again)
    assert history(again) == History(undo=None, redo="Title One")
    redo(again)
    redo(again)
    assert history(again) == History(undo="Title Two", redo=None)
    again.close()


def test_a_new_change_ends_what_could_be_made_again(library):
    apply(library, retitled(library, "One"))
    undo(library)
    apply(library, retitled(library, "Two"))
    assert history(library) == History(undo="Title Two", redo=None)
    with pytest.raises(ReaderError, match="nothing to redo"):
        redo(library)


def test_undo_is_refused_where_somebody_else_was_since(library):
    apply(library, retitled(library, "Mine"))
    with library.writing() as connection:
        connection.execute(schema.event.update().where(schema.event.c.id == 1).values(title="Theirs"))
    with pytest.raises(ReaderError, match="changed elsewhere"):
        undo(library)
    with library.reading() as connection:
        assert fields_of(connection, "event", {"id": 1})["title"] == "Theirs"


def test_nothing_to_undo_is_said(library):
    with pytest.raises(ReaderError, match="nothing to undo"):
        undo(library)


def test_the_log_forgets_the_oldest(library, monkeypatch):
    monkeypatch.setattr(changes, "MOST", 3)
    for number in range(5):
        apply(library, retitled(library, f"{number}"))
    with library.reading() as connection:
        assert len(connection.execute(schema.change_log.select()).all()) == 3


def test_a_library_that_closes_keeps_no_endless_log(story_path, monkeypatch):
    library = Library.open(story_path)
    for number in range(6):
        apply(library, retitled(library, f"{number}"))
    undo(library)
    with library.reading() as connection:
        length = len(connection.execute(schema.change_log.select()).all()[-1].changes)
    monkeypatch.setattr(changes, "LONGEST_LOG", 3 * length + length // 2)
    library.close()
    library = Library.open(story_path)
    with library.reading() as connection:
        titles = connection.scalars(
            schema.change_log.select().with_only_columns(schema.change_log.c.title)
        ).all()
    assert titles == ["Title 3", "Title 4", "Title 5"]
    assert history(library) == History("Title 4", "Title 5")
    library.close()
    monkeypatch.setattr(changes, "LONGEST_LOG", 1)
    library = Library.open(story_path)
    apply(library, retitled(library, "last"))
    library.close()
    library = Library.open(story_path)
    assert history(library) == History("Title last", None)
    library.close()


def test_too_many_changes_at_once_are_refused_with_a_sentence(library, monkeypatch):
    monkeypatch.setattr(changes, "LONGEST", 50)
    with pytest.raises(ReaderError, match="several parts"):
        apply(library, retitled(library, "Long enough"))


@pytest.mark.parametrize(
    "written",
    [
        "no json",
        '[["kept_state",{"id":1},null,{"layout":1,"changes":1}]]',
        '[["nowhere",{"id":1},null,{}]]',
        '[["event",{"id":1,"title":"x"},null,{}]]',
        '[["event",{"id":1},{"no_column":1},{"no_column":2}]]',
        '[["event",{"id":1},null,null]]',
        '[["event",{"id":[1]},{"title":"a"},{"title":"b"}]]',
    ],
)
def test_a_log_that_is_not_ours_is_damage_and_does_nothing(library, written):
    with library.writing() as connection:
        row = {"at": "", "title": "x", "changes": written, "undone": 0}
        connection.execute(schema.change_log.insert(), row)
    before = everything(library)
    with pytest.raises(UnfitError):
        undo(library)
    assert everything(library) == before


def test_a_title_without_end_is_cut(library):
    with library.writing() as connection:
        row = {"at": "", "title": "x" * 100_000, "changes": "[]", "undone": 0}
        connection.execute(schema.change_log.insert(), row)
    assert history(library).undo == "x" * changes.LONGEST_TITLE
    assert undo(library).title == "x" * changes.LONGEST_TITLE


def test_contents_come_with_the_change_and_stay_while_the_log_names_them(story_path):
    library = Library.open(story_path)
    text = ("The text of a document. " * 100).encode()
    sha256 = contents_kept.sha256_of(text)
    key = {"id": 1}
    with library.reading() as connection:
        naming = changing(connection, "event", key, date_note=sha256)
    apply(library, ChangeSet("Text", naming), [text])
    undo(library)
    library.close()
    library = Library.open(story_path)
    with library.reading() as connection:
        assert contents_kept.content_of(connection, sha256) == text
    apply(library, retitled(library, "Now nothing names it"))
    library.close()
    library = Library.open(story_path)
    with library.reading() as connection:
        assert connection.execute(schema.content.select()).all() == []
    library.close()


def test_a_new_event_is_found_and_a_deleted_one_is_not(library):
    with library.reading() as connection:
        new = copy_of(connection, "event", {"id": 1}, "zwetschge")
    apply(library, ChangeSet("New", (new,)))
    found = [word for word in index_of(library.path)["event"] if word[0] == "zwetschge"]
    assert len(found) == 1
    with library.reading() as connection:
        gone = event_going(connection, new.key["id"])
    apply(library, ChangeSet("Delete", gone))
    assert not [word for word in index_of(library.path)["event"] if word[0] == "zwetschge"]


def test_an_empty_removal_is_not_taken_for_the_whole_record(library):
    with pytest.raises(ReaderError, match="changed elsewhere"):
        apply(library, ChangeSet("Delete", (removed("note", {"id": 1}, {}),)))
