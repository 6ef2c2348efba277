"""Which library is open, whatever was asked for in between."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.domain.errors import ReaderError
from explorer.services.libraries import Libraries, OpenLibrary
from explorer.services.workers import Workers
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages


@dataclass
class Shelf:
    """The model with all that it said, and the data folder of its reader."""

    model: LibraryModel
    data: Path
    bot: QtBot
    courier: Courier
    opened: list[OpenLibrary] = field(default_factory=list)
    changed: list[OpenLibrary] = field(default_factory=list)
    failed: list[ReaderError] = field(default_factory=list)

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
    workers, courier = Workers(), Courier(Messages())
    model = LibraryModel(Libraries(workers, resources / "library", data), courier)
    made = Shelf(model, data, qtbot, courier)
    model.opened.connect(made.opened.append)
    model.changed.connect(made.changed.append)
    model.failed.connect(made.failed.append)
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
