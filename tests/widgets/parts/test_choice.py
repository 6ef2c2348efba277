from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.widgets.parts.choice import Choice
from explorer.widgets.theme import ThemeHolder


def test_it_is_named_walks_by_keys_and_leaves_the_wheel_alone(qtbot: QtBot, look: ThemeHolder) -> None:
    made = Choice("Which one", look)
    qtbot.addWidget(made)
    made.addItems(["one", "two"])
    made.show()
    assert (made.accessibleName(), made.toolTip()) == ("Which one", "Which one")
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(made, turn)
    assert made.currentIndex() == 0
    QTest.keyClick(made, Qt.Key.Key_Down)
    assert made.currentText() == "two"


def test_the_chevron_is_drawn_in_the_colour_of_the_theme(qtbot: QtBot, look: ThemeHolder) -> None:
    made = Choice("Which one", look)
    qtbot.addWidget(made)
    made.resize(160, 32)
    made.show()
    picture = made.grab().toImage()
    edge = {picture.pixelColor(x, y).lightness() for x in range(138, 152) for y in range(10, 22)}
    assert min(edge) < look.theme.colour("muted").lightness() + 40
