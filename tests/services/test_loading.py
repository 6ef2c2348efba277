"""From the arrays or from the rows, what is in memory is the same."""

import sqlite3
import threading
from concurrent.futures import CancelledError
from contextlib import closing

import numpy as np
import pytest

from explorer.domain.errors import ReaderError
from explorer.domain.facet import FacetChoice
from explorer.services.libraries import Libraries, build_story, open_library
from explorer.services.loading import Loading, arrays_of, load
from explorer.services.workers import Workers
from explorer.store import inspection
from explorer.store.library import Library


def change_by_another_program(path, statement="UPDATE event SET title = 'Changed' WHERE id = 1"):
    with closing(sqlite3.connect(path)) as other:
        other.execute(statement)
        other.commit()


@pytest.fixture
def workers():
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def as_if_large(monkeypatch):
    """Every library counts as one that is too large to be read through before it opens."""
    monkeypatch.setattr(inspection, "WHOLE", 0)


def test_a_library_that_is_built_brings_its_arrays_along(resources, tmp_path):
    path = tmp_path / "built.tlx"
    build_story(resources / "library", path)
    library = open_library(path)
    library.store.close()
    assert library.kept


def test_from_arrays_and_from_rows_it_is_the_same(story_path):
    kept = open_library(story_path)
    kept.store.close()
    change_by_another_program(story_path, "UPDATE library SET subtitle = 'Changed'")
    read = open_library(story_path)
    read.store.close()
    assert (kept.kept, read.kept) == (True, False)
    assert kept.labels == read.labels
    first, second = (arrays_of(each.index, each.facets, each.labels) for each in (kept, read))
    assert first.keys() == second.keys()
    for name, array in first.items():
        np.testing.assert_array_equal(array, second[name], err_msg=name)
        assert array.dtype == second[name].dtype
    choice = FacetChoice(importance=3)
    assert kept.facets.answer(choice).shown == read.facets.answer(choice).shown


def test_what_another_program_changed_is_read(story_path):
    change_by_another_program(story_path, "UPDATE event SET label = 'Changed' WHERE id = 1")
    library = open_library(story_path)
    library.store.close()
    assert library.labels[1] == "Changed"


def test_what_was_read_is_kept_when_the_file_is_written_to_anyway(story_path, resources, workers):
    change_by_another_program(story_path)
    libraries = Libraries(workers, resources / "library", story_path.parent)
    library = libraries.open(story_path).result(20)
    libraries.keep(library).result(20)
    library.store.close()
    library = open_library(story_path)
    library.store.close()
    assert library.kept


def test_loading_says_how_far_it_is(story_path):
    for change in (None, "UPDATE library SET subtitle = 'Changed'"):
        if change:
            change_by_another_program(story_path, change)
        store, loading = Library.open(story_path), Loading()
        assert loading.share == 0
        load(store, loading)
        store.close()
        assert loading.share > 0.8


def test_what_is_called_off_ends_and_lets_go_of_the_file(story_path, workers, resources):
    loading = Loading()
    loading.call_off()
    libraries = Libraries(workers, resources / "library", story_path.parent)
    with pytest.raises(CancelledError):
        libraries.open(story_path, loading).result(20)
    with closing(sqlite3.connect(story_path)) as other:
        other.execute("BEGIN EXCLUSIVE")


def test_calling_off_breaks_off_a_long_step_and_only_that():
    loading, stopped = Loading(), []
    with loading.stopped_by(lambda: stopped.append("first")):
        pass
    with pytest.raises(CancelledError), loading.stopped_by(lambda: stopped.append("second")):
        loading.call_off()
    loading.call_off()
    assert stopped == ["second"]
    with pytest.raises(CancelledError), loading.stopped_by(lambda: stopped.append("third")):
        stopped.append("never")
    assert stopped == ["second"]


def test_a_large_file_is_examined_behind_the_readers_back(story_path, resources, workers, as_if_large):
    libraries = Libraries(workers, resources / "library", story_path.parent)
    library = libraries.open(story_path).result(20)
    assert not library.store.examined
    assert libraries.examine(library).result(20)
    assert library.store.examined
    library.store.close()


def test_damage_in_a_large_file_is_found_later(story_path, resources, workers, as_if_large, monkeypatch):
    with closing(sqlite3.connect(story_path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'mention'").fetchone()
    data = bytearray(story_path.read_bytes())
    data[(page - 1) * 4096 + 8 : page * 4096] = b"\xff" * 4088
    story_path.write_bytes(data)
    libraries = Libraries(workers, resources / "library", story_path.parent)
    library = libraries.open(story_path).result(20)
    with pytest.raises(ReaderError, match="damaged"):
        libraries.examine(library).result(20)
    library.store.close()


def test_of_a_large_file_without_arrays_all_is_examined_before_it_opens(story_path, as_if_large):
    change_by_another_program(story_path)
    library = open_library(story_path)
    library.store.close()
    assert library.store.examined


def test_closing_and_writing_end_the_examination(story_path, resources, workers, as_if_large):
    libraries = Libraries(workers, resources / "library", story_path.parent)
    library = libraries.open(story_path).result(20)
    held = threading.Event()
    workers.aside(lambda: held.wait(20), stop=lambda: None)
    waiting = libraries.examine(library)
    with library.store.writing(keeps_arrays=True):
        pass
    held.set()
    assert not waiting.result(20)
    library.store.close()
    assert not library.store.examined
