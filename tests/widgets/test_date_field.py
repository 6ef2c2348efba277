"""A date is typed and gone to; what cannot be read is said in place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from explorer.viewmodels.pages import Page


@pytest.fixture
def typing(window, qtbot):
    """The field in which one types, opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    edit = window.parts.date_field.findChild(QLineEdit)
    qtbot.waitUntil(edit.hasFocus)
    return edit


def test_a_date_is_typed_read_and_gone_to(window, session, typing, qtbot):
    field = window.parts.date_field
    assert "EDTF" in field.words
    qtbot.keyClicks(typing, "june 1971")
    assert field.words == "June 1971 · known to the month"
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    view = session.models.viewport.viewport
    assert view.start < 530 < view.end
    assert view.days < 60
    assert field.isHidden()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.timeline)
    session.models.place.turn_to(Page.SOURCES)
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert typing.selectedText() == "june 1971"


def test_what_cannot_be_read_is_said_and_may_be_mended(window, session, typing, qtbot):
    field, before = window.parts.date_field, session.models.viewport.viewport
    qtbot.keyClicks(typing, "31 June 2021")
    assert "EDTF" in field.words
    low = field.height()
    qtbot.keyClick(typing, Qt.Key.Key_Return)
    assert field.words.startswith("“31 June 2021” cannot be read as a date")
    assert typing.accessibleDescription() == field.words
    assert field.isVisible()
    assert field.height() >= low
    assert session.models.viewport.viewport == before
    qtbot.keyClick(typing, Qt.Key.Key_Backspace)
    assert "cannot" not in field.words


def test_it_stays_in_the_window_and_closes_without_a_trace(window, typing, qtbot):
    field = window.parts.date_field
    window.resize(700, 600)
    assert window.rect().contains(field.geometry())
    qtbot.keyClick(typing, Qt.Key.Key_Escape)
    assert field.isHidden()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.timeline)
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    window.search.setFocus()
    assert field.isHidden()
