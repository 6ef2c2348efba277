"""The app as it is started: a child process under the network guard, judged by what it says and leaves."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from explorer.app import display
from explorer.app.main import main
from tests.support.child import App, picture_size


def test_without_a_display_the_opening_view_becomes_a_picture(app: App, tmp_path: Path) -> None:
    done = app()
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    assert str(tmp_path / "timeline.png") in done.stdout
    assert picture_size(tmp_path / "timeline.png") == (1600, 1000)
    assert done.stderr == ""


def test_a_missing_library_of_the_system_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(display.CORE, "libneverwas.so.9", "libneverwas9")
    assert main(["render", str(tmp_path / "out.png")]) == 1
    said = capsys.readouterr().err
    assert "libneverwas.so.9 is missing" in said
    assert "sudo apt install libneverwas9" in said


def test_it_says_where_it_writes_if_that_is_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "portable").touch()
    (tmp_path / "data").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "TimelineExplorer"))
    monkeypatch.delenv("TIMELINE_EXPLORER_DATA")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert main(["cite", "--format", "csl"]) == 0
    said = capsys.readouterr()
    assert f"kept on this computer, in {tmp_path / 'share'}" in said.err
    assert "kept on this computer" not in said.out


def test_a_program_without_a_console_tells_its_problem_in_a_window(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    told: list[str] = []

    def read_and_close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        told.append(box.text())
        box.close()

    QTimer.singleShot(100, read_and_close)
    assert main(["check", str(tmp_path / "nowhere.tlx")]) == 1
    assert "nowhere.tlx" in told[0]


def test_build_writes_a_library_that_check_finds_whole(app: App, tmp_path: Path) -> None:
    done = app("build", "story.tlx")
    assert (done.returncode, done.stderr) == (0, "")
    done = app("check", "story.tlx")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "188" in done.stdout


def test_build_never_writes_over_a_file(app: App, tmp_path: Path) -> None:
    (tmp_path / "mine.tlx").write_text("precious")
    done = app("build", "mine.tlx")
    assert done.returncode == 1
    assert "mine.tlx" in done.stderr
    assert (tmp_path / "mine.tlx").read_text() == "precious"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("check nowhere.tlx", "nowhere.tlx"),
        ("check --documents nowhere", "nowhere"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_and_code_1(typed: str, words: str, app: App) -> None:
    done = app(*typed.split())
    assert done.returncode == 1, done.stdout + done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.rstrip().endswith(".")


def test_a_data_folder_that_cannot_be_made_is_a_sentence(app: App, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = app("check", TIMELINE_EXPLORER_DATA=str(tmp_path / "file" / "data"))
    assert done.returncode == 1
    assert "TIMELINE_EXPLORER_DATA" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("cite", "21st Century Cures Act, Pub. L. No. 114-255, 130 Stat. 1033 (2016)."),
        (
            "cite story.tlx --style mla",
            "United States, Congress. 21st Century Cures Act. Public Law 114-255.",
        ),
        ("cite --format bibtex", "@legislation{pl-114-255,"),
        ("cite --format annotations", '"type": "AnnotationPage"'),
    ],
)
def test_the_bibliography_is_printed(
    typed: str, said: str, app: App, story_library: Path, tmp_path: Path
) -> None:
    shutil.copy(story_library, tmp_path / "story.tlx")
    done = app(*typed.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert said in done.stdout
