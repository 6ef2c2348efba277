"""Undo and Redo in the Edit menu."""

from PySide6.QtWidgets import QMainWindow

from explorer.domain.change import History
from explorer.widgets.actions import Actions
from explorer.widgets.undo import show_history


def test_they_say_what_they_would_do(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    show_history(actions, History("New event “A & B”", None))
    assert actions["undo"].text() == "Undo: New event “A && B”"
    assert actions["undo"].isEnabled()
    assert actions["redo"].text() == "Redo"
    assert not actions["redo"].isEnabled()
    show_history(actions, History(None, "Delete {event}"))
    assert actions["redo"].text() == "Redo: Delete {event}"
    assert not actions["undo"].isEnabled()
