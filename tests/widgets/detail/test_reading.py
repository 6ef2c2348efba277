from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.widgets.detail.reading import Reading
from explorer.widgets.theme import ThemeHolder

TEXT = (
    "The two governments agreed to joint measures.\nA second paragraph follows, of some length and no weight."
)


def reading(qtbot: QtBot, width: int = 160) -> Reading:
    made = Reading("body")
    qtbot.addWidget(made)
    made.read(TEXT)
    made.show()
    made.resize(width, made.heightForWidth(width))
    return made


def test_it_is_as_tall_as_its_words(qtbot: QtBot, look: ThemeHolder) -> None:
    for width in (90, 160, 400):
        made = reading(qtbot, width)
        tall = made.document().size().height()
        assert tall <= made.height() <= tall + 6


def test_all_of_it_is_copied_by_keyboard(qtbot: QtBot, look: ThemeHolder) -> None:
    made = reading(qtbot)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == TEXT


def test_nothing_can_be_typed_into_it(qtbot: QtBot, look: ThemeHolder) -> None:
    made = reading(qtbot)
    QTest.keyClicks(made, "x")
    assert made.toPlainText() == TEXT


def test_a_selection_is_let_go_with_the_focus(qtbot: QtBot, look: ThemeHolder) -> None:
    first, second = reading(qtbot), reading(qtbot)
    first.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    first.selectAll()
    second.activateWindow()
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    assert not first.textCursor().hasSelection()


def test_the_focus_can_be_seen(qtbot: QtBot, look: ThemeHolder) -> None:
    made = reading(qtbot)
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    picture = made.grab().toImage()
    assert QColor(picture.pixel(80, picture.height() - 1)) == look.theme.colour("accent")
