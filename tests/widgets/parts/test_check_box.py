from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.check_box import BOX, CheckBox
from explorer.widgets.theme import ThemeHolder, contrast


def colours(box: CheckBox) -> list[QColor]:
    """What the row of pixels through the middle of the box shows, its frame included."""
    picture = box.grab().toImage()
    return [picture.pixelColor(x, box.height() // 2) for x in range(BOX + 3)]


def test_its_frame_is_seen_in_both_looks_ticked_or_not(qtbot: QtBot, look: ThemeHolder) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = CheckBox("Keep the files", "Beside their text", look, window)
    window.show()
    for name in ("light", "dark"):
        look.apply(name, 1.0)
        for ticked in (False, True):
            box.setChecked(ticked)
            ground = look.theme.colour("panel")
            assert max(contrast(colour, ground) for colour in colours(box)) >= 3


def test_words_and_space_answer_it_and_its_tooltip_is_read_out(qtbot: QtBot, look: ThemeHolder) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = CheckBox("Keep the files", "Beside their text", look, window)
    box.resize(box.sizeHint())
    window.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert not box.isChecked()
    assert (box.accessibleName(), box.accessibleDescription()) == ("Keep the files", "Beside their text")
