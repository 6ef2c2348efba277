"""The status line: a message takes the middle and gives it back."""

import pytest

from explorer.viewmodels.library import Progress
from explorer.viewmodels.messages import Message
from explorer.widgets.status import StatusLine
from explorer.widgets.theme import ThemeHolder


@pytest.fixture
def status(qtbot, resources):
    made = StatusLine(ThemeHolder(resources / "themes", "light", 1.0))
    qtbot.addWidget(made)
    made.show()
    return made


def texts(status):
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in status.findChildren(QLabel) if label.isVisible()]


def test_it_says_counts_span_and_what_is_kept(status):
    status.show_counts("155 of 188 events in view")
    status.show_span("1968 – 2024 · years")
    status.show_kept("Offline · all changes saved", "The library lies in story.tlx")
    assert texts(status) == [
        "155 of 188 events in view",
        "1968 – 2024 · years",
        "Offline · all changes saved",
    ]


def test_a_notice_fades_back_to_the_latest_span(status, qtbot):
    status.show_span("1968 – 2024 · years")
    status.show_message(Message("Copied.", problem=False, seconds=0.05))
    status.show_span("2023 · months")
    assert "Copied." in texts(status)
    qtbot.waitUntil(lambda: "2023 · months" in texts(status))


def test_a_long_message_is_shown_whole(status, qtbot):
    from PySide6.QtWidgets import QLabel

    status.resize(400, status.height())
    low = status.sizeHint().height()
    status.show_message(Message("The disk is full. " * 20, problem=True, seconds=0))
    said = next(label for label in status.findChildren(QLabel) if label.isVisible())
    assert said.wordWrap()
    assert status.layout().heightForWidth(400) > 3 * low


def test_a_problem_stays_until_it_is_closed(status, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QToolButton

    status.show_span("2023")
    status.show_message(Message("The disk is full.", problem=True, seconds=0))
    qtbot.wait(80)
    assert "The disk is full." in texts(status)
    close = status.findChild(QToolButton)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert texts(status) == ["", "2023", ""]


def test_a_message_is_shown_as_it_is(status):
    status.show_message(Message("<b>not bold</b>", problem=True, seconds=0))
    assert "<b>not bold</b>" in texts(status)
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    assert {label.textFormat() for label in status.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_a_line_grows_while_a_library_loads(status):
    from PySide6.QtWidgets import QProgressBar

    status.show_kept("Offline · all changes saved", "")
    line = status.findChild(QProgressBar)
    assert not line.isVisible()
    status.show_progress(Progress("wars.tlx", 0.25))
    assert line.isVisible()
    assert line.value() / line.maximum() == 0.25
    assert texts(status) == ["", "", "Opening wars.tlx · 25 %"]
    assert line.accessibleName() == "Opening wars.tlx · 25 %"
    status.show_progress(None)
    assert not line.isVisible()
    assert texts(status) == ["", "", "Offline · all changes saved"]


def test_a_message_while_a_library_loads_takes_the_line_and_gives_it_back(status):
    from PySide6.QtWidgets import QToolButton

    status.show_kept("Offline", "")
    status.show_progress(Progress("", 0.5))
    status.show_message(Message("The disk is full.", problem=True, seconds=0))
    assert texts(status) == ["The disk is full.", "Opening the story · 50 %"]
    status.show_progress(None)
    assert texts(status) == ["The disk is full."]
    status.findChild(QToolButton).click()
    assert texts(status) == ["", "", "Offline"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_a_short_message_takes_no_more_room_than_the_counts(resources, qtbot, scale):
    made = StatusLine(ThemeHolder(resources / "themes", "light", scale))
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    made.show_counts("155 of 188 events in view")
    before = made.sizeHint().height()
    made.show_message(Message("Copied.", problem=False, seconds=0))
    # A line of bold words may be a pixel higher than one of plain words.
    assert abs(made.layout().heightForWidth(900) - before) <= 1
