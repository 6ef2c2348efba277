"""Changing the open library: one after the other, undone, redone, and said."""

from pathlib import Path

import pytest

from explorer.domain.change import ChangeSet, History
from explorer.services.edits import Edits
from explorer.services.libraries import Libraries
from explorer.services.workers import Workers
from explorer.store import reads
from explorer.viewmodels.courier import Courier
from explorer.viewmodels.edits import EditsModel
from explorer.viewmodels.library import LibraryModel
from explorer.viewmodels.messages import Messages
from tests.support.changing import changing


class Desk:
    """An open library with its edits and all that was said."""

    def __init__(self, path: Path, resources: Path, bot) -> None:
        self.bot = bot
        self.workers, messages = Workers(), Messages()
        self.courier = Courier(messages)
        self.library = LibraryModel(Libraries(self.workers, resources / "library", path.parent), self.courier)
        self.edits = EditsModel(self.library, Edits(self.workers), self.courier, messages)
        self.said, self.applied, self.histories, self.order = [], [], [], []
        messages.shown.connect(self.said.append)
        self.edits.applied.connect(self.applied.append)
        self.edits.applied.connect(self.note_applied)
        self.edits.history_changed.connect(self.histories.append)
        self.library.changed.connect(self.note_changed)
        self.library.open(path)
        self.settle()

    def note_applied(self, _change_set) -> None:
        self.order.append("applied")

    def note_changed(self, _library) -> None:
        self.order.append("changed")

    def settle(self) -> None:
        self.bot.waitUntil(lambda: self.courier.idle, timeout=10_000)

    def title(self) -> str:
        with self.library.current.store.reading() as connection:
            return reads.event_detail(connection, 1).event.title

    def close(self) -> None:
        self.workers.close()
        self.library.close()


@pytest.fixture
def desk(qtbot, story_path, resources):
    desk = Desk(story_path, resources, qtbot)
    yield desk
    desk.close()


def titled(title):
    return lambda connection: ChangeSet(
        f"Title “{title}”", changing(connection, "event", {"id": 1}, title=title)
    )


def test_changes_asked_for_at_once_are_all_made_in_their_order(desk):
    done = []
    for title in ("One", "Two", "Three"):
        desk.edits.apply(titled(title), done=done.append)
    desk.settle()
    assert desk.title() == "Three"
    assert [each.title for each in done] == [each.title for each in desk.applied]
    assert [each.title for each in done] == ["Title “One”", "Title “Two”", "Title “Three”"]
    assert desk.order == ["changed", "applied"] * 3
    assert desk.edits.history == History("Title “Three”", None)


def test_undo_and_redo_say_what_they_did(desk):
    before = desk.title()
    desk.edits.apply(titled("One"))
    desk.edits.undo()
    desk.settle()
    assert desk.title() == before
    assert desk.said[-1].text == "Undone: Title “One”"
    assert desk.histories[-1] == History(None, "Title “One”")
    desk.edits.redo()
    desk.settle()
    assert desk.title() == "One"
    assert desk.said[-1].text == "Redone: Title “One”"


def test_a_change_that_fails_is_said_and_the_next_is_made(desk):
    stale = ChangeSet("Stale", ())
    with desk.library.current.store.reading() as connection:
        stale = titled("Stale")(connection)
    failed = []
    desk.edits.apply(titled("One"))
    desk.edits.apply(stale)
    desk.edits.apply(stale, failed=failed.append)
    desk.edits.apply(titled("Two"))
    desk.settle()
    assert desk.title() == "Two"
    assert "changed elsewhere" in desk.said[-1].text
    assert desk.said[-1].problem
    assert len(failed) == 1


def test_what_was_changed_before_can_be_undone_after_opening_again(desk, story_path):
    desk.edits.apply(titled("One"))
    desk.settle()
    desk.library.open(story_path)
    desk.settle()
    assert desk.edits.history == History("Title “One”", None)
    assert desk.histories[-1] == History("Title “One”", None)


def test_nothing_happens_to_a_library_that_is_not_open_any_more(desk, story_path, tmp_path, story_library):
    other = tmp_path / "other.tlx"
    other.write_bytes(story_library.read_bytes())
    desk.library.open(other)
    desk.edits.apply(titled("One"))
    desk.settle()
    assert desk.library.current.store.path == other
    assert desk.title() != "One"


def test_after_a_mistake_of_ours_the_next_change_is_made(desk, qtbot):
    def mistake(_connection):
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as caught:
        desk.edits.apply(mistake)
        desk.settle()
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    desk.edits.apply(titled("One"))
    desk.settle()
    assert desk.title() == "One"
