"""After edits at rest, a large library is kept as if it had just been opened."""

import pytest

from explorer.domain.draft import EventDraft
from explorer.services import drafts
from explorer.services.libraries import open_library
from explorer.viewmodels import keeping
from tests.support.desk import Desk

DRAFT = EventDraft("Zebra", "2001-02-03", 1)


@pytest.fixture
def desk(qtbot, resources, story_path, tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "LARGE", 100)
    desk = Desk(resources, tmp_path / "data", qtbot)
    desk.models.keeping._timer.setInterval(30)
    desk.open(story_path)
    yield desk
    desk.models.keeping.stop()
    desk.close()


def close_and_look(desk, path):
    """Whether the next opening is a fast one, and the events it finds."""
    desk.models.keeping.stop()
    desk.models.place.keep()
    desk.services.workers.close()
    desk.models.library.close()
    again = open_library(path)
    again.store.close()
    return again.kept, again.index.size


def edit(desk):
    desk.models.edits.apply(drafts.new_event(DRAFT))
    desk.settle()


def rest(desk):
    desk.bot.wait(60)
    desk.settle()


def test_what_was_edited_is_sorted_in_and_kept_when_the_writing_rests(desk, story_path):
    edit(desk)
    edit(desk)
    rest(desk)
    assert close_and_look(desk, story_path) == (True, 190)


def test_an_edit_after_it_outdates_it_again(desk, story_path):
    edit(desk)
    rest(desk)
    desk.models.keeping._timer.setInterval(60_000)
    edit(desk)
    assert close_and_look(desk, story_path) == (False, 190)


def test_what_is_sorted_while_somebody_writes_is_not_kept(desk, story_path):
    desk.models.keeping._timer.setInterval(60_000)
    edit(desk)
    desk.models.keeping._sort()
    desk.models.edits.apply(drafts.new_event(DRAFT))
    desk.settle()
    assert close_and_look(desk, story_path) == (False, 190)


def test_words_alone_outdate_nothing(desk, story_path):
    from explorer.domain.change import ChangeSet
    from tests.support.changing import changing

    desk.models.edits.apply(
        lambda connection: ChangeSet("x", changing(connection, "event", {"id": 1}, summary="x"))
    )
    desk.settle()
    assert not desk.models.keeping._timer.isActive()
    assert close_and_look(desk, story_path) == (True, 188)


def test_another_library_ends_it(desk, story_path):
    desk.models.keeping._timer.setInterval(60_000)
    edit(desk)
    assert desk.models.keeping._timer.isActive()
    desk.open(story_path)
    assert not desk.models.keeping._timer.isActive()
