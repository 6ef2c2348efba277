"""The field and its list by mouse and keyboard, on the shipped story."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QListView, QToolButton, QWidget

from explorer.domain.search import Hit, HitGroup, HitKind, SearchAnswer
from explorer.widgets.search import SearchField
from explorer.widgets.search.delegate import in_sight, units
from explorer.widgets.search.rows import ResultRole, ResultRows
from tests.support.finding import Hunt


@pytest.fixture
def hunt(qtbot, story_path):
    made = Hunt(story_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def field(hunt):
    hunt.look.dress()
    window = QWidget()
    window.resize(1000, 700)
    made = SearchField(hunt.results, hunt.look, window)
    made.setGeometry(300, 10, 400, 34)
    other = QLineEdit(window)
    other.setGeometry(10, 10, 80, 30)
    hunt.keep(window)
    made.take_focus()
    return made


def type_in(field, hunt, qtbot, text):
    qtbot.keyClicks(field, text)
    hunt.settle()


def listed(field):
    return field.popup.findChild(QListView)


def test_typing_opens_a_list_that_leaves_the_focus_alone(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Cienfuegos")
    assert field.popup.isVisible()
    assert field.hasFocus()
    assert field.popup.current.kind is HitKind.EVENT
    assert field.window().rect().contains(field.popup.geometry())


def test_arrows_go_over_the_headings_and_enter_takes(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Cienfuegos")
    seen = [field.popup.current]
    for _ in range(60):
        qtbot.keyClick(field, Qt.Key.Key_Down)
        if field.popup.current == seen[-1]:
            break
        seen.append(field.popup.current)
    hits = [hit for group in hunt.results.answer.groups for hit in group.hits]
    assert seen == hits
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.popup.current == hits[-2]
    with qtbot.waitSignal(hunt.results.chosen) as model, qtbot.waitSignal(field.chosen) as widget:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert model.args == widget.args == [hits[-2]]
    assert not field.popup.isVisible()
    assert hunt.results.answer is not None, "what was found stays lit"


def test_enter_pressed_before_the_answer_takes_the_first_hit_when_it_comes(field, hunt, qtbot):
    taken = []
    hunt.results.chosen.connect(taken.append)
    qtbot.keyClicks(field, "Cienfuegos")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert taken == []
    hunt.settle()
    assert [hit.kind for hit in taken] == [HitKind.EVENT]


def test_escape_closes_and_puts_out_the_lights(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Xi")
    with qtbot.waitSignal(hunt.results.lit) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [None]
    assert (field.text(), field.popup.isVisible()) == ("", False)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_date_is_the_first_hit(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "June 1971")
    assert field.popup.current.kind is HitKind.DATE


def test_the_mouse_takes_a_hit_and_no_heading(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Xi Jinping")
    view = listed(field)
    taken = []
    field.chosen.connect(taken.append)
    first = view.visualRect(view.model().index(0, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=first.center())
    assert taken == []
    second = view.visualRect(view.model().index(1, 0))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert taken == [view.model().index(1, 0).data(ResultRole.HIT)]
    field.chosen.disconnect(taken.append)


def test_nothing_found_says_what_to_try(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "zzzqqq")
    assert field.popup.isVisible()
    assert field.popup.current is None
    assert "Nothing found for “zzzqqq”" in field.popup.words
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_list_goes_with_the_focus_and_comes_back_with_it(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Xi")
    next(one for one in field.window().findChildren(QLineEdit) if one is not field).setFocus()
    assert not field.popup.isVisible()
    field.take_focus()
    assert field.popup.isVisible()
    assert field.selectedText() == "Xi"


def test_the_clear_button_shows_with_text(field, hunt, qtbot):
    clear = field.findChild(QToolButton)
    assert not clear.isVisible()
    type_in(field, hunt, qtbot, "Xi")
    assert clear.isVisible()
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert (field.text(), hunt.results.answer) == ("", None)


def test_the_list_stays_inside_a_window_that_shrinks(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Mexico")
    field.window().resize(720, 420)
    qtbot.waitUntil(lambda: field.window().rect().contains(field.popup.geometry()))


def test_a_search_ended_elsewhere_empties_the_field(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Xi")
    hunt.results.clear()
    assert field.text() == ""


def test_a_screen_reader_hears_the_hit(field, hunt, qtbot):
    type_in(field, hunt, qtbot, "Cienfuegos")
    assert field.popup.current.title in field.accessibleDescription()


def test_headings_count_what_is_not_listed():
    hit = Hit(HitKind.PLACE, 1, "Beijing", "")
    rows = ResultRows(None)
    rows.show(SearchAnswer("b", (HitGroup(HitKind.PLACE, (hit,), None),), None))
    heading = rows.index(0).data(ResultRole.HEADING)
    assert (heading.title, heading.count) == ("Places", "1 of many")
    rows.count(SearchAnswer("b", (HitGroup(HitKind.PLACE, (hit,), 12),), 0))
    assert rows.index(0).data(ResultRole.HEADING).count == "1 of 12"
    assert rows.hit_near(0, 1) == 1
    assert rows.hit_near(0, -1) is None
    assert not rows.flags(rows.index(0)) & Qt.ItemFlag.ItemIsSelectable


def test_a_word_found_far_right_comes_into_sight(qtbot):
    metrics = QFontMetrics(QWidget().font())
    text = "word " * 100 + "Cienfuegos at the end"
    width = metrics.horizontalAdvance("word " * 12)
    shown, marks = in_sight(text, ((500, 10),), metrics, width)
    start, length = marks[0]
    assert shown[start : start + length] == "Cienfuegos"
    assert metrics.horizontalAdvance(shown[: start + length]) <= width
    assert in_sight("short", ((0, 5),), metrics, width) == ("short", ((0, 5),))


def test_marks_are_counted_in_code_points():
    assert units("a🙂b") == 4
