from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from explorer.widgets.sources.rows import draw_line


def test_words_stay_in_their_box(look, qapp):
    picture = QImage(200, 20, QImage.Format.Format_RGB32)
    ground = look.theme.colour("paper")
    picture.fill(ground)
    with QPainter(picture) as painter:
        words = "More words than there is room for in a box as narrow as this one is"
        draw_line(painter, QRect(0, 0, 100, 20), words, look.theme.font(13), look.theme, "ink")
    inked = {x for x in range(200) for y in range(20) if picture.pixelColor(x, y) != ground}
    assert inked
    assert 80 < max(inked) < 100
