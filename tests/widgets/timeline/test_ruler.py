"""A ruler is laid by two clicks or two keys, and can be seen."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from explorer.domain.days import day_number
from tests.support.canvas import Desk


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.look.dress()
    desk.viewport.reduced_motion = True
    return desk


@pytest.fixture
def view(desk, qtbot):
    view = desk.view()
    qtbot.addWidget(view)
    view.show()
    return view


def mark(view, event_id) -> QPoint:
    x, y, _ = view.picture.mark_of(event_id)
    return view.logical_point(QPointF(x, y))


def hover(view, place):
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        view.mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def lanes(view) -> np.ndarray:
    """The pixels of the lanes."""
    box = view.picture.geometry.lanes
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[box.y : box.bottom, box.x : box.right].copy()


def test_two_clicks_measure_and_snap_to_marks(view, desk, qtbot):
    desk.selection.select(1)
    qtbot.keyClick(view, Qt.Key.Key_M)
    hover(view, mark(view, 4))
    assert view.cursor().shape() == Qt.CursorShape.CrossCursor
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark(view, 4) + QPoint(2, 1))
    hover(view, mark(view, 9))
    assert desk.ruler.current.last.event == 9
    assert desk.ruler.measuring
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark(view, 9))
    ruler = desk.ruler.current
    assert (ruler.first.event, ruler.last.event, ruler.done) == (4, 9, True)
    assert desk.selection.current == 1
    hover(view, mark(view, 4))
    assert desk.ruler.current == ruler
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark(view, 4))
    assert desk.selection.current == 4


def test_beside_a_mark_it_lies_on_the_day(view, desk, qtbot):
    box = view.picture.geometry.axis
    qtbot.keyClick(view, Qt.Key.Key_M)
    for x in (300, 500):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, box.y + 5))
    ruler = desk.ruler.current
    assert [end.event for end in (ruler.first, ruler.last)] == [None, None]
    assert ruler.first.day <= view.day_at(300) < ruler.first.day + 1
    assert ruler.length.endswith("days")


def test_keys_measure_between_events_and_esc_takes_the_ruler_away_before_the_area(view, desk, qtbot):
    desk.selection.select(8)
    desk.area.mark(0.0, 9000.0)
    qtbot.keyClick(view, Qt.Key.Key_M)
    with qtbot.assertNotEmitted(view.source_asked):
        qtbot.keyClick(view, Qt.Key.Key_Return)
        qtbot.keyClick(view, Qt.Key.Key_Period)
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert desk.ruler.current.done
    assert {desk.ruler.current.first.event, desk.ruler.current.last.event} == {8, 9}
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert desk.ruler.current is None
    assert desk.area.current is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert desk.area.current is None


def test_a_drag_and_a_double_click_leave_the_ruler_alone(view, desk, qtbot):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    before = desk.viewport.viewport.days
    qtbot.keyClick(view, Qt.Key.Key_M)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 150))
    assert desk.viewport.viewport.days == before
    start = desk.viewport.viewport.start
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 150))
    qtbot.mouseMove(view, QPoint(450, 150))
    qtbot.mouseMove(view, QPoint(400, 150))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 150))
    assert desk.viewport.viewport.start > start
    assert desk.ruler.measuring


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
@pytest.mark.parametrize("years", [(1984, 2006), (1990, 1990.1), (1930, 2030), (1950, 1960)])
@pytest.mark.parametrize("area", [False, True])
def test_the_ruler_is_seen_where_it_lies(view, desk, years, scale, area):
    desk.look.apply("light", scale)
    desk.viewport.show(float(day_number(1985)), float(day_number(2005)))
    if area:
        desk.area.mark(float(day_number(1990)), float(day_number(1995)))
    plain = lanes(view)
    desk.ruler.begin()
    first, last = (day_number(int(year)) + 365 * (year % 1) for year in years)
    for day in (first, last):
        desk.ruler.set_end(desk.ruler.end_at_day(day))
    assert desk.ruler.current.done
    seen = (lanes(view) != plain).any()
    assert seen == (desk.viewport.viewport.start < last and first < desk.viewport.viewport.end)
    desk.look.apply("light", 1.0)
