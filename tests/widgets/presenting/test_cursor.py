"""The pointer that rests."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from explorer.widgets.presenting.cursor import REST_MS, RestingCursor

BLANK = Qt.CursorShape.BlankCursor


def test_it_is_hidden_over_every_part_and_comes_back_as_it_was(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    part, other = QWidget(window), QWidget(window)
    part.setGeometry(0, 0, 100, 100)
    part.setCursor(Qt.CursorShape.CrossCursor)
    pointer = RestingCursor(window)
    assert REST_MS == 2000
    window.resize(200, 200)
    QCursor.setPos(window.mapToGlobal(QPoint(50, 50)))
    window.show()
    assert pointer.due
    pointer.hide()
    assert {one.cursor().shape() for one in (window, part, other)} == {BLANK}
    QTest.mouseMove(part, QPoint(20, 30))
    qtbot.waitUntil(lambda: not pointer.hidden)
    assert part.cursor().shape() == Qt.CursorShape.CrossCursor
    assert window.cursor().shape() == other.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert pointer.due
    window.hide()
    assert not pointer.due
