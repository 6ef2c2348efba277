"""Keys of the stage."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from explorer.widgets.presenting.keys import Wish, digit_of, is_for_timeline, key_rows, wish_of

Key, Mod = Qt.Key, Qt.KeyboardModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Key.Key_PageDown, Wish.NEXT),
        (Key.Key_Space, Wish.NEXT),
        (Key.Key_PageUp, Wish.BACK),
        (Key.Key_B, Wish.BLACK),
        (Key.Key_W, Wish.WHITE),
        (Key.Key_S, Wish.SPOTLIGHT),
        (Key.Key_D, Wish.DRAW),
        (Key.Key_R, Wish.RETURN),
        (Key.Key_Enter, Wish.OPEN),
        (Key.Key_Escape, Wish.LEAVE),
        (Key.Key_A, None),
    ],
)
def test_each_key_has_its_wish(key: Qt.Key, wish: Wish | None) -> None:
    assert wish_of(press(key)) is wish
    assert wish_of(press(key, Mod.KeypadModifier)) is wish
    assert wish_of(press(key, Mod.ControlModifier)) is None


def test_shift_turns_the_space_bar_round_and_a_question_mark_may_need_it() -> None:
    assert wish_of(press(Key.Key_Space, Mod.ShiftModifier)) is Wish.BACK
    assert wish_of(press(Key.Key_Question, Mod.ShiftModifier)) is Wish.KEYS
    assert wish_of(press(Key.Key_B, Mod.ShiftModifier)) is None


def test_digits_count_from_both_places_of_the_keyboard() -> None:
    assert digit_of(press(Key.Key_7)) == 7
    assert digit_of(press(Key.Key_0, Mod.KeypadModifier)) == 0
    assert digit_of(press(Key.Key_7, Mod.ShiftModifier)) is None
    assert digit_of(press(Key.Key_B)) is None


def test_keys_of_the_timeline_that_mean_nothing_else_here_stay_its_own() -> None:
    assert is_for_timeline(press(Key.Key_Plus))
    assert is_for_timeline(press(Key.Key_Left, Mod.ShiftModifier))
    assert not is_for_timeline(press(Key.Key_Left))
    assert not is_for_timeline(press(Key.Key_D))


def test_all_wishes_are_told_in_the_list_of_keys() -> None:
    told = " ".join(keys for keys, _words in key_rows())
    for name in ("Page Down", "Page Up", "R,", "Enter", "Home", "B,", "S,", "D", "N", "Esc"):
        assert name in told
