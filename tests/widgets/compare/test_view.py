"""The page that lays sources side by side, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from explorer.viewmodels.pages import Page
from explorer.widgets.compare.editor import TopicEditor
from explorer.widgets.compare.topic import TopicBand
from explorer.widgets.detail.passages import PassageView
from explorer.widgets.parts.controls import LinkButton


@pytest.fixture
def desk(begin, show, qtbot):
    session = begin()
    window = show(session)
    qtbot.waitUntil(lambda: session.models.comparison.current is not None)
    window.actions_of_window["compare"].trigger()
    return session, window.parts.compare


def words_of(view):
    return [each.text() for each in view.findChildren(LinkButton)]


def press(view, text):
    next(each for each in view.findChildren(LinkButton) if each.text() == text).click()


def test_each_source_has_a_column_with_its_passages(desk):
    session, view = desk
    assert session.models.place.page is Page.COMPARE
    comparison = session.models.comparison.current
    assert len(comparison.voices) == 2
    shown = [each.card.passage.id for each in view.findChildren(PassageView)]
    assert sorted(shown) == sorted(card.passage.id for voice in comparison.voices for card in voice.cards)
    assert len(view.findChildren(TopicBand)) == len(comparison.topics) > 0


def test_back_leads_where_the_reader_was(desk, qtbot):
    session, view = desk
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert session.models.place.page is Page.TIMELINE


def test_a_comparison_is_written_kept_and_taken_back(desk, qtbot):
    session, view = desk
    topics = len(session.models.comparison.current.topics)
    press(view, "+ Write a comparison")
    editor = view.findChild(TopicEditor)
    editor.findChild(QLineEdit).setText("Price")
    editor.findChildren(QPlainTextEdit)[0].setPlainText("Leaves it out.")
    with qtbot.waitSignal(session.models.comparison.saved):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(session.models.comparison.current.topics) == topics + 1)
    qtbot.waitUntil(lambda: len(view.findChildren(TopicBand)) == topics + 1)
    session.models.edits.undo()
    qtbot.waitUntil(lambda: len(session.models.comparison.current.topics) == topics)


def test_what_cannot_be_kept_is_said_and_stays_in_its_fields(desk, qtbot):
    session, view = desk
    press(view, "+ Write a comparison")
    editor = view.findChild(TopicEditor)
    editor.findChildren(QPlainTextEdit)[0].setPlainText("Leaves it out.")
    with qtbot.waitSignal(session.models.comparison.refused):
        editor.save_asked.emit(editor.draft)
    assert editor.draft.lines[session.models.comparison.current.voices[0].source.id] == "Leaves it out."
    assert view.findChild(TopicEditor) is editor
