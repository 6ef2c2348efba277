"""The bar beside selected words."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton


def select(page, start, end):
    cursor = page.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def test_it_comes_below_the_words_and_goes_with_them(tools, whole, troubled, qtbot):
    page, bar = tools.pane.page, tools.selection_bar
    page.scroll_to_share(0)
    assert bar.isHidden()
    select(page, 10, 60)
    qtbot.waitUntil(bar.isVisible)
    end = page.end_of_selection()
    assert bar.geometry().top() >= end.bottom() or bar.geometry().bottom() <= end.top()
    assert page.viewport().rect().contains(bar.geometry())
    said = [button.text() for button in bar.findChildren(QPushButton) if button.isVisible()]
    assert said == ["New event", "Add to event", "New claim", "Note"]
    assert all("(" in button.toolTip() for button in bar.findChildren(QPushButton))
    select(page, 10, 10)
    qtbot.waitUntil(bar.isHidden)


def test_it_goes_when_the_words_are_out_of_sight(tools, whole, troubled, qtbot):
    page, bar = tools.pane.page, tools.selection_bar
    select(page, 10, 60)
    qtbot.waitUntil(bar.isVisible)
    page.scroll_to_share(1)
    qtbot.waitUntil(bar.isHidden)


def test_words_can_be_selected_by_mouse(tools, whole, troubled, qtbot):
    page, bar = tools.pane.page, tools.selection_bar
    page.scroll_to_share(0)
    word = page.document().find("goes")
    select(page, word.position() - 2, word.position() - 2)
    place = page.cursorRect().center()
    qtbot.mousePress(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(page.viewport(), place + QPoint(80, 0))
    qtbot.wait(250)
    assert bar.isHidden()
    qtbot.mouseRelease(page.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(80, 0))
    qtbot.waitUntil(bar.isVisible)
    assert page.selected[0] < page.selected[1]


def test_quotations_without_a_text_offer_nothing(tools, whole, qtbot):
    select(tools.pane.page, 10, 60)
    qtbot.wait(300)
    assert tools.selection_bar.isHidden()
