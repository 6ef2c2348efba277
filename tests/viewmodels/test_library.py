"""Which library is open, whatever was asked for in between."""

import shutil
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.errors import ReaderError
from explorer.services.libraries import Libraries, OpenLibrary, open_library
from explorer.services.loading import Loading
from explorer.services.workers import Workers
from explorer.store import inspection
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import TICK_MS, LibraryModel, Progress
from explorer.viewmodels.messages import Message, Messages


@dataclass
class Shelf:
    """The model with all that it said, and the data folder of its reader."""

    model: LibraryModel
    data: Path
    bot: QtBot
    courier: Courier
    workers: Workers
    opened: list[OpenLibrary] = field(default_factory=list)
    changed: list[OpenLibrary] = field(default_factory=list)
    failed: list[ReaderError] = field(default_factory=list)
    progress: list[Progress | None] = field(default_factory=list)
    said: list[Message] = field(default_factory=list)

    def settle(self) -> None:
        self.bot.waitUntil(lambda: self.courier.idle, timeout=10_000)

    def open(self, path: Path) -> OpenLibrary:
        self.model.open(path)
        self.settle()
        assert self.model.current is not None
        return self.model.current


@pytest.fixture
def shelf(qtbot: QtBot, resources: Path, story_library: Path, tmp_path: Path) -> Iterator[Shelf]:
    data = tmp_path / "data"
    data.mkdir()
    shutil.copy(story_library, data / "story.tlx")
    workers, messages = Workers(), Messages()
    courier = Courier(messages)
    model = LibraryModel(Libraries(workers, resources / "library", data), courier)
    made = Shelf(model, data, qtbot, courier, workers)
    model.opened.connect(made.opened.append)
    model.changed.connect(made.changed.append)
    model.failed.connect(made.failed.append)
    model.progressed.connect(made.progress.append)
    messages.shown.connect(made.said.append)
    yield made
    workers.close()
    model.close()


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.tlx"
    path.write_bytes(b"no library")
    return path


def title(library: OpenLibrary) -> str:
    """Something that can be read only while the file is open."""
    with library.store.reading() as connection:
        found: str = connection.exec_driver_sql("SELECT title FROM event ORDER BY id LIMIT 1").scalar_one()
    return found


def test_at_first_nothing_is_open(shelf: Shelf) -> None:
    assert shelf.model.current is None
    assert not shelf.model.is_story
    shelf.model.note_change()
    shelf.model.close()
    assert [*shelf.opened, *shelf.changed, *shelf.failed] == []


def test_the_story_is_told_from_a_file_of_the_reader(shelf: Shelf, story_path: Path) -> None:
    shelf.model.open_story()
    assert shelf.model.story_asked
    assert not shelf.model.is_story
    shelf.settle()
    assert shelf.model.is_story
    assert shelf.model.current is not None
    assert shelf.model.current.store.path == shelf.data / "story.tlx"
    assert shelf.open(story_path).store.path == story_path
    assert not shelf.model.is_story
    assert [library.store.path for library in shelf.opened] == [shelf.data / "story.tlx", story_path]


def test_the_earlier_file_is_closed_only_when_everybody_knows_the_new_one(
    shelf: Shelf, story_path: Path
) -> None:
    earlier = shelf.open(story_path)
    readable: list[str] = []
    shelf.model.opened.connect(lambda _: readable.append(title(earlier)))
    shelf.model.open_story()
    shelf.settle()
    assert readable
    with pytest.raises(ReaderError, match="closed"):
        title(earlier)


def test_a_file_that_cannot_be_opened_leaves_the_open_one_as_it_was(shelf: Shelf, broken: Path) -> None:
    shelf.model.open_story()
    shelf.settle()
    before = shelf.model.current
    shelf.model.open(broken)
    shelf.settle()
    assert shelf.model.current is before
    assert shelf.model.is_story
    assert not shelf.model.story_asked
    assert before is not None
    assert title(before)
    (error,) = shelf.failed
    assert "broken.tlx" in str(error)


