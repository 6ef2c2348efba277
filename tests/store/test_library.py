import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from explorer.domain.errors import ReaderError
from explorer.store import reads
from explorer.store.columns import columns, facet_pairs
from explorer.store.filling import put
from explorer.store.library import Library
from explorer.store.schema import note
from tests.support.broken_libraries import BROKEN
from tests.support.permissions import ordinary_user


def add_note(library: Library, words: str, number: int) -> None:
    with library.writing() as connection:
        about = {"uuid": f"note {number}", "target_kind": "event", "target_id": 1, "text": words}
        put(connection, note, [{"id": number, **about, "created": "", "modified": ""}])


def notes(library: Library) -> list[str]:
    with library.reading() as connection:
        return list(connection.scalars(text("SELECT text FROM note ORDER BY id")))


def delete_and_fail(connection: Connection) -> None:
    connection.execute(text("DELETE FROM evidence"))
    raise RuntimeError


def fill_the_disk(connection: Connection) -> None:
    connection.execute(text("PRAGMA max_page_count = 1"))
    connection.execute(text("UPDATE event SET summary = summary || hex(zeroblob(10000))"))


def read_all(path: Path) -> None:
    library = Library.open(path)
    try:
        with library.reading() as connection:
            reads.contents(connection)
            reads.web(connection)
            reads.evidence(connection)
            reads.source_summaries(connection)
            columns(connection)
            facet_pairs(connection)
    finally:
        library.close()


def state_of(folder: Path) -> dict[str, bytes | None]:
    return {path.name: path.read_bytes() if path.is_file() else None for path in folder.iterdir()}


@pytest.fixture
def shelf(story_library):
    """A folder of its own that every user may enter, with a copy of the story in it."""
    folder = Path(tempfile.mkdtemp(prefix="shelf-"))
    folder.chmod(0o777)
    path = Path(shutil.copy(story_library, folder / "story.tlx"))
    path.chmod(0o666)
    yield path
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_library_is_refused_with_a_sentence_and_left_as_it_is(name, shelf):
    spoil, words = BROKEN[name]
    spoil(shelf)
    before = state_of(shelf.parent)
    with pytest.raises(ReaderError) as refused:
        read_all(shelf)
    said = str(refused.value)
    assert words in said
    assert shelf.name in said
    assert said.endswith(".")
    assert "\n" not in said
    assert state_of(shelf.parent) == before


