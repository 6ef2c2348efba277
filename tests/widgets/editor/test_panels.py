"""The panels of the lanes and of a new library."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from explorer.viewmodels.lanes import PALETTE


def settle(qtbot, session):
    models = session.models
    qtbot.waitUntil(lambda: models.courier.idle and not models.viewport.moving, timeout=10_000)
    qtbot.wait(20)


@pytest.fixture
def host(session, window, qtbot):
    settle(qtbot, session)
    return window.editing


@pytest.fixture
def lanes(host):
    host.do("lanes")
    return host.lanes


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def button(row, text):
    return next(each for each in row.findChildren(QToolButton) if each.text() == text)


def names(panel):
    return [row.name.text() for row in panel.rows]


def test_a_lane_is_added_by_name_and_enter(session, lanes, qtbot):
    before = names(lanes)
    assert QApplication.focusWidget() is lanes.name
    qtbot.keyClicks(lanes.name, "Weather")
    qtbot.keyClick(lanes.name, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert names(lanes) == [*before, "Weather"]
    assert lanes.name.text() == ""
    assert session.models.timeline.stage.contents.themes[-1].name == "Weather"


def test_a_lane_is_renamed_moved_and_coloured(session, lanes, qtbot):
    row = lanes.rows[1]
    before = row.lane
    row.name.setFocus()
    row.name.selectAll()
    qtbot.keyClicks(row.name, "Health")
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert lanes.rows[1].lane.name == "Health"
    qtbot.mouseClick(button(lanes.rows[1], "↑"), Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert lanes.rows[0].lane.id == before.id
    lanes.rows[0]._fill_menu()
    colour = lanes.rows[0]._menu.actions()[3]
    assert colour.data() == PALETTE[3]
    lanes.rows[0]._recolour(colour)
    settle(qtbot, session)
    assert lanes.rows[0].lane.colour == PALETTE[3]


def test_a_lane_with_events_stays_and_that_is_said(session, lanes, qtbot):
    before = names(lanes)
    qtbot.mouseClick(button(lanes.rows[0], "×"), Qt.MouseButton.LeftButton)
    settle(qtbot, session)
    assert "has events" in words(lanes)
    assert names(lanes) == before


def test_a_name_taken_away_comes_back(session, lanes, qtbot):
    row = lanes.rows[0]
    name = row.name.text()
    row.name.setFocus()
    row.name.clear()
    qtbot.keyClick(row.name, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert lanes.rows[0].name.text() == name
    assert "a name" in words(lanes)


def test_every_control_has_a_name_and_escape_closes(session, lanes, qtbot):
    for row in lanes.rows:
        for control in row.findChildren(QToolButton):
            assert row.lane.name in control.accessibleName()
    qtbot.keyClick(lanes.name, Qt.Key.Key_Escape)
    assert not lanes.isVisible()
    assert QApplication.focusWidget() is session.window.timeline


def test_a_new_library_is_made_and_opened(session, host, qtbot, tmp_path):
    host.do("new_library")
    panel = host.new_library
    qtbot.keyClicks(panel.title, "Our town: a history")
    assert panel.path.text().endswith("Our town a history.tlx")
    panel.path.setFocus()
    panel.path.selectAll()
    path = tmp_path / "town.tlx"
    qtbot.keyClicks(panel.path, str(path))
    qtbot.keyClick(panel.path, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
    assert not panel.isVisible()
    assert session.models.library.current.store.path == path
    assert session.window.windowTitle().startswith("Our town: a history")
    host.do("new_event")
    assert host.drawer.isVisible()


def test_what_a_new_library_lacks_is_said(session, host, qtbot, tmp_path):
    host.do("new_library")
    panel = host.new_library
    panel.confirm()
    assert "a title" in words(panel)
    taken = tmp_path / "taken.tlx"
    taken.write_bytes(b"x")
    panel.title.setText("Title")
    panel.path.setText(str(taken))
    before = session.models.library.current
    panel.confirm()
    settle(qtbot, session)
    assert "there already" in words(panel)
    assert session.models.library.current is before


def test_one_panel_at_a_time(session, host, qtbot):
    host.do("lanes")
    host.do("new_library")
    assert not host.lanes.isVisible()
    host.do("new_event")
    assert host.drawer.isVisible()
    assert not host.new_library.isVisible()
    host.do("lanes")
    assert host.drawer.isVisible()
    assert not host.lanes.isVisible()
