from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from explorer.viewmodels.history import Ways
from explorer.viewmodels.selection import SelectionModel
from explorer.widgets.detail import DetailPane
from tests.widgets.detail.conftest import WOODSIDE, Answers, Story, button, words


def test_head_tells_date_exactness_title_and_summary(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    said = words(pane.sheet.heading)
    assert "15 November 2023 · exact day" in said
    assert "Biden and Xi agree to restart drug cooperation" in said
    assert "not checked" not in said


def test_unchecked_dates_and_citations_are_marked(pane: DetailPane, answers: Answers, story: Story) -> None:
    answers.shown.emit(story.detail("operation-cooperation"))
    assert "Date not checked" in words(pane.sheet.heading)
    assert "Not checked" in words(pane.sheet.citation)
    assert "✓" not in words(pane.sheet.citation)
    assert "comes from the context layer" in words(pane.sheet.passages)


def test_a_chip_asks_for_its_entity(qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    with qtbot.waitSignal(pane.entity_asked) as asked:
        qtbot.mouseClick(button(pane.sheet.heading, "Xi Jinping"), Qt.MouseButton.LeftButton)
    assert asked.args[0].name == "Xi Jinping"


def test_previous_and_next_select(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, selection: SelectionModel
) -> None:
    detail = story.detail(WOODSIDE)
    selection.select(detail.event.id)
    answers.shown.emit(detail)
    steps = pane.sheet.heading.steps
    assert detail.previous is not None
    assert detail.previous.title in steps.previous.toolTip()
    qtbot.mouseClick(steps.previous, Qt.MouseButton.LeftButton)
    assert selection.current == detail.previous.id


def test_back_and_forward_ask_while_there_is_a_way(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    steps = pane.sheet.heading.steps
    assert not steps.back.isEnabled()
    assert not steps.forward.isEnabled()
    steps.show_ways(Ways(back=True, forward=False))
    assert not steps.forward.isEnabled()
    with qtbot.waitSignal(steps.back_asked):
        qtbot.mouseClick(steps.back, Qt.MouseButton.LeftButton)
    steps.show_ways(Ways(back=False, forward=True))
    assert not steps.back.isEnabled()
    with qtbot.waitSignal(steps.forward_asked):
        qtbot.mouseClick(steps.forward, Qt.MouseButton.LeftButton)
