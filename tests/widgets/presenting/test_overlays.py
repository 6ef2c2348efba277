"""Curtain, spotlight and ink over a ground."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from explorer.widgets.presenting.overlays import Curtain, Ink, Spotlight


@pytest.fixture
def ground(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.setStyleSheet("background: white")
    made.show()
    return made


def pixel(ground: QWidget, x: int, y: int) -> QColor:
    return ground.grab().toImage().pixelColor(x, y)


def test_the_curtain_hides_all_in_one_colour_and_a_second_key_opens_it(ground: QWidget) -> None:
    curtain = Curtain(ground)
    curtain.setGeometry(ground.rect())
    curtain.toggle(white=False)
    assert pixel(ground, 200, 150) == QColor("black")
    assert curtain.accessibleName() == "Black screen"
    curtain.toggle(white=True)
    assert curtain.isVisible()
    assert pixel(ground, 200, 150) == QColor("white")
    curtain.toggle(white=True)
    assert not curtain.isVisible()


def test_the_spotlight_leaves_light_where_it_looks(ground: QWidget) -> None:
    spot = Spotlight(ground)
    spot.setGeometry(ground.rect())
    spot.shine(on=True)
    spot.look_at(QPoint(100, 100))
    assert pixel(ground, 100, 100) == QColor("white")
    assert pixel(ground, 350, 250).lightness() < 100
    spot.look_at(QPoint(350, 250))
    assert pixel(ground, 100, 100).lightness() < 100
    spot.shine(on=False)
    assert pixel(ground, 100, 100) == QColor("white")


def test_ink_is_drawn_by_hand_stays_when_the_pen_is_put_down_and_is_wiped_off(ground, look) -> None:
    ink = Ink(look, ground)
    ink.setGeometry(ground.rect())
    assert not ink.isVisible()
    ink.set_drawing(on=True)
    QTest.mousePress(ink, Qt.MouseButton.LeftButton, pos=QPoint(50, 150))
    QTest.mouseMove(ink, QPoint(350, 150))
    QTest.mouseRelease(ink, Qt.MouseButton.LeftButton, pos=QPoint(350, 150))
    QTest.mouseClick(ink, Qt.MouseButton.LeftButton, pos=QPoint(200, 250))
    assert ink.strokes == 2
    bad = look.theme.colour("bad")
    assert pixel(ground, 50, 150) == pixel(ground, 200, 250) == bad
    ink.set_drawing(on=False)
    assert ink.isVisible()
    assert pixel(ground, 50, 150) == bad
    ink.clear()
    assert not ink.isVisible()
    assert pixel(ground, 50, 150) == QColor("white")
