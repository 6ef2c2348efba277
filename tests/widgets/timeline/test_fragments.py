import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from explorer.widgets.timeline.fragments import draw_boxes, draw_fragments

RED, BLUE = QColor("red").rgb(), QColor("blue").rgb()


@pytest.fixture
def sheet(qapp):
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


@pytest.fixture
def atlas(qapp):
    """Red, 3 by 5 pixels, and blue beside it, 4 by 2."""
    made = QPixmap(16, 8)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.fillRect(0, 0, 3, 5, QColor("red"))
        painter.fillRect(3, 0, 4, 2, QColor("blue"))
    return made


def places(image: QImage, colour: int) -> set[tuple[int, int]]:
    return {
        (x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) == colour
    }


def block(left: int, top: int, width: int, height: int) -> set[tuple[int, int]]:
    return {(x, y) for x in range(left, left + width) for y in range(top, top + height)}


def test_parts_of_any_size_are_copied_to_the_pixel(sheet, atlas):
    sources = np.array([[0, 0, 3, 5], [3, 0, 4, 2]], np.float64)
    with QPainter(sheet) as painter:
        draw_fragments(painter, atlas, sources, np.array([2.0, 20.0]), np.array([1.0, 7.0]))
    assert places(sheet, RED) == block(2, 1, 3, 5)
    assert places(sheet, BLUE) == block(20, 7, 4, 2)


def test_a_part_is_stretched(sheet, atlas):
    with QPainter(sheet) as painter:
        draw_fragments(
            painter,
            atlas,
            np.array([[3.0, 0.0, 4.0, 2.0]]),
            np.array([5.0]),
            np.array([3.0]),
            width=np.array([11.0]),
            height=np.array([9.0]),
        )
    assert places(sheet, BLUE) == block(5, 3, 11, 9)


def test_boxes_are_filled_with_the_brush(sheet):
    boxes = np.array([[1, 2, 3, 4], [20, 10, 5, 1]])
    with QPainter(sheet) as painter:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("red"))
        draw_boxes(painter, boxes)
        draw_boxes(painter, boxes[:0])
    assert places(sheet, RED) == block(1, 2, 3, 4) | block(20, 10, 5, 1)


def test_a_copy_may_be_weaker_than_the_others(sheet, atlas):
    sources = np.array([[0, 0, 3, 5], [0, 0, 3, 5]], np.float64)
    top = np.array([1.0, 1.0])
    with QPainter(sheet) as painter:
        draw_fragments(painter, atlas, sources, np.array([2.0, 20.0]), top, opacity=np.array([1.0, 0.25]))
    assert places(sheet, RED) == block(2, 1, 3, 5)
    assert 180 <= sheet.pixelColor(21, 3).green() <= 200