def test_a_library_locked_by_another_program_is_refused(story_path):
    with closing(sqlite3.connect(story_path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ReaderError, match="locked by another program"):
            Library.open(story_path)


def test_a_library_that_may_not_be_read_is_refused(shelf):
    shelf.chmod(0)
    with ordinary_user(), pytest.raises(ReaderError, match="You may not read “story"):
        Library.open(shelf)


def test_opening_and_reading_change_nothing(story_path):
    before = state_of(story_path.parent)
    read_all(story_path)
    assert state_of(story_path.parent) == before


@pytest.mark.parametrize(
    "name", ["a library.tlx", "what?.tlx", "50 % #1 & more.tlx", "Größe 中文.tlx", "a%41b.tlx", "'\";--.tlx"]
)
def test_any_file_name_can_be_opened_and_written(name, story_path, tmp_path):
    path = tmp_path / "über ? # %20" / name
    path.parent.mkdir()
    shutil.move(story_path, path)
    library = Library.open(path)
    add_note(library, "kept", 1)
    assert notes(library) == ["kept"]
    library.close()
    assert [each.name for each in path.parent.iterdir()] == [name]


class TestReadOnly:
    def test_a_file_that_may_not_be_changed_says_so(self, shelf):
        shelf.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        with ordinary_user():
            self.check(shelf)

    def test_a_folder_that_may_not_be_changed_says_so(self, shelf):
        shelf.parent.chmod(0o555)
        with ordinary_user():
            self.check(shelf)

    def test_a_file_left_in_wal_mode_on_media_that_cannot_change_can_be_read(self, shelf):
        with closing(sqlite3.connect(shelf)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
        shelf.chmod(0o444)
        shelf.parent.chmod(0o555)
        with ordinary_user():
            self.check(shelf)

    def test_unfinished_changes_beside_it_are_not_passed_over(self, shelf):
        with closing(sqlite3.connect(shelf)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("UPDATE library SET title = 'Changed'")
            connection.commit()
            for end in ("", "-wal"):
                shutil.copy(f"{shelf}{end}", shelf.with_name(f"copy.tlx{end}"))
        shelf.parent.chmod(0o555)
        with ordinary_user(), pytest.raises(ReaderError, match=r"together with “copy.+-wal”"):
            Library.open(shelf.with_name("copy.tlx"))

    def check(self, path: Path) -> None:
        before = state_of(path.parent)
        library = Library.open(path)
        assert library.read_only
        assert library.notice.startswith("Opened read-only")
        with library.reading() as connection:
            assert reads.event_id(connection, "woodside-summit-2023")
        with pytest.raises(ReaderError, match="read-only"), library.writing():
            pass
        library.close()
        assert state_of(path.parent) == before


class TestTwoWindows:
    def test_each_sees_what_the_other_wrote_and_the_last_leaves_one_file(self, story_path):
        first, second = Library.open(story_path), Library.open(story_path)
        add_note(first, "from the first", 1)
        assert notes(second) == ["from the first"]
        add_note(second, "from the second", 2)
        first.close()
        assert notes(second) == ["from the first", "from the second"]
        add_note(second, "alone", 3)
        second.close()
        assert [path.name for path in story_path.parent.glob("story*")] == ["story.tlx"]
        assert story_path.read_bytes()[18] == 1

    def test_one_reads_while_the_other_writes(self, story_path):
        first, second = Library.open(story_path), Library.open(story_path)
        add_note(first, "before", 1)
        with second.reading() as reader:
            assert len(reader.execute(text("SELECT text FROM note")).all()) == 1
            add_note(first, "meanwhile", 2)
            assert len(reader.execute(text("SELECT text FROM note")).all()) == 1
        assert notes(second) == ["before", "meanwhile"]
        first.close()
        second.close()

    def test_two_that_write_at_once_are_told(self, story_path):
        first, second = Library.open(story_path), Library.open(story_path)
        with first.writing(), pytest.raises(ReaderError, match="locked"), second.writing():
            pass
        add_note(second, "later", 1)
        assert notes(first) == ["later"]
        first.close()
        second.close()

    def test_two_processes_take_turns(self, story_path, root):
        code = """
import sys
from pathlib import Path
from sqlalchemy import Connection, text
from explorer.store.library import Library
library = Library.open(Path(sys.argv[1]))
for number in range(20):
    with library.writing() as connection:
        connection.execute(
            text("INSERT INTO note VALUES (:id, :uuid, 'event', 1, 'x', '', '')"),
            {"id": None, "uuid": f"{sys.argv[2]} {number}"},
        )
library.close()
"""
        children = [
            subprocess.Popen([sys.executable, "-c", code, story_path, name], cwd=root) for name in "ab"
        ]
        assert [child.wait(60) for child in children] == [0, 0]
        library = Library.open(story_path)
        assert len(notes(library)) == 40
        library.close()


class TestWriting:
    def test_what_fails_half_way_leaves_nothing(self, story_path):
        library = Library.open(story_path)
        with pytest.raises(RuntimeError), library.writing() as connection:
            delete_and_fail(connection)
        with library.reading() as connection:
            assert reads.evidence(connection)
        library.close()

    def test_threads_share_a_library(self, story_path):
        library = Library.open(story_path)
        wrong: list[BaseException] = []

        def read() -> None:
            try:
                for _ in range(20):
                    notes(library)
            except BaseException as error:  # noqa: BLE001
                wrong.append(error)

        threads = [threading.Thread(target=read) for _ in range(3)]
        for thread in threads:
            thread.start()
        for number in range(1, 11):
            add_note(library, "x", number)
        for thread in threads:
            thread.join()
        assert not wrong
        library.close()

    def test_a_file_that_was_moved_away_is_not_written(self, story_path):
        library = Library.open(story_path)
        story_path.rename(story_path.with_name("elsewhere.tlx"))
        with pytest.raises(ReaderError, match="moved, deleted or replaced"), library.writing():
            pass
        library.close()

    def test_a_full_disk_is_told_and_undone(self, story_path):
        library = Library.open(story_path)
        with pytest.raises(ReaderError, match="disk is full"), library.writing() as connection:
            fill_the_disk(connection)
        with library.reading() as connection:
            assert len(reads.headings(connection)) > 100
        library.close()

    def test_a_mistake_of_ours_is_no_sentence_for_the_reader(self, story_path):
        library = Library.open(story_path)
        with pytest.raises(Exception, match="FOREIGN KEY") as failed, library.writing() as connection:
            connection.execute(text("DELETE FROM theme"))
        assert not isinstance(failed.value, ReaderError)
        library.close()

    def test_a_table_taken_away_while_it_is_open_is_told(self, story_path):
        library = Library.open(story_path)
        with closing(sqlite3.connect(story_path)) as other:
            other.execute("DROP TABLE observation")
            other.commit()
        with pytest.raises(ReaderError, match="damaged"), library.reading() as connection:
            reads.contents(connection)
        library.close()

    def test_a_process_killed_while_it_writes_leaves_whole_changes_only(self, story_path, root):
        code = """
import sys
from pathlib import Path
from sqlalchemy import Connection, text
from explorer.store.library import Library
library = Library.open(Path(sys.argv[1]))
for number in range(10**9):
    with library.writing() as connection:
        for half in "ab":
            connection.execute(
                text("INSERT INTO note VALUES (NULL, :uuid, 'event', 1, :text, '', '')"),
                {"uuid": f"{number}{half}", "text": "x" * 20000},
            )
    print(number, flush=True)
"""
        child = subprocess.Popen(
            [sys.executable, "-c", code, story_path], cwd=root, stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        seen = [int(child.stdout.readline()) for _ in range(5)]
        os.kill(child.pid, signal.SIGKILL)
        seen += [int(line) for line in child.stdout.read().split()]
        child.wait()
        child.stdout.close()
        library = Library.open(story_path)
        kept = len(notes(library))
        library.close()
        assert kept % 2 == 0
        assert kept >= 2 * len(seen)
        assert [path.name for path in story_path.parent.glob("story*")] == ["story.tlx"]


def test_a_closed_library_refuses_to_read(story_path):
    library = Library.open(story_path)
    library.close()
    library.close()
    with pytest.raises(ReaderError, match="is closed"), library.reading():
        pass
