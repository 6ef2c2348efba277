"""Lanes: added, named, coloured, moved, deleted when empty."""

import pytest

from explorer.domain.errors import ReaderError
from explorer.services import lanes
from explorer.services.libraries import open_library
from explorer.store import changes, reads


@pytest.fixture
def store(story_path):
    library = open_library(story_path)
    yield library.store
    library.store.close()


def carry_out(store, plan):
    with store.reading() as connection:
        change_set = plan(connection)
    if change_set.changes:
        with store.writing() as connection:
            changes.apply(connection, change_set)
    return change_set


def names(store):
    with store.reading() as connection:
        return [theme.name for theme in reads.contents(connection).themes]


def test_a_lane_is_added_below_the_others_and_can_go_again(store):
    before = names(store)
    change_set = carry_out(store, lanes.new_lane("  The   weather ", "#0072b2"))
    assert change_set.title == "New lane “The weather”"
    assert names(store) == [*before, "The weather"]
    (lane_id,) = change_set.ids("theme")
    carry_out(store, lanes.new_lane("The weather", "#0072B2"))
    assert carry_out(store, lanes.deleted_lane(lane_id)).title == "Delete lane “The weather”"
    assert len(names(store)) == len(before) + 1


def test_a_lane_is_renamed_and_recoloured(store):
    carry_out(store, lanes.renamed_lane(1, "Laws"))
    carry_out(store, lanes.recoloured_lane(1, "#ABCDEF"))
    with store.reading() as connection:
        theme = reads.contents(connection).themes[0]
    assert (theme.name, theme.colour) == ("Laws", "#ABCDEF")
    assert carry_out(store, lanes.renamed_lane(1, "Laws")).changes == ()


@pytest.mark.parametrize("steps", [1, -1, 3, -100, 100, 0])
def test_a_lane_moves_and_stops_at_the_ends(store, steps):
    before = names(store)
    carry_out(store, lanes.moved_lane(3, steps))
    at = before.index(names(store)[min(max(2 + steps, 0), len(before) - 1)])
    assert at == 2
    assert [name for name in names(store) if name != before[2]] == before[:2] + before[3:]


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (lanes.new_lane(" ", "#0072B2"), "a name"),
        (lanes.new_lane("x" * 99, "#0072B2"), "too long"),
        (lanes.new_lane("x", "red"), "no colour"),
        (lanes.recoloured_lane(1, "url(x)"), "no colour"),
        (lanes.renamed_lane(999, "x"), "no longer there"),
        (lanes.moved_lane(999, 1), "no longer there"),
        (lanes.deleted_lane(1), "has events"),
    ],
)
def test_what_cannot_be_done_is_said(store, plan, words):
    with pytest.raises(ReaderError, match=words):
        carry_out(store, plan)


def test_there_is_a_last_lane_and_a_most(store, monkeypatch, tmp_path):
    monkeypatch.setattr(lanes, "MOST", 8)
    with pytest.raises(ReaderError, match="no more than 8"):
        carry_out(store, lanes.new_lane("x", "#000000"))
    from explorer.services.new_library import make_library

    empty = open_library(make_library(tmp_path / "x.tlx", "X", "Only"))
    with pytest.raises(ReaderError, match="only lane"):
        carry_out(empty.store, lanes.deleted_lane(1))
    empty.store.close()
