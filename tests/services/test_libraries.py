import json
import shutil
import time
from contextlib import closing

import numpy as np
import pytest

from explorer.domain.draft import EventDraft
from explorer.domain.errors import ReaderError
from explorer.domain.passage import AnchorState
from explorer.domain.source import Document
from explorer.services import drafts
from explorer.services.documents import Documents
from explorer.services.edits import Edits
from explorer.services.libraries import (
    STORY_FILE,
    Libraries,
    build_story,
    open_library,
    open_story,
    story_library,
)
from explorer.services.workers import Errand, Workers
from explorer.store import changes, reads
from explorer.store.engine import connect
from tests.support import attaching
from tests.support.reading import text_around


@pytest.fixture
def story(resources, tmp_path):
    return shutil.copytree(resources / "library", tmp_path / "library")


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def workers():
    workers = Workers()
    yield workers
    workers.close()


def edit(story, name, change):
    path = story / name
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")


def newer(story, title="A newer title"):
    edit(story, "library.json", lambda about: about.update(title=title, version=2))


def attach(story, data, tmp_path):
    """The reader attaches a copy of the first article; answers its text."""
    workers = Workers()
    library = open_story(story, data)
    with library.store.reading() as connection:
        passages = reads.passages(connection, 1)
    copy = tmp_path / "copy.txt"
    copy.write_text(text_around(passages), "utf-8")
    made = Documents(workers).copy(library, 1, copy, Errand()).result(20)
    Edits(workers).apply(library, made.change_set, made.contents).result(20)
    library.store.close()
    workers.close()
    return copy.read_text("utf-8")


def test_the_first_start_builds_the_story_in_less_than_a_second(story, data):
    began = time.perf_counter()
    library = open_story(story, data)
    took = time.perf_counter() - began
    library.store.close()
    assert took < 1
    assert [path.name for path in data.iterdir()] == [STORY_FILE]
    assert library.store.notice == ""


def test_an_open_library_has_everything_in_memory(story, data):
    library = open_story(story, data)
    library.store.close()
    assert library.index.size == len(library.labels) == 188
    assert library.index.lanes == len(library.contents.themes) == 8
    assert library.contents.start_event_id in library.labels
    row = library.index.row_of(library.contents.start_event_id)
    assert row is not None
    assert np.all(library.index.sources <= 2)


def test_a_second_start_uses_what_is_there(story, data):
    path = story_library(story, data)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    assert story_library(story, data) == path
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_another_story_is_built_anew_and_nothing_else_is_touched(story, data):
    story_library(story, data)
    mine = data / "mine.tlx"
    build_story(story, mine)
    before = mine.read_bytes()
    newer(story)
    library = open_story(story, data)
    library.store.close()
    assert library.contents.title == "A newer title"
    assert library.contents.version == "2"
    assert mine.read_bytes() == before
    assert sorted(path.name for path in data.iterdir()) == ["mine.tlx", STORY_FILE]


def test_documents_of_the_reader_go_over_into_the_new_story(story, data, tmp_path):
    text = attach(story, data, tmp_path)
    newer(story)
    edit(story, "people.json", lambda people: people.insert(0, people[0] | {"id": "someone-new"}))
    library = open_story(story, data)
    with library.store.reading() as connection:
        detail = reads.source_detail(connection, 1)
    library.store.close()
    assert library.contents.title == "A newer title"
    assert detail.document is not None
    assert detail.document.text == text
    assert {each.anchor.state for each in detail.passages if each.anchor} == {AnchorState.EXACT}
    assert all(each.anchor for each in detail.passages)


