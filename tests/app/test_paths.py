import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.app.paths import DATA_VARIABLE, Paths, locate
from explorer.domain.errors import ReaderError
from tests.support.permissions import ordinary_user


def test_the_environment_names_the_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "stick"))
    paths = locate()
    assert paths.data == tmp_path / "stick"
    assert paths.settings.parent == paths.reports.parent == paths.data


def test_a_relative_data_folder_is_taken_from_the_folder_of_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(DATA_VARIABLE, "stick")
    assert locate().data == tmp_path / "stick"


def test_without_it_the_system_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    data = locate().data
    assert data.is_absolute()
    assert data.name == "timeline-explorer"


@pytest.fixture
def ground() -> Iterator[Path]:
    """A folder of its own that every user may enter and write to."""
    folder = Path(tempfile.mkdtemp(prefix="ground-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, ground: Path) -> Path:
    """The folder of a portable app, open to all, with a home for its reader beside it."""
    folder = ground / "stick" / "TimelineExplorer"
    folder.mkdir(parents=True)
    (folder / "portable").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "TimelineExplorer"))
    monkeypatch.delenv(DATA_VARIABLE)
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(ground / "home"))
    return folder


def test_a_portable_app_keeps_its_data_beside_its_program(program: Path) -> None:
    paths = locate()
    assert paths.data == paths.beside == program / "data"
    assert paths.base == program
    assert paths.notice == ""
    assert not paths.data.exists(), "asking alone makes nothing"


def test_the_environment_wins_over_the_mark(
    program: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "named"))
    assert locate() == Paths(locate().resources, tmp_path / "named")


def test_beside_a_read_only_program_the_reader_s_own_folder_is_used_and_named(program: Path) -> None:
    (program / "data").mkdir()
    (program / "data" / "settings.ini").write_text("[look]\ntheme=dark\n", encoding="utf-8")
    (program / "data").chmod(0o555)
    with ordinary_user():
        paths = locate()
        paths.prepare()
        assert paths.data == Path(os.environ["HOME"], ".local", "share", "timeline-explorer", "portable")
        assert f"{program / 'data'} cannot be written to" in paths.notice
        assert str(paths.data) in paths.notice
        assert "dark" in paths.settings.read_text("utf-8"), "it looks as it was left"
        paths.settings.write_text("[look]\ntheme=light\n", encoding="utf-8")
        paths.prepare()
        assert "light" in paths.settings.read_text("utf-8"), "what was set here later stays"


def test_the_story_lies_where_it_was_changed_last(program: Path) -> None:
    (program / "data").mkdir()
    (program / "data").chmod(0o555)
    with ordinary_user():
        paths = locate()
        paths.prepare()
        assert paths.home_of("story.tlx") == paths.data
    (program / "data" / "story.tlx").touch()
    assert paths.home_of("story.tlx") == paths.beside
    (paths.data / "story.tlx").touch()
    os.utime(program / "data" / "story.tlx", (1, 1))
    assert paths.home_of("story.tlx") == paths.data


def test_with_nowhere_to_write_a_passing_folder_is_used_and_named(
    program: Path, monkeypatch: pytest.MonkeyPatch, ground: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(ground))
    program.chmod(0o555)
    home = ground / "home"
    home.mkdir(mode=0o555)
    with ordinary_user():
        paths = locate()
        paths.prepare()
        assert paths.data.parent == ground
        assert f"What is new lies in {paths.data}" in paths.notice


def test_an_empty_home_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", "")
    assert locate().data != Path("/.local/share/timeline-explorer")


def test_a_checkout_has_its_resources_beside_the_package(root: Path) -> None:
    paths = locate()
    assert paths.resources == root / "resources"
    assert (paths.themes / "app.qss").is_file()


def test_prepare_makes_the_data_folder(tmp_path: Path) -> None:
    paths = Paths(tmp_path, tmp_path / "a" / "b")
    paths.prepare()
    paths.prepare()
    assert paths.data.is_dir()


def test_a_data_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReaderError, match=rf"cannot be made: a file is in its way.*{DATA_VARIABLE}"):
        Paths(tmp_path, tmp_path / "file" / "data").prepare()
