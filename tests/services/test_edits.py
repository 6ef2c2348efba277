"""Changes on the worker: the library in memory is what the file says afterwards."""

import numpy as np
import pytest

from explorer.domain.change import ChangeSet, History
from explorer.services.edits import Edits
from explorer.services.libraries import Libraries, open_library
from explorer.services.workers import Workers
from tests.support.changing import changing, copy_of, event_going


@pytest.fixture
def workers():
    workers = Workers()
    yield workers
    workers.close()


@pytest.fixture
def library(story_path):
    library = open_library(story_path)
    yield library
    library.store.close()


def planned(make):
    return lambda connection: ChangeSet("Change", tuple(make(connection)))


def new_event(connection):
    return [copy_of(connection, "event", {"id": 1}, "again")]


def test_a_plan_is_made_and_taken_back(workers, library):
    edits = Edits(workers)
    edited = edits.apply(library, planned(new_event)).result()
    (change,) = edited.change_set.changes
    assert edited.library.index.row_of(change.key["id"]) is not None
    assert edited.library.index.size == library.index.size + 1
    assert library.index.row_of(change.key["id"]) is None
    assert edited.history == History(undo="Change", redo=None)
    back = edits.undo(edited.library).result()
    assert back.library.index.size == library.index.size
    assert np.array_equal(back.library.index.id, library.index.id)
    assert back.history == History(undo=None, redo="Change") == edits.history(library).result()
    assert edits.redo(back.library).result().library.index.size == library.index.size + 1


def test_an_empty_plan_changes_nothing(workers, library):
    edited = Edits(workers).apply(library, planned(lambda _: [])).result()
    assert edited.library is library
    assert edited.history == History(None, None)


def test_a_change_of_words_leaves_the_engine_as_it_is(workers, library, story_path):
    words = planned(lambda connection: changing(connection, "event", {"id": 1}, summary="Other words."))
    edited = Edits(workers).apply(library, words).result()
    assert edited.library.index is library.index
    library.store.close()
    again = open_library(story_path)
    assert again.kept
    again.store.close()


def test_a_renamed_source_is_in_the_contents(workers, library):
    words = planned(lambda connection: changing(connection, "source", {"id": 1}, label="Other"))
    edited = Edits(workers).apply(library, words).result()
    assert next(source.label for source in edited.library.contents.sources if source.id == 1) == "Other"


def test_arrays_from_before_a_change_are_not_kept_for_true(workers, library, story_path, resources):
    libraries = Libraries(workers, resources / "library", story_path.parent)
    edited = Edits(workers).apply(library, planned(lambda c: event_going(c, 5))).result()
    libraries.keep(library).result()
    library.store.close()
    again = open_library(story_path)
    assert not again.kept
    assert again.index.row_of(5) is None
    again_store = again.store
    libraries.keep(again).result()
    again_store.close()
    assert edited.library.index.size == again.index.size
