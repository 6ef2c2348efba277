"""Looking for an event and adding words to it."""

import pytest
from PySide6.QtCore import Qt

from explorer.domain.passage import Stance
from explorer.widgets.sources.add_to_event import AddToEvent


@pytest.fixture
def dialog(tools, whole, troubled, look):
    model = whole.models.words
    made = AddToEvent(model, model.words(0, 30), look, tools.pane)
    made.open()
    whole.settle()
    return made


def test_events_of_the_source_are_offered_first(dialog, whole):
    assert dialog.list.count() == len(whole.models.reader.state.detail.events)
    assert dialog.add.isEnabled()
    dialog.reject()


def test_an_event_is_found_by_its_title_and_gets_the_words(dialog, whole, qtbot):
    dialog.field.setText("woodside")
    whole.settle()
    qtbot.waitUntil(lambda: dialog.list.count() > 0)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Up)
    assert dialog.list.currentRow() == 0
    dialog.stance.setCurrentIndex(list(Stance).index(Stance.QUESTIONS))
    title = dialog.list.currentItem().text()
    dialog.accept()
    whole.settle()
    (made,) = [item for item in whole.models.reader.state.passages if item.passage.is_own]
    assert title.endswith(made.events[0].title)
    assert set(made.stances.values()) == {Stance.QUESTIONS}


def test_where_nothing_is_found_nothing_can_be_added(dialog, whole, qtbot):
    dialog.field.setText("xyzzy")
    whole.settle()
    qtbot.waitUntil(dialog.nothing.isVisible)
    assert not dialog.add.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()
