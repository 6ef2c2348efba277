"""The speaker's window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from explorer.domain.errors import ReaderError
from explorer.widgets.presenting.speaker import SpeakerWindow
from tests.widgets.presenting.conftest import rest

Key = Qt.Key


@pytest.fixture
def shown(present):
    """A talk of which the speaker has asked for the notes."""
    shown = present(1, tour=1)
    shown.screens.ask_for_notes()
    return shown


def place(widget: QWidget) -> QPoint:
    """Where a part begins in its window."""
    return widget.mapTo(widget.window(), QPoint(0, 0))


def button(speaker: SpeakerWindow, text: str) -> QPushButton:
    return next(one for one in speaker.findChildren(QPushButton) if text in one.text())


def test_it_tells_this_step_the_next_the_notes_and_the_time_and_mirrors_the_stage(shown, qtbot) -> None:
    speaker, tour = shown.speaker, shown.stage.talk.state.tour
    assert speaker.isVisible()
    assert speaker.place.text() == "Step 1 of 14"
    assert speaker.step.text() == tour.steps[0].title
    assert speaker.say.text() == tour.steps[0].say
    assert speaker.note.text() == tour.steps[0].speaker_note
    assert speaker.next.text() == tour.steps[1].title
    assert speaker.after.text() == tour.steps[1].say
    assert ":" in speaker.time.text()
    assert speaker.passed.text() == f"0:00 of {tour.minutes} min"
    qtbot.waitUntil(lambda: not speaker.mirror.picture.isNull())
    shown.stage.talk.go_to(8)
    rest(qtbot, shown)
    assert speaker.step.text() == f"{tour.steps[8].title} · unchecked"
    shown.stage.talk.stray()
    assert speaker.place.text() == "Step 9 of 14 · off the path, R comes back"
    shown.stage.talk.last()
    assert speaker.next.text() == "The last step."


def test_its_keys_steer_the_stage_and_escape_puts_only_the_notes_away(shown, qtbot) -> None:
    speaker, talk = shown.speaker, shown.stage.talk
    QTest.keyClick(speaker, Key.Key_PageDown)
    assert talk.state.number == 1
    QTest.keyClick(speaker, Key.Key_1)
    QTest.keyClick(speaker, Key.Key_1)
    QTest.keyClick(speaker, Key.Key_Return)
    assert talk.state.number == 10
    QTest.keyClick(speaker, Key.Key_B)
    assert shown.window.curtain.isVisible()
    QTest.keyClick(speaker, Key.Key_Plus)
    assert talk.state.away
    QTest.keyClick(speaker, Key.Key_Escape)
    assert not speaker.isVisible()
    assert talk.state is not None
    assert shown.window.isVisible()


def test_buttons_hold_the_clock_and_save_the_notes_and_leave_the_keys_alone(shown, tmp_path: Path) -> None:
    speaker, clock = shown.speaker, shown.stage.clock
    assert clock.runs
    QTest.mouseClick(button(speaker, "Pause"), Qt.MouseButton.LeftButton)
    assert not clock.runs
    assert speaker.hold.text() == "Start"
    QTest.mouseClick(button(speaker, "Start"), Qt.MouseButton.LeftButton)
    assert clock.runs
    # Space still goes on: the buttons do not take the keyboard by a click.
    QTest.keyClick(speaker, Key.Key_Space)
    assert shown.stage.talk.state.number == 1
    shown.speaker.save_as(tmp_path / "notes.pdf")
    assert (tmp_path / "notes.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(ReaderError) as told:
        shown.speaker.save_as(tmp_path / "none" / "notes.pdf")
    shown.speaker.warn(str(told.value))
    assert shown.speaker.told.isVisible()


def test_it_fits_a_phone_and_divides_itself_on_a_screen(shown, qtbot) -> None:
    speaker = shown.speaker
    speaker.resize(QSize(1280, 800))
    qtbot.waitUntil(lambda: speaker.mirror.geometry().right() < place(speaker.note).x())
    speaker.resize(QSize(390, 740))
    assert speaker.width() == 390
    qtbot.waitUntil(lambda: speaker.mirror.geometry().bottom() < place(speaker.note).y())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_all_parts_fit_the_smallest_it_can_be_made(shown, app_look, scale: float) -> None:
    app_look.apply("light", scale)
    shown.speaker.resize(QSize(1, 1))
    needed = shown.speaker.layout().totalMinimumSize()
    assert shown.speaker.size().boundedTo(needed) == needed
