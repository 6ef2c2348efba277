import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.controls import Chip, LinkButton, WrappingButton
from explorer.widgets.theme import ThemeHolder

NAME = "House Permanent Select Committee on Intelligence"


@pytest.fixture(params=[LinkButton, Chip])
def made(request: pytest.FixtureRequest, qtbot: QtBot, look: ThemeHolder) -> WrappingButton:
    button: WrappingButton = request.param(look)
    qtbot.addWidget(button)
    button.say(NAME, "Show only events with it")
    button.show()
    return button


def test_a_long_name_wraps_and_grows(made: WrappingButton) -> None:
    wide = made.sizeHint()
    assert made.heightForWidth(wide.width()) == wide.height()
    assert made.heightForWidth(wide.width() // 2) > wide.height()
    assert made.minimumSizeHint().width() <= 40


def test_it_is_named_and_described(made: WrappingButton) -> None:
    assert made.accessibleName() == NAME
    assert made.accessibleDescription() == made.toolTip() == "Show only events with it"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space])
def test_the_keyboard_presses_it(qtbot: QtBot, made: WrappingButton, key: Qt.Key) -> None:
    with qtbot.waitSignal(made.clicked):
        QTest.keyClick(made, key)


def test_the_focus_can_be_seen(qtbot: QtBot, made: WrappingButton) -> None:
    made.resize(made.sizeHint())
    made.clearFocus()
    without = made.grab().toImage()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    assert made.grab().toImage() != without


def test_larger_text_takes_more_room(made: WrappingButton, look: ThemeHolder) -> None:
    before = made.sizeHint()
    look.apply("dark", 1.5)
    assert made.sizeHint().width() > 1.3 * before.width()
