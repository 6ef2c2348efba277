"""Taking a record out with all that belongs to it."""

import pytest
from sqlalchemy import update

from explorer.domain.change import ChangeSet, added
from explorer.domain.errors import ReaderError
from explorer.store import changes, checking, reads
from explorer.store.library import Library
from explorer.store.records import keys_where
from explorer.store.removal import removal
from explorer.store.schema import step
from tests.support.changing import index_of, rows_of


@pytest.fixture
def library(story_path):
    library = Library.open(story_path)
    yield library
    library.close()


def test_every_event_can_go_and_come_back(library):
    with library.reading() as connection:
        before = rows_of(connection), index_of(library.path)
        ids = [key["id"] for key in keys_where(connection, "event")]
    for id_ in ids[::7]:
        with library.reading() as connection:
            gone = ChangeSet("Delete", removal(connection, "event", {"id": id_}))
        with library.writing() as connection:
            changes.apply(connection, gone)
    with library.reading() as connection:
        assert checking.troubles(connection) == ()
        assert len(keys_where(connection, "event")) == len(ids) - len(ids[::7])
    for _ in ids[::7]:
        with library.writing() as connection:
            changes.undo(connection)
    with library.reading() as connection:
        assert (rows_of(connection), index_of(library.path)) == before


def test_its_notes_go_too(library):
    note = {"uuid": "n", "target_kind": "event", "target_id": 3, "text": "x", "created": "", "modified": ""}
    with library.writing() as connection:
        changes.apply(connection, ChangeSet("Note", (added("note", {"id": 1}, note),)))
        kinds = [change.record for change in removal(connection, "event", {"id": 3})]
    assert "note" in kinds
    assert kinds[-1] == "event"


def test_what_others_need_stays(library):
    with library.reading() as connection, pytest.raises(ReaderError, match="still needed"):
        removal(connection, "theme", {"id": 1})


def test_what_is_gone_cannot_go(library):
    with library.reading() as connection, pytest.raises(ReaderError, match="no longer there"):
        removal(connection, "event", {"id": 9999})


@pytest.mark.parametrize("record", ["event", "passage", "claim"])
def test_a_step_whose_focus_goes_stays_without_it(library, record):
    with library.reading() as connection:
        (tour, *_) = reads.contents(connection).tours
    focus = {"event": tour.steps[0].event_id}.get(record, 1)
    column = f"{record}_id"
    with library.writing() as connection:
        connection.execute(update(step).where(step.c.id == 1).values({column: focus}))
    with library.writing() as connection:
        before = reads.contents(connection).tours
        changes.apply(connection, ChangeSet("Delete", removal(connection, record, {"id": focus})))
    with library.reading() as connection:
        assert getattr(reads.contents(connection).tours[0].steps[0], column) is None
    with library.writing() as connection:
        changes.undo(connection)
        assert reads.contents(connection).tours == before


def test_a_lane_that_goes_leaves_the_steps_that_showed_it(library):
    lane = {"uuid": "l", "slug": "l", "name": "L", "colour": "#000000", "position": 9, "description": ""}
    shown = [
        added("theme", {"id": 99}, lane),
        added("step_lane", {"step_id": 1, "theme_id": 99}, {"position": 9}),
    ]
    with library.writing() as connection:
        changes.apply(connection, ChangeSet("Lane", tuple(shown)))
        before = reads.contents(connection).tours
        assert 99 in before[0].steps[0].lanes
        changes.apply(connection, ChangeSet("Delete", removal(connection, "theme", {"id": 99})))
        assert 99 not in reads.contents(connection).tours[0].steps[0].lanes
        changes.undo(connection)
        assert reads.contents(connection).tours == before
