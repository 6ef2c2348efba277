"""Writing an event with the keyboard, as a reader does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit

from explorer.domain.draft import EventDraft, EvidenceDraft, PassageDraft
from explorer.domain.passage import Selector
from explorer.store import reads
from explorer.viewmodels.pages import Page


def settle(qtbot, session):
    """Wait until nothing is asked for any more."""
    models = session.models
    qtbot.waitUntil(lambda: models.courier.idle and not models.viewport.moving, timeout=10_000)
    qtbot.wait(20)


@pytest.fixture
def session(begin, qtbot):
    session = begin()
    session.window.resize(1280, 800)
    with qtbot.waitSignal(session.window.first_painted, timeout=20_000):
        session.open()
        session.window.show()
    settle(qtbot, session)
    return session


@pytest.fixture
def drawer(session, qtbot):
    """The panel with a new event in it."""
    session.window.actions_of_window["new_event"].trigger()
    settle(qtbot, session)
    return session.window.editing.drawer


def named(widget, name, kind=QLineEdit):
    return next(each for each in widget.findChildren(kind) if each.accessibleName() == name)


def words(widget):
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def saved(session, event_id):
    with session.models.library.current.store.reading() as connection:
        return reads.event_detail(connection, event_id)


def type_in(qtbot, widget, text):
    widget.setFocus()
    widget.selectAll()
    qtbot.keyClicks(widget, text)


def test_an_event_is_written_and_saved_by_keyboard_alone(session, drawer, qtbot):
    before = session.models.timeline.stage.shown
    focused = QApplication.focusWidget()
    assert focused.accessibleName() == "Title"
    qtbot.keyClicks(focused, "Zebras cross the road")
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    date = QApplication.focusWidget()
    assert date.accessibleName() == "Date"
    date.selectAll()
    qtbot.keyClicks(date, "15 nov 2023")
    assert "15 November 2023 · exact day" in words(drawer)
    type_in(qtbot, named(drawer, "Summary", QPlainTextEdit), "They did.")
    people = named(drawer, "People and bodies")
    type_in(qtbot, people, "xi ji")
    qtbot.keyClick(people, Qt.Key.Key_Return)
    type_in(qtbot, people, "Zebra Union")
    offered = drawer.form._actors._list
    assert offered.isVisible()
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Down)
    qtbot.keyClick(offered, Qt.Key.Key_Return)
    qtbot.keyClick(named(drawer, "Tags"), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, session)
    assert not drawer.isVisible()
    detail = saved(session, session.models.selection.current)
    assert (detail.event.title, detail.event.start, detail.event.summary) == (
        "Zebras cross the road",
        "2023-11-15",
        "They did.",
    )
    assert [person.name for person in detail.people] == ["Xi Jinping"]
    assert [body.name for body in detail.bodies] == ["Zebra Union"]
    assert session.models.timeline.stage.shown == before + 1
    assert "saved" in words(session.window.status)


def test_tab_stays_in_the_panel(session, drawer, qtbot):
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        seen.append(focused)
        assert drawer.isAncestorOf(focused)
        assert focused.accessibleName(), focused
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is seen[0]
    qtbot.keyClick(seen[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is seen[-1]


def test_what_is_wrong_stands_at_its_field_and_has_the_keyboard(session, drawer, qtbot):
    type_in(qtbot, named(drawer, "Title"), "x" * 75)
    assert "75 of 70 characters" in drawer.form.said("title")
    type_in(qtbot, named(drawer, "Until"), "whenever")
    assert drawer.form.said("end") == "Not a date yet"
    drawer.confirm()
    assert "5 characters too long" in drawer.form.said("title")
    assert "cannot be read as a date" in drawer.form.said("end")
    assert QApplication.focusWidget().accessibleName() == "Title"
    assert drawer.isVisible()


def test_a_name_that_was_not_picked_is_not_lost(session, drawer, qtbot):
    type_in(qtbot, named(drawer, "Title"), "Zebras")
    type_in(qtbot, named(drawer, "Places"), "Somewhere else")
    drawer.confirm()
    assert "“Somewhere else”" in drawer.form.said("places")
    assert drawer.isVisible()


def test_a_name_typed_whole_is_picked_on_leaving_the_field(session, drawer, qtbot):
    people = named(drawer, "People and bodies")
    type_in(qtbot, people, "xi jinping")
    drawer.form._actors._list.hide()
    qtbot.keyClick(people, Qt.Key.Key_Tab)
    assert people.text() == ""
    assert len(drawer.form.typed().actors) == 1
    people.setFocus()
    qtbot.keyClick(people, Qt.Key.Key_Backspace)
    assert drawer.form.typed().actors == ()


def test_escape_leaves_at_once_when_nothing_was_typed(session, drawer, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert QApplication.focusWidget() is session.window.timeline


def test_the_window_asks_before_it_closes_on_something_typed(session, drawer, qtbot):
    window = session.window
    qtbot.keyClicks(named(drawer, "Title"), "Half")
    assert not window.close()
    assert window.isVisible()
    assert drawer.stay_button.hasFocus()
    drawer.stay_button.click()
    assert named(drawer, "Title").text() == "Half"
    assert not window.close()
    # Closed again while it asks, it closes.
    assert window.close()


def test_the_window_closes_at_once_when_nothing_was_typed(session, drawer, qtbot):
    assert session.window.close()


def test_escape_asks_before_anything_typed_is_lost(session, drawer, qtbot):
    title = named(drawer, "Title")
    qtbot.keyClicks(title, "Zebra")
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    assert drawer.isVisible()
    assert "Let go of what you have typed?" in words(drawer)
    assert QApplication.focusWidget() is drawer.stay_button
    qtbot.keyClick(drawer.stay_button, Qt.Key.Key_Escape)
    assert "Let go" not in words(drawer)
    assert title.text() == "Zebra"
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    qtbot.mouseClick(drawer.drop_button, Qt.MouseButton.LeftButton)
    assert not drawer.isVisible()
    assert session.models.editor.state is None


def test_f2_edits_the_event_in_hand_and_so_does_e(session, qtbot):
    window = session.window
    title = session.models.detail.current.event.title
    window.actions_of_window["edit_event"].trigger()
    settle(qtbot, session)
    assert named(window.editing.drawer, "Title").text() == title
    window.editing.drawer.leave()
    window.timeline.setFocus()
    qtbot.keyClick(window.timeline, Qt.Key.Key_E)
    settle(qtbot, session)
    assert window.editing.drawer.isVisible()
    assert "Edit the event" in words(window.editing.drawer)


def test_delete_takes_the_event_away_and_undo_brings_it_back(session, qtbot):
    window, models = session.window, session.models
    models.selection.select(5)
    settle(qtbot, session)
    total = models.timeline.stage.shown
    window.actions_of_window["delete_event"].trigger()
    settle(qtbot, session)
    assert models.timeline.stage.shown == total - 1
    assert "Ctrl Z brings it back" in words(window.status)
    assert window.actions_of_window["undo"].text().startswith("Undo: Delete event")
    window.actions_of_window["undo"].trigger()
    settle(qtbot, session)
    assert models.timeline.stage.shown == total
    models.selection.select(None)
    window.actions_of_window["delete_event"].trigger()
    assert "Choose an event first" in words(window.status)


def test_a_second_new_event_comes_back_to_the_one_that_is_written(session, drawer, qtbot):
    qtbot.keyClicks(named(drawer, "Title"), "Zebra")
    session.window.actions_of_window["new_event"].trigger()
    assert named(drawer, "Title").text() == "Zebra"


def test_the_words_of_a_passage_stand_above_the_fields_also_over_the_sources(session, qtbot):
    session.models.place.turn_to(Page.SOURCES)
    place = Selector("They met in a garden", "", "", 10, 30, 1)
    draft = EventDraft("They met", "", 1, evidence=(EvidenceDraft(PassageDraft(1, place)),))
    session.models.editor.begin(draft)
    drawer = session.window.editing.drawer
    assert "“They met in a garden”" in words(drawer)
    assert drawer.isVisible()
    drawer.confirm()
    assert "Give a date" in drawer.form.said("start")


def test_the_panel_keeps_to_the_right_side_of_the_page(session, drawer, qtbot):
    for size in ((1280, 800), (900, 600), (1600, 1000)):
        session.window.resize(*size)
        settle(qtbot, session)
        assert drawer.geometry().right() == session.window.rect().right()
        assert drawer.height() < session.window.height()


def test_the_menu_of_the_other_button_offers_what_can_be_done_here(session, qtbot):
    window = session.window
    window.timeline.setFocus()
    picture = window.timeline.picture
    middle = session.models.timeline.extent_of(session.models.selection.current).earliest
    session.models.viewport.show(middle - 20, middle + 20)
    settle(qtbot, session)
    x, y, _radius = picture.mark_of(session.models.selection.current)
    point = window.timeline.logical_point(QPointF(x, y))
    session.models.selection.select(None)
    window.editing.menu.open_on_timeline(point)
    texts = [action.text() for action in window.editing.menu.menu.actions()]
    assert {"Edit the event…", "Delete the event"} <= set(texts)
    assert texts[-1].startswith("New event, ")
    assert session.models.selection.current is not None
    window.editing.menu.menu.actions()[-1].trigger()
    settle(qtbot, session)
    assert window.editing.drawer.isVisible()
    window.editing.menu.menu.hide()
    window.editing.menu.open_on_timeline(QPoint(2, 2))
    assert window.editing.menu.menu.actions()[-1].text() == "New event…"
    window.editing.menu.menu.hide()


def test_lanes_and_importance_are_chosen(session, drawer, qtbot):
    form = drawer.form
    form._lane.choose(3)
    form._importance.choose(5)
    typed = form.typed()
    assert (typed.theme_id, typed.importance) == (3, 5)
    assert replace(typed, theme_id=1) != typed
