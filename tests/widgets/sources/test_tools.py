"""Keys and menu of selected words."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from explorer.widgets.sources.add_to_event import AddToEvent
from explorer.widgets.sources.note import NoteDialog
from explorer.widgets.sources.passage_editor import PassageEditor


@pytest.fixture
def page(tools, troubled):
    page = tools.pane.page
    page.setFocus()
    cursor = page.textCursor()
    cursor.setPosition(10)
    cursor.setPosition(60, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    return page


def test_keys_do_what_the_bar_does(page, tools, whole, qtbot):
    assert all(action.isEnabled() for name, action in tools.actions.items() if name != "here")
    qtbot.keyClick(page, Qt.Key.Key_E)
    whole.settle()
    assert whole.models.editor.state is not None
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert tools.pane.findChild(AddToEvent) is not None
    tools.pane.findChild(AddToEvent).reject()
    qtbot.keyClick(page, Qt.Key.Key_O)
    assert tools.pane.findChild(NoteDialog) is not None
    tools.pane.findChild(NoteDialog).reject()


def test_a_claim_begins_with_the_passage(page, tools, qtbot):
    with qtbot.waitSignal(tools.claim_asked) as told:
        qtbot.keyClick(page, Qt.Key.Key_C)
    (draft,) = told.args
    assert draft.anchored
    assert page.textCursor().selectedText().startswith(draft.selector.exact[:20])


def test_a_lost_passage_can_be_placed_at_selected_words(page, tools, whole, troubled, qtbot):
    assert not tools.actions["here"].isVisible()
    whole.models.reader.go_to(troubled.lost)
    assert tools.actions["here"].isEnabled()
    start, end = page.selected
    qtbot.keyClick(page, Qt.Key.Key_H)
    whole.settle()
    anchor = whole.models.placing.placing.anchor
    assert start <= anchor.start < anchor.end <= end
    assert not tools.actions["here"].isVisible()


def test_without_selected_words_there_is_nothing_to_do(page, tools, whole, qtbot):
    cursor = page.textCursor()
    cursor.clearSelection()
    page.setTextCursor(cursor)
    assert not any(action.isEnabled() for action in tools.actions.values())
    qtbot.keyClick(page, Qt.Key.Key_E)
    whole.settle()
    assert whole.models.editor.state is None


def test_the_menu_offers_the_same(page, tools, qtbot):
    place = QPoint(200, 200)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, page.mapToGlobal(place))
    QApplication.sendEvent(page.viewport(), event)
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    assert {"New event", "Add to event…", "Note…"} <= {action.text() for action in menu.actions()}
    menu.close()


def test_the_bar_opens_the_editor_of_the_passage(page, tools, whole, troubled):
    whole.models.reader.go_to(troubled.approximate)
    tools.placing_bar.edit_asked.emit()
    editor = tools.pane.findChild(PassageEditor)
    assert editor is not None
    editor.reject()


def test_a_place_is_brought_into_view(page, tools, whole, troubled):
    whole.models.reader.go_to(troubled.several)
    page.scroll_to_share(1)
    before = page.verticalScrollBar().value()
    place = whole.models.placing.placing.choices[0].place
    tools.placing_bar.looked_at.emit(place)
    assert page.verticalScrollBar().value() < before
