"""What exports and prints is made when it is first asked for."""

from explorer.app.session import Session
from explorer.domain.handing_out import PAINTED


def test_nothing_of_it_is_made_before_it_is_asked_for(open_session: Session) -> None:
    assert "handing_out" not in vars(open_session.on_demand)
    open_session.window.actions_of_window["hand_out"].trigger()
    parts = open_session.on_demand.handing_out
    assert set(PAINTED) <= set(parts.model.forms)
    assert parts.export_dialog.isVisible()
    assert "print_window" not in vars(parts)
    parts.export_dialog.reject()
    assert not parts.export_dialog.isVisible()
