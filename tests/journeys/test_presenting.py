"""A lesson with the shipped tour, from F5 to the last step, by the keys of a clicker."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from explorer.viewmodels.pages import Page
from explorer.viewmodels.presenting.beats import Ground
from tests.journeys.conftest import settle

Key = Qt.Key


@pytest.fixture
def session(start):
    return start()


def rest(qtbot, session) -> None:
    stage = session.on_demand.presenting.current.stage
    qtbot.waitUntil(lambda: stage.courier.idle and not stage.viewport.moving, timeout=10_000)
    settle(qtbot, session)


def test_the_summit_is_told_with_one_question_on_the_way(session, qtbot):
    QTest.keyClick(session.window, Key.Key_F5)
    rest(qtbot, session)
    shown = session.on_demand.presenting.current
    window, stage, canvas = shown.window, shown.stage, shown.window.canvas
    talk, tour = stage.talk, stage.talk.state.tour
    assert tour.title == "How the summit came about"
    assert window.isFullScreen()
    window.showNormal()
    window.resize(1280, 720)
    rest(qtbot, session)

    # Ten steps on; those with evidence show it before the next one comes.
    grounds = set()
    for number in range(10):
        assert talk.state.number == number
        event = talk.state.step.event_id
        assert window.head.title.text == tour.steps[number].title
        assert window.board.words.text == tour.steps[number].say
        assert window.head.date.text
        if event is not None:
            canvas.grab()
            assert canvas.shows_event(event)
            assert event in {stage.timeline.id_of(int(row)) for row in stage.timeline.frame.labels.row}
        while talk.state.number == number:
            grounds.add(window.board.ground)
            QTest.keyClick(window, Key.Key_PageDown)
        rest(qtbot, session)
    assert talk.state.number == 10
    assert grounds == set(Ground)

    # Somebody asks: off the path by a click on the timeline, to the event and into its source.
    QTest.keyClick(window, Key.Key_PageDown)
    rest(qtbot, session)
    canvas.grab()
    x, y, _radius = canvas.picture.mark_of(talk.state.step.event_id)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.logical_point(QPointF(x, y)))
    rest(qtbot, session)
    assert window.page.isVisible()
    assert "President Joe Biden met with Chinese President Xi Jinping" in window.page.toPlainText()
    QTest.keyClick(window.page, Key.Key_Return)
    rest(qtbot, session)
    assert "No copy of this source is attached" in window.page.toPlainText()
    assert window.head.corner.text == "R: back to step 12"
    QTest.keyClick(window.page, Key.Key_R)
    rest(qtbot, session)
    assert not window.page.isVisible()
    assert window.head.corner.text == "12/14"
    assert canvas.isVisible()

    # All eyes on the teacher, and on to the end.
    QTest.keyClick(window, Key.Key_B)
    assert window.curtain.isVisible()
    assert {window.grab().toImage().pixelColor(*at).name() for at in ((5, 5), (640, 360))} == {"#000000"}
    QTest.keyClick(window, Key.Key_B)
    assert not window.curtain.isVisible()
    while not talk.state.over:
        QTest.keyClick(window, Key.Key_PageDown)
        rest(qtbot, session)
    assert window.head.corner.text == "The end"
    view = stage.viewport.viewport
    QTest.keyClick(window, Key.Key_Escape)
    settle(qtbot, session)
    assert session.on_demand.presenting.current is None
    after = session.models.viewport.viewport
    assert (after.start, after.end) == pytest.approx((view.start, view.end))
    assert session.models.place.page is Page.TIMELINE
    assert session.models.selection.current == tour.steps[-1].event_id
