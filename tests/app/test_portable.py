import os
import sys
from pathlib import Path

import pytest

from explorer.app.portable import holds, may_hold, passing_folder, portable_folder
from tests.support.permissions import ordinary_user


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder in which this process seems to be the program of a bundle."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "TimelineExplorer"))
    return tmp_path


@pytest.mark.parametrize("mark", ["portable", "portable.txt"])
def test_a_mark_beside_the_program_makes_it_portable(mark: str, program: Path) -> None:
    assert portable_folder() is None
    (program / mark).touch()
    assert portable_folder() == program / "data"


def test_an_app_from_its_source_is_not_portable(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / "portable").touch()
    monkeypatch.delattr(sys, "frozen")
    assert portable_folder() is None


def test_a_folder_that_is_there_or_can_be_made_holds_files_and_stays_as_it_is(tmp_path: Path) -> None:
    assert may_hold(tmp_path / "a" / "b")
    assert holds(tmp_path / "a" / "b")
    assert not list(tmp_path.iterdir())


def test_no_folder_can_be_made_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not may_hold(tmp_path / "file" / "data")
    assert not holds(tmp_path / "file")


def test_a_folder_closed_to_the_reader_holds_nothing() -> None:
    assert may_hold(Path("/")) is (os.geteuid() == 0)
    with ordinary_user():
        assert not holds(Path("/timeline-explorer"))


def test_the_passing_folder_is_one_s_own_and_the_same_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = passing_folder()
    assert folder is not None
    assert folder.parent == tmp_path
    assert folder.stat().st_mode & 0o777 == 0o700
    assert passing_folder() == folder


def test_a_passing_folder_that_others_can_reach_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    folder = passing_folder()
    assert folder is not None
    folder.chmod(0o777)
    assert passing_folder() is None
    folder.rmdir()
    folder.symlink_to(tmp_path)
    assert passing_folder() is None
