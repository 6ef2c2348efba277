from explorer.app.classwork import COMMANDS
from explorer.app.session import Session
from explorer.viewmodels.pages import Page


def test_nothing_is_made_before_it_is_asked_for(open_session: Session) -> None:
    assert "classwork" not in vars(open_session.on_demand)
    for command in COMMANDS:
        open_session.window.actions_of_window[command].trigger()
    parts = open_session.on_demand.classwork
    assert parts.reveal.bar.isVisible()
    assert parts.place_it.isVisible()
    assert parts.detective.isVisible()
    # "How do we know?" leads from a game to the window of the library.
    open_session.models.place.turn_to(Page.SOURCES)
    event_id = open_session.models.timeline.id_of(5)
    parts.detective.event_asked.emit(event_id)
    assert open_session.models.place.page is Page.TIMELINE
    assert open_session.models.selection.current == event_id
    parts.place_it.close()
    parts.detective.close()
