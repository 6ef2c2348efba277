"""The speaker's picture of the stage."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from explorer.widgets.presenting.mirror import Mirror


def test_it_shows_what_the_class_sees_and_follows_it(app_look, qtbot) -> None:
    stage, desk = QWidget(), QWidget()
    qtbot.addWidget(stage)
    qtbot.addWidget(desk)
    half = QWidget(stage)
    stage.resize(1600, 900)
    half.setGeometry(800, 0, 800, 900)
    half.setAutoFillBackground(True)
    mirror = Mirror(stage, app_look, desk)
    desk.resize(400, 300)
    mirror.setGeometry(0, 0, 400, mirror.heightForWidth(400))
    assert mirror.height() == 225

    def show(colour: str) -> None:
        palette = half.palette()
        palette.setColor(half.backgroundRole(), QColor(colour))
        half.setPalette(palette)

    def pictured(colour: str) -> bool:
        image = mirror.picture.toImage()
        return not image.isNull() and image.pixelColor(300, 112) == QColor(colour)

    show("red")
    stage.show()
    desk.show()
    qtbot.waitUntil(lambda: pictured("red"))
    assert mirror.picture.toImage().pixelColor(100, 112) != QColor("red")
    assert (mirror.picture.width(), mirror.picture.height()) == (400, 225)
    show("blue")
    qtbot.waitUntil(lambda: pictured("blue"))
