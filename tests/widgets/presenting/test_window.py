"""The stage, by key and by hand."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.widgets.presenting.conftest import rest

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(present):
    """The first tour at its second step, which has one part."""
    return present(2)


def press(shown, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(shown.window, key)


def test_keys_go_on_and_back_and_to_a_number_and_a_step_wipes_off_what_was_drawn(shown) -> None:
    talk = shown.stage.talk
    press(shown, Key.Key_PageDown, Key.Key_Right, Key.Key_Space, Key.Key_PageUp)
    assert talk.state.number == 3
    press(shown, Key.Key_1, Key.Key_2)
    assert shown.window.head.corner.text == "to step 12"
    press(shown, Key.Key_Enter)
    assert talk.state.number == 11
    press(shown, Key.Key_9, Key.Key_Escape)
    assert shown.window.head.corner.text == "12/14"
    press(shown, Key.Key_Home)
    assert talk.state.number == 0
    press(shown, Key.Key_End)
    assert talk.state.number == 13
    window = shown.window
    press(shown, Key.Key_D)
    QTest.mouseClick(window.ink, LEFT, pos=QPoint(300, 300))
    press(shown, Key.Key_D)
    assert window.ink.strokes == 1
    press(shown, Key.Key_S)
    assert window.spotlight.isVisible()
    press(shown, Key.Key_S, Key.Key_PageUp)
    assert not window.spotlight.isVisible()
    assert window.ink.strokes == 0


def test_black_and_white_hide_the_stage_and_the_next_key_only_uncovers_it(shown) -> None:
    window, talk = shown.window, shown.stage.talk
    press(shown, Key.Key_B)
    assert window.curtain.isVisible()
    assert not window.curtain.is_white
    press(shown, Key.Key_W)
    assert window.curtain.is_white
    press(shown, Key.Key_PageDown)
    assert not window.curtain.isVisible()
    assert talk.state.number == 1
    press(shown, Key.Key_B)
    QTest.mouseClick(window.curtain, LEFT, pos=QPoint(window.width() - 20, 300))
    assert not window.curtain.isVisible()
    assert talk.state.number == 1
    press(shown, Key.Key_B, Key.Key_Escape)
    assert not window.curtain.isVisible()
    assert window.isVisible()


def test_clicks_at_the_sides_and_swipes_go_on_and_back(shown) -> None:
    window, talk = shown.window, shown.stage.talk
    width, low = window.width(), window.height() - 60
    for x, number in ((width - 20, 2), (width // 2, 2), (20, 1)):
        QTest.mouseClick(window, LEFT, pos=QPoint(x, low))
        assert talk.state.number == number
    for start, end, number in ((900, 500, 2), (500, 900, 1)):
        QTest.mousePress(window, LEFT, pos=QPoint(start, low))
        QTest.mouseRelease(window, LEFT, pos=QPoint(end, low))
        assert talk.state.number == number


def test_a_click_on_an_event_opens_it_and_one_key_comes_back(shown, qtbot) -> None:
    window, talk = shown.window, shown.stage.talk
    canvas = window.canvas
    canvas.grab()
    x, y, _radius = canvas.picture.mark_of(shown.stage.selection.current)
    QTest.mouseClick(canvas, LEFT, pos=canvas.logical_point(QPointF(x, y)))
    qtbot.waitUntil(window.page.isVisible)
    assert talk.state.away
    assert window.head.corner.text == "R: back to step 2"
    assert "Obama and Xi agree" in window.page.toPlainText()
    QTest.keyClick(window.page, Key.Key_R)
    assert not window.page.isVisible()
    assert not talk.state.away
    assert talk.state.number == 1


def test_zooming_by_key_leaves_the_path_and_backspace_comes_back(shown, qtbot) -> None:
    before = shown.stage.viewport.viewport
    press(shown, Key.Key_Plus)
    qtbot.waitUntil(lambda: not shown.stage.viewport.moving)
    assert shown.stage.talk.state.away
    assert shown.stage.viewport.viewport.days < before.days
    press(shown, Key.Key_Backspace)
    rest(qtbot, shown)
    after = shown.stage.viewport.viewport
    assert (after.start, after.end) == pytest.approx((before.start, before.end))


def test_a_resting_pointer_goes_and_escape_first_puts_the_keys_away_then_leaves(shown, qtbot) -> None:
    window = shown.window
    assert window.pointer.due
    window.pointer.hide()
    assert window.canvas.cursor().shape() is Qt.CursorShape.BlankCursor
    press(shown, Key.Key_F1)
    assert "black, white screen" in window.page.toPlainText()
    QTest.keyClick(window.page, Key.Key_Escape)
    assert not window.page.isVisible()
    with qtbot.waitSignal(window.left):
        press(shown, Key.Key_Escape)
    assert not window.isVisible()
