"""The panel of suggestions, worked by its keys and its buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QToolButton

from explorer.viewmodels.offers import OfferStatus
from explorer.widgets.suggestions.pane import SuggestionsPane

Key = Qt.Key


def said(pane):
    return [label.text() for label in pane.findChildren(QLabel) if label.isVisibleTo(pane) and label.text()]


def button(pane, text):
    return next(one for one in pane.findChildren(QPushButton) if one.text() == text)


def press(qtbot, pane, *keys):
    for key in keys:
        qtbot.keyClick(pane.list, key)


def test_the_keys_walk_through_the_suggestions(pane, desk, qtbot):
    press(qtbot, pane, Key.Key_J, Key.Key_Down)
    assert desk.model.state.row == 2
    press(qtbot, pane, Key.Key_K)
    assert desk.model.state.row == pane.list.currentIndex().row() == 1
    press(qtbot, pane, Key.Key_Up)
    assert desk.model.state.row == 0


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Return, Key.Key_Enter])
def test_one_key_accepts(pane, desk, qtbot, key):
    press(qtbot, pane, key)
    desk.settle()
    assert desk.offer("1911-04-04").status is OfferStatus.ON_TIMELINE
    assert "4 to look at · 1 on the timeline" in said(pane)


@pytest.mark.parametrize("key", [Key.Key_R, Key.Key_Delete])
def test_one_key_rejects(pane, desk, qtbot, key):
    press(qtbot, pane, key)
    desk.settle()
    assert desk.model.state.rejected == 1
    assert "4 to look at · 1 rejected" in said(pane)


def test_one_key_edits_and_one_closes(pane, desk, qtbot):
    with qtbot.waitSignal(desk.model.edit_asked):
        press(qtbot, pane, Key.Key_E)
    press(qtbot, pane, Key.Key_Escape)
    assert not desk.model.state.open


def test_vague_ones_stand_behind_a_switch(pane, desk, qtbot):
    rows = pane.list.model().rowCount()
    press(qtbot, pane, Key.Key_V)
    assert pane.list.model().rowCount() == rows + 1
    button(pane, "Hide the vague ones (1)").click()
    assert pane.list.model().rowCount() == rows
    assert button(pane, "Also vague ones (1)").isVisible()


def test_the_title_is_written_in_its_card(pane, desk, qtbot):
    press(qtbot, pane, Key.Key_T)
    editor = pane.list.findChild(QLineEdit)
    assert editor.selectedText() == desk.model.current.title
    qtbot.keyClicks(editor, "A letter")
    qtbot.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: desk.model.current.title == "A letter")
    assert desk.model.current.status is OfferStatus.OPEN


def test_one_key_takes_the_next_sentence_in(pane, desk, qtbot):
    press(qtbot, pane, Key.Key_X)
    assert desk.model.current.end > desk.model.current.suggestion.end
    button(pane, "Longer").click()
    assert desk.model.current.end == desk.model.current.suggestion.end


def test_other_readings_can_be_chosen_by_key_and_in_a_list(pane, desk, qtbot):
    readings = pane.findChild(QComboBox)
    assert not readings.isVisible()
    desk.take("[1975-03-04,1975-04-03]")
    assert readings.isVisible()
    assert readings.count() == 3
    press(qtbot, pane, Key.Key_Right)
    assert desk.model.current.edtf == "1975-03-04"
    assert readings.currentIndex() == 1
    readings.activated.emit(2)
    assert desk.model.current.edtf == "1975-04-03"
    press(qtbot, pane, Key.Key_Left)
    assert desk.model.current.edtf == "1975-03-04"


def test_what_is_in_hand_stays_in_view_where_the_bar_takes_more_room(pane, desk, qtbot):
    pane.resize(300, 760)
    desk.take("[1975-03-04,1975-04-03]")

    def is_in_view():
        return pane.list.viewport().rect().contains(pane.list.visualRect(pane.list.currentIndex()))

    qtbot.waitUntil(is_in_view)


def test_the_buttons_do_what_the_keys_do(pane, desk, qtbot):
    button(pane, "Reject").click()
    desk.settle()
    assert desk.model.state.rejected == 1
    button(pane, "Accept").click()
    desk.settle()
    assert sum(one.status is OfferStatus.ON_TIMELINE for one in desk.model.state.offers) >= 1
    with qtbot.waitSignal(desk.model.edit_asked):
        button(pane, "Edit …").click()
    pane.findChild(QToolButton).click()
    assert not desk.model.state.open


def test_an_event_of_the_library_is_not_written_anew(pane, desk):
    desk.take("2023-11-11/2023-11-17")
    assert not button(pane, "Edit …").isEnabled()
    assert not button(pane, "Title").isEnabled()
    assert button(pane, "Accept").isEnabled()
    assert any("the date is that of “APEC in San Francisco”" in text for text in said(pane))


def test_every_control_has_a_name_and_a_tip(pane, desk):
    desk.take("[1975-03-04,1975-04-03]")
    for kind in (QPushButton, QToolButton, QComboBox):
        for control in pane.findChildren(kind):
            if control.isVisibleTo(pane):
                assert control.toolTip()
                assert control.accessibleName() or control.text()
    assert pane.list.accessibleName()


def test_it_says_how_far_it_is_and_lets_one_stop(desk, look, qtbot, tmp_path):
    pane = SuggestionsPane(desk.model, look)
    qtbot.addWidget(pane)
    pane.show()
    desk.model.find()
    assert "Looking for dates …" in said(pane)
    button(pane, "Cancel").click()
    assert not desk.model.state.searching


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It rained.", "No dated sentence was found."),
        ("In recent years it rained.", "No dated sentence was found, only vague ones."),
    ],
)
def test_it_says_that_nothing_was_found(pane, desk, tmp_path, text, words):
    desk.give(tmp_path / "rain.txt", text)
    desk.settle()
    assert words in said(pane)
    assert not pane.list.isVisible()


def test_it_says_that_all_were_rejected_and_that_there_is_no_text(pane, desk, qtbot, tmp_path):
    desk.give(tmp_path / "rain.txt", "It rained in 1905.")
    desk.settle()
    press(qtbot, pane, Key.Key_R)
    desk.settle()
    assert any("You have rejected every date" in text for text in said(pane))
    desk.open(desk.article(1))
    assert any("Attach a copy" in text for text in said(pane))