def test_a_document_that_has_no_place_any_more_stays_in_the_old_file(story, data):
    library = open_story(story, data)
    record = next(each for each in library.contents.sources if each.slug == "pl-91-513")
    document = Document(record.id, "law.txt", "0", "UTF-8", "Be it enacted", "now")
    with library.store.writing() as connection:
        attaching.attach(connection, document)
    library.store.close()
    edit(story, "sources.json", lambda sources: sources["records"].pop(0))
    edit(story, "events.json", lambda events: [each.update(source_ids=[]) for each in events])
    library = open_story(story, data)
    library.store.close()
    (kept,) = data.glob("story (kept *).tlx")
    assert kept.name in library.store.notice
    old = open_library(kept)
    with old.store.reading() as connection:
        assert reads.attached(connection) == {"pl-91-513": document}
    old.store.close()


def test_what_the_reader_changed_stays_in_a_copy_and_that_is_said(story, data):
    library = open_story(story, data)
    with library.store.writing() as connection:
        change_set = drafts.new_event(EventDraft("Mine", "2020", 1))(connection)
        changes.apply(connection, change_set)
    library.store.close()
    newer(story)
    library = open_story(story, data)
    library.store.close()
    assert library.contents.title == "A newer title"
    (kept,) = data.glob("story (kept *).tlx")
    assert f"Your changes are in “{kept.name}”" in library.store.notice
    old = open_library(kept)
    with old.store.reading() as connection:
        assert changes.history(connection).undo == "New event “Mine”"
    old.store.close()
    again = open_story(story, data)
    again.store.close()
    assert again.store.notice == ""


def test_changes_that_were_taken_back_need_no_copy(story, data):
    library = open_story(story, data)
    with library.store.writing() as connection:
        changes.apply(connection, drafts.new_event(EventDraft("Mine", "2020", 1))(connection))
        changes.undo(connection)
    library.store.close()
    newer(story)
    open_story(story, data).store.close()
    assert [path.name for path in data.iterdir()] == [STORY_FILE]


def test_while_another_window_has_it_open_the_old_story_stays(story, data):
    first = open_story(story, data)
    with first.store.writing():
        pass
    newer(story)
    second = open_story(story, data)
    assert second.contents.title == first.contents.title
    assert "earlier version" in second.store.notice
    assert "another window" in second.store.notice
    first.store.close()
    second.store.close()
    third = open_story(story, data)
    third.store.close()
    assert third.contents.title == "A newer title"
    assert [path.name for path in data.iterdir()] == [STORY_FILE]


@pytest.mark.parametrize("spoil", [b"", b"not a database at all", None])
def test_a_story_file_that_is_spoilt_is_moved_aside_and_built_again(spoil, story, data):
    path = story_library(story, data)
    content = path.read_bytes()[:50_000] if spoil is None else spoil
    path.write_bytes(content)
    library = open_story(story, data)
    library.store.close()
    (kept,) = data.glob("story (kept *).tlx")
    assert kept.read_bytes() == content


def test_a_story_file_that_another_program_holds_is_left_alone(story, data):
    path = story_library(story, data)
    before = path.read_bytes()
    with closing(connect(path, "rw")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ReaderError, match="locked"):
            open_story(story, data)
    assert path.read_bytes() == before
    assert [each.name for each in data.iterdir()] == [STORY_FILE]


def test_libraries_open_on_worker_threads(story, data, tmp_path, workers):
    libraries = Libraries(workers, story, data)
    built = libraries.build(tmp_path / "built.tlx")
    opened = [libraries.open_story().result(20), libraries.open(built).result(20)]
    assert [each.store.path.name for each in opened] == [STORY_FILE, "built.tlx"]
    for each in opened:
        each.store.close()
    refused = libraries.open(tmp_path / "none.tlx")
    with pytest.raises(ReaderError, match="There is no file"):
        refused.result(20)


def test_without_the_files_of_the_story_the_one_that_was_built_is_opened(story, data):
    story_library(story, data)
    shutil.rmtree(story)
    library = open_story(story, data)
    library.store.close()
    assert library.index.size == 188
    assert "Install the app again" in library.store.notice


def test_a_story_that_is_not_there_is_told(tmp_path, data):
    with pytest.raises(ReaderError, match="Install the app again"):
        open_story(tmp_path / "nowhere", data)
    assert not data.exists()
