"""The reader's notes in the pane."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from explorer.domain.note import Note, NoteTarget
from explorer.viewmodels.notes import WrittenNote
from explorer.widgets.detail import DetailPane
from tests.widgets.detail.conftest import WOODSIDE, Answers, Story, button, words


@pytest.fixture
def written(pane: DetailPane) -> list[WrittenNote]:
    said: list[WrittenNote] = []
    pane.sheet.notes.written.connect(said.append)
    return said


def with_notes(detail, *notes):
    return replace(detail, notes=notes)


def note(number, text, target=NoteTarget.EVENT, target_id=1):
    return Note(number, str(number), target, target_id, text, "2026-11-01T10:00:00", "2026-11-02T10:00:00")


def test_notes_are_shown_as_rich_text_with_their_place_and_day(
    pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    card = detail.passages[0]
    answers.shown.emit(
        with_notes(
            detail,
            note(1, "**Ask** again", target_id=detail.event.id),
            note(2, "Their word", NoteTarget.PASSAGE, card.passage.id),
        )
    )
    first, second = pane.sheet.notes.cards
    assert first._words.toPlainText() == "Ask again"
    assert f"On the passage of {card.source.label}" in words(second)
    assert "On the passage" not in words(first)
    assert "2 November 2026" in words(first)


def test_a_note_is_written_by_keyboard(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, written: list[WrittenNote]
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    section = pane.sheet.notes
    qtbot.keyClick(button(section, "+ Add note"), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is section.editor.text
    qtbot.keyClicks(section.editor.text, "Eine Notiz")
    qtbot.keyClick(section.editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written == [WrittenNote(NoteTarget.EVENT, detail.event.id, "Eine Notiz")]
    assert section.editor.isHidden()
    assert QApplication.focusWidget() is button(section, "+ Add note")


def test_escape_keeps_nothing(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, written: list[WrittenNote]
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    section = pane.sheet.notes
    section.begin()
    qtbot.keyClicks(section.editor.text, "Half")
    qtbot.keyClick(section.editor.text, Qt.Key.Key_Escape)
    assert section.editor.isHidden()
    assert written == []


def test_a_note_is_edited_and_deleted(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, written: list[WrittenNote]
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(with_notes(detail, note(7, "Before", target_id=detail.event.id)))
    section = pane.sheet.notes
    qtbot.mouseClick(button(section.cards[0], "Edit"), Qt.MouseButton.LeftButton)
    assert section.editor.text.toPlainText() == "Before"
    section.editor.text.setPlainText("After")
    qtbot.mouseClick(button(section, "Keep the note"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(section.cards[0], "Delete"), Qt.MouseButton.LeftButton)
    assert written == [
        WrittenNote(NoteTarget.EVENT, detail.event.id, "After", 7),
        WrittenNote(NoteTarget.EVENT, detail.event.id, "", 7),
    ]


def test_what_is_half_written_stays_through_a_change_and_is_kept_with_its_event(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, written: list[WrittenNote]
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    section = pane.sheet.notes
    section.begin()
    qtbot.keyClicks(section.editor.text, "Half a thought")
    answers.shown.emit(with_notes(detail, note(1, "Another", target_id=detail.event.id)))
    assert section.editor.text.toPlainText() == "Half a thought"
    assert not section.editor.isHidden()
    assert written == []
    answers.shown.emit(story.detail("csa-1970"))
    assert written == [WrittenNote(NoteTarget.EVENT, detail.event.id, "Half a thought")]
    assert section.editor.isHidden()


def test_a_note_on_a_passage_is_begun_at_its_card(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story, written: list[WrittenNote]
) -> None:
    answers.shown.emit(story.detail(WOODSIDE))
    view = pane.sheet.passages.views[0]
    assert view.card is not None
    next(each for each in view.actions() if "note" in each.text()).trigger()
    editor = pane.sheet.notes.editor
    assert view.card.source.label in editor.text.accessibleName()
    qtbot.keyClicks(editor.text, "Their word")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert written == [WrittenNote(NoteTarget.PASSAGE, view.card.passage.id, "Their word")]
    pane.sheet.notes.begin()
    assert editor.text.accessibleName() == "Note"


def test_the_pane_stays_where_it_is_when_its_event_is_read_again(
    qtbot: QtBot, pane: DetailPane, answers: Answers, story: Story
) -> None:
    detail = story.detail(WOODSIDE)
    answers.shown.emit(detail)
    pane.resize(400, 300)
    bar = pane._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(250)
    answers.shown.emit(with_notes(detail, note(1, "More", target_id=detail.event.id)))
    assert bar.value() == 250
    answers.shown.emit(story.detail("csa-1970"))
    assert bar.value() == 0
