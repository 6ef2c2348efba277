"""One screen or two."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from explorer.widgets.presenting.screens import divided

TWO = {
    "screens": [
        {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 800},
        {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080},
    ]
}


def test_with_one_screen_the_notes_are_a_small_window_that_is_asked_for(present) -> None:
    screen = QGuiApplication.primaryScreen()
    assert divided([screen], screen) == (screen, None)
    shown = present()
    assert not shown.speaker.isVisible()
    shown.screens.ask_for_notes()
    speaker = shown.speaker
    assert speaker.isVisible()
    assert screen.geometry().contains(speaker.geometry())
    assert speaker.width() < 400
    shown.screens.ask_for_notes()
    assert not speaker.isVisible()


@pytest.fixture
def two_screens(root: Path, tmp_path: Path, story_path: Path):
    """What both windows tell in a process with two screens, the app's window on the smaller one."""
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(TWO), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.two_screens", str(tmp_path / "data"), str(story_path)],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_with_two_screens_the_class_has_the_large_one_and_the_speaker_the_other(two_screens) -> None:
    first, last, closed, again, ended = two_screens
    assert first["stage"] == ["wall", [1280, 0, 1920, 1080], True]
    assert first["speaker"] == [True, "desk", [0, 0, 1280, 800]]
    place, step, after = first["step"]
    assert (place.split(",")[0], step, after) == ("Step 1 of 14", "A wave nobody planned", "A first promise")
    assert first["note"]
    width, height = first["mirror"]
    assert width / height == pytest.approx(16 / 9, rel=0.01)
    assert width > 300
    assert last["step"] == ["Step 14 of 14", "Two readings", "The last step."]
    assert not closed["speaker"][0]
    assert closed["stage"] == again["stage"] == first["stage"]
    assert again["speaker"] == first["speaker"]
    assert ended == [False, False]
