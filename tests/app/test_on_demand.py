import pytest

from explorer.app.session import Session

PARTS = ("tours", "presenting", "classwork", "handing_out", "series_import", "figures", "taking_out")


def test_opening_a_library_makes_none_of_it(open_session: Session) -> None:
    assert not [name for name in PARTS if name in vars(open_session.on_demand)]


def test_what_was_made_once_is_the_same_when_asked_for_again(open_session: Session) -> None:
    made = open_session.on_demand
    for name in PARTS:
        assert getattr(made, name) is getattr(made, name)


def test_a_command_that_nobody_knows_is_a_bug(session: Session) -> None:
    with pytest.raises(ValueError, match="no such command: fly"):
        session.on_demand.do("fly")
