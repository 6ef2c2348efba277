"""The Tours page in the window, by mouse and keyboard, on the shipped story."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.domain.tour import Show
from explorer.viewmodels.pages import Page
from explorer.viewmodels.tours import PlayAsk, ToursModel
from explorer.widgets.main_window import MainWindow
from explorer.widgets.tours.view import ToursView
from tests.widgets.detail.conftest import button, words

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def settle(session: Session, qtbot: QtBot) -> Callable[[], None]:
    def settled() -> None:
        for _ in range(3):
            qtbot.waitUntil(lambda: session.models.courier.idle and not session.models.viewport.moving)
            qtbot.wait(5)

    return settled


@pytest.fixture
def view(window: MainWindow, settle: Callable[[], None]) -> ToursView:
    window.resize(1280, 800)
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    settle()
    return window.parts.tours


@pytest.fixture
def model(session: Session) -> ToursModel:
    return session.on_demand.tours.model


def titles(model: ToursModel) -> list[str]:
    assert model.state.tour is not None
    return [step.title for step in model.state.tour.steps]


def test_cards_and_steps_are_shown_walked_and_played_also_where_nothing_can_be_changed(
    view: ToursView, model: ToursModel, session: Session, settle, monkeypatch
) -> None:
    assert view.steps.hasFocus()
    assert [card.accessibleName().split(".")[0] for card in view.cards.shown] == [
        "How the summit came about",
        "Fifty years in fifteen minutes",
    ]
    said = words(view.preview)
    for part in ("STEP 1 OF 14", "A wave nobody planned", "73,838 > 70,000", "holds", "All lanes"):
        assert (part in said) == (part != "All lanes")
    quotation = next(at for at, one in enumerate(model.state.tour.steps) if one.show is Show.QUOTATION)
    for _ in range(quotation):
        QTest.keyClick(view.steps, Qt.Key.Key_Down)
    settle()
    said = words(view.preview)
    assert f"STEP {quotation + 1} OF 14" in said
    assert "bargaining chip" in said
    assert "Pfeiffer, ¶3" in said
    assert "73,838" not in said

    asked: list[PlayAsk] = []
    model.play_asked.connect(asked.append)
    first, second = view.cards.shown
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert model.state.tour.id == second.tour_id
    QTest.keyClick(second, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.mouseClick(first.play, Qt.MouseButton.LeftButton)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    view.steps.setFocus()
    QTest.keyClick(view.steps, Qt.Key.Key_End)
    button(view.preview, "Play from here").click()
    view.play.click()
    last = len(model.state.tour.steps) - 1
    assert asked == [PlayAsk(first.tour_id, 0), PlayAsk(second.tour_id, last), PlayAsk(second.tour_id, 0)]
    monkeypatch.setattr(session.models.library.current.store, "read_only", True)
    session.models.library.opened.emit(session.models.library.current)
    settle()
    assert view.play.isEnabled()
    assert not view.new_step.isEnabled()
    assert not view.cards.new.isEnabled()
    QTest.keyClick(view.steps, Qt.Key.Key_F2)
    settle()
    assert session.on_demand.tours.step_editor.state is None


def test_a_step_is_moved_by_key_and_by_drag_written_on_deleted_and_shown(
    view: ToursView, model: ToursModel, session: Session, settle
) -> None:
    names = titles(model)
    QTest.keyClick(view.steps, Qt.Key.Key_Down, ALT)
    settle()
    assert titles(model)[:2] == [names[1], names[0]]
    assert view.steps.currentIndex().row() == 1
    QTest.keyClick(view.steps, Qt.Key.Key_Up, ALT)
    settle()
    assert titles(model) == names
    rows = view.steps.steps
    data = rows.mimeData([rows.index(0)])
    assert not rows.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    settle()
    assert titles(model)[:3] == [names[1], names[2], names[0]]
    assert view.steps.currentIndex().row() == 2
    QTest.keyClick(view.steps, Qt.Key.Key_Z, CTRL)
    settle()
    assert titles(model) == names

    QTest.keyClick(view.steps, Qt.Key.Key_F2)
    settle()
    form = view.step_panel.form
    assert form.title.hasFocus()
    QTest.keyClicks(form.title, "Another title")
    form.say.setPlainText("One. Two. Three. Four.")
    QTest.keyClicks(form.event_pick.line, "summit")
    settle()
    QTest.keyClick(form.event_pick.line, Qt.Key.Key_Return)
    settle()
    picked = form.event_pick.picked
    QTest.keyClick(form.title, Qt.Key.Key_Return, CTRL)
    settle()
    assert not view.step_panel.isVisible()
    assert view.steps.hasFocus()
    step = model.state.step
    assert (step.title, step.say, step.event_id) == ("Another title", "One. Two. Three. Four.", picked.id)
    QTest.keyClick(view.steps, Qt.Key.Key_Delete)
    settle()
    assert "Another title" not in titles(model)
    QTest.keyClick(view.steps, Qt.Key.Key_Return)
    settle()
    assert session.models.place.page is Page.TIMELINE


def test_what_was_typed_is_not_lost_unasked_lanes_are_chips_and_what_is_gone_is_said(
    view: ToursView, model: ToursModel, session: Session, settle
) -> None:
    before = titles(model)
    QTest.keyClick(view.steps, Qt.Key.Key_Insert)
    settle()
    panel = view.step_panel
    QTest.keyClicks(panel.form.title, "New")
    QTest.keyClick(panel.form.title, Qt.Key.Key_Escape)
    assert panel.stay_button.isVisible()
    assert panel.stay_button.hasFocus()
    panel.stay_button.click()
    panel.form.passage_pick.line.setText("not chosen")
    panel.confirm()
    assert panel.isVisible()
    panel.leave()
    panel.drop_button.click()
    settle()
    assert not panel.isVisible()
    assert titles(model) == before

    QTest.keyClick(view.steps, Qt.Key.Key_F2)
    settle()
    form = view.step_panel.form
    lanes = model.state.step.lanes
    assert form.lanes.chosen == lanes
    for chip in form.lanes.chips:
        if chip.isChecked():
            chip.click()
    assert form.typed().lanes == ()
    chip = form.series.chips[0]
    chip.resize(60, chip.height())
    assert chip.text().endswith("…")
    assert chip.accessibleName() in chip.toolTip()
    view.step_panel.confirm()
    settle()
    assert model.state.step.lanes == ()
    assert "All lanes" in words(view.preview)
    assert "no longer in the library" not in words(view.preview)
    store = session.models.library.current.store
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE step SET claim_id = NULL WHERE show = 'claim'")
    session.open(store.path)
    settle()
    assert "no longer in the library" in words(view.preview)


def test_a_tour_is_made_named_filled_and_deleted(
    view: ToursView, model: ToursModel, session: Session, settle
) -> None:
    view.cards.new.click()
    panel = view.tour_panel.form
    assert panel.title.hasFocus()
    panel.minutes.setText("many")
    QTest.keyClick(panel.title, Qt.Key.Key_Return)
    assert panel.said("title") == "Give the tour a title."
    assert panel.said("minutes")
    QTest.keyClicks(panel.title, "<i>A walk</i>")
    panel.minutes.setText("5")
    QTest.keyClick(panel.minutes, Qt.Key.Key_Return)
    settle()
    assert view.no_steps.isVisible()
    assert view.no_steps.button.hasFocus()
    assert "Ctrl Shift S" in view.no_steps.words
    assert not view.play.isEnabled()
    assert not view.cards.shown[-1].play.isEnabled()
    assert view.cards.shown[-1].accessibleName() == "<i>A walk</i>. 5\u00a0minutes · no\u00a0steps\u00a0yet"
    view.no_steps.button.click()
    settle()
    QTest.keyClicks(view.step_panel.form.title, "Begin")
    view.step_panel.confirm()
    settle()
    assert titles(model) == ["Begin"]
    assert "Nothing is said yet" in words(view.preview)
    for _ in range(3):
        view.commands.of_tour[-1].trigger()
        settle()
    assert view.no_tours.isVisible()
    assert view.no_tours.button.hasFocus()
    session.models.edits.undo()
    settle()
    assert len(view.cards.shown) == 1


def test_a_tour_that_is_half_named_is_not_let_go_without_a_question(
    view: ToursView, model: ToursModel, settle
) -> None:
    panel = view.tour_panel
    view.cards.new.click()
    QTest.keyClick(panel.form.title, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    view.cards.new.click()
    QTest.keyClicks(panel.form.audience, "a class")
    QTest.keyClick(panel.form.audience, Qt.Key.Key_Escape)
    assert panel.stay_button.hasFocus()
    QTest.keyClick(panel.stay_button, Qt.Key.Key_Escape)
    assert panel.form.audience.text() == "a class"
    assert panel.save_button.isVisible()
    panel.leave()
    panel.drop_button.click()
    settle()
    assert not panel.isVisible()
    assert len(model.state.tours) == 2


def test_everything_stays_in_reach_in_small_windows(
    window: MainWindow, view: ToursView, session: Session, qtbot: QtBot
) -> None:
    for size, scale, preview in (
        ((640, 480), 1.0, False),
        ((900, 900), 1.0, True),
        ((1280, 800), 1.5, False),
    ):
        window.resize(*size)
        if scale != 1.0:
            session.look.apply("light", scale)
        qtbot.waitUntil(lambda width=size[0]: view.width() == width)
        qtbot.wait(20)
        assert view.preview.isVisible() == preview
        assert view.step_menu.isVisible() != preview
        for part in (view.cards.shown[0], view.play, view.more, view.steps):
            place = part.mapTo(view, QPoint(0, 0))
            assert place.x() >= 0
            assert place.x() + part.width() <= view.width()
            assert place.y() + min(part.height(), 60) <= view.height()
        assert view.steps.height() > 100 * scale
