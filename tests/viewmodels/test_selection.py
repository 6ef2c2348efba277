"""One event is in hand, or none."""

from explorer.viewmodels.selection import SelectionModel


def test_the_view_has_to_follow_only_where_the_reader_was_led():
    selection, led = SelectionModel(), []
    selection.led.connect(led.append)
    selection.select(1)
    selection.lead_to(2)
    selection.lead_to(2)
    assert led == [2, 2]
    assert selection.current == 2


def test_selecting_the_same_again_says_nothing():
    selection, seen = SelectionModel(), []
    selection.select(4)
    selection.changed.connect(seen.append)
    selection.select(4)
    assert seen == []


def test_forgetting_puts_the_event_down():
    selection = SelectionModel()
    selection.select(1)
    selection.forget()
    assert selection.current is None
