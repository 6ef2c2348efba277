from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.widgets.detail import DetailPane
from tests.widgets.detail.conftest import Answers, Story, button, words


def test_links_tell_date_relation_and_whose_reading_it_is(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail("operation-cooperation")
    answers.shown.emit(detail)
    said = words(pane.sheet.causes)
    assert "Sep 1969" in said
    assert "led to this · our reading" in said
    with qtbot.waitSignal(pane.event_asked) as asked:
        qtbot.mouseClick(button(pane.sheet.causes, "Operation Intercept"), Qt.MouseButton.LeftButton)
    assert asked.args == [detail.causes[0].event.id]
