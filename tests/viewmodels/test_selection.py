"""The way back leads through what was looked at, as in a browser."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.viewmodels.selection import HISTORY, SelectionModel


def test_back_and_forward_go_through_what_was_looked_at():
    selection, seen = SelectionModel(), []
    selection.changed.connect(seen.append)
    for event_id in (1, 2, 3):
        selection.select(event_id)
    selection.go_back()
    selection.go_back()
    selection.go_forward()
    assert seen == [1, 2, 3, 2, 1, 2]
    selection.select(9)
    assert not selection.can_go_forward
    selection.go_back()
    assert selection.current == 2


def test_the_view_has_to_follow_only_where_the_reader_was_led():
    selection, led = SelectionModel(), []
    selection.led.connect(led.append)
    selection.select(1)
    selection.lead_to(2)
    selection.go_back()
    selection.go_forward()
    assert led == [2, 1, 2]


def test_selecting_the_same_again_says_nothing():
    selection, seen = SelectionModel(), []
    selection.select(4)
    selection.changed.connect(seen.append)
    selection.select(4)
    assert seen == []
    assert not selection.can_go_back


def test_nothing_selected_keeps_the_way_back():
    selection = SelectionModel()
    selection.select(1)
    selection.select(2)
    selection.select(None)
    assert selection.current is None
    selection.go_back()
    assert selection.current == 1


def test_forgetting_leaves_no_way_back():
    selection = SelectionModel()
    selection.select(1)
    selection.select(2)
    selection.forget()
    assert selection.current is None
    assert not selection.can_go_back


@given(st.lists(st.one_of(st.integers(1, 9), st.sampled_from(["back", "forward"])), max_size=400))
def test_history_behaves_like_a_list_with_a_finger_on_it(steps):
    selection = SelectionModel()
    pages, at = [], -1
    for step in steps:
        if step == "back":
            selection.go_back()
            at = max(at - 1, 0) if pages else -1
        elif step == "forward":
            selection.go_forward()
            at = min(at + 1, len(pages) - 1)
        else:
            selection.select(step)
            if not pages or pages[at] != step:
                pages = [*pages[: at + 1], step][-HISTORY:]
                at = len(pages) - 1
        assert selection.current == (pages[at] if pages else None)
        assert selection.can_go_back == (at > 0)
        assert selection.can_go_forward == (at < len(pages) - 1)