def test_of_two_files_asked_for_the_later_one_is_opened(
    shelf: Shelf, story_path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(story_path, tmp_path / "other.tlx"))
    shelf.model.open(other)
    assert shelf.open(story_path).store.path == story_path
    assert [library.store.path for library in shelf.opened] == [story_path]


def test_a_change_is_told_with_the_open_library(shelf: Shelf, story_path: Path) -> None:
    library = shelf.open(story_path)
    shelf.model.note_change()
    assert shelf.changed == [library]


def test_closing_lets_go_of_the_file(shelf: Shelf, story_path: Path) -> None:
    library = shelf.open(story_path)
    shelf.model.close()
    assert shelf.model.current is None
    with pytest.raises(ReaderError, match="closed"):
        title(library)


class Slow(Libraries):
    """Loads only when it is let go on."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.go_on = threading.Event()
        self.loading: list[Loading] = []

    def open(self, path: Path, loading: Loading | None = None) -> Future[OpenLibrary]:
        assert loading is not None
        self.loading.append(loading)

        def open_later() -> OpenLibrary:
            loading.reach(0.25)
            assert self.go_on.wait(20)
            return open_library(path, loading)

        return self._workers.read(open_later)


@pytest.fixture
def slow(shelf: Shelf, story_path: Path) -> Iterator[Slow]:
    """In place of the model's own services; lets everything go on at the end."""
    made = Slow(shelf.workers, story_path.parent, shelf.data)
    shelf.model._libraries = made
    yield made
    made.go_on.set()


def test_a_library_that_takes_its_time_says_how_far_it_is(shelf: Shelf, slow: Slow, story_path: Path) -> None:
    with shelf.bot.waitSignal(shelf.model.progressed, timeout=10_000):
        shelf.model.open(story_path)
    assert shelf.progress[-1] == Progress("story.tlx", 0.25)
    slow.go_on.set()
    shelf.settle()
    assert shelf.progress[-1] is None


def test_one_that_is_there_at_once_says_nothing(shelf: Shelf, story_path: Path) -> None:
    shelf.open(story_path)
    shelf.bot.wait(2 * TICK_MS)
    assert shelf.progress == []


def test_another_one_asked_for_calls_the_first_off(
    shelf: Shelf, slow: Slow, story_path: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(story_path, tmp_path / "other.tlx"))
    shelf.model.open(other)
    shelf.model.open(story_path)
    with pytest.raises(CancelledError):
        slow.loading[0].reach(0.5)
    slow.go_on.set()
    shelf.settle()
    assert [library.store.path for library in shelf.opened] == [story_path]


def test_damage_found_behind_the_readers_back_is_told(
    shelf: Shelf, story_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inspection, "WHOLE", 0)
    with closing(sqlite3.connect(story_path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE event SET importance = 9 WHERE id = 3")
        (changes,) = connection.execute("SELECT changes FROM kept_state").fetchone()
        # As if SQLite had not counted it, as damage is not counted.
        connection.execute("UPDATE kept_state SET changes = ?", (changes + 1,))
        connection.commit()
    shelf.open(story_path)
    assert shelf.model.current is not None
    shelf.bot.waitUntil(lambda: bool(shelf.said), timeout=10_000)
    assert [message.problem for message in shelf.said] == [True]
    assert "“story.tlx” is damaged" in shelf.said[0].text


def test_arrays_that_are_missing_are_kept_with_the_first_change(shelf: Shelf, story_path: Path) -> None:
    with closing(sqlite3.connect(story_path)) as connection:
        connection.execute("UPDATE library SET subtitle = 'Changed'")
        connection.commit()
    assert not shelf.open(story_path).kept
    shelf.model.note_change()
    shelf.settle()
    shelf.model.open_story()
    shelf.settle()
    assert shelf.open(story_path).kept
