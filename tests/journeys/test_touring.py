"""The journey of a teacher who makes a tour: views kept by one key, put in order, and there the next day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.domain.facet import FacetGroup
from explorer.domain.tour import Show
from explorer.domain.tour_view import days_of
from explorer.viewmodels.pages import Page
from tests.journeys.conftest import end, settle

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def steps(session):
    return [step.title for step in session.models.library.current.contents.tours[-1].steps]


def test_a_tour_is_made_of_views_put_in_order_and_found_again(start, qtbot, paths):
    session = start(size=(1280, 800))
    window, models = session.window, session.models
    said = []
    models.messages.shown.connect(said.append)

    def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
        settle(qtbot, session)

    def keep(number):
        press(Qt.Key.Key_S, CTRL | SHIFT)
        assert said[-1].text == f"The view is now step {number} of the tour “Our week”. Ctrl Z takes it back."

    window.actions_of_window["new_tour"].trigger()
    settle(qtbot, session)
    qtbot.keyClicks(QApplication.focusWidget(), "Our week")
    press(Qt.Key.Key_Return)
    assert said[-1].text == "New tour “Our week”: saved. Ctrl Z takes it back."

    press(Qt.Key.Key_1, CTRL)
    models.selection.select(3)
    settle(qtbot, session)
    window.timeline.setFocus()
    keep(1)
    models.facets.toggle(FacetGroup.THEME, 2)
    press(Qt.Key.Key_Plus)
    keep(2)
    narrow = models.viewport.goal
    press(Qt.Key.Key_2, CTRL)
    passage = models.reader.state.passages[2].passage.id
    models.reader.go_to(passage)
    settle(qtbot, session)
    keep(3)
    press(Qt.Key.Key_Z, CTRL)
    assert len(steps(session)) == 2
    press(Qt.Key.Key_Y, CTRL)
    kept = models.library.current.contents.tours[-1].steps
    assert [step.show for step in kept] == [Show.VIEW, Show.VIEW, Show.QUOTATION]
    assert [step.lanes for step in kept] == [(), (2,), (2,)]
    assert kept[2].passage_id == passage
    first, last = days_of(kept[1])
    assert first <= narrow.start
    assert last >= narrow.end
    assert last - first < 1.1 * (narrow.end - narrow.start)

    press(Qt.Key.Key_4, CTRL)
    page = window.parts.tours
    assert page.steps.hasFocus()
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    order = [step.id for step in models.library.current.contents.tours[-1].steps]
    assert order == [kept[2].id, kept[0].id, kept[1].id]
    press(Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "What the article says")
    page.step_panel.form.note.setPlainText("Ask who says it.")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_1, CTRL)
    end(qtbot, session)

    session = start(paths.data / "story.tlx", size=(1280, 800))
    models = session.models
    tour = models.library.current.contents.tours[-1]
    assert [step.id for step in tour.steps] == order
    assert (tour.steps[0].title, tour.steps[0].speaker_note) == ("What the article says", "Ask who says it.")
    models.place.turn_to(Page.TOURS)
    settle(qtbot, session)
    page = session.window.parts.tours
    assert session.on_demand.tours.model.state.tour == tour
    qtbot.keyClick(page.steps, Qt.Key.Key_End)
    qtbot.keyClick(page.steps, Qt.Key.Key_Return)
    settle(qtbot, session)
    assert models.place.page is Page.TIMELINE
    assert (models.viewport.goal.start, models.viewport.goal.end) == (first, last)
    assert models.facets.choice.of(FacetGroup.THEME) == {2}
    qtbot.keyClick(session.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, session)
    assert models.place.page is Page.TOURS
    models.edits.undo()
    settle(qtbot, session)
    assert models.library.current.contents.tours[-1].steps[0].title != "What the article says"
