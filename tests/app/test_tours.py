"""Tours in the running app."""

import pytest
from pytestqt.qtbot import QtBot

from explorer.app.session import Session
from explorer.domain.tour_view import days_of


def test_a_step_is_shown_in_the_window(open_session: Session, qtbot: QtBot) -> None:
    models = open_session.models
    library = models.library.current
    assert library is not None
    step = library.contents.tours[0].steps[4]
    open_session.tours.showing.show_step(step)
    qtbot.waitUntil(lambda: models.courier.idle and not models.viewport.moving)
    assert models.selection.current == step.event_id
    view = models.viewport.viewport
    assert (view.start, view.end) == pytest.approx(days_of(step))
