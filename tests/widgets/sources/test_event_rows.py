from PySide6.QtCore import Qt

from explorer.widgets.sources.event_rows import EventRows


def made(desk, look, qtbot):
    desk.open(desk.article())
    state = desk.reader.state
    rows = EventRows(look)
    qtbot.addWidget(rows)
    rows.resize(360, 100)
    rows.show_events(state.detail.events, state.themes)
    rows.show()
    return rows, state.detail.events


def test_the_list_is_as_high_as_its_rows_and_names_date_and_lane(desk, look, qtbot):
    rows, events = made(desk, look, qtbot)
    assert rows.model().rowCount() == len(events)
    assert rows.height() >= len(events) * rows.sizeHintForRow(0)
    spoken = rows.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(events[0].title)
    assert any(lane.name in spoken for lane in desk.reader.state.themes.values())


def test_a_press_chooses_an_event(desk, look, qtbot):
    rows, events = made(desk, look, qtbot)
    with qtbot.waitSignal(rows.event_chosen) as told:
        spot = rows.visualRect(rows.model().index(2, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [events[2].id]


def test_the_selected_event_is_marked(desk, look, qtbot):
    rows, events = made(desk, look, qtbot)
    rows.show_current(events[3].id)
    assert [index.row() for index in rows.selectedIndexes()] == [3]
    rows.show_current(-1)
    assert rows.selectedIndexes() == []
