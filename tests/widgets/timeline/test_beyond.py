"""What reaches into the view and is not drawn is counted in the header and told in full by its card."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication

from explorer.domain.days import day_number
from tests.support.canvas import Desk, library

LONG = [(0, "1970-01-01", "2020-01-01", 3, 0, False, f"Long {number}") for number in range(400)]
SHORT = [(lane, "2000-06-01", None, 3, 0, False, f"Short {lane}") for lane in range(3)]


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
    desk.timeline.show_library(library(LONG + SHORT, ()))
    view.show()
    desk.viewport.show(float(day_number(2000)), float(day_number(2001)))
    return view


def header(view, lane) -> np.ndarray:
    """The pixels of a lane's header."""
    top, foot = view.picture.lane_rows(lane)
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[top:foot, 20 : view.picture.geometry.lanes.x - 1].copy()


def card_over(view, lane) -> str:
    place = QPointF(60, sum(view.picture.lane_rows(lane)) / 2)
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove, place, view.mapToGlobal(place), button, button, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view, event)
    return view.card.text


def test_the_header_counts_what_is_not_drawn(view, desk):
    beyond = view.picture.scene().frame.counts.beyond
    assert beyond[0] > 100
    assert beyond[1:] == (0, 0)
    assert view.wording.ongoing("171k") == "+171k ongoing"
    full = header(view, 0)
    other = header(view, 1)
    desk.viewport.show(float(day_number(2020, 6, 1)), float(day_number(2020, 7, 1)))
    assert view.picture.scene().frame.counts.beyond == (0, 0, 0)
    assert (header(view, 0) != full).any()
    assert (header(view, 1) == other).all()


def test_the_card_of_a_header_tells_it_in_full(view):
    beyond = view.picture.scene().frame.counts.beyond[0]
    assert card_over(view, 0) == (
        "Lane 1\n401 events, 401 in view. 394 more rows would show all of its spans. "
        f"{beyond} of those in view began before the view or end after it and are not drawn."
    )
    assert card_over(view, 1) == "Lane 2\n1 event, 1 in view"
    assert view.card.isVisible()


def test_the_margin_follows_when_the_number_changes(view, desk, qtbot):
    regions = []

    place = view.picture.lane_rows(0)[1] - 8

    class Watch(QObject):
        def eventFilter(self, watched, event):  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                regions.append(event.region().contains(QPoint(60, place)))
            return False

    watch = Watch()
    qtbot.waitUntil(lambda: view.picture.scene() is not None)
    qtbot.wait(200)
    view.installEventFilter(watch)
    desk.viewport.show(float(day_number(2020, 6, 1)), float(day_number(2020, 7, 1)))
    qtbot.waitUntil(lambda: True in regions, timeout=5000)
    assert regions[0] is False


def test_where_an_area_is_marked_its_totals_stand_instead(view, desk):
    full = header(view, 0)
    desk.area.mark(float(day_number(2000, 3)), float(day_number(2000, 4)))
    assert (header(view, 0) != full).any()
    desk.area.clear()
    assert (header(view, 0) == full).all()
