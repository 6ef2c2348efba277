"""What the tests fetch is the very file, or is not there."""

import os
from pathlib import Path

import pytest

from tests.support import timelinejs


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for npm in front of the path; a test writes it."""
    tools = tmp_path / "tools"
    tools.mkdir()
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    program = tools / "npm"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_another_file_is_refused_and_leaves_nothing(npm: Path, tmp_path: Path) -> None:
    npm.write_text("#!/bin/sh\necho something else >package.tgz\n", encoding="utf-8")
    assert "is another file than it was" in timelinejs.fetch(tmp_path / "timelinejs")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("timelinejs")) == []


def test_without_a_network_it_says_so_and_leaves_nothing(npm: Path, tmp_path: Path) -> None:
    assert "could not be fetched" in timelinejs.fetch(tmp_path / "timelinejs")
    assert not (tmp_path / "timelinejs").exists()
