"""Presenting from the running app."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.viewmodels.pages import Page
from explorer.widgets.presenting.no_tour import NoTour

Key = Qt.Key


def rest(session: Session, qtbot: QtBot) -> None:
    shown = session.on_demand.presenting.current
    assert shown is not None
    qtbot.waitUntil(lambda: shown.stage.courier.idle and not shown.stage.viewport.moving, timeout=10_000)


def test_the_window_stands_where_the_stage_was_left_and_back_leads_to_before(
    open_session: Session, qtbot: QtBot
) -> None:
    session, models = open_session, open_session.models
    models.viewport.reduced_motion = True
    # Nothing of it is made before it is asked for.
    assert "presenting" not in vars(session.on_demand)
    QTest.keyClick(session.window, Key.Key_F5)
    rest(session, qtbot)
    shown = session.on_demand.presenting.current
    assert shown.window.isFullScreen()
    assert shown.stage.talk.state.number == 0
    QTest.keyClick(session.window, Key.Key_F5)
    assert session.on_demand.presenting.current is shown
    QTest.keyClick(shown.window, Key.Key_End)
    rest(session, qtbot)
    view, event = shown.stage.viewport.viewport, shown.stage.selection.current
    QTest.keyClick(shown.window, Key.Key_Escape)
    assert session.on_demand.presenting.current is None
    assert models.place.page is Page.TIMELINE
    assert models.selection.current == event
    after = models.viewport.viewport
    assert (after.start, after.end) == pytest.approx((view.start, view.end))
    qtbot.waitUntil(session.window.isActiveWindow)
    # From here: the step that is most like the view, which is the one that was left.
    QTest.keyClick(session.window, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    rest(session, qtbot)
    assert session.on_demand.presenting.current.stage.talk.state.number == 13
    session.window.close()
    assert session.on_demand.presenting.current is None


def test_without_a_tour_it_is_told_how_to_make_one(
    open_session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session = open_session
    session.models.library.make(tmp_path / "new.tlx", "A new one", "Lane")
    qtbot.waitUntil(lambda: session.models.library.current.store.path.name == "new.tlx", timeout=10_000)
    qtbot.waitUntil(lambda: session.models.courier.idle)
    QTest.keyClick(session.window, Key.Key_F5)
    assert session.on_demand.presenting.current is None
    notice = session.window.findChild(NoTour)
    assert notice.isVisible()
    notice.make.click()
    assert session.models.place.page is Page.TOURS
