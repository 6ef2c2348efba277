import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton

from explorer.widgets.sources import record_words
from explorer.widgets.sources.record import RecordDialog


@pytest.fixture
def dialog(session, window, qtbot):
    models = session.models
    window.asked.emit("sources")
    qtbot.waitUntil(lambda: models.courier.idle and models.reader.state.detail is not None)
    next(each for each in window.parts.sources.findChildren(QPushButton) if each.text() == "Edit").click()
    return window.parts.sources.findChild(RecordDialog)


def test_the_fields_show_the_record_and_save_it(dialog, session, qtbot):
    source = session.models.reader.state.detail.source
    assert dialog.isVisible()
    assert dialog.lines["title"].text() == source.title
    dialog.lines["title"].setText("On Mud")
    dialog.authors.setPlainText("Lindqvist, Ada\nEk, Bo")
    dialog.date.edit.setText("June 1976")
    assert "June 1976" in dialog.date.said
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=10_000)
    qtbot.waitUntil(lambda: session.models.courier.idle)
    made = session.models.reader.state.detail.source
    assert (made.title, made.authors, made.date) == ("On Mud", "Ada Lindqvist; Bo Ek", "1976-06")


def test_what_is_wrong_is_said_in_the_dialog(dialog):
    dialog.date.edit.setText("soonish")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "cannot be read" in dialog._problem.text()


def test_escape_leaves_without_saving(dialog, session, qtbot):
    title = session.models.reader.state.detail.source.title
    dialog.lines["title"].setText("On Mud")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert session.models.record.state is None
    assert session.models.reader.state.detail.source.title == title


def test_every_control_has_a_name_and_a_tooltip(dialog):
    for control in (*dialog.lines.values(), dialog.kind, dialog.authors, dialog.date.edit):
        assert control.accessibleName()
        assert control.toolTip()
    for button in (dialog.save_button, dialog.leave_button, dialog._checked):
        assert isinstance(button, QAbstractButton)
        assert button.toolTip()


def test_a_kind_of_its_own_is_offered_too():
    assert ("figure", "figure") in record_words.kinds("figure")
    assert len(record_words.kinds("book")) == len(dict(record_words.kinds("book")))
    assert {name for row in record_words.ROWS for name in row} - {"date"} == set(record_words.names())
