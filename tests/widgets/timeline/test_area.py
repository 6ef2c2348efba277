"""A time is marked by hand or by key, and shaded with its totals."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from explorer.domain.days import day_number
from tests.support.canvas import Desk

SHIFT = Qt.KeyboardModifier.ShiftModifier


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
    desk.viewport.show(float(day_number(1985)), float(day_number(2005)))
    return view


def drag(qtbot, view, start, end, modifiers=SHIFT):
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, modifiers, start)
    qtbot.mouseMove(view, start + (end - start) / 2)
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, modifiers, end)


def pixels(view) -> np.ndarray:
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()].copy()


def test_a_drag_with_shift_marks_the_time_and_leaves_the_view(view, desk, qtbot):
    before = desk.viewport.viewport
    drag(qtbot, view, QPoint(600, 120), QPoint(400, 180))
    area = desk.area.current
    assert desk.viewport.viewport == before
    assert area.start <= view.day_at(400) <= area.start + 3
    assert area.end - 3 <= view.day_at(600) <= area.end
    drag(qtbot, view, QPoint(600, 120), QPoint(500, 120), Qt.KeyboardModifier.NoModifier)
    assert desk.viewport.viewport != before
    assert desk.area.current == area


def test_a_drag_with_shift_beside_the_plot_marks_nothing(view, desk, qtbot):
    overview = view.picture.geometry.overview
    drag(qtbot, view, QPoint(overview.x + 300, overview.y + 9), QPoint(overview.x + 400, overview.y + 9))
    assert desk.area.current is None


def test_the_area_is_shaded_and_esc_takes_the_shade_away(view, desk, qtbot):
    box = view.picture.geometry.lanes
    plain = pixels(view)[box.y : box.bottom]
    drag(qtbot, view, QPoint(400, 120), QPoint(600, 120))
    shaded = pixels(view)[box.y : box.bottom]
    changed = np.flatnonzero((plain != shaded)[:, box.x :].any(axis=0)) + box.x
    assert changed[0] in range(398, 402)
    assert changed[-1] in range(598, 603)
    assert (plain != shaded)[:, box.x :].any(axis=1).all()
    headers = (plain != shaded)[:, : box.x]
    for lane in range(3):
        top, foot = view.picture.lane_rows(lane)
        assert headers[top - box.y : foot - box.y].any()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert desk.area.current is None
    assert (pixels(view)[box.y : box.bottom] == plain).all()


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_Return])
def test_keys_fly_to_the_area_and_then_see_to_the_event_again(view, desk, key, qtbot):
    drag(qtbot, view, QPoint(400, 120), QPoint(600, 120))
    area = desk.area.current
    desk.selection.select(9)
    with qtbot.assertNotEmitted(view.source_asked):
        qtbot.keyClick(view, key)
    shown = desk.viewport.viewport
    assert shown.start < area.start < area.end < shown.end
    assert shown.days < 1.1 * (area.end - area.start)


def test_brackets_mark_the_time_between_two_events(view, desk, qtbot):
    first, last = desk.timeline.extent_of(2), desk.timeline.extent_of(8)
    desk.selection.select(2)
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    desk.selection.select(8)
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert (desk.area.current.start, desk.area.current.end) == (first.likely_start, last.likely_end)
    desk.selection.select(9)
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    nine = desk.timeline.extent_of(9)
    assert (desk.area.current.start, desk.area.current.end) == (nine.likely_start, nine.likely_end)
    desk.selection.select(2)
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert (desk.area.current.start, desk.area.current.end) == (first.likely_start, first.likely_end)


def test_without_an_event_brackets_mark_what_is_in_view(view, desk, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    shown, area = desk.viewport.viewport, desk.area.current
    assert (area.start, area.end) == pytest.approx((shown.start, shown.end), abs=1.0)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.5])
@pytest.mark.parametrize("days", [(1984.0, 2006.0), (1990.0, 1990.1), (2004.9, 2030.0), (1950.0, 1960.0)])
def test_an_area_of_any_width_can_be_painted_at_any_size_of_text(view, desk, days, scale):
    desk.look.apply("light", scale)
    box = view.picture.geometry.lanes
    plain = pixels(view)[box.y : box.bottom, box.x :]
    first, last = (day_number(int(year)) + 365 * (year % 1) for year in days)
    desk.area.mark(first, last)
    seen = (pixels(view)[box.y : box.bottom, box.x :] != plain).any()
    assert seen == (desk.viewport.viewport.start < last and first < desk.viewport.viewport.end)
    desk.look.apply("light", 1.0)
