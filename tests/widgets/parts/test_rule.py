"""A hair line."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.widgets.parts.rule import rule
from explorer.widgets.theme import ThemeHolder


def test_it_is_one_pixel_high_in_the_look_of_the_app(qtbot, resources, qapp):
    before = qapp.styleSheet()
    ThemeHolder(resources / "themes", "light", 1.5).dress()
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    line = rule(box)
    column.addWidget(line)
    box.resize(300, 100)
    box.show()
    assert line.height() == 1
    assert line.width() > 200
    qapp.setStyleSheet(before)
