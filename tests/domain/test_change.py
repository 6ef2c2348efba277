"""Changes as values."""

from hypothesis import given
from hypothesis import strategies as st

from explorer.domain.change import Change, ChangeSet, added, removed, updated

SIDES = st.one_of(st.none(), st.dictionaries(st.text(), st.integers()))
CHANGES = st.builds(Change, st.text(), st.dictionaries(st.text(), st.integers()), SIDES, SIDES)


@given(st.lists(CHANGES))
def test_the_inverse_of_the_inverse_is_the_change_set(changes):
    whole = ChangeSet("x", tuple(changes))
    assert whole.inverse().inverse() == whole


def test_what_was_made_last_is_taken_back_first():
    parent, child = added("event", {"id": 1}, {}), added("evidence", {"event_id": 1}, {"note": ""})
    inverse = ChangeSet("New", (parent, child)).inverse()
    assert inverse.changes == (
        removed("evidence", {"event_id": 1}, {"note": ""}),
        removed("event", {"id": 1}, {}),
    )
    assert inverse.touches("evidence")
    assert not inverse.touches("passage")


def test_an_update_names_the_fields_that_differ_only():
    (change,) = updated("event", {"id": 1}, {"title": "a", "summary": "b"}, {"title": "c", "summary": "b"})
    assert (change.before, change.after) == ({"title": "a"}, {"title": "c"})
    assert updated("event", {"id": 1}, {"title": "a", "url": None}, {"title": "a"}) == ()
