from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from explorer.widgets.parts.flow import Beside, FlowLayout


class Block(QWidget):
    """A widget of a fixed wish, which gives way when it must."""

    def __init__(self, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._wish = QSize(width, 20)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._wish


@given(widths=st.lists(st.integers(1, 300), min_size=1, max_size=12), room=st.integers(60, 400))
def test_items_flow_inside_the_room_and_never_over_each_other(
    qapp: QApplication, widths: list[int], room: int
) -> None:
    host = QWidget()
    flow = FlowLayout(host)
    flow.set_gap(6, 4)
    blocks = [Block(width, host) for width in widths]
    for block in blocks:
        flow.addWidget(block)
    height = flow.heightForWidth(room)
    flow.setGeometry(QRect(0, 0, room, height))
    areas = [block.geometry() for block in blocks]
    assert all(area.left() >= 0 and area.right() < room for area in areas)
    assert all(area.bottom() < height for area in areas)
    assert not any(one.intersects(other) for at, one in enumerate(areas) for other in areas[at + 1 :])
    host.deleteLater()


def test_hidden_items_take_no_room(qapp: QApplication) -> None:
    host = QWidget()
    flow = FlowLayout(host)
    for _ in range(3):
        flow.addWidget(Block(100, host))
    full = flow.heightForWidth(120)
    flow.itemAt(1).widget().hide()  # type: ignore[union-attr]
    flow.invalidate()
    assert flow.heightForWidth(120) < full
    host.deleteLater()


def test_the_last_of_a_row_stands_at_the_right_when_justified(qapp: QApplication) -> None:
    host = QWidget()
    flow = FlowLayout(host, justified=True)
    first, last = Block(50, host), Block(40, host)
    flow.addWidget(first)
    flow.addWidget(last)
    flow.setGeometry(QRect(0, 0, 200, 20))
    assert (first.x(), last.geometry().right()) == (0, 199)
    host.deleteLater()


def test_what_stands_beside_goes_below_where_room_is_short(qapp: QApplication) -> None:
    host = QWidget()
    beside = Beside(host)
    date, title = Block(60, host), Block(200, host)
    beside.addWidget(date)
    beside.addWidget(title)
    beside.set_measures(80, 100)
    beside.setGeometry(QRect(0, 0, 300, 20))
    assert (title.x(), title.y(), title.width()) == (80, 0, 220)
    assert beside.heightForWidth(300) == 20
    beside.setGeometry(QRect(0, 0, 150, 40))
    assert (title.x(), title.y(), title.width()) == (0, 20, 150)
    assert beside.heightForWidth(150) == 40
    host.deleteLater()


def test_a_trailing_item_keeps_its_own_width(qapp: QApplication) -> None:
    host = QWidget()
    beside = Beside(host, trailing=True)
    name, stance = Block(300, host), Block(50, host)
    beside.addWidget(name)
    beside.addWidget(stance)
    beside.set_measures(10, 100)
    beside.setGeometry(QRect(0, 0, 250, 20))
    assert (name.width(), stance.x(), stance.width()) == (190, 200, 50)
    host.deleteLater()
