from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.domain.event import Status
from explorer.widgets.detail import DetailPane, wording
from explorer.widgets.detail.citation import RecordLink
from tests.widgets.detail.conftest import WOODSIDE, Answers, Story, button, words


def test_the_citation_is_copied_with_its_address(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    copy = button(pane.sheet.citation, "Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == f"{detail.event.citation} {detail.event.url}"
    assert copy.text() == "Copied"
    answers.shown.emit(story.detail("csa-1970"))
    assert copy.text() == "Copy"


def test_how_a_citation_was_checked_unfolds(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    assert "✓ Checked" in words(pane.sheet.citation)
    assert detail.event.date_note not in words(pane.sheet.citation)
    qtbot.mouseClick(button(pane.sheet.citation, "How it was checked"), Qt.MouseButton.LeftButton)
    assert detail.event.date_note in words(pane.sheet.citation)


def test_a_provisional_citation_is_not_called_checked(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    event = replace(detail.event, citation_status=Status.PROVISIONAL)
    answers.shown.emit(replace(detail, event=event))
    assert "Checked" not in words(pane.sheet.citation).replace("How it was checked", "")


def test_a_record_asks_to_be_shown_among_the_sources(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = next(found for found in map(story.detail, story.slugs()) if len(found.records) > 1)
    answers.shown.emit(detail)
    links = pane.sheet.citation.findChildren(RecordLink)
    assert [link.text() for link in links] == [wording.record(source) for source in detail.records]
    with qtbot.waitSignal(pane.source_asked) as asked:
        qtbot.keyClick(links[1], Qt.Key.Key_Space)
    assert asked.args == [detail.records[1]]
