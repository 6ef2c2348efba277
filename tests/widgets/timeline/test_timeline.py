from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from explorer.domain.days import day_number
from explorer.timeline.edited import edited
from tests.support.canvas import EVENTS, Desk, heading, library, related

NOTHING = QPoint()


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.look.dress()
    return desk


@pytest.fixture
def view(desk, qtbot):
    view = desk.view()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: desk.titles.heading(1) is not None)
    yield view
    desk.viewport.stop()


def mark(view, event_id) -> QPoint:
    """The middle of an event's mark on the widget."""
    x, y, _ = view.picture.mark_of(event_id)
    return view.logical_point(QPointF(x, y))


def picture_of(view) -> np.ndarray:
    """The pixels, as 0xRRGGBB."""
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & 0xFFFFFF


def colour(name: str) -> int:
    return int(name[1:], 16)


def near(pixels: np.ndarray, place: QPoint, reach: int) -> np.ndarray:
    return pixels[place.y() - reach : place.y() + reach + 1, place.x() - reach : place.x() + reach + 1]


def wheel(
    view, place: QPoint, angle=NOTHING, pixels=NOTHING, modifiers=Qt.KeyboardModifier.NoModifier, phase=None
):
    event = QWheelEvent(
        QPointF(place),
        view.mapToGlobal(QPointF(place)),
        pixels,
        angle,
        Qt.MouseButton.NoButton,
        modifiers,
        phase or Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def hover(view, place: QPoint):
    """Move the pointer without a button; QTest's own way goes through the real cursor."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        view.mapToGlobal(QPointF(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def rest(desk, qtbot):
    qtbot.waitUntil(lambda: not desk.viewport.moving, timeout=3000)


# Pointer


def test_a_click_on_a_mark_selects_its_event(view, desk, qtbot):
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=mark(view, 4))
    assert desk.selection.current == 4


def test_a_click_on_a_title_selects_its_event(view, desk, qtbot):
    frame = view.picture.scene().frame
    at = int(np.flatnonzero(desk.timeline.stage.index.id[frame.labels.row] == 1)[0])
    left, top = view.picture.scene().origin
    spot = QPointF(left + float(frame.labels.x[at]) + 20, top + float(frame.labels.y[at]) + 6)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.logical_point(spot))
    assert desk.selection.current == 1


def test_a_click_on_the_ground_leaves_the_selection(view, desk, qtbot):
    desk.selection.select(4)
    box = view.picture.geometry.lanes
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(box.x + 10, box.y + 10))
    assert desk.selection.current == 4


def test_the_wheel_zooms_about_the_pointer(view, desk, qtbot):
    place = mark(view, 4)
    before, day = desk.viewport.viewport, view.day_at(place.x())
    wheel(view, place, angle=QPoint(0, 120))
    rest(desk, qtbot)
    after = desk.viewport.viewport
    assert after.days == pytest.approx(before.days / 1.25)
    assert after.x(day) == pytest.approx(before.x(day), abs=1e-6)


def test_a_drag_pans_with_the_pointer_and_selects_nothing(view, desk, qtbot):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    place = QPoint(600, 150)
    day = view.day_at(place.x())
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(view, place + QPoint(-40, 0))
    qtbot.mouseMove(view, place + QPoint(-100, 0))
    assert view.day_at(place.x() - 100) == pytest.approx(day, abs=1e-6)
    qtbot.wait(80)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place + QPoint(-100, 0))
    assert not desk.viewport.moving
    assert desk.selection.current is None


def test_a_drag_let_go_in_motion_runs_on(view, desk, qtbot):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    place = QPoint(800, 150)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    for step in range(1, 8):
        qtbot.mouseMove(view, place - QPoint(40 * step, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=place - QPoint(280, 0))
    start = desk.viewport.viewport.start
    assert desk.viewport.moving
    rest(desk, qtbot)
    assert desk.viewport.viewport.start > start


def test_a_double_click_zooms_in_on_the_event(view, desk, qtbot):
    before = desk.viewport.viewport.days
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=mark(view, 4))
    rest(desk, qtbot)
    after = desk.viewport.viewport
    assert after.days == pytest.approx(before / 2.5)
    assert after.start < heading(4).extent.earliest < after.end


def test_a_pinch_zooms_about_its_middle(view, desk):
    place = QPointF(mark(view, 7))
    day, before = view.day_at(place.x()), desk.viewport.viewport
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        view.mapToGlobal(place),
        0.25,
        QPointF(),
    )
    QApplication.sendEvent(view, event)
    assert desk.viewport.viewport.days == pytest.approx(before.days / 1.25)
    assert desk.viewport.viewport.x(day) == pytest.approx(before.x(day), abs=1e-6)


def test_two_fingers_sideways_pan(view, desk):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    before = desk.viewport.viewport
    wheel(view, QPoint(500, 150), pixels=QPoint(-30, 4), phase=Qt.ScrollPhase.ScrollUpdate)
    assert desk.viewport.viewport.start == pytest.approx(before.start + 30 / before.pixels_per_day)


def test_hovering_says_title_date_and_how_exact(view, qtbot):
    hover(view, mark(view, 9))
    assert view.card.isVisible()
    assert view.card.text == "Meeting\n15 November 2023, exact day"
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    hover(view, QPoint(view.picture.geometry.lanes.x + 3, view.picture.geometry.lanes.y + 3))
    assert not view.card.isVisible()


def test_the_ring_about_what_was_under_the_pointer_goes_with_a_change_of_the_rows(view, desk):
    hover(view, mark(view, 9))
    assert view.picture.hovered is not None
    index = desk.timeline.stage.index
    changed = edited(index, {}, [9])
    desk.timeline.renew(SimpleNamespace(contents=desk.timeline.stage.contents, index=changed))
    assert view.picture.hovered is None
    assert 9 not in changed.id[view.picture.scene().frame.discs.row]


def test_hovering_over_an_era_names_it_however_narrow(view, desk, qtbot):
    box = view.picture.geometry.bands
    desk.viewport.show(float(day_number(1900)), float(day_number(2100)))
    x = desk.viewport.viewport.x(float(day_number(2013)))
    hover(view, view.logical_point(QPointF(box.x + x, box.y + 4)))
    assert view.card.text == "Obama\nUS presidencies, 20 January 2009 – 20 January 2017"
    hover(
        view,
        view.logical_point(QPointF(box.x + desk.viewport.viewport.x(float(day_number(1950))), box.y + 4)),
    )
    assert view.card.isHidden()


def test_hovering_over_the_figures_says_their_values(view, qtbot):
    box = view.picture.geometry.series
    x = round(box.x + view.viewport_model.viewport.x(day_number(2010, 7)))
    hover(view, QPoint(x, box.y + box.height // 2))
    lines = view.card.text.splitlines()
    assert lines[0] == "2010: 300"
    assert lines[1] == "all drugs, new: 675 (not checked)"
    assert lines[2] == "Source: Office"


def test_a_click_in_the_overview_jumps_there(view, desk, qtbot):
    desk.viewport.show(float(day_number(1990)), float(day_number(1992)))
    box, day = view.picture.geometry.overview, float(day_number(2015))
    x = round(box.x + view.picture.whole.x(day))
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, box.y + 10))
    view_ = desk.viewport.viewport
    assert view_.start < day < view_.end
    assert view_.days == pytest.approx(730, abs=1)


def test_an_edge_of_the_frame_can_be_pulled(view, desk, qtbot):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    box = view.picture.geometry.overview
    right = box.x + round(view.picture.frame_columns[1])
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(right - 1, box.y + 10))
    qtbot.mouseMove(view, QPoint(right + 99, box.y + 10))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(right + 99, box.y + 10))
    assert desk.viewport.viewport.start == pytest.approx(day_number(1990))
    assert desk.viewport.viewport.end == pytest.approx(
        day_number(2000) + 100 / view.picture.whole.pixels_per_day, abs=1.0
    )


def test_a_cluster_is_zoomed_into(desk, qtbot):
    close = [(0, f"2001-01-{day:02}", None, 3, 0, False, f"Event {day}") for day in range(1, 9)]
    far = [(0, "1970-01-01", None, 3, 0, False, "First"), (0, "2020-01-01", None, 3, 0, False, "Last")]
    view = desk.view()
    qtbot.addWidget(view)
    desk.timeline.show_library(library(close + far, ()))
    desk.viewport.reduced_motion = True
    view.show()
    clusters = view.picture.scene().frame.clusters
    assert clusters.count.tolist() == [8]
    left, top = view.picture.scene().origin
    spot = view.logical_point(QPointF(left + float(clusters.x[0]), top + float(clusters.y[0])))
    hover(view, spot)
    assert view.card.text.splitlines()[0] == "8 events close together"
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=spot)
    assert desk.viewport.viewport.days < 30
    assert not len(view.picture.scene().frame.clusters.x)


# Keyboard


def test_keys_walk_from_event_to_event(view, desk, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert desk.selection.current == 1
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert desk.selection.current == 10
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert desk.selection.current == 4
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert desk.selection.current == 2


def test_a_full_stop_and_a_comma_walk_along_the_lane_and_the_view_follows(view, desk, qtbot):
    desk.viewport.reduced_motion = True
    desk.viewport.show(float(day_number(1970)), float(day_number(1972)))
    desk.selection.select(10)
    for event_id in (7, 8, 9):
        qtbot.keyClick(view, Qt.Key.Key_Period)
        assert desk.selection.current == event_id
        assert view.shows_event(event_id)
    qtbot.keyClick(view, Qt.Key.Key_Period)
    assert desk.selection.current == 9
    qtbot.keyClick(view, Qt.Key.Key_Comma)
    assert desk.selection.current == 8


def test_keys_zoom_about_the_event_and_home_shows_all(view, desk, qtbot):
    desk.viewport.reduced_motion = True
    desk.selection.select(8)
    x = desk.viewport.viewport.x(heading(8).extent.earliest + 0.5)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert desk.viewport.viewport.x(heading(8).extent.earliest + 0.5) == pytest.approx(x, abs=1e-6)
    assert desk.viewport.viewport.days < desk.viewport.bounds[1] - desk.viewport.bounds[0]
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (desk.viewport.viewport.start, desk.viewport.viewport.end) == pytest.approx(desk.viewport.bounds)


def test_f_comes_so_near_that_the_event_fits(view, desk, qtbot):
    desk.viewport.reduced_motion = True
    qtbot.keyClick(view, Qt.Key.Key_F)
    assert (desk.viewport.viewport.start, desk.viewport.viewport.end) == pytest.approx(desk.viewport.bounds)
    for event_id in range(1, len(EVENTS) + 1):
        desk.selection.select(event_id)
        qtbot.keyClick(view, Qt.Key.Key_F)
        extent, shown = desk.timeline.extent_of(event_id), desk.viewport.viewport
        first, last = desk.viewport.bounds
        assert shown.start <= max(extent.earliest, first)
        assert shown.end >= min(extent.latest, last)
        assert shown.days <= 5 * (min(extent.latest, last) - max(extent.earliest, first)) + 1e-6
    assert view.shows_event(event_id)


def test_held_keys_move_and_zoom_and_let_go_with_the_focus(view, desk, qtbot):
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    start = desk.viewport.viewport.start
    qtbot.keyPress(view, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: desk.viewport.viewport.start > start + 100, timeout=5000)
    qtbot.keyRelease(view, Qt.Key.Key_D)
    rest(desk, qtbot)
    place = QPoint(700, 150)
    hover(view, place)
    x = view.device_point(QPointF(place)).x()
    day = view.day_at(x)
    days = desk.viewport.viewport.days
    qtbot.keyPress(view, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: desk.viewport.viewport.days < 0.8 * days, timeout=5000)
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut))
    rest(desk, qtbot)
    assert view.day_at(x) == pytest.approx(day, abs=1e-3)


def test_held_keys_that_pull_against_each_other_cancel_out_and_a_shortcut_is_none_of_them(view, desk, qtbot):
    before = desk.viewport.viewport
    qtbot.keyClick(view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not desk.viewport.moving
    desk.viewport.reduced_motion = True
    qtbot.keyClick(view, Qt.Key.Key_W)
    assert desk.viewport.viewport.days < before.days
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert desk.viewport.viewport.days == pytest.approx(before.days)


def test_the_view_follows_the_keys(view, desk, qtbot):
    desk.viewport.reduced_motion = True
    desk.viewport.show(float(day_number(1970)), float(day_number(1972)))
    desk.selection.select(1)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert desk.selection.current == 10
    assert view.shows_event(10)
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert desk.viewport.viewport.end < day_number(1978)


def test_enter_asks_for_the_source(view, desk, qtbot):
    desk.selection.select(9)
    with qtbot.waitSignal(view.source_asked) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == [9]


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_K, Qt.Key.Key_Escape])
def test_a_key_it_does_not_know_is_left_to_others(view, key):
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)
    assert not event.isAccepted()


# Lanes that do not fit


def test_lanes_scroll_where_they_do_not_fit(view, desk, qtbot):
    assert not view.scroll_lanes(50)
    view.resize(1000, 330)
    desk.look.apply("light", 2.0)
    assert view.picture.overflow > 0
    wheel(view, QPoint(600, 90), angle=QPoint(0, -120), modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert view.picture.scroll > 0
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.picture.scroll == 0
    desk.selection.select(9)
    top, foot = view.picture.lane_rows(2)
    box = view.picture.geometry.lanes
    assert foot <= box.bottom or top == box.y
    desk.look.apply("light", 1.0)


@pytest.fixture
def stacked(view, desk):
    """Lanes that have to grow for spans that overlap, the first with more of them than it has rows."""
    spans = [
        (lane, f"19{70 + number}-01-01", "2020-01-01", 3, 0, False, f"Span {lane} {number}")
        for lane, many in ((0, 20), (1, 4), (2, 1))
        for number in range(many)
    ]
    view.resize(1000, 420)
    desk.timeline.show_library(library(spans, ()))
    assert view.picture.overflow > 0
    return view


def test_a_wheel_over_the_names_of_the_lanes_scrolls_and_names_scroll_along(stacked, desk):
    before, time = stacked.picture.lane_rows(1)[0], desk.viewport.viewport
    wheel(stacked, QPoint(60, 90), angle=QPoint(0, -120))
    assert stacked.picture.scroll > 0
    assert stacked.picture.lane_rows(1)[0] == before - stacked.picture.scroll
    assert desk.viewport.viewport == time


def test_the_scroll_bar_is_dragged_from_one_end_to_the_other(stacked, qtbot):
    picture = stacked.picture
    box = picture.geometry.lanes
    x = box.right + 4
    top, height, _ = picture.thumb
    assert top == box.y
    assert 0 < height < box.height
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(stacked, button, pos=QPoint(x, round(top) + 5))
    assert picture.scroll == 0
    qtbot.mouseMove(stacked, QPoint(x, box.bottom + 50))
    qtbot.mouseRelease(stacked, button, pos=QPoint(x, box.bottom + 50))
    assert picture.scroll == picture.overflow
    assert picture.thumb[0] + height == box.bottom
    qtbot.mousePress(stacked, button, pos=QPoint(x, box.y + 1))
    qtbot.mouseRelease(stacked, button, pos=QPoint(x, box.y + 1))
    assert picture.scroll == 0


def test_a_lane_keeps_its_height_wherever_one_looks(stacked, desk):
    rows = [stacked.picture.lane_rows(lane) for lane in range(3)]
    for first, last in ((1960, 1965), (1990, 1991), (1969, 2021)):
        desk.viewport.show(float(day_number(first)), float(day_number(last)))
        assert [stacked.picture.lane_rows(lane) for lane in range(3)] == rows


def test_the_header_says_how_many_rows_are_hidden_but_not_under_a_filter(stacked, desk):
    scene = stacked.picture.scene()
    assert [scene.hidden_rows(lane) for lane in range(3)] == [14, 0, 0]
    assert stacked.wording.hidden_rows(14) == "+14 rows"
    desk.timeline.set_visible(np.arange(25) != 3)
    assert stacked.picture.scene().hidden_rows(0) == 0


# What is painted


def test_a_selected_event_has_a_ring_and_keeps_it_when_it_is_filtered_out(view, desk):
    accent = colour(desk.look.theme.colour("accent").name())
    place = mark(view, 4)
    assert accent not in near(picture_of(view), place, 14)
    desk.selection.select(4)
    assert accent in near(picture_of(view), place, 14)
    visible = np.ones(len(EVENTS), np.bool_)
    visible[desk.timeline.row_of(4)] = False
    desk.timeline.set_visible(visible)
    pixels = near(picture_of(view), place, 14)
    assert accent in pixels
    assert colour("#E69F00") not in pixels


def test_arcs_lead_to_the_selected_event_until_another_is_selected(view, desk):
    desk.selection.select(9)
    accent = colour(desk.look.theme.colour("accent").name())
    x, y = mark(view, 9).x(), mark(view, 8).y()
    between = slice(mark(view, 8).x() + 30, x - 30)
    rows = slice(y - 110, y - 8)
    assert accent not in picture_of(view)[rows, between]
    desk.timeline.set_related([related(8)], [])
    assert accent in picture_of(view)[rows, between]
    desk.selection.select(7)
    assert desk.timeline.stage.causes == ()


def test_hits_are_underlined_and_the_rest_dims(view, desk):
    desk.light(4)
    pixels = picture_of(view)
    place = mark(view, 8)
    assert pixels[place.y(), place.x()] != colour("#009E73")
    hit = mark(view, 4)
    assert pixels[hit.y(), hit.x()] == colour("#E69F00")
    frame = view.picture.scene().frame
    at = int(np.flatnonzero(desk.timeline.stage.index.id[frame.labels.row] == 4)[0])
    left, top = view.picture.scene().origin
    x, y = int(left + frame.labels.x[at]) + 4, int(top + frame.labels.y[at])
    assert colour(desk.look.theme.colour("accent").name()) in pixels[y : y + 17, x]


def test_an_empty_view_says_what_to_do(view, desk):
    wording = view.wording
    stage = desk.timeline.stage
    assert view.picture.scene().frame.has_events
    assert "Home" in wording.empty(stage)
    desk.timeline.set_visible(np.zeros(len(EVENTS), np.bool_))
    assert "filters" in wording.empty(desk.timeline.stage)
    before = picture_of(view)
    assert not view.picture.scene().frame.has_events
    desk.timeline.set_visible(None)
    assert (before != picture_of(view)).any()


def test_headers_say_how_many_pass_the_filter(view, desk):
    assert view.wording.count(desk.timeline.stage.lanes[2]) == "4 events"
    visible = np.ones(len(EVENTS), np.bool_)
    visible[desk.timeline.row_of(9)] = False
    desk.timeline.set_visible(visible)
    assert view.wording.count(desk.timeline.stage.lanes[2]) == "3 of 4"


def test_it_can_be_painted_before_a_library_is_open(desk, qtbot):
    from explorer.widgets.timeline.view import TimelineView

    view = TimelineView(desk.timeline, desk.viewport, desk.selection, desk.area, desk.ruler, desk.look)
    qtbot.addWidget(view)
    view.resize(400, 300)
    assert set(picture_of(view).ravel().tolist()) == {colour(desk.look.theme.colour("canvas").name())}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_another_look_is_painted_anew(view, desk, name):
    desk.look.apply(name, 1.2)
    pixels = picture_of(view)
    assert pixels[5, 5] == colour(desk.look.theme.colour("canvas").name())
    assert view.picture.geometry.unit == pytest.approx(1.2)
    desk.look.apply("light", 1.0)


# Eras and figures


def test_rows_of_eras_are_chosen_in_a_menu(view, desk):
    menu = view.menus.bands.menu()
    menu.aboutToShow.emit()
    entries = {entry.text(): entry for entry in menu.actions()}
    assert list(entries) == ["US presidencies", "Leaders of the PRC"]
    entries["Leaders of the PRC"].trigger()
    assert view.picture.geometry.band_rows == 2
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert desk.timeline.stage.bands == ("prc-leader",)


def test_figures_are_chosen_in_a_menu(view, desk):
    menu = view.menus.series.menu()
    menu.aboutToShow.emit()
    entry = next(entry for entry in menu.actions() if entry.text() == "Seizures")
    assert not entry.isChecked()
    assert entry.toolTip() == "Source: Office of figures"
    entry.trigger()
    assert [one.slug for one in desk.timeline.stage.series][-1] == "seizures"
    desk.timeline.choose_series(())
    assert view.picture.geometry.series.height == 0


def test_one_frame_is_painted_once_and_leaves_the_margin(view, desk, qtbot):
    qtbot.waitUntil(lambda: view.findChild(QWidget, "series") is not None)
    qtbot.wait(50)
    painted = []
    watch = PaintWatch(painted)
    for widget in (view, view.menus.bands):
        widget.installEventFilter(watch)
    desk.viewport.show(float(day_number(1990)), float(day_number(2000)))
    qtbot.waitUntil(lambda: bool(painted))
    qtbot.wait(80)
    assert painted == [view]
    for widget in (view, view.menus.bands):
        widget.removeEventFilter(watch)


class PaintWatch(QObject):
    """Notes which widgets are painted."""

    def __init__(self, painted: list) -> None:
        super().__init__()
        self._painted = painted

    def eventFilter(self, widget, event):  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            self._painted.append(widget)
        return False
