"""The journey of somebody who writes: a library of one's own, events in it, and every step back and forth."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.journeys.conftest import end, settle
from tests.support.changing import index_of, rows_of


def named(widget, name, kind=QLineEdit):
    return next(each for each in widget.findChildren(kind) if each.accessibleName() == name)


def write(qtbot, session, title, date, place=None):
    """Write a new event with the keyboard alone."""
    window = session.window
    window.actions_of_window["new_event"].trigger()
    drawer = window.editing.drawer
    qtbot.keyClicks(QApplication.focusWidget(), title)
    line = named(drawer, "Date")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, date)
    if place:
        field = named(drawer, "Places")
        field.setFocus()
        qtbot.keyClicks(field, place)
        qtbot.wait(50)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
    assert not drawer.isVisible()
    event_id = session.models.selection.current
    assert session.models.detail.current.event.title == title
    return event_id


def titles(session):
    """What stands on the timeline, by the index and the titles that the window has."""
    timeline = session.models.timeline
    ids = [timeline.id_of(row) for row in range(timeline.stage.index.size)]
    return {timeline.titles.title(event_id) for event_id in ids if timeline.row_of(event_id) is not None}


def state(session):
    store = session.models.library.current.store
    with store.reading() as connection:
        return rows_of(connection), index_of(store.path)


def test_a_library_is_made_written_taken_back_and_made_again(start, qtbot, tmp_path: Path):
    session = start()
    window = session.window
    path = tmp_path / "Town.tlx"
    window.editing.do("new_library")
    panel = window.editing.new_library
    qtbot.keyClicks(panel.title, "Our town")
    panel.path.setText(str(path))
    panel.confirm()
    settle(qtbot, session)
    models = session.models
    assert models.library.current.store.path == path
    states = [state(session)]

    fire = write(qtbot, session, "The great fire", "about 1812", place="Market square")
    states.append(state(session))
    bridge = write(qtbot, session, "The bridge is built", "1846 to 1849")
    states.append(state(session))
    models.lanes.add("Weather")
    settle(qtbot, session)
    states.append(state(session))
    assert titles(session) == {"The great fire", "The bridge is built"}

    models.selection.select(fire)
    settle(qtbot, session)
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_F2)
    settle(qtbot, session)
    summary = named(window.editing.drawer, "Summary", QPlainTextEdit)
    summary.setFocus()
    qtbot.keyClicks(summary, "Forty houses burnt down.")
    qtbot.keyClick(summary, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
    states.append(state(session))
    assert models.detail.current.event.summary == "Forty houses burnt down."

    window.parts.detail.sheet.notes.begin()
    note = window.parts.detail.sheet.notes.editor.text
    qtbot.keyClicks(note, "Ask the *archive*")
    qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
    states.append(state(session))
    models.results.search("houses")
    settle(qtbot, session)
    assert models.results.answer.events == 1

    models.selection.select(bridge)
    settle(qtbot, session)
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_Delete)
    settle(qtbot, session)
    states.append(state(session))
    assert titles(session) == {"The great fire"}
    assert models.results.text == "houses"

    for before in states[-2::-1]:
        window.actions_of_window["undo"].trigger()
        settle(qtbot, session)
        assert state(session) == before
    assert not window.actions_of_window["undo"].isEnabled()
    assert models.timeline.stage.index.size == 0
    assert models.results.answer.events == 0
    for after in states[1:]:
        window.actions_of_window["redo"].trigger()
        settle(qtbot, session)
        assert state(session) == after
    assert titles(session) == {"The great fire"}
    end(qtbot, session)

    again = start(path)
    models = again.models
    assert models.library.current.contents.title == "Our town"
    assert again.window.actions_of_window["undo"].text() == "Undo: Delete event “The bridge is built”"
    assert state(again) == states[-1]
    again.window.actions_of_window["undo"].trigger()
    settle(qtbot, again)
    assert titles(again) == {"The great fire", "The bridge is built"}
    assert state(again) == states[-2]
    models.selection.select(fire)
    settle(qtbot, again)
    assert [each.text for each in models.detail.current.notes] == ["Ask the *archive*"]
